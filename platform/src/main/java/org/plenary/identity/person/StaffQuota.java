package org.plenary.identity.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaCount;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * How many people may work for the organization at a time. Everybody counts once who has a role that is in force, for all or
 * for one conference, of the organization's own people or a partner's; and everybody who is asked to take one, so that nobody is
 * asked in vain. Whoever is there stays when the plan becomes a smaller one: only nobody more comes in.
 */
@Component
class StaffQuota implements QuotaCount {
    private static final String PEOPLE = """
            select p.email from person p left join person_role r on r.person_id = p.id
            where coalesce(r.role, p.role) = any(:roles) and (r.ends_on is null or r.ends_on >= :today)""";
    private static final String ASKED = """
            select i.email from member_invitation i
            where i.role = any(:roles) and (i.ends_on is null or i.ends_on >= :today) and i.expires_at > :now""";

    private final ObjectProvider<Entitlements> entitlements;
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    StaffQuota(ObjectProvider<Entitlements> entitlements, JdbcClient jdbc, People people, Clock clock) {
        this.entitlements = entitlements;
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Quota quota() {
        return Quota.STAFF;
    }

    @Override
    public long now() {
        return count(PEOPLE + " union " + ASKED);
    }

    private long members() {
        return count("select distinct email from (" + PEOPLE + ") member");
    }

    private long count(String addresses) {
        var roles = Arrays.stream(Role.values())
                .filter(Role::takesPlace)
                .map(Role::name)
                .toArray(String[]::new);
        return jdbc.sql("select count(*) from (" + addresses + ") counted")
                .param("roles", new SqlArrayValue("text", (Object[]) roles))
                .param("today", people.today())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** What is taken of the plan; empty when it limits nothing. */
    Optional<QuotaUse> use() {
        var limit = limit();
        return limit.isEmpty() ? Optional.empty() : Optional.of(new QuotaUse(quota(), now(), limit));
    }

    /**
     * A change that may make more people or invitations, in the transaction that is undone when it is refused. What locks rows
     * comes inside, for others may wait for these while they are the one who changes.
     *
     * @param pointer where the violation points to
     * @throws Problem.Conflict {@code plan_limit} when there are more than before and than the plan allows
     */
    <T> T within(String pointer, Supplier<T> change) {
        return within(pointer, this::now, change);
    }

    /**
     * Makes a member of somebody who was asked. Their place was kept, unless the plan has become a smaller one since: of so many
     * who were asked the first come in.
     *
     * @throws Problem.Conflict {@code plan_limit}
     */
    <T> T lettingIn(Supplier<T> change) {
        return within("", this::members, change);
    }

    /** One after the other, so that of two who want the last place one gets it. */
    private <T> T within(String pointer, LongSupplier counted, Supplier<T> change) {
        var limit = limit();
        if (limit.isEmpty()) return change.get();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' staff', 0))")
                .query((row, number) -> true)
                .single();
        var before = counted.getAsLong();
        var changed = change.get();
        var after = counted.getAsLong();
        if (after > before && after > limit.getAsLong()) throw full(pointer, limit.getAsLong());
        return changed;
    }

    private OptionalLong limit() {
        var known = entitlements.getIfAvailable();
        return known == null ? OptionalLong.empty() : known.limit(Tenancy.require(), quota());
    }

    private static Problem full(String pointer, long limit) {
        var detail = "The organization's plan is for " + limit
                + " people, open invitations included. End a role or withdraw an"
                + " invitation that is not needed, or have an owner choose a larger plan.";
        return new Problem.Conflict(
                "plan_limit", detail, List.of(new Violation(pointer, "staff_limit", detail, Map.of("limit", limit))));
    }
}

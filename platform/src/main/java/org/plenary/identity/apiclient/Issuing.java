package org.plenary.identity.apiclient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.ApiClients.Issued;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.apiclient.StoredClient.Term;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives programs access to the bound tenant, and takes it away. */
@Component
class Issuing {
    private static final int NAME_LENGTH = 100;
    private static final int DESCRIPTION_LENGTH = 200;
    private static final int USUAL_OVERLAP = 24;
    private static final int LONGEST_OVERLAP = (int) Duration.ofDays(7).toHours();

    private final StoredClients clients;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;

    Issuing(StoredClients clients, AuditTrail audit, Callers callers, Clock clock) {
        this.clients = clients;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** What people say of a client. @param lastDay in the organization's zone; null for no end */
    record Facts(
            @Nullable String name,
            @Nullable String description,
            @Nullable LocalDate lastDay) {}

    /** @param formerUntil until when the secret before is good as well; null when it ended */
    record Rotated(
            String clientId, String clientSecret, @Nullable Instant formerUntil) {}

    /** @param scopes all that the caller has when null */
    @Transactional
    public Issued issue(Facts facts, @Nullable Collection<String> scopes) {
        var violations = checked(facts);
        var permissions = permissions(violations, scopes);
        violations.throwIfAny();
        var issued = clients.issue(
                Tenancy.require().id(), name(facts), permissions, description(facts), term(facts.lastDay()));
        var details = new LinkedHashMap<String, Object>();
        details.put(
                "scopes", permissions.stream().map(Permission::scope).sorted().toList());
        if (facts.lastDay() != null) details.put("last_day", facts.lastDay());
        audit.record("api_client.issued", issued.clientId(), details);
        return issued;
    }

    @Transactional
    public StoredClient change(String id, Facts facts) {
        var before = require(id);
        checked(facts).throwIfAny();
        clients.change(id, name(facts), description(facts), term(facts.lastDay()));
        audit.record(
                "api_client.changed",
                id,
                Map.of(
                        "name", name(facts),
                        "last_day", Objects.requireNonNullElse(facts.lastDay(), "none"),
                        "last_day_before",
                                Objects.requireNonNullElse(before.term().lastDay(), "none")));
        return require(id);
    }

    /** @param overlapHours for how long the secret before is good as well, up to seven days; a day when null, none when 0 */
    @Transactional
    public Rotated rotate(String id, @Nullable Integer overlapHours) {
        require(id);
        var hours = overlapHours == null ? USUAL_OVERLAP : overlapHours;
        if (hours < 0 || hours > LONGEST_OVERLAP)
            throw new Problem.InvalidInput("/overlap_hours", "range", "From 0 to " + LONGEST_OVERLAP + ".");
        var until = hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours));
        var secret = clients.rotate(id, until);
        audit.record("api_client.secret-rotated", id, Map.of("overlap_hours", hours));
        return new Rotated(id, secret, until);
    }

    @Transactional
    public void endFormer(String id) {
        var client = require(id);
        if (!client.secret().hasFormer(clock.instant())) throw new Problem.NotFound("A former secret");
        clients.endFormer(id);
        audit.record("api_client.former-secret-ended", id, Map.of());
    }

    @Transactional
    public void revoke(String id) {
        if (!clients.revoke(Tenancy.require().id(), id)) throw missing();
        audit.record("api_client.revoked", id, Map.of());
    }

    StoredClient require(String id) {
        return clients.ofTenant(Tenancy.require().id(), id).orElseThrow(Issuing::missing);
    }

    private static Problem.NotFound missing() {
        return new Problem.NotFound("The API client");
    }

    private Violations checked(Facts facts) {
        var violations = new Violations().text("/name", facts.name(), NAME_LENGTH);
        violations.optionalText("/description", facts.description(), DESCRIPTION_LENGTH);
        var today = LocalDate.now(clock.withZone(Tenancy.require().timeZone()));
        violations.check(
                facts.lastDay() == null || !facts.lastDay().isBefore(today),
                "/last_day",
                "day_passed",
                "This day is over.");
        return violations;
    }

    private static Term term(@Nullable LocalDate lastDay) {
        if (lastDay == null) return new Term(null, null);
        var over = lastDay.plusDays(1).atStartOfDay(Tenancy.require().timeZone());
        return new Term(lastDay, over.toInstant());
    }

    private static String name(Facts facts) {
        return String.valueOf(facts.name()).strip();
    }

    private static String description(Facts facts) {
        return Objects.requireNonNullElse(facts.description(), "").strip();
    }

    /** Nobody gives more than they have: a program with few scopes makes none with more. */
    private Set<Permission> permissions(Violations violations, @Nullable Collection<String> scopes) {
        var own = EnumSet.copyOf(Permission.ofTenant());
        own.retainAll(callers.current().permissions());
        if (scopes == null) return own;
        violations.check(!scopes.isEmpty(), "/scopes", "required", "This is required.");
        var permissions = EnumSet.noneOf(Permission.class);
        for (var scope : scopes) {
            var permission = Permission.ofScope(scope).filter(Permission.ofTenant()::contains);
            violations.check(permission.isPresent(), "/scopes", "unknown_scope", "There is no such scope.");
            permission.ifPresent(permissions::add);
            violations.check(
                    permission.isEmpty() || own.contains(permission.get()),
                    "/scopes",
                    "beyond_own_rights",
                    "Nobody can give a scope that they do not have.");
        }
        return permissions;
    }
}

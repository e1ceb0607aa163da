package org.plenary.billing.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Remembered;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which organization has which account, and how it stood when Stripe was asked last. */
@Component
class AccountRows {
    private static final String COLUMNS = """
            select tenant_id, account_id, attempt, standing, requirements::text as requirements, due_by, disabled_reason
            from control.connected_account\s""";
    private static final int REASON_LENGTH = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final Remembered<TenantId, Optional<Boolean>> taking = new Remembered<>(Duration.ofSeconds(5));

    AccountRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Whether the tenant's account takes cards; empty without an account. Every page that sells asks, so it is remembered for some
     * seconds; whoever takes money reads the account itself.
     */
    Optional<Boolean> takesCards(TenantId tenant) {
        return taking.of(tenant, id -> of(id).map(ConnectedAccount::chargesEnabled));
    }

    Optional<ConnectedAccount> of(TenantId tenant) {
        return jdbc.sql(COLUMNS + "where tenant_id = ?")
                .param(tenant.value())
                .query(this::row)
                .optional();
    }

    Optional<ConnectedAccount> byId(String account) {
        return jdbc.sql(COLUMNS + "where account_id = ?")
                .param(account)
                .query(this::row)
                .optional();
    }

    /**
     * Keeps a new account as it was seen; the one that is there stays unless it was disconnected. All at once: in between nobody could
     * pay.
     */
    void add(TenantId tenant, String account, int attempt, SeenAccount seen) {
        var now = Timestamp.from(clock.instant());
        // two that ask at once are given the same account: each unique index may be the one that finds out
        as(seen, jdbc.sql("""
                        insert into control.connected_account (tenant_id, account_id, attempt, charges_enabled, standing,
                            requirements, due_by, disabled_reason, created_at, updated_at, read_at)
                        values (:tenant, :account, :attempt, :enabled, :standing, cast(:requirements as jsonb), :due, :reason,
                            :now, :now, :now) on conflict do nothing"""))
                .param("tenant", tenant.value())
                .param("account", account)
                .param("attempt", attempt)
                .param("now", now)
                .update();
        as(seen, jdbc.sql("""
                        update control.connected_account
                        set account_id = :account, attempt = :attempt, charges_enabled = :enabled, standing = :standing,
                            requirements = cast(:requirements as jsonb), due_by = :due, disabled_reason = :reason,
                            updated_at = :now, read_at = :now
                        where tenant_id = :tenant and standing = 'DISCONNECTED' and attempt < :attempt"""))
                .param("tenant", tenant.value())
                .param("account", account)
                .param("attempt", attempt)
                .param("now", now)
                .update();
        taking.forget(tenant);
    }

    void note(String account, SeenAccount seen) {
        as(seen, jdbc.sql("""
                        update control.connected_account
                        set charges_enabled = :enabled, standing = :standing, requirements = cast(:requirements as jsonb),
                            due_by = :due, disabled_reason = :reason, updated_at = :now, read_at = :now
                        where account_id = :account"""))
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
        // afterwards: who asks meanwhile would remember what it was before
        taking.forgetAll(key -> true);
    }

    private JdbcClient.StatementSpec as(SeenAccount seen, JdbcClient.StatementSpec statement) {
        return statement
                .param("enabled", seen.standing() == Standing.ACTIVE)
                .param("standing", seen.standing().name())
                .param("requirements", json.write(seen.requirements()))
                .param("due", seen.dueBy() == null ? null : Timestamp.from(seen.dueBy()), Types.TIMESTAMP)
                .param("reason", cut(seen.disabledReason()), Types.VARCHAR);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
    }

    private ConnectedAccount row(ResultSet row, int number) throws SQLException {
        var due = row.getObject("due_by", OffsetDateTime.class);
        return new ConnectedAccount(
                TenantId.of(row.getObject("tenant_id", UUID.class)),
                row.getString("account_id"),
                row.getInt("attempt"),
                Standing.valueOf(row.getString("standing")),
                List.of(json.read(row.getString("requirements"), String[].class)),
                due == null ? null : due.toInstant(),
                row.getString("disabled_reason"));
    }
}

package org.plenary.billing.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    /** Keeps a new account; the one that is there stays unless it was disconnected. */
    void add(TenantId tenant, String account, int attempt) {
        taking.forget(tenant);
        var now = Timestamp.from(clock.instant());
        // two that ask at once are given the same account: each unique index may be the one that finds out
        jdbc.sql("""
                        insert into control.connected_account
                            (tenant_id, account_id, attempt, charges_enabled, created_at, updated_at)
                        values (?, ?, ?, false, ?, ?) on conflict do nothing""").params(tenant.value(), account, attempt, now, now).update();
        jdbc.sql("""
                        update control.connected_account
                        set account_id = ?, attempt = ?, standing = 'DETAILS_MISSING', updated_at = ?
                        where tenant_id = ? and standing = 'DISCONNECTED' and attempt < ?""").params(account, attempt, now, tenant.value(), attempt).update();
    }

    void note(String account, SeenAccount seen) {
        taking.forgetAll(key -> true);
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        update control.connected_account
                        set charges_enabled = ?, standing = ?, requirements = ?::jsonb, due_by = ?, disabled_reason = ?,
                            updated_at = ?, read_at = ?
                        where account_id = ?""")
                .param(seen.standing() == Standing.ACTIVE)
                .param(seen.standing().name())
                .param(json.write(seen.requirements()))
                .param(seen.dueBy() == null ? null : Timestamp.from(seen.dueBy()))
                .param(cut(seen.disabledReason()))
                .param(now)
                .param(now)
                .param(account)
                .update();
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

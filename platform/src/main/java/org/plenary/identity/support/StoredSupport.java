package org.plenary.identity.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.SupportAccesses;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accesses as they are stored; every statement names the schema and the tenant. */
@Component
public class StoredSupport implements SupportAccesses {
    private static final String COLUMNS = "id, tenant_id, account_id, name, reason, begun_at, ends_at, ended_by";

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final Clock clock;

    StoredSupport(JdbcClient jdbc, StoredAccounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Access begin(TenantId tenant, String reason, Duration time) {
        var operator = operator();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        update control.support_access set ends_at = ?, ended_by = name
                        where tenant_id = ? and account_id = ? and ends_at > ?""").params(now, tenant.value(), operator, now).update();
        var id = Ids.next();
        jdbc.sql("""
                        insert into control.support_access (id, tenant_id, account_id, name, reason, begun_at, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        tenant.value(),
                        operator,
                        accounts.byId(operator).orElseThrow().name(),
                        reason,
                        now,
                        Timestamp.from(clock.instant().plus(time)))
                .update();
        return find(id).orElseThrow();
    }

    private static UUID operator() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) throw new IllegalStateException("nobody is signed in");
        return UUID.fromString(authentication.getName());
    }

    @Override
    public Optional<Access> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from control.support_access where id = ?")
                .param(id)
                .query(StoredSupport::access)
                .optional();
    }

    /** The access that is open now, for somebody who is an operator still. */
    public Optional<Access> open(TenantId tenant, UUID account) {
        return jdbc.sql("select " + COLUMNS + """
                         from control.support_access
                        where tenant_id = ? and account_id = ? and ends_at > ?
                            and exists (select from control.account where id = account_id and operator)
                        order by begun_at desc limit 1""")
                .params(tenant.value(), account, Timestamp.from(clock.instant()))
                .query(StoredSupport::access)
                .optional();
    }

    @Override
    public List<Access> latest(TenantId tenant, int most) {
        return jdbc.sql("select " + COLUMNS
                        + " from control.support_access where tenant_id = ? order by begun_at desc limit ?")
                .params(tenant.value(), most)
                .query(StoredSupport::access)
                .list();
    }

    @Override
    @Transactional
    public boolean end(TenantId tenant, UUID id, String by) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update control.support_access set ends_at = ?, ended_by = ?
                        where id = ? and tenant_id = ? and ends_at > ?""").params(now, by, id, tenant.value(), now).update() == 1;
    }

    private static Access access(ResultSet row, int number) throws SQLException {
        return new Access(
                row.getObject("id", UUID.class),
                TenantId.of(row.getObject("tenant_id", UUID.class)),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("reason"),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("ended_by"));
    }
}

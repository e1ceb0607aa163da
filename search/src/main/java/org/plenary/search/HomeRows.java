package org.plenary.search;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose documents are not in the shared index alone, as the database has it. There are few. */
@Repository
class HomeRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    HomeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param since when it came to this stage */
    record Home(String kind, TenantId tenant, Stage stage, Instant since) {}

    List<Home> all() {
        return jdbc.sql("select kind, tenant_id, stage, since from control.search_home order by since, tenant_id")
                .query((row, _) -> new Home(
                        row.getString(1),
                        new TenantId(row.getObject(2, UUID.class)),
                        Stage.valueOf(row.getString(3)),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Does nothing when it is on its way already. */
    void begin(String kind, TenantId tenant) {
        jdbc.sql("""
                        insert into control.search_home (kind, tenant_id, stage, since) values (?, ?, ?, ?)
                        on conflict do nothing""").params(kind, tenant.value(), Stage.FILLING.name(), now()).update();
    }

    /** Does nothing when it is at another stage by now. */
    void move(Home home, Stage next) {
        jdbc.sql("""
                        update control.search_home set stage = ?, since = ?
                        where kind = ? and tenant_id = ? and stage = ?""")
                .params(
                        next.name(),
                        now(),
                        home.kind(),
                        home.tenant().value(),
                        home.stage().name())
                .update();
    }

    void end(Home home) {
        jdbc.sql("delete from control.search_home where kind = ? and tenant_id = ? and stage = ?")
                .params(home.kind(), home.tenant().value(), home.stage().name())
                .update();
    }

    void forget(TenantId tenant) {
        jdbc.sql("delete from control.search_home where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

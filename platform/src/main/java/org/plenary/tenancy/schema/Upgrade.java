package org.plenary.tenancy.schema;

import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantUpgrade;
import org.plenary.tenancy.TenantUpgradeAsked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Upgrades the schemas that are behind, some at a time; one that fails is put into maintenance, until the upgrade that works,
 * and stops no other.
 */
@Component
class Upgrade implements TenantUpgrade {
    private static final Logger log = LoggerFactory.getLogger(Upgrade.class);
    private static final int AT_ONCE = 4;
    private static final int LATE_AT_ONCE = 20;

    /** Of a newer version are those that a next version has upgraded while this one still serves. */
    private static final String BEHIND = "cast(schema_version as int) < cast(? as int)";

    private final JdbcClient jdbc;
    private final DirectConnections connections;
    private final TenantChangeLog changes;
    private final MigrationNotes notes;

    Upgrade(JdbcClient jdbc, DirectConnections connections, TenantChangeLog changes, MigrationNotes notes) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.changes = changes;
        this.notes = notes;
    }

    /** One that somebody asked for; it is run beside the requests, and one at a time is no burden. */
    @OutboundListener(id = "tenancy.upgrade-tenant")
    void on(TenantUpgradeAsked event) {
        jdbc.sql("select schema_name from control.tenant where id = ? and " + BEHIND)
                .params(event.tenant().value(), changes.version())
                .query((row, number) -> row.getString(1))
                .optional()
                .ifPresent(this::upgradeAlone);
    }

    @Override
    public int run() {
        dropOldSpares();
        var behind = jdbc.sql("select schema_name from control.tenant where " + BEHIND + " order by id")
                .param(changes.version())
                .query((row, number) -> row.getString(1))
                .list();
        log.info("schemas to upgrade: {}", behind.size());
        var start = System.nanoTime();
        var failed = upgradeAll(behind);
        log.info(
                "upgraded schemas={} failed={} ms={}",
                behind.size() - failed,
                failed,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return failed;
    }

    private int upgradeAll(List<String> behind) {
        var waiting = new ConcurrentLinkedQueue<>(behind);
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var failed = 0;
            for (var result : executor.invokeAll(Collections.nCopies(AT_ONCE, worker(waiting)))) failed += result.get();
            return failed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes one after the other; gives how many failed. */
    private Callable<Integer> worker(Queue<String> waiting) {
        return () -> {
            var replay = changes.replay();
            var failed = 0;
            for (var schema = waiting.poll(); schema != null; schema = waiting.poll()) {
                var next = schema;
                if (!upgrade(next, connection -> replay.update(connection, next))) failed++;
            }
            return failed;
        };
    }

    /**
     * Those that the version before has made since all were upgraded, for it served on until it was replaced. One that failed waits
     * for somebody to look.
     *
     * @return how many there were
     */
    int late() {
        var late = jdbc.sql("select schema_name from control.tenant t where " + BEHIND + """
                         and not exists (select from control.tenant_migration m where m.tenant_id = t.id and m.failures > 0)
                         order by id limit ?""")
                .params(changes.version(), LATE_AT_ONCE)
                .query((row, number) -> row.getString(1))
                .list();
        late.forEach(this::upgradeAlone);
        return late.size();
    }

    private void upgradeAlone(String schema) {
        upgrade(schema, connection -> changes.update(connection, schema));
    }

    private interface Changing {
        void in(Connection connection) throws Exception;
    }

    private boolean upgrade(String schema, Changing changing) {
        notes.started(schema);
        try (var connection = connections.open()) {
            changing.in(connection);
            done(schema);
            notes.worked(schema);
            log.info("upgraded schema={}", schema);
            return true;
        } catch (Exception e) {
            log.error("upgrade failed, schema={} is in maintenance", schema, e);
            jdbc.sql("update control.tenant set status = 'MAINTENANCE' where schema_name = ? and status = 'ACTIVE'")
                    .param(schema)
                    .update();
            notes.failed(schema, e);
            return false;
        }
    }

    /** One that an earlier upgrade left in maintenance is open again; one that an operator suspended stays so. */
    private void done(String schema) {
        jdbc.sql("""
                        update control.tenant set schema_version = ?,
                            status = case status when 'MAINTENANCE' then 'ACTIVE' else status end
                        where schema_name = ?""").params(changes.version(), schema).update();
    }

    /** A spare is made new in less time than it is upgraded. */
    private void dropOldSpares() {
        var old = jdbc.sql("delete from control.spare_schema where " + BEHIND + " returning schema_name")
                .param(changes.version())
                .query(String.class)
                .list();
        for (var schema : old)
            jdbc.sql("drop schema if exists " + schema + " cascade").update();
    }
}

package org.plenary.tenancy.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantSchemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes schemas from the prepared script, ahead of need where possible. */
@Component
public class PreparedSchemas implements TenantSchemas {
    private static final Logger log = LoggerFactory.getLogger(PreparedSchemas.class);

    private final JdbcClient jdbc;
    private final DirectConnections connections;
    private final TenantChangeLog changes;
    private final MigrationNotes notes;
    private final Clock clock;

    PreparedSchemas(
            JdbcClient jdbc,
            DirectConnections connections,
            TenantChangeLog changes,
            MigrationNotes notes,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.changes = changes;
        this.notes = notes;
        this.clock = clock;
    }

    /** A spare's name, taken for good in the caller's transaction; or empty when none is left. */
    public Optional<String> claim() {
        return jdbc.sql("""
                        delete from control.spare_schema where schema_name = (
                            select schema_name from control.spare_schema where schema_version = ?
                            order by created_at limit 1 for update skip locked)
                        returning schema_name""").param(changes.version()).query(String.class).optional();
    }

    /** A name for a schema that does not exist yet. */
    public static String newName() {
        return "t_" + Ids.reference(10).toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Origin provision(TenantId tenant) {
        var schema = jdbc.sql("select schema_name from control.tenant where id = ?")
                .param(tenant.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("The tenant"));
        var start = clock.instant();
        var origin = create(schema);
        jdbc.sql("update control.tenant set schema_version = ? where id = ? and schema_version is null")
                .params(changes.version(), tenant.value())
                .update();
        notes.made(tenant.value(), start);
        log.info(
                "provisioned schema={} origin={} ms={}",
                schema,
                origin,
                Duration.between(start, clock.instant()).toMillis());
        return origin;
    }

    /** Whether no upgrade is left to do for the tenant; true for one that has no schema yet. */
    public boolean isCurrent(Tenant tenant) {
        return tenant.schemaVersion() == null || !changes.isBehind(tenant.schemaVersion());
    }

    @Override
    public int keepSpares(int wanted) {
        var made = 0;
        while (spares() < wanted) {
            var schema = newName();
            create(schema);
            jdbc.sql("insert into control.spare_schema (schema_name, schema_version, created_at) values (?, ?, ?)")
                    .params(schema, changes.version(), Timestamp.from(clock.instant()))
                    .update();
            made++;
        }
        return made;
    }

    private int spares() {
        return jdbc.sql("select count(*) from control.spare_schema where schema_version = ?")
                .param(changes.version())
                .query(Integer.class)
                .single();
    }

    /** In one transaction: after a crash there is no schema or a whole one. */
    private Origin create(String schema) {
        try (var connection = connections.open()) {
            connection.setAutoCommit(false);
            if (exists(connection, schema)) return Origin.SPARE;
            try (var statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
                statement.execute("set local search_path to " + schema);
                statement.execute(changes.script());
            }
            connection.commit();
            return Origin.SCRIPT;
        } catch (SQLException e) {
            throw new IllegalStateException("the schema " + schema + " could not be made", e);
        }
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            query.setString(1, schema);
            return query.executeQuery().next();
        }
    }
}

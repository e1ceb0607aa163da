package org.plenary.tenancy.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.SchemaSums;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes, fills and drops schemas beside those in use; which ones there are is noted before the first statement for them. */
@Component
class CopiedSchemas implements SchemaCopies {
    private static final Logger log = LoggerFactory.getLogger(CopiedSchemas.class);

    /** Schemas' names are made by us and stand in SQL as they are. */
    private static final Pattern NAME = Pattern.compile("t_[a-z0-9]+");

    private final DirectConnections connections;
    private final TenantChangeLog changes;
    private final List<SchemaSums> sums;
    private final JdbcClient jdbc;
    private final Clock clock;

    CopiedSchemas(
            DirectConnections connections,
            TenantChangeLog changes,
            List<SchemaSums> sums,
            JdbcClient jdbc,
            Clock clock) {
        this.connections = connections;
        this.changes = changes;
        this.sums = sums;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Source read(String schema) {
        try {
            return new SchemaReading(open(schema), this::sums);
        } catch (SQLException e) {
            throw failed(schema, e);
        }
    }

    @Override
    public String version() {
        return changes.version();
    }

    @Override
    public boolean canMake(List<String> files) {
        return Set.copyOf(changes.files()).containsAll(files);
    }

    @Override
    public String reserve(TenantId tenant, Duration life) {
        var schema = PreparedSchemas.newName();
        jdbc.sql(
                        "insert into control.replaced_schema (schema_name, tenant_id, noted_at, drop_after) values (?, ?, ?, ?)")
                .params(
                        schema,
                        tenant.value(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().plus(life)))
                .update();
        return schema;
    }

    /** With all the changes there are the prepared script makes the same schema in a third of the time. */
    @Override
    public void make(String schema, List<String> files) {
        requireBeside(schema);
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
            connection.setAutoCommit(false);
            statement.execute("create schema " + schema);
            statement.execute("set search_path to " + schema);
            if (Set.copyOf(files).equals(Set.copyOf(changes.files()))) statement.execute(changes.script());
            connection.commit();
            if (!Set.copyOf(files).equals(Set.copyOf(changes.files()))) changes.apply(connection, schema, files);
        } catch (Exception e) {
            throw failed(schema, e);
        }
    }

    @Override
    public Target fill(String schema) {
        requireBeside(schema);
        try {
            return new SchemaFilling(open(schema));
        } catch (SQLException e) {
            throw failed(schema, e);
        }
    }

    @Override
    public void upgrade(String schema) {
        requireBeside(schema);
        try (var connection = connections.open()) {
            changes.update(connection, schema);
        } catch (Exception e) {
            throw failed(schema, e);
        }
    }

    @Override
    public Map<String, String> sums(String schema) {
        try (var connection = open(schema)) {
            return sums(connection);
        } catch (SQLException e) {
            throw failed(schema, e);
        }
    }

    private Map<String, String> sums(Connection connection) {
        var all = new TreeMap<String, String>();
        try {
            for (var each : sums) all.putAll(each.of(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the sums of a schema cannot be read", e);
        }
        return all;
    }

    @Override
    public void drop(String schema) {
        requireBeside(schema);
        jdbc.sql("drop schema if exists " + schema + " cascade").update();
        jdbc.sql("delete from control.replaced_schema where schema_name = ?")
                .param(schema)
                .update();
    }

    @Override
    public int dropOld() {
        var old = names("drop_after < ?", Timestamp.from(clock.instant()));
        for (var schema : old) {
            drop(schema);
            log.info("dropped schema={}, which was replaced or never used", schema);
        }
        return old.size();
    }

    @Override
    public void dropAllOf(TenantId tenant) {
        names("tenant_id = ?", tenant.value()).forEach(this::drop);
    }

    private List<String> names(String condition, Object value) {
        return jdbc.sql("select schema_name from control.replaced_schema where " + condition + " order by 1")
                .param(value)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** One that somebody works in is neither made anew, nor filled, nor dropped. */
    private void requireBeside(String schema) {
        var inUse = jdbc.sql("""
                        select (select count(*) from control.tenant where schema_name = :name)
                             + (select count(*) from control.spare_schema where schema_name = :name)""").param("name", schema).query(Integer.class).single();
        if (inUse > 0 || !NAME.matcher(schema).matches())
            throw new IllegalStateException("the schema " + schema + " is in use");
    }

    /** Everything is written as it is read, whatever the settings of the machine. */
    private Connection open(String schema) throws SQLException {
        if (!NAME.matcher(schema).matches()) throw new IllegalStateException(schema);
        var connection = connections.open();
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path to " + schema);
            statement.execute("set timezone to 'UTC'");
            statement.execute("set datestyle to 'ISO, YMD'");
            statement.execute("set intervalstyle to 'iso_8601'");
            statement.execute("set extra_float_digits to 3");
            statement.execute("set bytea_output to 'hex'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static IllegalStateException failed(String schema, Exception e) {
        return new IllegalStateException("the schema " + schema + " could not be copied", e);
    }
}

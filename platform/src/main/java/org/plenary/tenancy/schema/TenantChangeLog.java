package org.plenary.tenancy.schema;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateDatabaseChangeLogLockTableStatement;
import liquibase.statement.core.InitializeDatabaseChangeLogLockTableStatement;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The change log of a tenant's schema: replayed step by step for an upgrade, or turned once into a script that makes the
 * same schema, with the same history, in a fraction of the time.
 */
@Component
public class TenantChangeLog {
    private static final String PATH = "db/tenant/changelog.xml";

    /** Without a database Liquibase numbers the changes of the history 1, 3, 5 and so on. */
    private static final String COUNT_BY_ONE = """
            update databasechangelog set orderexecuted = counted.number
            from (select id, row_number() over (order by orderexecuted) as number from databasechangelog) counted
            where databasechangelog.id = counted.id;
            """;

    private final ResourceAccessor resources;
    private final Prepared prepared;

    /** @param version the number of changes: it rises with each one added */
    private record Prepared(String script, String version) {}

    TenantChangeLog(ResourceLoader loader) throws Exception {
        resources = new SpringResourceAccessor(loader);
        prepared = prepare();
    }

    /** What {@code schema_version} is when every change is applied: a number that grows with each version of the application. */
    public String version() {
        return prepared.version();
    }

    /** Whether a schema of that version lacks something; a newer one, of a version that is being rolled out, lacks nothing. */
    boolean isBehind(String schemaVersion) {
        return Integer.parseInt(schemaVersion) < Integer.parseInt(version());
    }

    /** SQL that fills an empty schema, which the search path must name alone. */
    String script() {
        return prepared.script();
    }

    /** Applies what is missing; the slow way, for schemas that exist. One at a time for each schema, on however many nodes. */
    public void update(Connection connection, String schema) throws LiquibaseException, SQLException {
        lock(connection, schema);
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName(schema);
        database.setLiquibaseSchemaName(schema);
        new Liquibase(PATH, resources, database).update(new Contexts(), new LabelExpression());
    }

    /**
     * Held until the connection is closed, even by the death of the process. Whoever has it knows that Liquibase's own lock, which is
     * a row, was left there by an upgrade that did not end well: the next one would wait for it for minutes, and fail.
     */
    private static void lock(Connection connection, String schema) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "upgrade:" + schema);
            lock.execute();
        }
        try (var there = connection.prepareStatement("select to_regclass(?) is not null")) {
            there.setString(1, schema + ".databasechangeloglock");
            try (var row = there.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) return;
            }
        }
        try (var free = connection.createStatement()) {
            free.execute("update " + schema
                    + ".databasechangeloglock set locked = false, lockgranted = null, lockedby = null where locked");
        }
    }

    private Prepared prepare() throws Exception {
        var history = Files.createTempFile("plenary-tenant", ".csv");
        Files.delete(history);
        try {
            var script = new StringWriter();
            var liquibase = new Liquibase(PATH, resources, offline(history));
            var count = liquibase.getDatabaseChangeLog().getChangeSets().size();
            liquibase.update(new Contexts(), new LabelExpression(), script);
            return new Prepared(script + COUNT_BY_ONE + lockTable(), String.valueOf(count));
        } finally {
            Files.deleteIfExists(history);
        }
    }

    /** Without a database Liquibase needs no lock, so its table is not in the script by itself. */
    private static String lockTable() {
        SqlStatement[] statements = {
            new CreateDatabaseChangeLogLockTableStatement(), new InitializeDatabaseChangeLogLockTableStatement()
        };
        var database = new PostgresDatabase();
        database.setOutputDefaultSchema(false);
        return Arrays.stream(SqlGeneratorFactory.getInstance().generateSql(statements, database))
                .map(sql -> sql.toSql() + ";\n")
                .collect(Collectors.joining());
    }

    private Database offline(Path history) {
        var database = new PostgresDatabase();
        database.setOutputDefaultSchema(false);
        database.setConnection(
                new OfflineConnection("offline:postgresql?outputLiquibaseSql=all&changeLogFile=" + history, resources));
        return database;
    }
}

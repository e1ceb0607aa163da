package org.plenary.tenancy.schema;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateDatabaseChangeLogLockTableStatement;
import liquibase.statement.core.InitializeDatabaseChangeLogLockTableStatement;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The change log of a tenant's schema: replayed step by step for an upgrade, or turned once into a script that makes the
 * same schema, with the same history, in a fraction of the time.
 */
@Component
@DependsOn("controlMigration") // Liquibase does one thing at a time
public class TenantChangeLog implements SmartInitializingSingleton {
    private static final String PATH = "db/tenant/changelog.xml";
    private static final String SOME = "some-changes.xml";

    /** Without a database Liquibase numbers the changes of the history 1, 3, 5 and so on. */
    private static final String COUNT_BY_ONE = """
            update databasechangelog set orderexecuted = counted.number
            from (select id, row_number() over (order by orderexecuted) as number from databasechangelog) counted
            where databasechangelog.id = counted.id;
            """;

    private final ResourceAccessor resources;
    private final FutureTask<Prepared> prepared = new FutureTask<>(this::prepare);

    /** @param files one for each change; their number is the version, which rises with each one added */
    private record Prepared(String script, List<String> files) {
        String version() {
            return String.valueOf(files.size());
        }
    }

    /** To read the change log takes a second, in which the application goes on starting. */
    TenantChangeLog(ResourceLoader loader) {
        resources = new SpringResourceAccessor(loader);
        Thread.ofPlatform().daemon().name("tenant-change-log").start(prepared);
    }

    /** An application whose change log cannot be read does not start. */
    @Override
    public void afterSingletonsInstantiated() {
        prepared();
    }

    private Prepared prepared() {
        try {
            return prepared.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the tenants' change log cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the tenants' change log was read", e);
        }
    }

    /** What {@code schema_version} is when every change is applied: a number that grows with each version of the application. */
    public String version() {
        return prepared().version();
    }

    /** The files of all changes, in their order. */
    List<String> files() {
        return prepared().files();
    }

    /** Whether a schema of that version lacks something; a newer one, of a version that is being rolled out, lacks nothing. */
    boolean isBehind(String schemaVersion) {
        return Integer.parseInt(schemaVersion) < Integer.parseInt(version());
    }

    /** SQL that fills an empty schema, which the search path must name alone. */
    String script() {
        return prepared().script();
    }

    /** Applies what is missing; the slow way, for schemas that exist. One at a time for each schema, on however many nodes. */
    public void update(Connection connection, String schema) throws LiquibaseException, SQLException {
        replay().update(connection, schema);
    }

    /** The change log as it was read, for many schemas one after the other: to read it takes longer than to apply what is new. */
    Replay replay() throws LiquibaseException {
        return new Replay(new Liquibase(PATH, resources, new PostgresDatabase()).getDatabaseChangeLog());
    }

    /** For one thread at a time. */
    final class Replay {
        private final DatabaseChangeLog log;

        private Replay(DatabaseChangeLog log) {
            this.log = log;
        }

        void update(Connection connection, String schema) throws LiquibaseException, SQLException {
            lock(connection, schema);
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(schema);
            database.setLiquibaseSchemaName(schema);
            new Liquibase(log, resources, database).update(new Contexts(), new LabelExpression());
        }
    }

    /** Applies some changes alone, in this order: those that a schema of an older version has. */
    void apply(Connection connection, String schema, List<String> files) throws Exception {
        var folder = Files.createTempDirectory("plenary-changes");
        try {
            Files.writeString(folder.resolve(SOME), log(files));
            var both = new CompositeResourceAccessor(new DirectoryResourceAccessor(folder), resources);
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(schema);
            database.setLiquibaseSchemaName(schema);
            new Liquibase(SOME, both, database).update(new Contexts(), new LabelExpression());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String log(List<String> files) {
        return files.stream()
                .map("  <include file=\"%s\"/>\n"::formatted)
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                        """, "</databaseChangeLog>\n"));
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
            var files = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                    .map(ChangeSet::getFilePath)
                    .toList();
            liquibase.update(new Contexts(), new LabelExpression(), script);
            return new Prepared(script + COUNT_BY_ONE + lockTable(), files);
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

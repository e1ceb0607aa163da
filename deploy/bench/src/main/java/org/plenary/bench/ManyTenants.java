package org.plenary.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.plenary.tenancy.schema.ScriptForBench;

/** Tenants with real schemas, each with some orders. */
record ManyTenants(List<Tenant> tenants) {
    private static final int AT_ONCE = 2;
    private static final String ORDERS = """
            insert into orders (id, conference_id, code, secret_hashes, status, contact_name, contact_email,
                contact_country, locale, currency, total_minor, created_at, expires_at)
            select gen_random_uuid(), gen_random_uuid(), 'C' || n, array['-'], 'pending', 'Ada Lovelace',
                'ada@example.org', 'GB', 'en', 'EUR', 0, now(), now()
            from generate_series(1, 200) n""";

    /** Makes those that are missing; makes all new when the schema has changed since. */
    static ManyTenants in(Database database, int count) throws Exception {
        var script = ScriptForBench.text();
        var version = UUID.nameUUIDFromBytes(script.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        var existing = database.texts("select nspname from pg_namespace where nspname like 'b%' order by 1");
        for (var schema : existing)
            if (!schema.startsWith("b" + version)) database.execute("drop schema " + schema + " cascade");
        var tenants = new ArrayList<Tenant>();
        for (var i = 0; i < count; i++) tenants.add(tenant(i, "b%s_%04d".formatted(version, i)));
        var missing = tenants.stream()
                .map(Tenant::schema)
                .filter(schema -> !existing.contains(schema))
                .toList();
        if (!missing.isEmpty()) make(database, missing, script);
        return new ManyTenants(tenants);
    }

    private static void make(Database database, List<String> schemas, String script) throws InterruptedException {
        System.out.println("making " + schemas.size() + " schemas, once");
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (var schema : schemas)
                work.add(() -> {
                    make(database, schema, script);
                    return true;
                });
            for (var done : executor.invokeAll(work)) done.resultNow();
        }
    }

    private static void make(Database database, String schema, String script) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema " + schema);
            statement.execute("set local search_path to " + schema);
            statement.execute(script);
            statement.execute(ORDERS);
            statement.execute("analyze orders");
            connection.commit();
        }
    }

    private static Tenant tenant(int number, String schema) {
        return new Tenant(
                new TenantId(UUID.nameUUIDFromBytes(schema.getBytes(StandardCharsets.UTF_8))),
                "b" + number,
                schema,
                "Tenant " + number,
                "DE",
                Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"),
                TenantStatus.ACTIVE,
                null,
                "free",
                Branding.DEFAULT,
                null,
                null,
                Instant.EPOCH);
    }

    int count() {
        return tenants.size();
    }

    Tenant get(int number) {
        return tenants.get(number);
    }
}

package org.plenary.tenancy.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Gives connections that see one schema: the bound tenant's, or {@code control} when none is bound. A tenant's connections
 * come from one of a few small pools, always the same one. The search path is set only when a connection met another tenant
 * last, so most checkouts cost no round trip; it is set outside of transactions, so no rollback takes it back. A connection that has
 * met too many is replaced, for the server keeps in its memory what it looked up for each of them. No tenant has all of its pool.
 */
final class TenantDataSource extends AbstractDataSource implements AutoCloseable {
    static final String CONTROL = "control";

    /** Where a new connection of a tenant pool looks: a schema that does not exist, so that a forgotten binding fails. */
    private static final String NOWHERE = "unbound";

    private static final long PATIENCE_MILLIS = 10_000;

    /** Two, as a step of its own is written beside the transaction that is open. */
    private static final int LEAST = 2;

    /** Who waits for a row gives up before the browser does, and who holds one and stands still is made to let go. */
    private static final String PATIENCE = "-c lock_timeout=30s -c idle_in_transaction_session_timeout=5min";

    private final HikariDataSource control;
    private final List<HikariDataSource> tenants;
    private final int tenantsPerConnection;
    private final Shares shares;
    private final Cache<PGConnection, MetTenants> met =
            Caffeine.newBuilder().weakKeys().build();

    TenantDataSource(DatabaseSettings settings) {
        control = pool(settings, "control", CONTROL, settings.controlConnections());
        tenants = IntStream.range(0, settings.tenantPools())
                .mapToObj(i -> pool(settings, "tenants-" + i, NOWHERE, settings.connectionsPerPool()))
                .toList();
        tenantsPerConnection = settings.tenantsPerConnection();
        shares = new Shares(Math.max(LEAST, settings.connectionsPerPool() - 1), PATIENCE_MILLIS);
    }

    private static HikariDataSource pool(DatabaseSettings settings, String name, String schema, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setIdleTimeout(60_000);
        config.setMaxLifetime(settings.maximumLifetime().toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("currentSchema", schema);
        config.addDataSourceProperty("options", PATIENCE);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "plenary-" + name);
        return new HikariDataSource(config);
    }

    /** How many connections of each pool are in use, and who waits for one. */
    void measure(MeterRegistry meters) {
        var factory = new MicrometerMetricsTrackerFactory(meters);
        control.setMetricsTrackerFactory(factory);
        tenants.forEach(pool -> pool.setMetricsTrackerFactory(factory));
    }

    @Override
    public Connection getConnection() throws SQLException {
        var tenant = Tenancy.current();
        if (tenant.isEmpty()) return control.getConnection();
        return shares.take(tenant.get(), () -> tenantConnection(tenant.get()));
    }

    private Connection tenantConnection(Tenant tenant) throws SQLException {
        var pool = poolOf(tenant);
        var connection = pool.getConnection();
        try {
            while (!met(connection).mayMeet(tenant.schema(), tenantsPerConnection)) {
                pool.evictConnection(connection);
                connection = pool.getConnection();
            }
            var met = met(connection);
            if (!met.isLast(tenant.schema())) {
                met.forgetLast();
                try (var statement = connection.createStatement()) {
                    var schema = connection.unwrap(PGConnection.class).escapeIdentifier(tenant.schema());
                    statement.execute("set search_path to " + schema);
                }
                met.note(tenant.schema());
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private MetTenants met(Connection connection) throws SQLException {
        return met.get(connection.unwrap(PGConnection.class), physical -> new MetTenants());
    }

    private HikariDataSource poolOf(Tenant tenant) {
        return tenants.get(Math.floorMod(tenant.id().hashCode(), tenants.size()));
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("connections are made by configuration alone");
    }

    @Override
    public void close() {
        control.close();
        tenants.forEach(HikariDataSource::close);
    }
}

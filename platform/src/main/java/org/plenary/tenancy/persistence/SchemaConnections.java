package org.plenary.tenancy.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** Hibernate's way to a tenant's connection. The data source knows the tenant already; this only checks that both agree. */
@SuppressWarnings("serial") // never serialized: a session factory of ours does not leave the process
final class SchemaConnections implements MultiTenantConnectionProvider<String> {
    private final transient DataSource dataSource;
    private final transient BoundSchema bound;

    SchemaConnections(DataSource dataSource, BoundSchema bound) {
        this.dataSource = dataSource;
        this.bound = bound;
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getConnection(String schema) throws SQLException {
        if (!schema.equals(bound.resolveCurrentTenantIdentifier()))
            throw new IllegalStateException("a session of schema " + schema + " is used as another tenant");
        return dataSource.getConnection();
    }

    @Override
    public void releaseConnection(String schema, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}

package org.plenary.tenancy.schema;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Brings the schema {@code control} to the newest version before anything else uses the database. */
final class ControlMigration extends SpringLiquibase {
    ControlMigration(DirectConnections connections) {
        setDataSource(new Direct(connections));
        setChangeLog("classpath:db/control/changelog.xml");
        setDefaultSchema("control");
        setLiquibaseSchema("control");
        setAnalyticsEnabled(false);
    }

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        try (var connection = getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists control");
        } catch (SQLException e) {
            throw new LiquibaseException("the schema control cannot be created", e);
        }
        super.afterPropertiesSet();
    }

    private static final class Direct extends AbstractDataSource {
        private final DirectConnections connections;

        Direct(DirectConnections connections) {
            this.connections = connections;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connections.open();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return connections.open();
        }

        @Override
        public void setLogWriter(PrintWriter out) {}
    }
}

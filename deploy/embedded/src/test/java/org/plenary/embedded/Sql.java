package org.plenary.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Single statements on the database of a started PostgreSQL. */
final class Sql {

    private Sql() {}

    static String ask(Service postgres, String query) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    static void run(Service postgres, String command) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(Service postgres) throws SQLException {
        return DriverManager.getConnection(postgres.address(), postgres.user(), null);
    }
}

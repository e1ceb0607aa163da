package org.plenary.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database server as its owner sees it. */
record Database(String url, String user) {
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    int port() {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    void execute(String... statements) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }

    /** The first column of what is found. */
    List<String> texts(String sql, Object... parameters) throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}

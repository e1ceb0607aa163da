package org.plenary.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenary.tenancy.schema.ScriptForBench;

/**
 * Organizations sign up over HTTP (A), against nothing but their schemas' script sent to the database by as many connections (B), A B
 * A B. No schema is made ahead.
 */
record SignUpsAtOnce(Platform platform) {
    private static final int[] CLIENTS = {1, 16, 64};
    private static final int[] TIMES = {10, 32, 64};

    void measure(Report report) throws Exception {
        report.title("Sign-ups a second over HTTP (A), their schemas' script alone (B), A B A B");
        report.columns(
                "Clients",
                "Sign-ups in a round",
                "A: HTTP",
                "B: the script",
                "A : B",
                "A: ms, 50 / 95 / 99 %",
                "B: ms, 50 / 95 / 99 %");
        var script = ScriptForBench.text();
        var signUps = new SignUp(platform).clients("q%05d"::formatted);
        for (var i = 0; i < CLIENTS.length; i++) {
            var a = new Side();
            var b = new Side();
            for (var round = 0; round < platform.settings().rounds(); round++) {
                a.add(Load.counted(CLIENTS[i], new AtomicInteger(TIMES[i]), signUps));
                b.add(schemas(script, CLIENTS[i], TIMES[i]));
            }
            report.row(
                    CLIENTS[i], TIMES[i], a.perSecond(), b.perSecond(), a.ratioTo(b), a.percentiles(), b.percentiles());
        }
    }

    private Measured schemas(String script, int clients, int times) throws Exception {
        var next = new AtomicInteger();
        var database = platform.database();
        var measured =
                Load.counted(clients, new AtomicInteger(times), number -> new Schemas(open(database), script, next));
        for (var i = 0; i < times; i++) database.execute("drop schema " + schema(i) + " cascade");
        return measured;
    }

    private static Connection open(Database database) {
        try {
            return database.open();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String schema(int number) {
        return "bench_%05d".formatted(number);
    }

    private record Schemas(Connection connection, String script, AtomicInteger next) implements Load.Client {
        @Override
        public boolean work() throws IOException {
            var schema = schema(next.getAndIncrement());
            try (var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("create schema " + schema);
                statement.execute("set local search_path to " + schema);
                statement.execute(script);
                connection.commit();
                return true;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}

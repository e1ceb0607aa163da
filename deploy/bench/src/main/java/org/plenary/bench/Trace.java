package org.plenary.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Learns from the database's own log which statements the application sends. */
final class Trace {
    private static final Pattern RECORD = Pattern.compile("(?s)@@(\\S*)@(\\d+) (\\w+): {2}(.*)");
    private static final Pattern EXECUTE = Pattern.compile("(?s)(?:execute [^:]+|statement): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?s)\\$(\\d+) = (NULL|'((?:[^']|'')*)')");

    private final Database database;
    private final Path log;
    private long begun;

    Trace(Database database, Path log) {
        this.database = database;
        this.log = log;
    }

    /**
     * @param connection the name that the application gives it
     * @param process of the database, one for each connection
     * @param values of {@code $1} and so on, as text
     */
    record Statement(String connection, String process, String sql, List<@Nullable String> values) {
        /** Whether the connection looks into the schema of one tenant from here on. */
        boolean setsPath() {
            return sql.startsWith("set search_path");
        }

        boolean mentions(String text) {
            return values.stream().anyMatch(value -> value != null && value.contains(text));
        }
    }

    /** Has every statement written down from now on. */
    void begin() throws SQLException, InterruptedException, IOException {
        begun = Files.size(log);
        database.execute(
                "alter system set log_line_prefix = '@@%a@%p '",
                "alter system set log_statement = 'all'", "select pg_reload_conf()");
        TimeUnit.MILLISECONDS.sleep(500);
    }

    void end() throws SQLException, InterruptedException {
        database.execute(
                "alter system reset log_line_prefix", "alter system reset log_statement", "select pg_reload_conf()");
        TimeUnit.MILLISECONDS.sleep(500);
    }

    interface Work {
        void run() throws Exception;
    }

    /**
     * What the work made the application send, in the order in which the database began it; before it stand the paths that the
     * connections had been set to.
     */
    List<Statement> of(Work work) throws Exception {
        var before = Files.size(log);
        work.run();
        TimeUnit.MILLISECONDS.sleep(200);
        var bytes = Files.readAllBytes(log);
        var statements = new ArrayList<>(read(text(bytes, begun, before)));
        statements.removeIf(statement -> !statement.setsPath());
        statements.addAll(read(text(bytes, before, bytes.length)));
        return statements;
    }

    private static String text(byte[] bytes, long from, long to) {
        return new String(bytes, (int) from, (int) (to - from), StandardCharsets.UTF_8);
    }

    static List<Statement> read(String log) {
        var statements = new ArrayList<Statement>();
        var lastOf = new LinkedHashMap<String, Integer>();
        for (var record : log.split("\\n(?=@@)")) {
            var parts = RECORD.matcher(record.replace("\n\t", "\n").strip());
            if (!parts.matches()) continue;
            var process = parts.group(2);
            var text = parts.group(4);
            var execute = EXECUTE.matcher(text);
            if (parts.group(3).equals("LOG") && execute.matches()) {
                lastOf.put(process, statements.size());
                statements.add(
                        new Statement(parts.group(1), process, execute.group(1).strip(), List.of()));
            } else if (parts.group(3).equals("DETAIL") && lastOf.containsKey(process)) {
                var last = lastOf.get(process);
                var statement = statements.get(last);
                statements.set(last, new Statement(statement.connection(), process, statement.sql(), values(text)));
            }
        }
        return statements;
    }

    private static List<@Nullable String> values(String detail) {
        var found = PARAMETER.matcher(detail);
        var values = new ArrayList<@Nullable String>();
        while (found.find()) {
            var quoted = found.group(3);
            values.add(quoted == null ? null : quoted.replace("''", "'"));
        }
        return values;
    }

    /** How often each kind of statement was sent, for reading by people. */
    static Map<String, Integer> kinds(List<Statement> statements) {
        var kinds = new LinkedHashMap<String, Integer>();
        for (var statement : statements) {
            var words = statement.sql().replaceAll("\\s+", " ").split(" ");
            kinds.merge(words[0].toUpperCase(java.util.Locale.ROOT), 1, Integer::sum);
        }
        return kinds;
    }
}

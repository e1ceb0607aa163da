package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a script for pgbench of the statements that one piece of work sent. What differs from one to the next (ids, codes) is made
 * new in each transaction; all else stays as it was.
 */
final class TransactionScript {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z0-9-])[A-Z0-9]{12}(?![A-Za-z0-9-])");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern NUMBERS = Pattern.compile("\\{[0-9,]+}");
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final int HEAD = 20;

    /** A number that no transaction of any run had before; 48 bits, as much as the tail of an id. */
    private static final String BEGIN = """
            \\set i :i + 1
            \\set n (:run * 256 + :client_id) * 4294967296 + :i
            """;

    static final String NUMBER = "lpad(to_hex(:n::bigint), 12, '0')";

    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final String begin;

    private TransactionScript(String begin) {
        this.begin = begin;
    }

    /**
     * @param one the statements of a piece of work
     * @param other those of another; what is in both is no piece's own
     * @param drawn what else is taken anew
     */
    static String of(List<Trace.Statement> one, List<Trace.Statement> other, List<Drawn> drawn) {
        var sets = drawn.stream()
                .map(Drawn::set)
                .filter(set -> !set.isEmpty())
                .map(set -> set + "\n")
                .collect(Collectors.joining());
        var script = new TransactionScript(BEGIN + sets);
        for (var each : drawn) script.fresh.put(each.value(), each.sql());
        for (var statement : one) for (var value : statement.values()) script.learn(value, other);
        return script.write(one);
    }

    static void save(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
    }

    private void learn(@Nullable String value, List<Trace.Statement> other) {
        if (value == null) return;
        // as long as a ticket's code, or shorter: the number has twelve digits too
        CODE.matcher(value)
                .results()
                .map(MatchResult::group)
                .filter(code -> other.stream().noneMatch(statement -> statement.mentions(code)))
                .forEach(code -> fresh.putIfAbsent(code, NUMBER));
        ID.matcher(value)
                .results()
                .map(MatchResult::group)
                .filter(id -> other.stream().noneMatch(statement -> statement.mentions(id)))
                .forEach(id -> fresh.computeIfAbsent(id, this::newId));
    }

    /** Ids of one transaction differ in their fourth group, those of different ones in the last. */
    private String newId(String id) {
        return "'" + id.substring(0, HEAD) + "%03x".formatted(fresh.size()) + "-' || " + NUMBER;
    }

    private String write(List<Trace.Statement> statements) {
        var script = new StringBuilder(begin);
        for (var statement : statements) {
            var sql = PLACE.matcher(statement.sql())
                    .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(
                            literal(statement.values().get(Integer.parseInt(place.group(1)) - 1))));
            script.append(sql).append(";\n");
        }
        return script.toString();
    }

    private String literal(@Nullable String value) {
        if (value == null) return "NULL";
        var parts = new ArrayList<String>();
        var rest = 0;
        for (var match : tokens().matcher(value).results().toList()) {
            if (match.start() > rest) parts.add(quoted(value.substring(rest, match.start())));
            parts.add(fresh.get(match.group()));
            rest = match.end();
        }
        if (rest < value.length() || parts.isEmpty()) parts.add(quoted(value.substring(rest)));
        var isMade = parts.size() > 1 || rest > 0;
        var text = isMade ? "(" + String.join(" || ", parts) + ")" : parts.getFirst();
        return text + type(value, isMade);
    }

    private Pattern tokens() {
        if (fresh.isEmpty()) return NEVER;
        return Pattern.compile(
                String.join("|", fresh.keySet().stream().map(Pattern::quote).toList()));
    }

    /** The log does not tell types; these are the ones that PostgreSQL cannot infer from where a value stands. */
    private static String type(String value, boolean isMade) {
        if (NUMBERS.matcher(value).matches()) return "::int[]";
        if (value.startsWith("{") && !value.startsWith("{\"") && !value.startsWith("{}")) return "::text[]";
        if (value.startsWith("{\"") && !value.contains("\":")) return "::text[]";
        return isMade && ID.matcher(value).matches() ? "::uuid" : "";
    }

    /** pgbench takes a colon before a name for a variable of its own, in texts too. */
    private static String quoted(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\072") + "'";
    }
}

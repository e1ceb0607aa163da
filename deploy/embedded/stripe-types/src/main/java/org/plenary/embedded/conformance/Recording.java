package org.plenary.embedded.conformance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a card sandbox wrote down of its calls and events, one JSON object a line. A call has {@code method}, {@code path},
 * {@code params}, {@code form}, {@code status} and {@code answer}; an event is the member {@code event}.
 */
public final class Recording {
    private final Path file;
    private final boolean refusedToo;
    private long read;

    /** @param refusedToo whether a request must fit even when it was refused: not where tests send what is wrong on purpose */
    public Recording(Path file, boolean refusedToo) {
        this.file = file;
        this.refusedToo = refusedToo;
    }

    /**
     * Looks at what was written since the last time.
     *
     * @throws AssertionError when something differs from Stripe's types
     */
    public synchronized void check() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : newLines()) {
            JsonNode entry = JsonMapper.shared().readTree(line);
            for (String difference : differences(entry)) found.putIfAbsent(difference, line);
        }
        if (found.isEmpty()) return;
        var message = new StringBuilder("Differs from Stripe's own types:\n");
        found.forEach((difference, line) -> message.append(difference)
                .append("\n    in ")
                .append(line, 0, Math.min(line.length(), 1_500))
                .append('\n'));
        throw new AssertionError(message.toString());
    }

    /** Empty when the call, or the event, is as Stripe's types have it. */
    List<String> differences(JsonNode entry) {
        StripeTypes types = Types.ONLY;
        if (entry.has("event")) {
            return types.event(entry.path("event"));
        }
        String method = entry.path("method").asString("");
        String path = entry.path("path").asString("");
        int status = entry.path("status").asInt(0);
        List<String> found = new ArrayList<>();
        if (status >= 400) found.addAll(named(method + " " + path, types.error(entry.path("answer"))));
        if (status >= 400 && !refusedToo) return found;
        String route = types.route(method, path).orElse("");
        if (route.isEmpty()) {
            found.add("Stripe has no " + method + " " + path);
        } else if (!types.described(route)) {
            found.add("There is no schema of " + route + ": name it in generator/routes.txt and make the schemas anew");
        } else {
            boolean form = entry.path("form").asBoolean(true);
            found.addAll(types.params(route, entry.path("params"), form));
            // 0: the connection was cut off on purpose
            if (status > 0 && status < 400) found.addAll(types.answer(route, entry.path("answer")));
        }
        return found;
    }

    private static List<String> named(String what, List<String> differences) {
        return differences.stream().map(one -> what + " " + one).toList();
    }

    private List<String> newLines() {
        if (!Files.exists(file)) return List.of();
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) (in.length() - read)];
            in.seek(read);
            in.readFully(bytes);
            // the last line may be half written
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') end--;
            read += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schemas are read once, when the first recording is looked at. */
    private static final class Types {
        private static final StripeTypes ONLY = new StripeTypes();
    }
}

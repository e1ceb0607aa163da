package org.plenary.embedded.sandbox;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The last calls of the API, for tests and curious developers. Card numbers never reach the API. */
final class RequestLog {
    private static final int REMEMBERED = 1_000;

    private final Clock clock;
    private final Deque<ObjectNode> entries = new ArrayDeque<>();

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void note(
            String method,
            String path,
            @Nullable String account,
            @Nullable String key,
            String body,
            int status,
            boolean replayed) {
        ObjectNode entry = Json.object();
        entry.put("at", clock.instant().toString());
        entry.put("method", method);
        entry.put("path", path);
        entry.put("account", account);
        entry.put("idempotency_key", key);
        entry.put("body", body);
        entry.put("status", status);
        entry.put("replayed", replayed);
        entries.addFirst(entry);
        if (entries.size() > REMEMBERED) {
            entries.removeLast();
        }
    }

    synchronized ArrayNode last(long count) {
        ArrayNode last = Json.array();
        entries.stream().limit(count).forEach(last::add);
        return last;
    }

    synchronized void clear() {
        entries.clear();
    }
}

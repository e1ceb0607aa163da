package org.plenary.embedded.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults that the control page orders for the next calls of the API. */
final class Faults {
    private static final Set<String> KINDS = Set.of("500", "429", "timeout", "close");

    /**
     * @param kind {@code 500}, {@code 429}, {@code timeout} or {@code close}
     * @param after whether the call takes effect before it seems to fail
     * @param path only calls whose path starts so
     */
    record Fault(String kind, boolean after, String path) {}

    private final List<Fault> coming = new ArrayList<>();
    private long latencyMillis;

    synchronized void order(Params params) {
        params.number("latency_ms", 0).ifPresent(millis -> latencyMillis = millis);
        String kind = params.textOrNull("kind");
        if (kind == null) {
            return;
        }
        if (!KINDS.contains(kind)) {
            throw StripeError.invalidParameter(null, "kind", "One of " + KINDS);
        }
        boolean after = params.text("when").orElse("before").equals("after");
        long count = Math.min(params.number("count", 1).orElse(1L), 10_000);
        for (long i = 0; i < count; i++) {
            coming.add(new Fault(kind, after, params.text("path").orElse("/v")));
        }
    }

    synchronized Optional<Fault> take(String path) {
        for (Fault fault : coming) {
            if (path.startsWith(fault.path())) {
                coming.remove(fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized long latencyMillis() {
        return latencyMillis;
    }

    synchronized void clear() {
        coming.clear();
        latencyMillis = 0;
    }

    synchronized ObjectNode describe() {
        ObjectNode answer = Json.object();
        answer.put("latency_ms", latencyMillis);
        ArrayNode faults = answer.putArray("coming");
        for (Fault fault : coming) {
            ObjectNode one = faults.addObject();
            one.put("kind", fault.kind());
            one.put("when", fault.after() ? "after" : "before");
            one.put("path", fault.path());
        }
        return answer;
    }
}

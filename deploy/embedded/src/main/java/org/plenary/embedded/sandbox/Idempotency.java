package org.plenary.embedded.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * One effect per key and account: the first answer is kept, in the same transaction as what it tells of, and given
 * again. A key may be used anew after 24 hours.
 */
final class Idempotency {
    private static final int LONGEST_KEY = 255;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Store store;
    private final SandboxClock clock;
    private final Faults faults;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Idempotency(Store store, SandboxClock clock, Faults faults) {
        this.store = store;
        this.clock = clock;
        this.faults = faults;
    }

    Answer once(Call call, String request, Supplier<ObjectNode> work) {
        String key = call.key().orElse("");
        if (key.isEmpty()) {
            Api.pause(faults.latencyMillis());
            return Answer.of(store.transact(work));
        }
        if (key.length() > LONGEST_KEY) {
            throw StripeError.invalidParameter(
                    null, null, "Idempotency keys are at most " + LONGEST_KEY + " characters long.");
        }
        String id = "idem_" + Ids.digest((call.account() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        if (!running.add(id)) {
            throw StripeError.status(
                    409,
                    "idempotency_error",
                    "idempotency_key_in_use",
                    "There is currently another in-progress request using this Idempotent Key (that probably means you"
                            + " submitted twice, and the other request is still going through): " + key + ".");
        }
        try {
            // the key is in use while an ordered latency lasts, so that tests can meet the conflict
            Api.pause(faults.latencyMillis());
            return remembered(id, key, request, work);
        } finally {
            running.remove(id);
        }
    }

    private Answer remembered(String id, String key, String request, Supplier<ObjectNode> work) {
        String fingerprint = Ids.digest(request.getBytes(StandardCharsets.UTF_8));
        ObjectNode known = store.find(Store.OWN, id)
                .filter(one -> Json.number(one, "created") > clock.seconds() - KEPT.toSeconds())
                .orElse(null);
        if (known != null) {
            if (!Json.text(known, "request").equals(fingerprint)) {
                throw StripeError.status(
                        400,
                        "idempotency_error",
                        null,
                        "Keys for idempotent requests can only be used with the same parameters they were first used"
                                + " with. Try using a key other than '" + key
                                + "' if you meant to execute a different request.");
            }
            return new Answer((int) Json.number(known, "status"), (ObjectNode) known.path("body"), true);
        }
        try {
            return Answer.of(store.transact(() -> {
                ObjectNode body = work.get();
                store.put(Store.OWN, entry(id, fingerprint, 200, body));
                return body;
            }));
        } catch (StripeError refusal) {
            if (refusal.repeatable()) {
                store.transact(() -> store.put(Store.OWN, entry(id, fingerprint, refusal.status(), refusal.body())));
            }
            throw refusal;
        }
    }

    private ObjectNode entry(String id, String request, int status, ObjectNode body) {
        ObjectNode entry = Json.object();
        entry.put("id", id);
        entry.put("created", clock.seconds());
        entry.put("request", request);
        entry.put("status", status);
        entry.set("body", body);
        return entry;
    }
}

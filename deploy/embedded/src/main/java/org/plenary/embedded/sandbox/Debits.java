package org.plenary.embedded.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Direct debits that the payer's bank has not answered yet. */
final class Debits {
    private final Store store;
    private final SandboxClock clock;
    private final Intents intents;
    private final Sessions sessions;
    /** Account by id of every intent that waits. */
    private final Map<String, String> waiting = new ConcurrentHashMap<>();

    Debits(Store store, SandboxClock clock, Intents intents, Sessions sessions) {
        this.store = store;
        this.clock = clock;
        this.intents = intents;
        this.sessions = sessions;
        for (ObjectNode intent : store.all("pi", null)) {
            if (Json.text(intent, "status").equals("processing")) {
                waiting.put(Json.text(intent, "id"), Json.text(intent, "_account"));
            }
        }
    }

    /** The payer gave the mandate: the session is complete, and nothing is paid. */
    void begin(String account, ObjectNode session, ObjectNode intent, TestDebit debit, Intents.Payer payer) {
        intent.put("_debit", debit.name());
        intent.put("_decided_at", clock.seconds() + debit.after().toSeconds());
        intents.process(account, intent, Means.of(debit), payer);
        sessions.complete(session, payer, false);
        String id = Json.text(intent, "id");
        store.afterCommit(() -> waiting.put(id, account));
    }

    /** Decides those whose time has come. */
    void run() {
        waiting.forEach((id, account) -> store.transact(() -> {
            store.find(account, id)
                    .filter(intent -> Json.number(intent, "_decided_at") <= clock.seconds())
                    .ifPresent(intent -> decide(account, intent));
            return true;
        }));
    }

    /** By the control: the bank answers for all debits of an account now. */
    ObjectNode decideNow(String account) {
        ObjectNode answer = Json.object();
        ArrayNode decided = answer.putArray("decided");
        waiting.forEach((id, of) -> {
            if (of.equals(account)) {
                store.transact(() -> {
                    store.find(account, id).ifPresent(intent -> decide(account, intent));
                    return true;
                });
                decided.add(id);
            }
        });
        return answer;
    }

    private void decide(String account, ObjectNode intent) {
        String id = Json.text(intent, "id");
        store.afterCommit(() -> waiting.remove(id));
        if (!Json.text(intent, "status").equals("processing")) {
            return;
        }
        TestDebit debit = TestDebit.valueOf(Json.text(intent, "_debit"));
        ObjectNode session = store.find(account, Json.text(intent, "_session")).orElseThrow();
        if (debit.succeeds()) {
            intents.processed(account, intent, Means.of(debit));
            sessions.paid(session);
        } else {
            intents.bounced(account, intent);
            sessions.bounced(session);
        }
    }
}

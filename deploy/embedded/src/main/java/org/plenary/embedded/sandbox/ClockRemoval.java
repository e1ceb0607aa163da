package org.plenary.embedded.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The end of a test clock, and of everybody who lives in its time. */
final class ClockRemoval {
    private final Store store;
    private final Events events;
    private final TestClocks clocks;
    private final Customers customers;
    private final Subscriptions subscriptions;

    ClockRemoval(Store store, Events events, TestClocks clocks, Customers customers, Subscriptions subscriptions) {
        this.store = store;
        this.events = events;
        this.clocks = clocks;
        this.customers = customers;
        this.subscriptions = subscriptions;
    }

    ObjectNode delete(Call call) {
        ObjectNode found = clocks.retrieve(call);
        TestClocks.requireReady(found);
        remove(found, call);
        ObjectNode answer = Json.object();
        answer.put("id", call.id());
        answer.put("object", "test_helpers.test_clock");
        answer.put("deleted", true);
        return answer;
    }

    /** Those that nobody deleted. */
    void removeOld() {
        clocks.tooOld().forEach(found -> remove(found, null));
    }

    private void remove(ObjectNode found, @Nullable Call cause) {
        long at = TestClocks.time(found);
        for (ObjectNode subscription : clocks.on(found, "sub")) {
            if (!Json.text(subscription, "status").equals("canceled")) {
                subscriptions.end(subscription, at, cause);
            }
        }
        for (ObjectNode invoice : clocks.on(found, "in")) {
            invoice.put("auto_advance", false);
            invoice.putNull("automatically_finalizes_at");
            invoice.putNull("next_payment_attempt");
            store.put(Json.text(invoice, "_account"), invoice);
        }
        clocks.on(found, "cus").forEach(customer -> customers.delete(customer, cause));
        store.remove(Json.text(found, "id"));
        events.emit(Json.text(found, "_account"), "test_helpers.test_clock.deleted", found, cause);
    }
}

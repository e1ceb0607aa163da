package org.plenary.embedded.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happened, as Stripe tells it. Every event is kept and, once its transaction is, sent. */
final class Events {
    /** The API version that this sandbox speaks; it is the one of stripe-java 33.3.0. */
    static final String API_VERSION = "2026-07-29.dahlia";

    static final Params.Known LIST = Listing.with("type", "types.*", "delivery_success");

    private final Store store;
    private final SandboxClock clock;
    private final Listing listing;
    private final Webhooks webhooks;
    private final Recorder recorder;

    Events(Store store, SandboxClock clock, Listing listing, Webhooks webhooks, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.listing = listing;
        this.webhooks = webhooks;
        this.recorder = recorder;
    }

    void emit(String account, String type, ObjectNode object, @Nullable Call cause) {
        ObjectNode event = Json.shape("event");
        event.put("id", Ids.next("evt_1"));
        event.put("type", type);
        event.put("created", clock.seconds());
        event.put("api_version", API_VERSION);
        if (!account.equals(Accounts.PLATFORM)) {
            event.put("account", account);
        }
        Json.child(event, "data").set("object", Json.visible(object));
        ObjectNode request = Json.child(event, "request");
        request.put("id", cause == null ? null : cause.requestId());
        request.put("idempotency_key", cause == null ? null : cause.idempotencyKey());
        event.put("pending_webhooks", webhooks.listensTo(account) ? 1 : 0);
        send(account, event);
    }

    private void send(String account, ObjectNode event) {
        store.put(account, event);
        recorder.event(event);
        webhooks.enqueue(account, event);
    }

    /** An event of version 2: it names what it is about and carries nothing of it. It goes where the account's events go. */
    void emitThin(String account, String type) {
        ObjectNode event = Json.object();
        event.put("id", Ids.next("evt_test_"));
        event.put("object", "v2.core.event");
        event.put("type", type);
        event.put("livemode", false);
        event.put("created", clock.instant().toString());
        event.put("context", account);
        ObjectNode related = event.putObject("related_object");
        related.put("id", account);
        related.put("type", "v2.core.account");
        related.put("url", "/v2/core/accounts/" + account);
        send(account, event);
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        String type = params.textOrNull("type");
        var types =
                params.at("types").valueStream().map(one -> one.asString("")).toList();
        String delivered = params.textOrNull("delivery_success");
        return listing.list(call, "evt", "/v1/events", event -> {
            String name = Json.text(event, "type");
            boolean pending = Json.number(event, "pending_webhooks") > 0;
            return Json.text(event, "object").equals("event")
                    && (type == null || matches(type, name))
                    && (types.isEmpty() || types.contains(name))
                    && (delivered == null || delivered.equals("true") != pending);
        });
    }

    private static boolean matches(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}

package org.plenary.embedded.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions from {@code open} to {@code complete} or {@code expired}. */
final class Sessions {
    static final Params.Known LIST = Listing.with("payment_intent", "status");

    private final Store store;
    private final SandboxClock clock;
    private final Events events;
    private final Intents intents;
    private final Listing listing;
    /** Account by id of every session that may still expire. */
    private final Map<String, String> open = new ConcurrentHashMap<>();

    Sessions(Store store, SandboxClock clock, Events events, Intents intents, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.intents = intents;
        this.listing = listing;
        for (ObjectNode session : store.all("cs", null)) {
            if (isOpen(session)) {
                open.put(Json.text(session, "id"), Json.text(session, "_account"));
            }
        }
    }

    ObjectNode add(Call call, ObjectNode session) {
        String id = Json.text(session, "id");
        session.put("_account", call.account());
        session.put("_csrf", Ids.tail(32));
        store.put(call.account(), session);
        open.put(id, call.account());
        return session;
    }

    /** The session for its hosted page, whichever account it belongs to, or null. */
    @Nullable
    ObjectNode onPage(String id) {
        return store.transact(() -> store.findAnywhere(id)
                .filter(_ -> Ids.kind(id).equals("cs"))
                .map(this::expireIfDue)
                .orElse(null));
    }

    ObjectNode retrieve(Call call) {
        return store.transact(() -> expireIfDue(get(call)));
    }

    ObjectNode lines(Call call) {
        return (ObjectNode) get(call).path("_lines");
    }

    ObjectNode list(Call call) {
        expireDue();
        Params params = call.params();
        return listing.list(
                call,
                "cs",
                "/v1/checkout/sessions",
                session -> params.text("payment_intent")
                                .map(Json.text(session, "payment_intent")::equals)
                                .orElse(true)
                        && params.text("status")
                                .map(Json.text(session, "status")::equals)
                                .orElse(true));
    }

    ObjectNode expire(Call call) {
        ObjectNode session = expireIfDue(get(call));
        if (!isOpen(session)) {
            throw StripeError.refused(
                    null,
                    "session",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of " + Json.text(session, "status") + ".");
        }
        return end(session, call);
    }

    /** By the control: the pages of an account run out now. */
    ObjectNode expireNow(String account) {
        ObjectNode answer = Json.object();
        open.forEach((id, of) -> {
            if (of.equals(account)) {
                store.transact(() -> {
                    store.find(account, id).filter(Sessions::isOpen).ifPresent(session -> end(session, null));
                    return true;
                });
            }
        });
        return answer.put("account", account);
    }

    /** Expires every session whose time has come. */
    void expireDue() {
        open.forEach((id, account) -> store.transact(
                () -> store.find(account, id).map(this::expireIfDue).isPresent() || open.remove(id) != null));
    }

    /** Records the payer's success; the caller has made the intent succeed in the same transaction. */
    void complete(ObjectNode session, Intents.Payer payer, boolean paid) {
        String account = Json.text(session, "_account");
        session.put("status", "complete");
        String owed = paid ? "paid" : "unpaid";
        session.put("payment_status", Json.number(session, "amount_total") > 0 ? owed : "no_payment_required");
        session.putNull("url");
        ObjectNode customer = Json.object();
        ObjectNode address = customer.putObject("address");
        for (String member : new String[] {"city", "line1", "line2", "postal_code", "state"}) {
            address.putNull(member);
        }
        address.put("country", payer.country());
        customer.put("email", payer.email());
        customer.put("name", payer.name());
        customer.putNull("phone");
        customer.put("tax_exempt", "none");
        customer.putArray("tax_ids");
        customer.putNull("business_name");
        customer.putNull("individual_name");
        session.set("customer_details", customer);
        store.put(account, session);
        events.emit(account, "checkout.session.completed", session, null);
        store.afterCommit(() -> open.remove(Json.text(session, "id")));
    }

    /** A payment that was processing came in. */
    void paid(ObjectNode session) {
        session.put("payment_status", "paid");
        save(session);
        events.emit(Json.text(session, "_account"), "checkout.session.async_payment_succeeded", session, null);
    }

    /** A payment that was processing will not come. */
    void bounced(ObjectNode session) {
        events.emit(Json.text(session, "_account"), "checkout.session.async_payment_failed", session, null);
    }

    void save(ObjectNode session) {
        store.put(Json.text(session, "_account"), session);
    }

    /** Starts afresh after the store was emptied. */
    void forget() {
        open.clear();
    }

    static boolean isOpen(ObjectNode session) {
        return Json.text(session, "status").equals("open");
    }

    private ObjectNode get(Call call) {
        return store.find(call.account(), call.id())
                .filter(_ -> Ids.kind(call.id()).equals("cs"))
                .orElseThrow(() -> StripeError.notFound("checkout.session", "session", call.id()));
    }

    private ObjectNode expireIfDue(ObjectNode session) {
        boolean due = isOpen(session) && Json.number(session, "expires_at") <= clock.seconds();
        return due ? end(session, null) : session;
    }

    private ObjectNode end(ObjectNode session, @Nullable Call cause) {
        String account = Json.text(session, "_account");
        session.put("status", "expired");
        session.putNull("url");
        String intent = Json.textOrNull(session, Intents.member(session));
        if (intent != null) {
            intents.abandon(account, intent);
        }
        store.put(account, session);
        events.emit(account, "checkout.session.expired", session, cause);
        store.afterCommit(() -> open.remove(Json.text(session, "id")));
        return session;
    }
}

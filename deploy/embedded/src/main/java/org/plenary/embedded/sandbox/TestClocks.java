package org.plenary.embedded.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Times that stand still until they are moved, each with a few customers that live in it. What is due on the way is done by
 * {@link Cycle}; then the clock is {@code ready} again.
 */
final class TestClocks {
    static final Params.Known CREATE = Params.Known.of("frozen_time", "name").notSimulated("customer");
    static final Params.Known ADVANCE = Params.Known.of("frozen_time");
    static final Params.Known LIST = Listing.with();

    private static final int LONGEST_NAME = 300;
    private static final int CUSTOMERS = 3;
    private static final int SUBSCRIPTIONS = 3;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final SandboxClock clock;
    private final Events events;
    private final Listing listing;

    TestClocks(Store store, SandboxClock clock, Events events, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.listing = listing;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        params.required("frozen_time");
        ObjectNode made = Json.shape("test_clock");
        made.put("id", Ids.next("clock_1"));
        made.put("_account", call.account());
        made.put("created", clock.seconds());
        made.put("deletes_after", clock.seconds() + KEPT.toSeconds());
        made.put("frozen_time", params.number("frozen_time", 1).orElseThrow());
        params.text("name").ifPresent(name -> {
            if (name.length() > LONGEST_NAME) {
                throw StripeError.invalidParameter(
                        "parameter_invalid_string", "name", "Invalid string: must be at most 300 characters");
            }
            made.put("name", name);
        });
        store.put(call.account(), made);
        events.emit(call.account(), "test_helpers.test_clock.created", made, call);
        return made;
    }

    ObjectNode retrieve(Call call) {
        return get(call.account(), call.id(), "test_clock");
    }

    ObjectNode list(Call call) {
        return listing.list(call, "clock", "/v1/test_helpers/test_clocks", _ -> true);
    }

    ObjectNode advance(Call call) {
        call.params().required("frozen_time");
        ObjectNode found = get(call.account(), call.id(), "test_clock");
        return advance(found, call.params().number("frozen_time").orElseThrow(), call);
    }

    /** Sets it going; it arrives when all that is due until then is done. */
    ObjectNode advance(ObjectNode found, long target, @Nullable Call cause) {
        requireReady(found);
        long from = Json.number(found, "frozen_time");
        if (target <= from) {
            throw StripeError.refused(
                    null, "frozen_time", "`frozen_time` must be after the test clock's current frozen time.");
        }
        if (target > furthest(found)) {
            throw StripeError.refused(
                    null,
                    "frozen_time",
                    "A test clock cannot be advanced by more than two intervals of its shortest subscription, or by two"
                            + " years if it has none.");
        }
        found.put("status", "advancing");
        Json.child(Json.child(found, "status_details"), "advancing").put("target_frozen_time", target);
        String account = Json.text(found, "_account");
        store.put(account, found);
        events.emit(account, "test_helpers.test_clock.advancing", found, cause);
        return found;
    }

    private long furthest(ObjectNode found) {
        long from = Json.number(found, "frozen_time");
        return subscriptions(found).stream()
                .flatMap(one -> one.path("items").path("data").valueStream())
                .map(item -> item.path("price"))
                .mapToLong(price -> InvoiceLines.periodEnd(price, from, InvoiceLines.periodEnd(price, from, from)))
                .min()
                .orElseGet(() -> at(from).plusYears(2).toEpochSecond());
    }

    private static ZonedDateTime at(long seconds) {
        return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
    }

    private List<ObjectNode> subscriptions(ObjectNode found) {
        return on(found, "sub").stream()
                .filter(one -> !Json.text(one, "status").equals("canceled"))
                .filter(one -> !Json.text(one, "status").equals("incomplete_expired"))
                .toList();
    }

    /** What of one kind lives in the clock's time. */
    List<ObjectNode> on(ObjectNode found, String kind) {
        return store.all(kind, Json.text(found, "_account")).stream()
                .filter(one -> Json.text(one, "test_clock").equals(Json.text(found, "id")))
                .toList();
    }

    /** Nothing is left to be done on the way of those that are advancing. */
    void arrive() {
        for (ObjectNode found : store.all("clock", null)) {
            if (Json.text(found, "status").equals("advancing")) {
                found.put("frozen_time", time(found));
                found.put("status", "ready");
                found.putObject("status_details");
                String account = Json.text(found, "_account");
                store.put(account, found);
                events.emit(account, "test_helpers.test_clock.ready", found, null);
            }
        }
    }

    /** Those that Stripe would have deleted by now. */
    List<ObjectNode> tooOld() {
        return store.all("clock", null).stream()
                .filter(found -> Json.number(found, "deletes_after") <= clock.seconds())
                .toList();
    }

    /** A customer who is new on it. */
    void requireRoom(String account, String id) {
        ObjectNode found = get(account, id, "test_clock");
        requireReady(found);
        if (on(found, "cus").size() >= CUSTOMERS) {
            throw StripeError.refused(
                    null, "test_clock", "A test clock can have at most " + CUSTOMERS + " customers: " + id);
        }
    }

    /** A subscription that is new for a customer who may be on one. */
    void requireRoomFor(ObjectNode customer) {
        String id = Json.text(customer, "id");
        if (!Json.text(customer, "test_clock").isEmpty()
                && subscriptions(get(Json.text(customer, "_account"), Json.text(customer, "test_clock"), "customer"))
                                .stream()
                                .filter(one -> Json.text(one, "customer").equals(id))
                                .count()
                        >= SUBSCRIPTIONS) {
            throw StripeError.refused(
                    null,
                    "customer",
                    "A customer with a test clock can have at most " + SUBSCRIPTIONS + " subscriptions: " + id);
        }
    }

    ObjectNode get(String account, String id, String param) {
        return store.find(account, id)
                .filter(_ -> Ids.kind(id).equals("clock"))
                .orElseThrow(() -> StripeError.notFound("test clock", param, id));
    }

    /** The time that a clock's customers live in; while it advances, what happens is as of its own time before this. */
    static long time(JsonNode found) {
        JsonNode target = found.path("status_details").path("advancing").path("target_frozen_time");
        return target.asLong(Json.number(found, "frozen_time"));
    }

    static void requireReady(ObjectNode found) {
        if (!Json.text(found, "status").equals("ready")) {
            throw StripeError.status(
                    429,
                    "invalid_request_error",
                    null,
                    "Test clock advancement underway - cannot perform modifications: " + Json.text(found, "id"));
        }
    }

    /** Nothing that lives in a clock's time is changed while that moves. */
    static void requireReady(Store store, Call call) {
        call.path().stream().limit(1).forEach(id -> requireReady(store, call, id));
        for (String name : new String[] {"customer", "subscription", "invoice", "payload.stripe_customer_id"}) {
            JsonNode id = call.params().at(name);
            if (id.isString()) {
                requireReady(store, call, id.stringValue());
            }
        }
    }

    private static void requireReady(Store store, Call call, String id) {
        store.find(call.account(), id)
                .map(one -> Json.text(one, "test_clock"))
                .flatMap(on -> store.find(call.account(), on))
                .ifPresent(TestClocks::requireReady);
    }
}

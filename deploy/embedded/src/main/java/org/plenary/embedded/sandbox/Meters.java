package org.plenary.embedded.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is counted for customers. An identifier counts once for ever; Stripe promises no more than a day of that. */
final class Meters {
    static final Params.Known CREATE = Params.Known.of(
                    "display_name",
                    "event_name",
                    "default_aggregation.formula",
                    "customer_mapping.type",
                    "customer_mapping.event_payload_key",
                    "value_settings.event_payload_key")
            .notSimulated("event_time_window");
    static final Params.Known LIST = Listing.with("status");
    static final Params.Known CREATE_EVENT = Params.Known.of("event_name", "identifier", "timestamp", "payload.*");
    static final Params.Known SUMMARIES = Params.Known.of(
                    "customer", "start_time", "end_time", "limit", "starting_after", "ending_before")
            .notSimulated("value_grouping_window");

    private static final long OLDEST = Duration.ofDays(35).toSeconds();
    private static final long AHEAD = Duration.ofMinutes(5).toSeconds();
    private static final Set<String> FORMULAS = Set.of("sum", "count");

    private final Store store;
    private final SandboxClock clock;
    private final Customers customers;
    private final Listing listing;

    Meters(Store store, SandboxClock clock, Customers customers, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.customers = customers;
        this.listing = listing;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        String event = params.required("event_name");
        boolean taken = store.all("mtr", call.account()).stream()
                .anyMatch(meter -> Json.text(meter, "event_name").equals(event));
        if (taken) {
            throw StripeError.refused(
                    "resource_already_exists",
                    "event_name",
                    "An active meter already uses the event name " + event + ".");
        }
        ObjectNode meter = Json.shape("meter");
        meter.put("id", Ids.next("mtr_test_"));
        meter.put("display_name", params.required("display_name"));
        meter.put("event_name", event);
        String formula = params.required("default_aggregation.formula");
        if (!FORMULAS.contains(formula)) {
            throw StripeError.unsupported("default_aggregation[formula]", "The card sandbox sums and counts only.");
        }
        Json.child(meter, "default_aggregation").put("formula", formula);
        params.text("customer_mapping.event_payload_key")
                .ifPresent(key -> Json.child(meter, "customer_mapping").put("event_payload_key", key));
        params.text("value_settings.event_payload_key")
                .ifPresent(key -> Json.child(meter, "value_settings").put("event_payload_key", key));
        meter.put("created", clock.seconds());
        meter.put("updated", clock.seconds());
        return store.put(call.account(), meter);
    }

    ObjectNode list(Call call) {
        String status = call.params().textOrNull("status");
        return listing.list(
                call,
                "mtr",
                "/v1/billing/meters",
                meter -> status == null || status.equals(Json.text(meter, "status")));
    }

    ObjectNode count(Call call) {
        Params params = call.params();
        String name = params.required("event_name");
        ObjectNode meter = store.all("mtr", call.account()).stream()
                .filter(one -> Json.text(one, "event_name").equals(name))
                .findFirst()
                .orElseThrow(() -> StripeError.refused(
                        "no_meter", "event_name", "No active meter found for event name " + name + "."));
        String customer = params.required("payload." + Json.text(meter.path("customer_mapping"), "event_payload_key"));
        customers.get(call.account(), customer, "payload");
        long value = params.number("payload." + Json.text(meter.path("value_settings"), "event_payload_key"), 0)
                .orElse(1L);
        long now = customers.now(call.account(), customer);
        long at = params.number("timestamp").orElse(now);
        if (at < now - OLDEST) {
            throw StripeError.refused(
                    "timestamp_too_far_in_past", "timestamp", "The timestamp is more than 35 days in the past.");
        }
        if (at > now + AHEAD) {
            throw StripeError.refused("timestamp_in_future", "timestamp", "The timestamp is too far in the future.");
        }
        String identifier = params.text("identifier").orElseGet(() -> Ids.tail(32));
        String id = "mevt_" + Ids.digest((name + "\n" + identifier).getBytes(StandardCharsets.UTF_8));
        if (store.find(call.account(), id).isPresent()) {
            throw StripeError.refused(
                    null, "identifier", "An event already exists with identifier " + identifier + ".");
        }
        ObjectNode event = Json.object();
        event.put("id", id);
        event.put("meter", Json.text(meter, "id"));
        event.put("customer", customer);
        event.put(
                "value", Json.text(meter.path("default_aggregation"), "formula").equals("count") ? 1 : value);
        event.put("at", at);
        store.put(call.account(), event);
        ObjectNode answer = Json.object();
        answer.put("object", "billing.meter_event");
        answer.put("created", clock.seconds());
        answer.put("event_name", name);
        answer.put("identifier", identifier);
        answer.put("livemode", false);
        answer.set("payload", params.at("payload").deepCopy());
        answer.put("timestamp", at);
        return answer;
    }

    /** How much was counted from one second up to, and without, another. */
    long used(String account, String meter, String customer, long from, long to) {
        long sum = 0;
        for (ObjectNode event : store.all("mevt", account)) {
            long at = Json.number(event, "at");
            if (Json.text(event, "meter").equals(meter)
                    && Json.text(event, "customer").equals(customer)
                    && at >= from
                    && at < to) {
                sum += Json.number(event, "value");
            }
        }
        return sum;
    }

    ObjectNode summaries(Call call) {
        Params params = call.params();
        String meter = call.id();
        if (store.find(call.account(), meter).isEmpty()) {
            throw StripeError.notFound("billing meter", "id", meter);
        }
        String customer = params.required("customer");
        long from = wholeMinute(params, "start_time");
        long to = wholeMinute(params, "end_time");
        ObjectNode answer = Json.object();
        answer.put("object", "list");
        answer.put("url", "/v1/billing/meters/" + meter + "/event_summaries");
        answer.put("has_more", false);
        ArrayNode data = answer.putArray("data");
        ObjectNode summary = data.addObject();
        summary.put("id", "mtrusg_test_" + Ids.tail(16));
        summary.put("object", "billing.meter_event_summary");
        summary.put("aggregated_value", used(call.account(), meter, customer, from, to));
        summary.put("start_time", from);
        summary.put("end_time", to);
        summary.put("livemode", false);
        summary.put("meter", meter);
        return answer;
    }

    private static long wholeMinute(Params params, String name) {
        params.required(name);
        long at = params.number(name).orElseThrow();
        if (at % 60 != 0) {
            throw StripeError.refused(null, name, "The timestamp must align with minute boundaries.");
        }
        return at;
    }
}

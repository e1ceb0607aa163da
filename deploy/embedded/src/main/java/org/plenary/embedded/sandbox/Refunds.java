package org.plenary.embedded.sandbox;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Money given back. A card refund succeeds at once; together they never exceed the charge. */
final class Refunds {
    static final Params.Known CREATE = Params.Known.of(
                    "payment_intent", "charge", "amount", "reason", "metadata.*", "refund_application_fee")
            .notSimulated("currency", "customer", "instructions_email", "origin", "reverse_transfer");
    static final Params.Known LIST = Listing.with("payment_intent", "charge");

    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final Store store;
    private final SandboxClock clock;
    private final Events events;
    private final Ledger ledger;
    private final Listing listing;

    Refunds(Store store, SandboxClock clock, Events events, Ledger ledger, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.ledger = ledger;
        this.listing = listing;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        String reason = params.textOrNull("reason");
        if (reason != null && !REASONS.contains(reason)) {
            throw StripeError.invalidParameter(
                    null, "reason", "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer");
        }
        ObjectNode charge = charge(call);
        long left = Json.number(charge, "amount") - Json.number(charge, "amount_refunded");
        long amount = params.number("amount", 1).orElse(left);
        boolean withFee = params.flag("refund_application_fee");
        check(charge, amount, left, withFee);

        charge.put("amount_refunded", Json.number(charge, "amount_refunded") + amount);
        charge.put("refunded", amount == left);
        ObjectNode refund = Json.shape("refund");
        refund.put("id", Ids.next("re_3"));
        refund.put("amount", amount);
        refund.put("charge", Json.text(charge, "id"));
        refund.put("created", clock.seconds());
        refund.put("currency", Json.text(charge, "currency"));
        for (String member : new String[] {"payment_intent", "payment_method", "customer"}) {
            refund.set(member, charge.path(member).deepCopy());
        }
        refund.put("reason", reason);
        refund.set("metadata", params.metadata("metadata"));
        ledger.refunded(call.account(), charge, refund, withFee);
        store.put(call.account(), charge);
        store.put(call.account(), refund);
        events.emit(call.account(), "refund.created", refund, call);
        events.emit(call.account(), "charge.refunded", charge, call);
        events.emit(call.account(), "refund.updated", refund, call);
        return refund;
    }

    private ObjectNode charge(Call call) {
        Params params = call.params();
        String intent = params.textOrNull("payment_intent");
        String id = params.textOrNull("charge");
        if (intent == null && id == null) {
            throw StripeError.invalidParameter(
                    "parameter_missing",
                    "payment_intent",
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        if (intent != null) {
            ObjectNode found = store.find(call.account(), intent)
                    .orElseThrow(() -> StripeError.notFound("payment_intent", "payment_intent", intent));
            if (!Json.text(found, "status").equals("succeeded")) {
                throw StripeError.refused(
                        null,
                        "payment_intent",
                        "This PaymentIntent (" + intent + ") does not have a successful charge" + " to refund.");
            }
            id = Json.text(found, "latest_charge");
        }
        String charge = id == null ? "" : id;
        return store.find(call.account(), charge).orElseThrow(() -> StripeError.notFound("charge", "charge", charge));
    }

    private static void check(ObjectNode charge, long amount, long left, boolean withFee) {
        String id = Json.text(charge, "id");
        if (!charge.path("paid").asBoolean(false)) {
            throw StripeError.refused(null, "charge", "Charge " + id + " was not paid and cannot be refunded.");
        }
        if (left == 0) {
            throw StripeError.refused("charge_already_refunded", null, "Charge " + id + " has already been refunded.");
        }
        if (charge.path("disputed").asBoolean(false)) {
            throw StripeError.refused(
                    "charge_disputed", null, "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        String currency = Json.text(charge, "currency");
        if (amount > left) {
            throw StripeError.refused(
                    null,
                    "amount",
                    "Refund amount (" + Currencies.shown(amount, currency)
                            + ") is greater than unrefunded amount on charge (" + Currencies.shown(left, currency)
                            + ")");
        }
        if (withFee && Json.number(charge, "application_fee_amount") == 0) {
            throw StripeError.refused(
                    null, "refund_application_fee", "Charge " + id + " has no application fee to refund.");
        }
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "re",
                "/v1/refunds",
                refund -> params.text("payment_intent")
                                .map(Json.text(refund, "payment_intent")::equals)
                                .orElse(true)
                        && params.text("charge")
                                .map(Json.text(refund, "charge")::equals)
                                .orElse(true));
    }
}

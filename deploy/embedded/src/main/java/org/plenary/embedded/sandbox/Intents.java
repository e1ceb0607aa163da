package org.plenary.embedded.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents and their charges: one intent for a session, one charge for each attempt that reached the bank. */
final class Intents {
    static final Params.Known CANCEL = Params.Known.of("cancellation_reason");
    static final Params.Known LIST = Listing.with();

    /** What the payer typed, without the number. */
    record Payer(String email, String name, String country, String expiry) {}

    private final Store store;
    private final SandboxClock clock;
    private final Events events;
    private final Ledger ledger;
    private final Listing listing;
    private final Disputes disputes;

    Intents(Store store, SandboxClock clock, Events events, Ledger ledger, Listing listing, Disputes disputes) {
        this.disputes = disputes;
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.ledger = ledger;
        this.listing = listing;
    }

    /** Where a session keeps its intent: that of a subscription's first invoice is not the session's own. */
    static String member(ObjectNode session) {
        return Json.text(session, "mode").equals("subscription") ? "_payment_intent" : "payment_intent";
    }

    /** The intent of a session or an invoice, made at its first attempt. */
    ObjectNode of(String account, ObjectNode session) {
        String known = Json.textOrNull(session, member(session));
        if (known != null) {
            return store.find(account, known).orElseThrow();
        }
        ObjectNode intent = Json.shape("payment_intent");
        String id = Ids.next("pi_3");
        intent.put("id", id);
        intent.put("amount", Json.number(session, "amount_total"));
        intent.put("currency", Json.text(session, "currency"));
        intent.put("created", clock.seconds());
        intent.put("client_secret", id + "_secret_" + Ids.tail(24));
        intent.put("_session", Json.text(session, "id"));
        intent.setAll((ObjectNode) session.path("_intent"));
        session.put(member(session), id);
        store.put(account, intent);
        return intent;
    }

    /** The bank wants to see the payer first. */
    void requireAction(String account, ObjectNode intent, TestCard card, Payer payer, String url) {
        intent.put("status", "requires_action");
        intent.put("payment_method", Ids.next("pm_1"));
        ObjectNode next = Json.object();
        next.put("type", "redirect_to_url");
        ObjectNode redirect = next.putObject("redirect_to_url");
        redirect.put("url", url);
        redirect.putNull("return_url");
        intent.set("next_action", next);
        ObjectNode attempt = Json.child(intent, "_attempt");
        attempt.put("card", card.name());
        attempt.put("email", payer.email());
        attempt.put("name", payer.name());
        attempt.put("country", payer.country());
        attempt.put("expiry", payer.expiry());
        store.put(account, intent);
    }

    void succeed(String account, ObjectNode intent, TestCard card, Payer payer) {
        ObjectNode charge = charge(intent, card, payer);
        charge.put("status", "succeeded");
        charge.put("paid", true);
        charge.put("captured", true);
        charge.put("amount_captured", Json.number(intent, "amount"));
        outcome(charge, "authorized", "approved_by_network", "Payment complete.", null);
        ledger.charged(account, charge);
        store.put(account, charge);
        intent.put("status", "succeeded");
        intent.put("amount_received", Json.number(intent, "amount"));
        intent.put("latest_charge", Json.text(charge, "id"));
        intent.put("payment_method", Json.text(charge, "payment_method"));
        intent.putNull("last_payment_error");
        intent.putNull("next_action");
        store.put(account, intent);
        events.emit(account, "payment_intent.succeeded", intent, null);
        if (card == TestCard.DISPUTED) {
            disputes.open(account, charge, "fraudulent");
        }
    }

    /** The attempt failed; the payer may try again with another card. */
    void fail(String account, ObjectNode intent, @Nullable TestCard card, Payer payer, Decline decline) {
        ObjectNode error = Json.object();
        error.put("type", decline.equals(Decline.AUTHENTICATION) ? "invalid_request_error" : "card_error");
        error.put("code", decline.code());
        if (decline.declineCode() != null) {
            error.put("decline_code", decline.declineCode());
        }
        error.put("message", decline.message());
        error.put(
                "doc_url",
                "https://docs.stripe.com/error-codes/" + decline.code().replace('_', '-'));
        if (card != null && !decline.equals(Decline.AUTHENTICATION)) {
            ObjectNode charge = charge(intent, card, payer);
            charge.put("status", "failed");
            charge.put("failure_code", decline.code());
            charge.put("failure_message", decline.message());
            outcome(charge, "issuer_declined", "declined_by_network", decline.message(), decline.reason());
            store.put(account, charge);
            intent.put("latest_charge", Json.text(charge, "id"));
            error.put("charge", Json.text(charge, "id"));
        }
        intent.put("status", "requires_payment_method");
        intent.putNull("payment_method");
        intent.putNull("next_action");
        intent.set("last_payment_error", error);
        store.put(account, intent);
        events.emit(account, "payment_intent.payment_failed", intent, null);
    }

    private ObjectNode charge(ObjectNode intent, TestCard card, Payer payer) {
        ObjectNode charge = Json.shape("charge");
        charge.put("id", Ids.next("ch_3"));
        charge.put("created", clock.seconds());
        charge.put("payment_intent", Json.text(intent, "id"));
        String method = Json.textOrNull(intent, "payment_method");
        charge.put("payment_method", method == null ? Ids.next("pm_1") : method);
        for (String member : new String[] {
            "amount",
            "currency",
            "description",
            "metadata",
            "customer",
            "application_fee_amount",
            "receipt_email",
            "statement_descriptor",
            "statement_descriptor_suffix"
        }) {
            charge.set(member, intent.path(member).deepCopy());
        }
        ObjectNode billing = Json.child(charge, "billing_details");
        billing.put("email", payer.email());
        billing.put("name", payer.name());
        Json.child(billing, "address").put("country", payer.country());
        ObjectNode details = Json.object();
        details.put("type", "card");
        ObjectNode shown = Json.shape("card_details");
        details.set("card", shown);
        shown.put("amount_authorized", Json.number(intent, "amount"));
        shown.put("brand", card.brand());
        shown.put("exp_month", Integer.parseInt(payer.expiry().substring(0, 2)));
        shown.put("exp_year", 2000 + Integer.parseInt(payer.expiry().substring(3)));
        shown.put("last4", card.lastFour());
        shown.put("network", card.brand());
        charge.set("payment_method_details", details);
        return charge;
    }

    private static void outcome(ObjectNode charge, String type, String network, String message, @Nullable String why) {
        ObjectNode outcome = Json.object();
        outcome.putNull("advice_code");
        outcome.putNull("network_advice_code");
        outcome.putNull("network_decline_code");
        outcome.put("network_status", network);
        outcome.put("reason", why);
        outcome.put("risk_level", "normal");
        outcome.put("seller_message", message);
        outcome.put("type", type);
        charge.set("outcome", outcome);
    }

    ObjectNode cancel(Call call) {
        ObjectNode intent = store.find(call.account(), call.id())
                .orElseThrow(() -> StripeError.notFound("payment_intent", "intent", call.id()));
        throw StripeError.refused(
                "payment_intent_unexpected_state",
                "intent",
                "You cannot cancel this PaymentIntent because it was created by Checkout. Expire the session "
                        + Json.text(intent, "_session") + " instead.");
    }

    /** Its session has expired. */
    void abandon(String account, String id) {
        ObjectNode intent = store.find(account, id).orElseThrow();
        intent.put("status", "canceled");
        intent.put("canceled_at", clock.seconds());
        intent.put("cancellation_reason", "expired");
        intent.putNull("next_action");
        store.put(account, intent);
    }

    ObjectNode list(Call call) {
        return listing.list(call, "pi", "/v1/payment_intents", _ -> true);
    }
}

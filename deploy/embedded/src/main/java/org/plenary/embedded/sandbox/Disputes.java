package org.plenary.embedded.sandbox;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Charges that the payer's bank wants back. The amount and a fee leave at once, and come back when it is won. Evidence that says
 * {@code winning_evidence} or {@code losing_evidence} decides by itself, as at Stripe; else the control does.
 */
final class Disputes {
    static final Params.Known UPDATE = Params.Known.of("evidence.*", "submit", "metadata.*");
    static final Params.Known CLOSE = Params.Known.of();
    static final Params.Known LIST = Listing.with("charge", "payment_intent");

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(9);
    private static final Set<String> REASONS = Set.of(
            "credit_not_processed",
            "duplicate",
            "fraudulent",
            "general",
            "product_not_received",
            "product_unacceptable",
            "subscription_canceled",
            "unrecognized");
    private static final Set<String> FILES = Set.of(
            "cancellation_policy",
            "customer_communication",
            "customer_signature",
            "duplicate_charge_documentation",
            "receipt",
            "refund_policy",
            "service_documentation",
            "shipping_documentation",
            "uncategorized_file");

    private final Store store;
    private final SandboxClock clock;
    private final Events events;
    private final Ledger ledger;
    private final Listing listing;

    Disputes(Store store, SandboxClock clock, Events events, Ledger ledger, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.ledger = ledger;
        this.listing = listing;
    }

    /** The payer's bank takes a charge back. */
    ObjectNode open(String account, ObjectNode charge, String reason) {
        if (!REASONS.contains(reason)) {
            throw StripeError.invalidParameter(null, "reason", "One of: " + REASONS);
        }
        if (!charge.path("paid").asBoolean(false) || charge.path("disputed").asBoolean(false)) {
            throw StripeError.refused("charge_disputed", "charge", "Only a paid charge can be disputed, and once.");
        }
        ObjectNode dispute = Json.shape("dispute");
        dispute.put("id", Ids.next("du_1"));
        dispute.put("_account", account);
        dispute.put("amount", Json.number(charge, "amount") - Json.number(charge, "amount_refunded"));
        dispute.put("charge", Json.text(charge, "id"));
        dispute.put("created", clock.seconds());
        dispute.put("currency", Json.text(charge, "currency"));
        dispute.put("payment_intent", Json.textOrNull(charge, "payment_intent"));
        dispute.put("reason", reason);
        Json.child(dispute, "evidence_details").put("due_by", clock.seconds() + TIME_TO_ANSWER.toSeconds());
        move(account, charge, dispute, -1);
        charge.put("disputed", true);
        store.put(account, charge);
        store.put(account, dispute);
        events.emit(account, "charge.dispute.created", dispute, null);
        events.emit(account, "charge.dispute.funds_withdrawn", dispute, null);
        return dispute;
    }

    private void move(String account, ObjectNode charge, ObjectNode dispute, int sign) {
        ObjectNode booking = ledger.disputed(account, charge, dispute, sign);
        ((ArrayNode) dispute.path("balance_transactions")).add(Json.visible(booking));
    }

    ObjectNode update(Call call) {
        ObjectNode dispute = answerable(call);
        Params params = call.params();
        ObjectNode evidence = Json.child(dispute, "evidence");
        for (var given : params.at("evidence").properties()) {
            if (!evidence.has(given.getKey())) {
                throw StripeError.invalidParameter(
                        "parameter_unknown",
                        "evidence[" + given.getKey() + "]",
                        "Received unknown parameter: evidence[" + given.getKey() + "]");
            }
            if (FILES.contains(given.getKey())) {
                Files.require(store, call.account(), given.getValue().asString(""), "evidence[" + given.getKey() + "]");
            }
            evidence.put(given.getKey(), given.getValue().asString(""));
        }
        Json.child(dispute, "metadata").setAll(params.metadata("metadata"));
        ObjectNode details = Json.child(dispute, "evidence_details");
        details.put("has_evidence", true);
        boolean submit = params.text("submit").isEmpty() || params.flag("submit");
        if (submit) {
            details.put("submission_count", Json.number(details, "submission_count") + 1);
            dispute.put("status", "under_review");
        }
        store.put(call.account(), dispute);
        events.emit(call.account(), "charge.dispute.updated", dispute, call);
        String said = Json.text(evidence, "uncategorized_text");
        if (submit && said.contains("winning_evidence")) {
            return end(call.account(), dispute, true, call);
        }
        return submit && said.contains("losing_evidence") ? end(call.account(), dispute, false, call) : dispute;
    }

    ObjectNode close(Call call) {
        return end(call.account(), answerable(call), false, call);
    }

    private ObjectNode answerable(Call call) {
        ObjectNode dispute = store.find(call.account(), call.id())
                .filter(_ -> Ids.kind(call.id()).equals("du"))
                .orElseThrow(() -> StripeError.notFound("dispute", "dispute", call.id()));
        if (!Json.text(dispute, "status").equals("needs_response")) {
            throw StripeError.refused(null, null, "This dispute is " + Json.text(dispute, "status") + ".");
        }
        return dispute;
    }

    private ObjectNode end(String account, ObjectNode dispute, boolean won, @Nullable Call cause) {
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            ObjectNode charge =
                    store.find(account, Json.text(dispute, "charge")).orElseThrow();
            move(account, charge, dispute, 1);
        }
        store.put(account, dispute);
        events.emit(account, "charge.dispute.closed", dispute, cause);
        if (won) {
            events.emit(account, "charge.dispute.funds_reinstated", dispute, cause);
        }
        return dispute;
    }

    /** By the control: another dispute of a charge, or the bank's decision. */
    ObjectNode control(Params params) {
        return store.transact(() -> {
            if (params.text("charge").isPresent()) {
                ObjectNode charge = store.findAnywhere(params.required("charge"))
                        .orElseThrow(() -> StripeError.notFound("charge", "charge", params.required("charge")));
                String account = Json.text(
                        store.findAnywhere(Json.text(charge, "balance_transaction"))
                                .orElseThrow(),
                        "_account");
                return Json.visible(open(account, charge, params.text("reason").orElse("fraudulent")));
            }
            String id = params.required("dispute");
            ObjectNode dispute =
                    store.findAnywhere(id).orElseThrow(() -> StripeError.notFound("dispute", "dispute", id));
            String status = Json.text(dispute, "status");
            if (status.equals("won") || status.equals("lost")) {
                throw StripeError.refused(null, null, "This dispute is " + status + ".");
            }
            boolean won = params.required("outcome").equals("won");
            return Json.visible(end(Json.text(dispute, "_account"), dispute, won, null));
        });
    }

    /** Who does not answer in time has lost. */
    void expireDue() {
        store.transact(() -> {
            for (ObjectNode dispute : store.all("du", null)) {
                ObjectNode details = Json.child(dispute, "evidence_details");
                if (Json.text(dispute, "status").equals("needs_response")
                        && Json.number(details, "due_by") <= clock.seconds()) {
                    details.put("past_due", true);
                    end(Json.text(dispute, "_account"), dispute, false, null);
                }
            }
            return true;
        });
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "du",
                "/v1/disputes",
                dispute -> params.text("charge")
                                .map(Json.text(dispute, "charge")::equals)
                                .orElse(true)
                        && params.text("payment_intent")
                                .map(Json.text(dispute, "payment_intent")::equals)
                                .orElse(true));
    }
}

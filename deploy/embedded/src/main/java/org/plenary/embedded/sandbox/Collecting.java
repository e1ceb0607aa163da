package org.plenary.embedded.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what an invoice asks for from the card that a customer left, and moves the subscription with it: {@code past_due}
 * once it fails, {@code unpaid} when the last retry has, {@code active} when it is paid.
 */
final class Collecting {
    static final Params.Known PAY = Params.Known.of("payment_method")
            .notSimulated("forgive", "mandate", "off_session", "paid_out_of_band", "source");

    /** How long after each failure it is tried again; Stripe lets a platform choose. */
    private static final Duration[] RETRIES = {Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7)};

    private final Store store;
    private final Events events;
    private final Customers customers;
    private final Invoices invoices;
    private final Intents intents;

    Collecting(Store store, Events events, Customers customers, Invoices invoices, Intents intents) {
        this.store = store;
        this.events = events;
        this.customers = customers;
        this.invoices = invoices;
        this.intents = intents;
    }

    ObjectNode finish(Call call) {
        ObjectNode invoice = invoices.get(call);
        if (!Json.text(invoice, "status").equals("draft")) {
            throw StripeError.refused(
                    "invoice_not_editable", null, "This invoice is already finalized, you can't re-finalize it.");
        }
        return invoices.finish(invoice, now(invoice), call);
    }

    ObjectNode pay(Call call) {
        ObjectNode invoice = invoices.get(call);
        if (Json.text(invoice, "status").equals("draft")) {
            invoice = invoices.finish(invoice, now(invoice), call);
        }
        String status = Json.text(invoice, "status");
        if (!status.equals("open") && !status.equals("uncollectible")) {
            throw StripeError.refused(
                    null, null, status.equals("paid") ? "Invoice is already paid" : "Invoice is " + status + ".");
        }
        String method = call.params().textOrNull("payment_method");
        Decline decline = attempt(invoice, method, now(invoice), false, call);
        if (decline != null) {
            throw StripeError.declined(decline);
        }
        return store.find(call.account(), call.id()).orElseThrow();
    }

    private long now(ObjectNode invoice) {
        return customers.now(Json.text(invoice, "_account"), Json.text(invoice, "customer"));
    }

    /**
     * Charges the card.
     *
     * @param scheduled whether a failure plans the next attempt
     * @return why it failed, or null
     */
    @Nullable
    Decline attempt(ObjectNode invoice, @Nullable String chosen, long at, boolean scheduled, @Nullable Call cause) {
        String account = Json.text(invoice, "_account");
        ObjectNode method = method(invoice, chosen);
        Decline decline = method == null ? Decline.NO_CARD : charge(invoice, method);
        if (decline == null) {
            invoices.paid(invoice, at, cause);
            settled(account, invoice, cause);
            return null;
        }
        invoice.put("attempted", true);
        if (scheduled) {
            int attempts = (int) Json.number(invoice, "attempt_count");
            invoice.put("attempt_count", attempts + 1);
            if (attempts < RETRIES.length) {
                invoice.put("next_payment_attempt", at + RETRIES[attempts].toSeconds());
            } else {
                invoice.putNull("next_payment_attempt");
                invoice.put("auto_advance", false);
            }
        }
        invoices.failed(invoice, cause);
        unsettled(account, invoice, cause);
        return decline;
    }

    private @Nullable Decline charge(ObjectNode invoice, ObjectNode method) {
        String account = Json.text(invoice, "_account");
        TestCard card = TestCard.valueOf(Json.text(method, "_card"));
        ObjectNode due = Json.object();
        due.put("id", Json.text(invoice, "id"));
        due.put("amount_total", Json.number(invoice, "amount_due"));
        due.put("currency", Json.text(invoice, "currency"));
        due.put("payment_intent", Json.textOrNull(invoice, "_intent"));
        ObjectNode with = due.putObject("_intent");
        with.put("customer", Json.text(invoice, "customer"));
        with.put("description", "Subscription " + Json.text(invoice, "number"));
        ObjectNode intent = intents.of(account, due);
        invoice.put("_intent", Json.text(intent, "id"));
        intent.put("payment_method", Json.text(method, "id"));
        var payer = payer(method);
        Decline decline = card.wantsAuthentication()
                ? Decline.NOBODY_THERE
                : card.decline().orElse(null);
        if (decline == null) {
            intents.succeed(account, intent, Means.of(card, payer), payer);
        } else {
            intents.fail(account, intent, card, payer, decline);
        }
        return decline;
    }

    static Intents.Payer payer(ObjectNode method) {
        var billing = method.path("billing_details");
        return new Intents.Payer(
                Json.text(billing, "email"),
                Json.text(billing, "name"),
                Json.text(billing.path("address"), "country"),
                Json.text(method, "_expiry"));
    }

    private @Nullable ObjectNode method(ObjectNode invoice, @Nullable String chosen) {
        String account = Json.text(invoice, "_account");
        String customer = Json.text(invoice, "customer");
        if (chosen != null) {
            return customers.card(account, chosen, customer);
        }
        String own = store.find(account, Invoices.subscription(invoice))
                .map(found -> Json.text(found, "default_payment_method"))
                .filter(id -> !id.isEmpty())
                .or(() -> store.find(account, customer)
                        .map(found -> Json.text(found.path("invoice_settings"), "default_payment_method")))
                .orElse("");
        return store.find(account, own).orElse(null);
    }

    private void settled(String account, ObjectNode invoice, @Nullable Call cause) {
        store.find(account, Invoices.subscription(invoice)).ifPresent(subscription -> {
            String status = Json.text(subscription, "status");
            boolean behind = status.equals("past_due") || status.equals("unpaid") || status.equals("incomplete");
            boolean newest = Json.text(subscription, "latest_invoice").equals(Json.text(invoice, "id"));
            if (behind && newest) {
                move(account, subscription, "active", cause);
            }
        });
    }

    private void unsettled(String account, ObjectNode invoice, @Nullable Call cause) {
        store.find(account, Invoices.subscription(invoice)).ifPresent(subscription -> {
            boolean given = invoice.path("next_payment_attempt").isNull()
                    && Json.number(invoice, "attempt_count") > RETRIES.length;
            String status = Json.text(subscription, "status");
            if (given && !status.equals("unpaid")) {
                move(account, subscription, "unpaid", cause);
            } else if (status.equals("active") || status.equals("trialing")) {
                move(account, subscription, "past_due", cause);
            }
        });
    }

    private void move(String account, ObjectNode subscription, String status, @Nullable Call cause) {
        if (Json.text(subscription, "status").equals("canceled")) {
            return;
        }
        subscription.put("status", status);
        store.put(account, subscription);
        events.emit(account, "customer.subscription.updated", subscription, cause);
    }
}

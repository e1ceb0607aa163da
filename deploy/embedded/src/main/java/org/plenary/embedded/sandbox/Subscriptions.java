package org.plenary.embedded.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions as the API makes, changes and ends them; what time does to them is in {@link Cycle}. */
final class Subscriptions {
    private static final String[] OTHERS = {
        "add_invoice_items",
        "application_fee_percent",
        "automatic_tax",
        "backdate_start_date",
        "billing_cycle_anchor",
        "billing_cycle_anchor_config",
        "billing_schedules",
        "billing_thresholds",
        "cancel_at",
        "collection_method",
        "currency",
        "customer_account",
        "days_until_due",
        "default_source",
        "description",
        "discounts",
        "invoice_settings",
        "on_behalf_of",
        "pause_collection",
        "payment_settings",
        "pending_invoice_item_interval",
        "proration_date",
        "transfer_data",
        "trial_end",
        "trial_from_plan",
        "trial_settings"
    };
    static final Params.Known CREATE = Params.Known.of(
                    "customer",
                    "items.*.price",
                    "items.*.quantity",
                    "metadata.*",
                    "default_payment_method",
                    "default_tax_rates.*",
                    "off_session",
                    "payment_behavior",
                    "trial_period_days",
                    "billing_mode.type")
            .notSimulated(OTHERS);
    static final Params.Known UPDATE = Params.Known.of(
                    "items.*.id",
                    "items.*.price",
                    "items.*.quantity",
                    "items.*.deleted",
                    "metadata.*",
                    "default_payment_method",
                    "default_tax_rates",
                    "default_tax_rates.*",
                    "cancel_at_period_end",
                    "off_session",
                    "payment_behavior",
                    "proration_behavior")
            .notSimulated(OTHERS);
    static final Params.Known CANCEL = Params.Known.of().notSimulated("cancellation_details", "invoice_now", "prorate");
    static final Params.Known LIST =
            Listing.with("customer", "status", "test_clock").notSimulated("plan", "price", "collection_method");

    private final Store store;
    private final Events events;
    private final Customers customers;
    private final Listing listing;
    private final SubscriptionItems items;
    private final Billing billing;

    /** How what is asked for becomes an invoice and money. */
    record Billing(InvoiceLines lines, Invoices invoices, Collecting collecting, Taxes taxes) {}

    Subscriptions(
            Store store,
            Events events,
            Customers customers,
            Listing listing,
            SubscriptionItems items,
            Billing billing) {
        this.store = store;
        this.events = events;
        this.customers = customers;
        this.listing = listing;
        this.items = items;
        this.billing = billing;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        ObjectNode customer = customers.get(call.account(), params.required("customer"), "customer");
        long trial = params.number("trial_period_days", 0).orElse(0L);
        ObjectNode subscription = begin(customer, items.asked(call, "items"), params.metadata("metadata"), trial, call);
        params.text("default_payment_method").ifPresent(method -> {
            customers.card(call.account(), method, Json.text(customer, "id"));
            subscription.put("default_payment_method", method);
            store.put(call.account(), subscription);
        });
        taxed(call, subscription);
        ObjectNode invoice = firstInvoice(subscription, call);
        if (Json.text(invoice, "status").equals("open")) {
            Decline decline = billing.collecting().attempt(invoice, null, Json.number(invoice, "created"), false, call);
            if (decline != null) {
                if (params.text("payment_behavior").orElse("").equals("error_if_incomplete")) {
                    throw StripeError.declined(decline);
                }
                subscription.put("status", "incomplete");
                store.put(call.account(), subscription);
            }
        }
        return read(subscription);
    }

    private void taxed(Call call, ObjectNode subscription) {
        if (!call.params().at("default_tax_rates").isMissingNode()) {
            subscription.set("default_tax_rates", billing.taxes().named(call, "default_tax_rates"));
            store.put(call.account(), subscription);
        }
    }

    /** A new one, with nothing asked for yet. */
    ObjectNode begin(
            ObjectNode customer, List<ObjectNode> wanted, ObjectNode metadata, long trialDays, @Nullable Call cause) {
        String account = Json.text(customer, "_account");
        customers.requireRoomForOneMore(customer);
        long at = customers.now(account, Json.text(customer, "id"));
        ObjectNode subscription = Json.shape("subscription");
        String id = Ids.next("sub_1");
        subscription.put("id", id);
        subscription.put("_account", account);
        subscription.put("customer", Json.text(customer, "id"));
        subscription.put("test_clock", Json.textOrNull(customer, "test_clock"));
        subscription.put("created", at);
        subscription.put("start_date", at);
        subscription.set("metadata", metadata);
        long trialEnd = at + trialDays * 86_400;
        subscription.put("billing_cycle_anchor", trialEnd);
        if (trialDays > 0) {
            subscription.put("status", "trialing");
            subscription.put("trial_start", at);
            subscription.put("trial_end", trialEnd);
        }
        items.put(subscription, wanted, at, trialDays > 0 ? trialEnd : 0);
        store.put(account, subscription);
        events.emit(account, "customer.subscription.created", subscription, cause);
        return subscription;
    }

    /** The invoice of the first period, open or, with nothing to pay, paid. */
    ObjectNode firstInvoice(ObjectNode subscription, @Nullable Call cause) {
        List<ObjectNode> lines = billing.lines().ahead(subscription);
        if (Json.text(subscription, "status").equals("trialing")) {
            lines.forEach(line -> line.put("amount", 0).put("subtotal", 0));
        }
        long at = Json.number(subscription, "created");
        ObjectNode invoice = billing.invoices().draft(subscription, "subscription_create", lines, at);
        store.put(Json.text(subscription, "_account"), subscription);
        return billing.invoices().finish(invoice, at, cause);
    }

    ObjectNode retrieve(Call call) {
        return get(call.account(), call.id());
    }

    ObjectNode update(Call call) {
        Params params = call.params();
        ObjectNode subscription = get(call.account(), call.id());
        requireAlive(subscription);
        Json.child(subscription, "metadata").setAll(params.metadata("metadata"));
        params.text("cancel_at_period_end")
                .ifPresent(_ -> cancelAtEnd(subscription, params.flag("cancel_at_period_end")));
        params.text("default_payment_method").ifPresent(method -> {
            customers.card(call.account(), method, Json.text(subscription, "customer"));
            subscription.put("default_payment_method", method);
        });
        taxed(call, subscription);
        List<ObjectNode> lines = new ArrayList<>();
        if (!params.at("items").isMissingNode()) {
            lines = change(call, subscription, "items", "proration_behavior");
        }
        store.put(call.account(), subscription);
        events.emit(call.account(), "customer.subscription.updated", subscription, call);
        if (!lines.isEmpty()) {
            bill(call, subscription, lines);
        }
        return read(subscription);
    }

    /** Puts the items asked for in the place of those that are; returns what it costs now. */
    List<ObjectNode> change(Call call, ObjectNode subscription, String at, String proration) {
        String behaviour = call.params().text(proration).orElse("create_prorations");
        if (behaviour.equals("create_prorations")) {
            throw StripeError.unsupported(
                    proration, "The card sandbox simulates proration_behavior always_invoice and none only.");
        }
        long now = now(subscription);
        List<ObjectNode> lines = items.change(call, subscription, at, now);
        return behaviour.equals("none") ? List.of() : lines;
    }

    private void bill(Call call, ObjectNode subscription, List<ObjectNode> lines) {
        long at = now(subscription);
        ObjectNode invoice = billing.invoices().draft(subscription, "subscription_update", lines, at);
        store.put(call.account(), subscription);
        invoice = billing.invoices().finish(invoice, at, call);
        if (!Json.text(invoice, "status").equals("open")) {
            return;
        }
        Decline decline = billing.collecting().attempt(invoice, null, at, true, call);
        if (decline != null && call.params().text("payment_behavior").orElse("").equals("error_if_incomplete")) {
            throw StripeError.declined(decline);
        }
    }

    void cancelAtEnd(ObjectNode subscription, boolean wanted) {
        subscription.put("cancel_at_period_end", wanted);
        if (wanted) {
            subscription.put("cancel_at", SubscriptionItems.periodEnd(subscription));
            subscription.put("canceled_at", now(subscription));
        } else {
            subscription.putNull("cancel_at");
            subscription.putNull("canceled_at");
        }
    }

    ObjectNode cancel(Call call) {
        ObjectNode subscription = get(call.account(), call.id());
        requireAlive(subscription);
        return end(subscription, now(subscription), call);
    }

    ObjectNode end(ObjectNode subscription, long at, @Nullable Call cause) {
        String account = Json.text(subscription, "_account");
        subscription.put("status", "canceled");
        if (subscription.path("canceled_at").isNull()) {
            subscription.put("canceled_at", at);
        }
        subscription.put("ended_at", at);
        store.put(account, subscription);
        events.emit(account, "customer.subscription.deleted", subscription, cause);
        return subscription;
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        String status = params.textOrNull("status");
        String on = params.textOrNull("test_clock");
        return listing.list(call, "sub", "/v1/subscriptions", subscription -> {
            String is = Json.text(subscription, "status");
            boolean wanted = status == null ? !is.equals("canceled") : status.equals("all") || status.equals(is);
            String clock = Json.text(subscription, "test_clock");
            boolean inTime = on != null
                    ? clock.equals(on)
                    : clock.isEmpty() || params.text("customer").isPresent();
            return wanted
                    && inTime
                    && params.text("customer")
                            .map(Json.text(subscription, "customer")::equals)
                            .orElse(true);
        });
    }

    ObjectNode get(String account, String id) {
        return store.find(account, id)
                .filter(_ -> Ids.kind(id).equals("sub"))
                .orElseThrow(() -> StripeError.notFound("subscription", "id", id));
    }

    private ObjectNode read(ObjectNode subscription) {
        return get(Json.text(subscription, "_account"), Json.text(subscription, "id"));
    }

    long now(ObjectNode subscription) {
        return customers.now(Json.text(subscription, "_account"), Json.text(subscription, "customer"));
    }

    private static void requireAlive(ObjectNode subscription) {
        if (Json.text(subscription, "status").equals("canceled")) {
            throw StripeError.notFound("subscription", "id", Json.text(subscription, "id"));
        }
    }
}

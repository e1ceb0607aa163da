package org.plenary.embedded.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What changing a subscription now would cost; nothing of it is kept. */
final class InvoicePreview {
    static final Params.Known CREATE = Params.Known.of(
                    "subscription",
                    "subscription_details.items.*.id",
                    "subscription_details.items.*.price",
                    "subscription_details.items.*.quantity",
                    "subscription_details.items.*.deleted",
                    "subscription_details.proration_behavior")
            .notSimulated(
                    "automatic_tax",
                    "currency",
                    "customer",
                    "customer_account",
                    "customer_details",
                    "discounts",
                    "invoice_items",
                    "issuer",
                    "on_behalf_of",
                    "preview_mode",
                    "schedule",
                    "schedule_details",
                    "subscription_details.cancel_at_period_end",
                    "subscription_details.proration_date");

    private final Subscriptions subscriptions;
    private final Subscriptions.Billing billing;

    InvoicePreview(Subscriptions subscriptions, Subscriptions.Billing billing) {
        this.subscriptions = subscriptions;
        this.billing = billing;
    }

    ObjectNode create(Call call) {
        ObjectNode subscription =
                subscriptions.get(call.account(), call.params().required("subscription"));
        if (call.params().at("subscription_details.items").isMissingNode()) {
            throw StripeError.unsupported(
                    "subscription_details", "The card sandbox previews changes of items only, not the next period.");
        }
        List<ObjectNode> lines = subscriptions.change(
                call, subscription, "subscription_details.items", "subscription_details.proration_behavior");
        ObjectNode invoice =
                billing.invoices().unsaved(subscription, "subscription_update", lines, subscriptions.now(subscription));
        invoice.put("id", "upcoming_" + invoice.path("id").asString("").substring(3));
        return invoice;
    }
}

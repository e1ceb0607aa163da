package org.plenary.embedded.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A checkout session that ends in a subscription instead of one payment. */
final class SubscriptionCheckout {
    private final Store store;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final SubscriptionItems items;
    private final Subscriptions.Billing billing;

    SubscriptionCheckout(
            Store store,
            Customers customers,
            Subscriptions subscriptions,
            SubscriptionItems items,
            Subscriptions.Billing billing) {
        this.store = store;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.items = items;
        this.billing = billing;
    }

    static boolean isOne(ObjectNode session) {
        return Json.text(session, "mode").equals("subscription");
    }

    /** A single payment knows neither prices of the catalogue nor customers here. */
    static void refuseIn(Params params) {
        for (String name : new String[] {"customer", "subscription_data"}) {
            if (!params.at(name).isMissingNode()) {
                throw StripeError.unsupported(name, "The card sandbox takes " + name + " with mode=subscription only.");
            }
        }
        if (params.at("line_items").valueStream().anyMatch(line -> line.has("price"))) {
            throw StripeError.unsupported(
                    "line_items", "The card sandbox takes line_items[][price] with mode=subscription only.");
        }
    }

    /** Reads what is to be subscribed to into the session. */
    void into(Call call, ObjectNode session) {
        Params params = call.params();
        if (!params.at("payment_intent_data").isMissingNode()) {
            throw StripeError.refused(
                    null, "payment_intent_data", "You can not pass `payment_intent_data` in `subscription` mode.");
        }
        List<ObjectNode> wanted = items.asked(call, "line_items");
        long trial = params.number("subscription_data.trial_period_days", 1).orElse(0L);
        String customer = params.textOrNull("customer");
        if (customer != null) {
            ObjectNode known = customers.get(call.account(), customer, "customer");
            if (params.text("customer_email").isPresent()) {
                throw StripeError.refused(
                        null,
                        "customer_email",
                        "You may only specify one of these parameters: customer, customer_email.");
            }
            session.put("_prefilled", Json.textOrNull(known, "email"));
        }
        ArrayNode rates = billing.taxes().named(call, "subscription_data.default_tax_rates");
        String exempt = customer == null
                ? "none"
                : Json.text(customers.get(call.account(), customer, "customer"), "tax_exempt");
        String currency = Json.text(wanted.getFirst().path("price"), "currency");
        long total = 0;
        long tax = 0;
        ObjectNode lines = Json.object();
        lines.put("object", "list");
        lines.put("has_more", false);
        lines.put("url", "/v1/checkout/sessions/" + Json.text(session, "id") + "/line_items");
        ArrayNode data = lines.putArray("data");
        ArrayNode kept = Json.array();
        for (ObjectNode item : wanted) {
            ObjectNode line = line(call.account(), item, currency, trial > 0);
            total += Json.number(line, "amount_subtotal");
            tax += taxed(line, rates, exempt);
            data.add(line);
            kept.add(item);
        }
        session.put("mode", "subscription");
        session.put("customer", customer);
        session.putNull("customer_creation");
        session.put("payment_method_collection", "always");
        session.put("currency", currency);
        session.put("amount_subtotal", total);
        session.put("amount_total", total + tax);
        Json.child(session, "total_details").put("amount_tax", tax);
        session.set("_rates", rates);
        session.set("_lines", lines);
        session.set("_items", kept);
        session.put("_trial", trial);
        session.set("_intent", Json.object());
        session.set("_metadata", params.metadata("subscription_data.metadata"));
    }

    private static long taxed(ObjectNode line, ArrayNode rates, String exempt) {
        long net = Json.number(line, "amount_subtotal");
        long tax = 0;
        for (var rate : rates) {
            tax += Json.number(Taxes.tax(rate, net, exempt), "amount");
        }
        line.put("amount_tax", tax);
        line.put("amount_total", net + tax);
        return tax;
    }

    private ObjectNode line(String account, ObjectNode item, String currency, boolean free) {
        var price = item.path("price");
        long quantity = Json.number(item, "quantity");
        long amount = free || Catalogue.metered(price) ? 0 : Catalogue.amount(price, quantity);
        ObjectNode line = Json.object();
        line.put("id", Ids.next("li_1"));
        line.put("object", "item");
        line.put("amount_discount", 0);
        line.put("amount_subtotal", amount);
        line.put("amount_tax", 0);
        line.put("amount_total", amount);
        line.put("currency", currency);
        String name = store.find(account, Json.text(price, "product"))
                .map(product -> Json.text(product, "name"))
                .orElse("");
        String nickname = Json.text(price, "nickname");
        line.put("description", nickname.isEmpty() ? name : name + " – " + nickname);
        line.put("quantity", Math.max(1, quantity));
        line.set("price", price.deepCopy());
        return line;
    }

    /** The card is good, and what is due now is paid. */
    void begin(ObjectNode session, TestCard card, Intents.Payer payer, @Nullable ObjectNode intent) {
        String account = Json.text(session, "_account");
        String known = Json.textOrNull(session, "customer");
        ObjectNode customer =
                known == null ? customers.arrived(account, payer) : customers.get(account, known, "customer");
        String method = customers.keepCard(customer, card, payer);
        List<ObjectNode> wanted = session.path("_items")
                .valueStream()
                .map(item -> (ObjectNode) item.deepCopy())
                .toList();
        ObjectNode subscription = subscriptions.begin(
                customer,
                wanted,
                (ObjectNode) session.path("_metadata").deepCopy(),
                Json.number(session, "_trial"),
                null);
        subscription.put("default_payment_method", method);
        subscription.set("default_tax_rates", session.path("_rates").deepCopy());
        ObjectNode invoice = subscriptions.firstInvoice(subscription, null);
        if (Json.text(invoice, "status").equals("open")) {
            invoice.put("_intent", intent == null ? null : Json.text(intent, "id"));
            invoice.put("attempt_count", 1);
            billing.invoices().paid(invoice, Json.number(invoice, "created"), null);
        }
        session.put("customer", Json.text(customer, "id"));
        session.put("subscription", Json.text(subscription, "id"));
        session.put("invoice", Json.text(invoice, "id"));
    }
}

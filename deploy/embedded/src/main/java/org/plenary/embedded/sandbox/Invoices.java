package org.plenary.embedded.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The platform's invoices: {@code draft}, {@code open} with a number, then {@code paid}, {@code uncollectible} or {@code void}. */
final class Invoices {
    static final Params.Known LIST = Listing.with("customer", "status", "subscription")
            .notSimulated("collection_method", "customer_account", "due_date");

    private final Store store;
    private final Customers customers;
    private final Events events;
    private final Listing listing;
    private final String address;

    Invoices(Store store, Customers customers, Events events, Listing listing, String address) {
        this.store = store;
        this.customers = customers;
        this.events = events;
        this.listing = listing;
        this.address = address;
    }

    /** A draft with its lines; the subscription's newest from now on. */
    ObjectNode draft(ObjectNode subscription, String reason, List<ObjectNode> lines, long at) {
        ObjectNode invoice = unsaved(subscription, reason, lines, at);
        String account = Json.text(subscription, "_account");
        subscription.put("latest_invoice", Json.text(invoice, "id"));
        store.put(account, invoice);
        events.emit(account, "invoice.created", invoice, null);
        return invoice;
    }

    ObjectNode unsaved(ObjectNode subscription, String reason, List<ObjectNode> lines, long at) {
        String account = Json.text(subscription, "_account");
        ObjectNode customer =
                store.find(account, Json.text(subscription, "customer")).orElseThrow();
        ObjectNode invoice = Json.shape("invoice");
        String id = Ids.next("in_1");
        invoice.put("id", id);
        invoice.put("_account", account);
        invoice.put("_secret", Ids.tail(32));
        invoice.put("account_country", "US");
        invoice.put("account_name", "Plenary");
        invoice.put("billing_reason", reason);
        invoice.put("created", at);
        invoice.put("period_start", at);
        invoice.put("period_end", at);
        invoice.put("currency", Json.text(subscription, "currency"));
        invoice.put("customer", Json.text(customer, "id"));
        invoice.put("customer_email", Json.textOrNull(customer, "email"));
        invoice.put("customer_name", Json.textOrNull(customer, "name"));
        invoice.put("test_clock", Json.textOrNull(customer, "test_clock"));
        invoice.set("customer_address", customer.path("address").deepCopy());
        ObjectNode parent = Json.object();
        ObjectNode details = parent.putObject("subscription_details");
        details.set("metadata", subscription.path("metadata").deepCopy());
        details.put("subscription", Json.text(subscription, "id"));
        parent.putNull("quote_details");
        parent.put("type", "subscription_details");
        invoice.set("parent", parent);
        long total = 0;
        ObjectNode list = Json.child(invoice, "lines");
        list.put("url", "/v1/invoices/" + id + "/lines");
        ArrayNode data = list.putArray("data");
        for (ObjectNode line : lines) {
            line.put("invoice", id);
            data.add(line);
            total += Json.number(line, "amount");
        }
        String exempt = Json.text(customer, "tax_exempt");
        invoice.put("customer_tax_exempt", exempt);
        invoice.set("customer_tax_ids", TaxIds.of(store, account, Json.text(customer, "id")));
        invoice.set("_tax_rates", subscription.path("default_tax_rates").deepCopy());
        for (String member : new String[] {"subtotal", "subtotal_excluding_tax", "total_excluding_tax"}) {
            invoice.put(member, total);
        }
        total += Taxes.onto(invoice, subscription.path("default_tax_rates"), exempt);
        invoice.put("total", total);
        long balance = Json.number(customer, "balance");
        invoice.put("starting_balance", balance);
        long due = Math.max(0, total + balance);
        invoice.put("amount_due", due);
        invoice.put("amount_remaining", due);
        return invoice;
    }

    /** Gives it its number; what is below zero is kept for the customer. One with nothing to pay is paid. */
    ObjectNode finish(ObjectNode invoice, long at, @Nullable Call cause) {
        String account = Json.text(invoice, "_account");
        ObjectNode customer =
                store.find(account, Json.text(invoice, "customer")).orElseThrow();
        long number = Json.number(customer, "next_invoice_sequence");
        customer.put("next_invoice_sequence", number + 1);
        long balance = Json.number(customer, "balance");
        long total = Json.number(invoice, "total");
        long left = total + balance;
        invoice.put("starting_balance", balance);
        invoice.put("ending_balance", Math.min(0, left));
        customer.put("balance", Math.min(0, left));
        customer.put("currency", Json.text(invoice, "currency"));
        store.put(account, customer);
        invoice.put("amount_due", Math.max(0, left));
        invoice.put("amount_remaining", Math.max(0, left));
        invoice.put("number", Json.text(customer, "invoice_prefix") + "-" + String.format("%04d", number));
        invoice.put("status", "open");
        invoice.put("effective_at", at);
        invoice.putNull("automatically_finalizes_at");
        Json.child(invoice, "status_transitions").put("finalized_at", at);
        invoice.put(
                "hosted_invoice_url",
                address + InvoicePage.PATH + Json.text(invoice, "id") + "?secret=" + Json.text(invoice, "_secret"));
        store.put(account, invoice);
        events.emit(account, "invoice.finalized", invoice, cause);
        return left <= 0 ? paid(invoice, at, cause) : invoice;
    }

    ObjectNode paid(ObjectNode invoice, long at, @Nullable Call cause) {
        String account = Json.text(invoice, "_account");
        invoice.put("status", "paid");
        invoice.put("attempted", true);
        invoice.put("amount_paid", Json.number(invoice, "amount_due"));
        invoice.put("amount_remaining", 0);
        invoice.put("auto_advance", false);
        invoice.putNull("next_payment_attempt");
        Json.child(invoice, "status_transitions").put("paid_at", at);
        store.put(account, invoice);
        events.emit(account, "invoice.paid", invoice, cause);
        events.emit(account, "invoice.payment_succeeded", invoice, cause);
        return invoice;
    }

    void told(String account, String type, ObjectNode object) {
        events.emit(account, type, object, null);
    }

    void failed(ObjectNode invoice, @Nullable Call cause) {
        String account = Json.text(invoice, "_account");
        store.put(account, invoice);
        events.emit(account, "invoice.payment_failed", invoice, cause);
    }

    ObjectNode close(Call call, String status) {
        ObjectNode invoice = get(call);
        if (!Json.text(invoice, "status").equals("open")) {
            throw StripeError.refused(
                    "invoice_not_editable",
                    null,
                    "Only an open invoice can become " + status + ", and this one is " + Json.text(invoice, "status")
                            + ".");
        }
        boolean isVoid = status.equals("void");
        invoice.put("status", status);
        invoice.putNull("next_payment_attempt");
        invoice.put("auto_advance", false);
        Json.child(invoice, "status_transitions")
                .put(
                        isVoid ? "voided_at" : "marked_uncollectible_at",
                        customers.now(call.account(), Json.text(invoice, "customer")));
        store.put(call.account(), invoice);
        events.emit(call.account(), isVoid ? "invoice.voided" : "invoice.marked_uncollectible", invoice, call);
        return invoice;
    }

    ObjectNode get(Call call) {
        return store.find(call.account(), call.id())
                .filter(_ -> Ids.kind(call.id()).equals("in"))
                .orElseThrow(() -> StripeError.notFound("invoice", "invoice", call.id()));
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "in",
                "/v1/invoices",
                invoice -> matches(params, "customer", Json.text(invoice, "customer"))
                        && matches(params, "status", Json.text(invoice, "status"))
                        && matches(params, "subscription", subscription(invoice)));
    }

    private static boolean matches(Params params, String name, String value) {
        return params.text(name).map(value::equals).orElse(true);
    }

    static String subscription(JsonNode invoice) {
        return Json.text(invoice.path("parent").path("subscription_details"), "subscription");
    }
}

package org.plenary.embedded.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notes that take back a part of an invoice, line by line with its tax: of one that is open they lower what is due, of one
 * that is paid they give money back or leave it to the customer for what comes.
 */
final class CreditNotes {
    private static final String[] MEMBERS = {
        "invoice",
        "lines.*.type",
        "lines.*.invoice_line_item",
        "lines.*.amount",
        "credit_amount",
        "refund_amount",
        "reason",
        "memo",
        "metadata.*"
    };
    private static final String[] OTHERS = {
        "amount",
        "effective_at",
        "email_type",
        "lines.*.description",
        "lines.*.quantity",
        "lines.*.tax_amounts",
        "lines.*.tax_rates",
        "lines.*.unit_amount",
        "lines.*.unit_amount_decimal",
        "out_of_band_amount",
        "refunds",
        "shipping_cost"
    };
    static final Params.Known CREATE = Params.Known.of(MEMBERS).notSimulated(OTHERS);
    static final Params.Known LIST = Listing.with("invoice", "customer");

    private final Store store;
    private final Events events;
    private final Listing listing;
    private final Refunds refunds;
    private final Subscribing subscribing;
    private final String address;

    CreditNotes(Store store, Events events, Listing listing, Refunds refunds, Subscribing subscribing, String address) {
        this.store = store;
        this.events = events;
        this.listing = listing;
        this.refunds = refunds;
        this.subscribing = subscribing;
        this.address = address;
    }

    void route(Routes routes) {
        routes.post("/v1/credit_notes", CREATE, this::create);
        routes.get("/v1/credit_notes", LIST, this::list);
        routes.get("/v1/credit_notes/preview", CREATE, this::preview);
        routes.get("/v1/credit_notes/*", Params.Known.of(), call -> routes.find(call, "cn", "credit note"));
    }

    ObjectNode preview(Call call) {
        return written(call, invoice(call));
    }

    ObjectNode create(Call call) {
        ObjectNode invoice = invoice(call);
        ObjectNode note = written(call, invoice);
        if (Json.text(invoice, "status").equals("paid")) {
            giveBack(call, invoice, note);
        } else {
            lower(call, invoice, note);
        }
        note.put("_account", call.account());
        note.put("_secret", Ids.tail(32));
        note.put(
                "pdf", address + CreditNotePage.PATH + Json.text(note, "id") + "?secret=" + Json.text(note, "_secret"));
        store.put(call.account(), invoice);
        store.put(call.account(), note);
        events.emit(call.account(), "credit_note.created", note, call);
        if (Json.text(invoice, "status").equals("open") && Json.number(invoice, "amount_remaining") == 0) {
            subscribing.billing.invoices().paid(invoice, Json.number(note, "created"), call);
        }
        return note;
    }

    private ObjectNode invoice(Call call) {
        String id = call.params().required("invoice");
        ObjectNode invoice = store.find(call.account(), id)
                .filter(_ -> Ids.kind(id).equals("in"))
                .orElseThrow(() -> StripeError.notFound("invoice", "invoice", id));
        String status = Json.text(invoice, "status");
        if (!status.equals("open") && !status.equals("paid")) {
            throw StripeError.refused(
                    null, "invoice", "You can only create credit notes for open or paid invoices, not for " + status);
        }
        return invoice;
    }

    private ObjectNode written(Call call, ObjectNode invoice) {
        Params params = call.params();
        ObjectNode note = Json.shape("credit_note");
        note.put("id", Ids.next("cn_1"));
        long now = subscribing.customers.now(call.account(), Json.text(invoice, "customer"));
        note.put("created", now);
        note.put("effective_at", now);
        note.set("currency", invoice.path("currency").deepCopy());
        note.set("customer", invoice.path("customer").deepCopy());
        note.put("invoice", Json.text(invoice, "id"));
        note.put("memo", params.textOrNull("memo"));
        note.put("reason", params.textOrNull("reason"));
        note.set("metadata", params.metadata("metadata"));
        long before = Json.number(invoice, "_credit_notes");
        note.put("number", Json.text(invoice, "number") + "-CN-" + String.format("%02d", before + 1));
        note.put("pdf", address);
        lines(params, invoice, note);
        long due = Json.number(note, "total");
        boolean paid = Json.text(invoice, "status").equals("paid");
        note.put("type", paid ? "post_payment" : "pre_payment");
        note.put(paid ? "post_payment_amount" : "pre_payment_amount", due);
        return note;
    }

    private static void lines(Params params, ObjectNode invoice, ObjectNode note) {
        if (params.at("lines").isEmpty()) {
            throw StripeError.missing("lines");
        }
        ObjectNode list = Json.child(note, "lines");
        list.put("url", "/v1/credit_notes/" + Json.text(note, "id") + "/lines");
        String exempt = Json.text(invoice, "customer_tax_exempt");
        long net = 0;
        for (int i = 0; i < params.at("lines").size(); i++) {
            String at = "lines." + i;
            if (!params.required(at + ".type").equals("invoice_line_item")) {
                throw StripeError.unsupported(at + ".type", "The card sandbox credits lines of the invoice only.");
            }
            ObjectNode of = line(invoice, params.required(at + ".invoice_line_item"), at);
            long amount = params.number(at + ".amount", 1).orElseThrow(() -> StripeError.missing(at + ".amount"));
            long left = Json.number(of, "amount") - Json.number(of, "_credited");
            if (amount > left) {
                throw StripeError.refused(
                        null,
                        at + ".amount",
                        "The line item can be credited by at most " + left + ", and " + amount + " was asked for.");
            }
            ObjectNode line = Json.shape("credit_note_line");
            line.put("id", Ids.next("cnli_1"));
            line.put("amount", amount);
            line.set("description", of.path("description").deepCopy());
            line.put("invoice_line_item", Json.text(of, "id"));
            ((ArrayNode) list.path("data")).add(line);
            net += amount;
        }
        long tax = Taxes.onto(note, invoice.path("_tax_rates"), exempt);
        for (String member : new String[] {"subtotal", "subtotal_excluding_tax", "total_excluding_tax"}) {
            note.put(member, net);
        }
        note.put("amount", net + tax);
        note.put("total", net + tax);
    }

    private static ObjectNode line(ObjectNode invoice, String id, String at) {
        for (JsonNode line : invoice.path("lines").path("data")) {
            if (Json.text(line, "id").equals(id)) {
                return (ObjectNode) line;
            }
        }
        throw StripeError.notFound("invoice line item", at + ".invoice_line_item", id);
    }

    private void giveBack(Call call, ObjectNode invoice, ObjectNode note) {
        long total = Json.number(note, "total");
        long refund = call.params().number("refund_amount", 0).orElse(0L);
        long credit = call.params().number("credit_amount", 0).orElse(0L);
        if (refund + credit != total) {
            throw StripeError.refused(
                    null,
                    null,
                    "The sum of credit amount, refund amount and out of band amount (" + (refund + credit)
                            + ") must equal the post payment amount (" + total + ").");
        }
        if (refund > 0) {
            ObjectNode asked = Json.object();
            asked.put("payment_intent", Json.text(invoice, "_intent"));
            asked.put("amount", String.valueOf(refund));
            ObjectNode made = refunds.create(
                    new Call(call.account(), List.of(), new Params(asked), call.requestId(), call.idempotencyKey()));
            ObjectNode entry = ((ArrayNode) note.path("refunds")).addObject();
            entry.put("amount_refunded", refund);
            entry.putNull("payment_record_refund");
            entry.put("refund", Json.text(made, "id"));
            entry.put("type", "refund");
        }
        if (credit > 0) {
            ObjectNode customer =
                    store.find(call.account(), Json.text(invoice, "customer")).orElseThrow();
            customer.put("balance", Json.number(customer, "balance") - credit);
            store.put(call.account(), customer);
        }
        invoice.put(
                "post_payment_credit_notes_amount", Json.number(invoice, "post_payment_credit_notes_amount") + total);
        credited(invoice, note);
    }

    private static void lower(Call call, ObjectNode invoice, ObjectNode note) {
        long total = Json.number(note, "total");
        for (String member : new String[] {"refund_amount", "credit_amount"}) {
            if (call.params().number(member, 0).orElse(0L) > 0) {
                throw StripeError.refused(null, member, "Nothing of this invoice has been paid that could go back.");
            }
        }
        if (total > Json.number(invoice, "amount_remaining")) {
            throw StripeError.refused(null, "lines", "The credit note is more than what is left to pay.");
        }
        for (String member : new String[] {"amount_due", "amount_remaining"}) {
            invoice.put(member, Json.number(invoice, member) - total);
        }
        invoice.put("pre_payment_credit_notes_amount", Json.number(invoice, "pre_payment_credit_notes_amount") + total);
        credited(invoice, note);
    }

    private static void credited(ObjectNode invoice, ObjectNode note) {
        invoice.put("_credit_notes", Json.number(invoice, "_credit_notes") + 1);
        for (JsonNode line : note.path("lines").path("data")) {
            ObjectNode of = line(invoice, Json.text(line, "invoice_line_item"), "lines");
            of.put("_credited", Json.number(of, "_credited") + Json.number(line, "amount"));
        }
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "cn",
                "/v1/credit_notes",
                note -> params.text("invoice")
                                .map(Json.text(note, "invoice")::equals)
                                .orElse(true)
                        && params.text("customer")
                                .map(Json.text(note, "customer")::equals)
                                .orElse(true));
    }
}

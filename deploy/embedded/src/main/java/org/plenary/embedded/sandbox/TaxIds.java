package org.plenary.embedded.sandbox;

import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tax numbers of customers. Their form is checked, and nobody is asked whether they are true. */
final class TaxIds {
    static final Params.Known CREATE = Params.Known.of("type", "value");
    static final Params.Known LIST = Listing.with();

    private static final Pattern EU_VAT = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,12}");

    private final Store store;
    private final Customers customers;
    private final Listing listing;

    TaxIds(Store store, Customers customers, Listing listing) {
        this.store = store;
        this.customers = customers;
        this.listing = listing;
    }

    ObjectNode create(Call call) {
        ObjectNode customer = customers.get(call.account(), call.id(), "customer");
        String type = call.params().required("type");
        String value = call.params().required("value");
        if (!type.equals("eu_vat")) {
            throw StripeError.unsupported("type", "The card sandbox knows eu_vat only.");
        }
        if (!EU_VAT.matcher(value).matches()) {
            throw StripeError.refused("tax_id_invalid", "value", "Invalid value for eu_vat.");
        }
        ObjectNode id = Json.shape("tax_id");
        id.put("id", Ids.next("txi_1"));
        id.put("country", value.startsWith("EL") ? "GR" : value.substring(0, 2));
        id.put("created", customers.now(call.account(), call.id()));
        id.put("customer", Json.text(customer, "id"));
        ObjectNode owner = id.putObject("owner");
        owner.put("customer", Json.text(customer, "id"));
        owner.putNull("customer_account");
        owner.put("type", "customer");
        id.put("type", type);
        id.put("value", value);
        return store.put(call.account(), id);
    }

    ObjectNode list(Call call) {
        customers.get(call.account(), call.id(), "customer");
        return listing.list(
                call,
                "txi",
                "/v1/customers/" + call.id() + "/tax_ids",
                id -> Json.text(id, "customer").equals(call.id()));
    }

    ObjectNode delete(Call call) {
        String id = call.path().getLast();
        ObjectNode known = store.find(call.account(), id)
                .filter(found -> Json.text(found, "customer").equals(call.id()))
                .orElseThrow(() -> StripeError.notFound("tax_id", "id", id));
        store.remove(Json.text(known, "id"));
        ObjectNode gone = Json.object();
        gone.put("id", id);
        gone.put("object", "tax_id");
        gone.put("deleted", true);
        return gone;
    }

    /** Those of a customer, as an invoice says them. */
    static ArrayNode of(Store store, String account, String customer) {
        ArrayNode all = Json.array();
        for (ObjectNode id : store.all("txi", account)) {
            if (Json.text(id, "customer").equals(customer)) {
                all.addObject().put("type", Json.text(id, "type")).put("value", Json.text(id, "value"));
            }
        }
        return all;
    }
}

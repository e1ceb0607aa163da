package org.plenary.embedded.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tax rates, which come on top of prices, and what they make of an invoice. Each line is rounded by itself. */
final class Taxes {
    static final Params.Known CREATE = Params.Known.of(
                    "display_name",
                    "percentage",
                    "inclusive",
                    "active",
                    "country",
                    "description",
                    "jurisdiction",
                    "metadata.*",
                    "tax_type")
            .notSimulated("state");
    static final Params.Known LIST = Listing.with("active", "inclusive");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Store store;
    private final SandboxClock clock;
    private final Listing listing;

    Taxes(Store store, SandboxClock clock, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.listing = listing;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        String name = params.required("display_name");
        params.required("inclusive");
        if (params.flag("inclusive")) {
            throw StripeError.unsupported("inclusive", "In the card sandbox taxes come on top of prices.");
        }
        ObjectNode rate = Json.shape("tax_rate");
        rate.put("id", Ids.next("txr_1"));
        rate.put("created", clock.seconds());
        rate.put("display_name", name);
        rate.put("percentage", percentage(params.required("percentage")));
        if (params.text("active").isPresent()) {
            rate.put("active", params.flag("active"));
        }
        for (String member : new String[] {"country", "description", "jurisdiction", "tax_type"}) {
            params.text(member).ifPresent(value -> rate.put(member, value));
        }
        rate.set("metadata", params.metadata("metadata"));
        return store.put(call.account(), rate);
    }

    private static BigDecimal percentage(String text) {
        try {
            BigDecimal percentage = new BigDecimal(text);
            if (percentage.signum() >= 0 && percentage.compareTo(HUNDRED) <= 0) {
                return percentage;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw StripeError.invalidParameter(null, "percentage", "Invalid decimal between 0 and 100: " + text);
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "txr",
                "/v1/tax_rates",
                rate -> params.text("active")
                                .map(rate.path("active").asString("")::equals)
                                .orElse(true)
                        && params.text("inclusive")
                                .map(rate.path("inclusive").asString("")::equals)
                                .orElse(true));
    }

    /** The rates that a parameter names by their ids. */
    ArrayNode named(Call call, String at) {
        ArrayNode rates = Json.array();
        for (JsonNode id : call.params().at(at)) {
            rates.add(Json.visible(store.find(call.account(), id.asString(""))
                    .filter(rate -> Json.text(rate, "object").equals("tax_rate"))
                    .orElseThrow(() -> StripeError.notFound("tax rate", at, id.asString("")))));
        }
        return rates;
    }

    /** What one rate takes of an amount, in the words of a line and of a total. */
    static ObjectNode tax(JsonNode rate, long amount, String exempt) {
        boolean taken = exempt.equals("none") || exempt.isEmpty();
        ObjectNode tax = Json.object();
        tax.put("amount", taken ? share(rate, amount) : 0);
        tax.put("tax_behavior", "exclusive");
        tax.putObject("tax_rate_details").put("tax_rate", Json.text(rate, "id"));
        tax.put(
                "taxability_reason",
                taken ? "standard_rated" : exempt.equals("reverse") ? "reverse_charge" : "customer_exempt");
        tax.put("taxable_amount", amount);
        tax.put("type", "tax_rate_details");
        return tax;
    }

    private static long share(JsonNode rate, long amount) {
        return rate.path("percentage")
                .asDecimal()
                .multiply(BigDecimal.valueOf(amount))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Puts the tax to each line and their sum, by rate, to the whole. @return the sum of all */
    static long onto(ObjectNode whole, JsonNode rates, String exempt) {
        long sum = 0;
        ArrayNode totals = whole.putArray("total_taxes");
        for (JsonNode rate : rates) {
            ObjectNode total = tax(rate, 0, exempt);
            for (JsonNode line : whole.path("lines").path("data")) {
                ObjectNode tax = tax(rate, Json.number(line, "amount"), exempt);
                ((ArrayNode) line.path("taxes")).add(tax);
                for (String member : new String[] {"amount", "taxable_amount"}) {
                    total.put(member, Json.number(total, member) + Json.number(tax, member));
                }
            }
            totals.add(total);
            sum += Json.number(total, "amount");
        }
        return sum;
    }
}

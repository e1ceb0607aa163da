package org.plenary.embedded.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is sold by subscription: products and their recurring prices, flat or metered by graduated tiers. */
final class Catalogue {
    static final Params.Known CREATE_PRODUCT = Params.Known.of(
                    "id", "name", "active", "description", "unit_label", "metadata.*")
            .notSimulated(
                    "default_price_data",
                    "images",
                    "marketing_features",
                    "package_dimensions",
                    "shippable",
                    "statement_descriptor",
                    "tax_code",
                    "type",
                    "url");
    static final Params.Known CREATE_PRICE = Params.Known.of(
                    "currency",
                    "product",
                    "unit_amount",
                    "nickname",
                    "lookup_key",
                    "transfer_lookup_key",
                    "tax_behavior",
                    "metadata.*",
                    "recurring.interval",
                    "recurring.interval_count",
                    "recurring.usage_type",
                    "recurring.meter",
                    "billing_scheme",
                    "tiers_mode",
                    "tiers.*.up_to",
                    "tiers.*.unit_amount")
            .notSimulated(
                    "active",
                    "currency_options",
                    "custom_unit_amount",
                    "product_data",
                    "transform_quantity",
                    "unit_amount_decimal",
                    "recurring.trial_period_days",
                    "tiers.*.flat_amount",
                    "tiers.*.flat_amount_decimal",
                    "tiers.*.unit_amount_decimal");
    static final Params.Known LIST_PRODUCTS = Listing.with("active");
    static final Params.Known LIST_PRICES = Listing.with("active", "lookup_keys.*", "product", "currency");

    private static final Set<String> INTERVALS = Set.of("day", "week", "month", "year");

    private final Store store;
    private final SandboxClock clock;
    private final Listing listing;

    Catalogue(Store store, SandboxClock clock, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.listing = listing;
    }

    ObjectNode createProduct(Call call) {
        Params params = call.params();
        ObjectNode product = Json.shape("product");
        String id = params.text("id").orElseGet(() -> Ids.next("prod_").substring(0, 19));
        if (!Ids.kind(id).equals("prod")) {
            throw StripeError.unsupported("id", "The card sandbox takes only product ids that start with prod_.");
        }
        if (store.find(call.account(), id).isPresent()) {
            throw StripeError.refused("resource_already_exists", "id", "Product already exists.");
        }
        product.put("id", id);
        product.put("name", params.required("name"));
        params.text("active").ifPresent(_ -> product.put("active", params.flag("active")));
        params.text("description").ifPresent(text -> product.put("description", text));
        params.text("unit_label").ifPresent(text -> product.put("unit_label", text));
        product.set("metadata", params.metadata("metadata"));
        product.put("created", clock.seconds());
        product.put("updated", clock.seconds());
        return store.put(call.account(), product);
    }

    ObjectNode listProducts(Call call) {
        return listing.list(call, "prod", "/v1/products", product -> active(call, product));
    }

    ObjectNode createPrice(Call call) {
        Params params = call.params();
        ObjectNode price = Json.shape("price");
        String currency = Currencies.known(params.required("currency"), "currency");
        String product = params.required("product");
        if (store.find(call.account(), product).isEmpty()) {
            throw StripeError.notFound("product", "product", product);
        }
        price.put("id", Ids.next("price_1"));
        price.put("currency", currency);
        price.put("product", product);
        price.put("nickname", params.textOrNull("nickname"));
        params.text("tax_behavior").ifPresent(value -> price.put("tax_behavior", value));
        price.set("metadata", params.metadata("metadata"));
        price.put("created", clock.seconds());
        price.set("recurring", recurring(call));
        amounts(params, price);
        lookup(call, price);
        return store.put(call.account(), price);
    }

    private ObjectNode recurring(Call call) {
        Params params = call.params();
        String interval = params.text("recurring.interval")
                .orElseThrow(() ->
                        StripeError.unsupported("recurring", "The card sandbox simulates recurring prices only."));
        if (!INTERVALS.contains(interval)) {
            throw StripeError.invalidParameter(
                    null,
                    "recurring[interval]",
                    "Invalid recurring[interval]: must be one of day, week, month, or year");
        }
        ObjectNode recurring = Json.object();
        recurring.put("interval", interval);
        recurring.put(
                "interval_count", params.number("recurring.interval_count", 1).orElse(1L));
        String usage = params.text("recurring.usage_type").orElse("licensed");
        String meter = params.textOrNull("recurring.meter");
        if (usage.equals("metered") != (meter != null)) {
            throw StripeError.refused(
                    null, "recurring[meter]", "Metered prices, and only these, must be backed by meters.");
        }
        if (meter != null && store.find(call.account(), meter).isEmpty()) {
            throw StripeError.notFound("billing meter", "recurring[meter]", meter);
        }
        recurring.put("meter", meter);
        recurring.putNull("trial_period_days");
        recurring.put("usage_type", usage);
        return recurring;
    }

    private static void amounts(Params params, ObjectNode price) {
        if (!params.text("billing_scheme").orElse("per_unit").equals("tiered")) {
            long unit = params.number("unit_amount", 0).orElseThrow(() -> StripeError.missing("unit_amount"));
            price.put("unit_amount", unit);
            price.put("unit_amount_decimal", String.valueOf(unit));
            return;
        }
        if (!params.required("tiers_mode").equals("graduated")) {
            throw StripeError.unsupported("tiers_mode", "The card sandbox simulates tiers_mode=graduated only.");
        }
        price.put("billing_scheme", "tiered");
        price.put("tiers_mode", "graduated");
        ArrayNode tiers = price.putArray("_tiers");
        long above = 0;
        int count = params.at("tiers").size();
        for (int i = 0; i < count; i++) {
            String at = "tiers." + i;
            String upTo = params.required(at + ".up_to");
            boolean last = i == count - 1;
            if (upTo.equals("inf") != last) {
                throw StripeError.refused(null, "tiers", "The last tier, and only it, must have `up_to` set to inf.");
            }
            ObjectNode tier = tiers.addObject();
            if (!last) {
                above = params.number(at + ".up_to", above + 1).orElseThrow();
                tier.put("up_to", above);
            } else {
                tier.putNull("up_to");
            }
            tier.put(
                    "unit_amount",
                    params.number(at + ".unit_amount", 0)
                            .orElseThrow(() -> StripeError.missing("tiers[][unit_amount]")));
        }
        if (count == 0) {
            throw StripeError.missing("tiers");
        }
    }

    private void lookup(Call call, ObjectNode price) {
        String key = call.params().textOrNull("lookup_key");
        if (key == null) {
            return;
        }
        for (ObjectNode other : store.all("price", call.account())) {
            if (Json.text(other, "lookup_key").equals(key)) {
                if (!call.params().flag("transfer_lookup_key")) {
                    throw StripeError.refused(
                            null,
                            "lookup_key",
                            "A price (`" + Json.text(other, "id") + "`) already uses that lookup key.");
                }
                other.putNull("lookup_key");
                store.put(call.account(), other);
            }
        }
        price.put("lookup_key", key);
    }

    ObjectNode listPrices(Call call) {
        Params params = call.params();
        var keys = params.at("lookup_keys")
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
        String product = params.textOrNull("product");
        String currency = params.textOrNull("currency");
        return listing.list(
                call,
                "price",
                "/v1/prices",
                price -> active(call, price)
                        && (keys.isEmpty() || keys.contains(Json.text(price, "lookup_key")))
                        && (product == null || product.equals(Json.text(price, "product")))
                        && (currency == null || currency.equals(Json.text(price, "currency"))));
    }

    private static boolean active(Call call, ObjectNode object) {
        String wanted = call.params().textOrNull("active");
        return wanted == null || wanted.equals("true") == object.path("active").asBoolean(false);
    }

    ObjectNode price(String account, String id, String param) {
        return store.find(account, id)
                .filter(_ -> Ids.kind(id).equals("price"))
                .orElseThrow(() -> StripeError.notFound("price", param, id));
    }

    String name(String account, ObjectNode price) {
        return store.find(account, Json.text(price, "product"))
                .map(product -> Json.text(product, "name"))
                .orElse("");
    }

    static boolean metered(JsonNode price) {
        return Json.text(price.path("recurring"), "usage_type").equals("metered");
    }

    /** What so many units of a price cost. */
    static long amount(JsonNode price, long units) {
        if (!Json.text(price, "billing_scheme").equals("tiered")) {
            return Math.multiplyExact(Json.number(price, "unit_amount"), units);
        }
        long amount = 0;
        long counted = 0;
        for (JsonNode tier : price.path("_tiers")) {
            @Nullable Long upTo = tier.path("up_to").isNull() ? null : Json.number(tier, "up_to");
            long inTier = Math.max(0, (upTo == null ? units : Math.min(units, upTo)) - counted);
            amount += Math.multiplyExact(inTier, Json.number(tier, "unit_amount"));
            counted += inTier;
        }
        return amount;
    }
}

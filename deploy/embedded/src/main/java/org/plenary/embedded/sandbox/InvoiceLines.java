package org.plenary.embedded.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a subscription's invoice says line by line: periods ahead, use behind, and shares of a period. */
final class InvoiceLines {
    private final Catalogue catalogue;
    private final Meters meters;

    InvoiceLines(Catalogue catalogue, Meters meters) {
        this.catalogue = catalogue;
        this.meters = meters;
    }

    /** What a period that begins now costs ahead: all items that are not metered. */
    List<ObjectNode> ahead(ObjectNode subscription) {
        List<ObjectNode> lines = new ArrayList<>();
        for (JsonNode item : items(subscription)) {
            if (!Catalogue.metered(item.path("price"))) {
                long quantity = Json.number(item, "quantity");
                ObjectNode line = line(subscription, item, Catalogue.amount(item.path("price"), quantity), quantity);
                line.put("description", quantity + " × " + name(subscription, item));
                lines.add(line);
            }
        }
        return lines;
    }

    /** What was used of the metered items in the period that ends. */
    List<ObjectNode> behind(ObjectNode subscription, long until) {
        List<ObjectNode> lines = new ArrayList<>();
        for (JsonNode item : items(subscription)) {
            if (Catalogue.metered(item.path("price"))) {
                lines.add(used(subscription, item, until));
            }
        }
        return lines;
    }

    ObjectNode used(ObjectNode subscription, JsonNode item, long until) {
        long from = Json.number(item, "current_period_start");
        long units = meters.used(
                Json.text(subscription, "_account"),
                Json.text(item.path("price").path("recurring"), "meter"),
                Json.text(subscription, "customer"),
                from,
                until);
        ObjectNode line = line(subscription, item, Catalogue.amount(item.path("price"), units), units);
        line.put("description", units + " × " + name(subscription, item));
        Json.child(line, "period").put("end", until);
        return line;
    }

    /** A share of an item's current period from now on; a negative one gives back what was not used. */
    ObjectNode share(ObjectNode subscription, JsonNode item, long at, boolean back) {
        long start = Json.number(item, "current_period_start");
        long end = Json.number(item, "current_period_end");
        long quantity = Json.number(item, "quantity");
        long whole = Catalogue.amount(item.path("price"), quantity);
        long share = Math.round((double) whole * (end - at) / (end - start));
        ObjectNode line = line(subscription, item, back ? -share : share, quantity);
        line.put(
                "description",
                (back ? "Unused time on " : "Remaining time on ") + name(subscription, item) + " after "
                        + Instant.ofEpochSecond(at).atZone(ZoneOffset.UTC).toLocalDate());
        Json.child(line, "period").put("start", at);
        Json.child(Json.child(line, "parent"), "subscription_item_details").put("proration", true);
        return line;
    }

    private ObjectNode line(ObjectNode subscription, JsonNode item, long amount, long quantity) {
        ObjectNode line = Json.shape("invoice_line");
        JsonNode price = item.path("price");
        line.put("id", Ids.next("il_1"));
        line.put("amount", amount);
        line.put("subtotal", amount);
        line.put("currency", Json.text(price, "currency"));
        line.put("quantity", quantity);
        line.put("subscription", Json.text(subscription, "id"));
        line.set("metadata", subscription.path("metadata").deepCopy());
        ObjectNode parent = Json.object();
        ObjectNode details = parent.putObject("subscription_item_details");
        details.putNull("invoice_item");
        details.put("proration", false);
        details.putNull("proration_details");
        details.put("subscription", Json.text(subscription, "id"));
        details.put("subscription_item", Json.text(item, "id"));
        parent.putNull("invoice_item_details");
        parent.put("type", "subscription_item_details");
        line.set("parent", parent);
        ObjectNode pricing = Json.object();
        ObjectNode of = pricing.putObject("price_details");
        of.put("price", Json.text(price, "id"));
        of.put("product", Json.text(price, "product"));
        pricing.put("type", "price_details");
        pricing.set("unit_amount_decimal", price.path("unit_amount_decimal").deepCopy());
        line.set("pricing", pricing);
        ObjectNode period = Json.child(line, "period");
        period.put("start", Json.number(item, "current_period_start"));
        period.put("end", Json.number(item, "current_period_end"));
        return line;
    }

    private String name(ObjectNode subscription, JsonNode item) {
        String name = catalogue.name(Json.text(subscription, "_account"), (ObjectNode) item.path("price"));
        String nickname = Json.text(item.path("price"), "nickname");
        return nickname.isEmpty() ? name : name + " – " + nickname;
    }

    static Iterable<JsonNode> items(ObjectNode subscription) {
        return subscription.path("items").path("data");
    }

    /** The end of the period that begins at {@code start}, counted from the day that billing began. */
    static long periodEnd(JsonNode price, long anchor, long start) {
        ZonedDateTime from = Instant.ofEpochSecond(anchor).atZone(ZoneOffset.UTC);
        long count = Json.number(price.path("recurring"), "interval_count");
        for (long periods = 1; ; periods++) {
            long steps = periods * count;
            ZonedDateTime end = switch (Json.text(price.path("recurring"), "interval")) {
                case "day" -> from.plusDays(steps);
                case "week" -> from.plusWeeks(steps);
                case "month" -> from.plusMonths(steps);
                default -> from.plusYears(steps);
            };
            if (end.toEpochSecond() > start) {
                return end.toEpochSecond();
            }
        }
    }
}

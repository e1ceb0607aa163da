package org.plenary.embedded.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The prices that a subscription is made of, and what changing them in the middle of a period costs. */
final class SubscriptionItems {
    private static final String[] OF_PLAN = {
        "active", "billing_scheme", "created", "currency", "livemode", "metadata", "nickname", "product", "tiers_mode"
    };

    private final Catalogue catalogue;
    private final InvoiceLines lines;

    SubscriptionItems(Catalogue catalogue, InvoiceLines lines) {
        this.catalogue = catalogue;
        this.lines = lines;
    }

    /** Items by the call's parameters, all with the same interval and currency. */
    List<ObjectNode> asked(Call call, String at) {
        List<ObjectNode> wanted = new ArrayList<>();
        for (int i = 0; i < call.params().at(at).size(); i++) {
            wanted.add(item(call, at + "." + i));
        }
        if (wanted.isEmpty()) {
            throw StripeError.missing(at);
        }
        requireAlike(wanted);
        return wanted;
    }

    private ObjectNode item(Call call, String at) {
        Params params = call.params();
        ObjectNode price = catalogue.price(call.account(), params.required(at + ".price"), at + ".price");
        ObjectNode item = Json.shape("subscription_item");
        item.put("id", Ids.next("si_").substring(0, 17));
        item.set("price", price);
        item.set("plan", plan(price));
        boolean metered = Catalogue.metered(price);
        if (metered && params.text(at + ".quantity").isPresent()) {
            throw StripeError.refused(
                    null, at + ".quantity", "You cannot set the quantity for metered plans; report usage instead.");
        }
        if (!metered) {
            item.put("quantity", params.number(at + ".quantity", 0).orElse(1L));
        }
        return item;
    }

    private static ObjectNode plan(ObjectNode price) {
        ObjectNode plan = Json.shape("plan");
        plan.put("id", Json.text(price, "id"));
        for (String member : OF_PLAN) {
            plan.set(member, price.path(member).deepCopy());
        }
        plan.set("amount", price.path("unit_amount").deepCopy());
        plan.set("amount_decimal", price.path("unit_amount_decimal").deepCopy());
        for (String member : new String[] {"interval", "interval_count", "meter", "usage_type"}) {
            plan.set(member, price.path("recurring").path(member).deepCopy());
        }
        return plan;
    }

    private static void requireAlike(Iterable<? extends JsonNode> items) {
        String first = null;
        for (JsonNode item : items) {
            JsonNode price = item.path("price");
            String kind = Json.text(price, "currency") + " "
                    + Json.text(price.path("recurring"), "interval") + " "
                    + Json.number(price.path("recurring"), "interval_count");
            if (first != null && !first.equals(kind)) {
                throw StripeError.unsupported(
                        "items", "In the card sandbox all prices of a subscription have one interval and currency.");
            }
            first = kind;
        }
    }

    /** Gives a subscription its items, in a period from now until its end or, if not zero, until then. */
    void put(ObjectNode subscription, List<ObjectNode> wanted, long at, long until) {
        ArrayNode data = Json.child(subscription, "items").putArray("data");
        Json.child(subscription, "items")
                .put("url", "/v1/subscription_items?subscription=" + Json.text(subscription, "id"));
        for (ObjectNode item : wanted) {
            item.put("subscription", Json.text(subscription, "id"));
            if (Json.number(item, "created") == 0) {
                item.put("created", at);
            }
            data.add(item);
        }
        subscription.put("currency", Json.text(wanted.getFirst().path("price"), "currency"));
        roll(subscription, at, until);
    }

    /** A period begins. */
    void roll(ObjectNode subscription, long at, long until) {
        long anchor = Json.number(subscription, "billing_cycle_anchor");
        for (JsonNode item : InvoiceLines.items(subscription)) {
            long end = until != 0 ? until : InvoiceLines.periodEnd(item.path("price"), anchor, at);
            ((ObjectNode) item).put("current_period_start", at);
            ((ObjectNode) item).put("current_period_end", end);
        }
    }

    static long periodEnd(ObjectNode subscription) {
        return Json.number(subscription.path("items").path("data").path(0), "current_period_end");
    }

    /**
     * Changes the items, as the parameters say. Prices of another interval begin a new period now; what was used of a
     * metered price that goes is asked for now.
     *
     * @return what it costs; nothing while a trial lasts
     */
    List<ObjectNode> change(Call call, ObjectNode subscription, String at, long now) {
        Params params = call.params();
        boolean trialing = Json.text(subscription, "status").equals("trialing");
        List<ObjectNode> kept = new ArrayList<>();
        InvoiceLines.items(subscription).forEach(item -> kept.add((ObjectNode) item.deepCopy()));
        List<ObjectNode> gone = new ArrayList<>();
        List<ObjectNode> come = new ArrayList<>();
        for (int i = 0; i < params.at(at).size(); i++) {
            String one = at + "." + i;
            String id = params.textOrNull(one + ".id");
            if (id != null) {
                ObjectNode old = kept.stream()
                        .filter(item -> Json.text(item, "id").equals(id))
                        .findFirst()
                        .orElseThrow(() -> StripeError.notFound("subscription_item", one + "[id]", id));
                kept.remove(old);
                gone.add(old);
            }
            if (!params.flag(one + ".deleted")) {
                ObjectNode next = item(call, one);
                if (id != null) {
                    next.put("id", id);
                }
                come.add(next);
            }
        }
        List<ObjectNode> costs = new ArrayList<>();
        for (ObjectNode item : gone) {
            costs.add(
                    Catalogue.metered(item.path("price"))
                            ? lines.used(subscription, item, now)
                            : lines.share(subscription, item, now, true));
        }
        long until = periodEnd(subscription);
        long from = Json.number(subscription.path("items").path("data").path(0), "current_period_start");
        boolean restart =
                !gone.isEmpty() && !come.isEmpty() && !interval(gone.getFirst()).equals(interval(come.getFirst()));
        List<ObjectNode> all = new ArrayList<>(kept);
        all.addAll(come);
        requireAlike(all);
        if (restart && !trialing) {
            subscription.put("billing_cycle_anchor", now);
            put(subscription, all, now, 0);
            costs.addAll(lines.ahead(subscription));
        } else {
            put(subscription, all, now, until);
            // the period goes on; only what is metered and new is counted from now
            for (ObjectNode item : all) {
                boolean counted = come.contains(item) && Catalogue.metered(item.path("price"));
                item.put("current_period_start", counted ? now : from);
            }
            for (ObjectNode item : come) {
                if (!Catalogue.metered(item.path("price"))) {
                    costs.add(lines.share(subscription, item, now, false));
                }
            }
        }
        return trialing ? List.of() : costs;
    }

    private static String interval(ObjectNode item) {
        return Json.text(item.path("price").path("recurring"), "interval");
    }
}

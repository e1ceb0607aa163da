package org.plenary.embedded.sandbox;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's lists: newest first, in pages, optionally by time of creation. */
final class Listing {
    /** The parameters that every list takes. */
    static final String[] PARAMETERS = {"limit", "starting_after", "ending_before", "created", "created.*"};

    private final Store store;

    Listing(Store store) {
        this.store = store;
    }

    static Params.Known with(String... filters) {
        String[] all = java.util.Arrays.copyOf(PARAMETERS, PARAMETERS.length + filters.length);
        System.arraycopy(filters, 0, all, PARAMETERS.length, filters.length);
        return Params.Known.of(all);
    }

    ObjectNode list(Call call, String kind, String url, Predicate<ObjectNode> wanted) {
        Params params = call.params();
        long limit = params.number("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalidParameter(
                    "parameter_invalid_integer", "limit", "This value must be between 1 and 100.");
        }
        Predicate<ObjectNode> created = created(params);
        List<ObjectNode> all = store.all(kind, call.account()).reversed().stream()
                .filter(wanted.and(created))
                .toList();
        int from = 0;
        int to = all.size();
        if (params.text("starting_after").isPresent()) {
            from = indexOf(all, params.required("starting_after"), "starting_after") + 1;
        } else if (params.text("ending_before").isPresent()) {
            to = indexOf(all, params.required("ending_before"), "ending_before");
            from = (int) Math.max(0, to - limit);
        }
        int end = (int) Math.min(to, from + limit);
        ObjectNode answer = Json.object();
        answer.put("object", "list");
        answer.put("url", url);
        answer.put("has_more", params.text("ending_before").isPresent() ? from > 0 : end < all.size());
        ArrayNode data = answer.putArray("data");
        all.subList(from, end).forEach(object -> data.add(Json.visible(object)));
        return answer;
    }

    private static int indexOf(List<ObjectNode> all, String id, String param) {
        for (int i = 0; i < all.size(); i++) {
            if (Json.text(all.get(i), "id").equals(id)) {
                return i;
            }
        }
        throw StripeError.notFound("object", param, id);
    }

    private static Predicate<ObjectNode> created(Params params) {
        JsonNode filter = params.at("created");
        if (filter.isMissingNode()) {
            return _ -> true;
        }
        if (!filter.isObject()) {
            long exactly = params.number("created").orElseThrow();
            return object -> Json.number(object, "created") == exactly;
        }
        long after = params.number("created.gt").orElse(Long.MIN_VALUE);
        long from = params.number("created.gte").orElse(Long.MIN_VALUE);
        long before = params.number("created.lt").orElse(Long.MAX_VALUE);
        long until = params.number("created.lte").orElse(Long.MAX_VALUE);
        return object -> {
            long at = Json.number(object, "created");
            return at > after && at >= from && at < before && at <= until;
        };
    }
}

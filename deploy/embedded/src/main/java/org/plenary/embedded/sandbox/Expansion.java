package org.plenary.embedded.sandbox;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts whole objects in place of ids, as {@code expand[]} asks. */
final class Expansion {
    private static final int DEEPEST = 4;
    private static final Set<String> KINDS =
            Set.of("pi", "ch", "re", "txn", "fee", "acct", "cus", "sub", "in", "price", "prod", "pm", "clock");

    private final Store store;

    Expansion(Store store) {
        this.store = store;
    }

    /** Members that an object has only when there is something to say. */
    private static final Set<String> OPTIONAL = Set.of("failure_balance_transaction");

    /** The object as it is sent: without the sandbox's own members, expanded. */
    ObjectNode render(Call call, ObjectNode object) {
        ObjectNode answer = Json.visible(object);
        for (JsonNode path : call.params().at("expand")) {
            String[] steps = path.asString("").split("\\.");
            if (steps.length > DEEPEST) {
                throw StripeError.invalidParameter(
                        null, "expand", "You cannot expand more than 4 levels of a property.");
            }
            if (object.has("_lines") && steps[0].equals("line_items")) {
                answer.set("line_items", object.path("_lines"));
            } else {
                expand(call.account(), answer, steps, 0);
            }
        }
        return answer;
    }

    private void expand(String account, ObjectNode at, String[] steps, int depth) {
        if (depth == steps.length) {
            return;
        }
        String member = steps[depth];
        JsonNode value = at.get(member);
        if (value == null && OPTIONAL.contains(member)) {
            return;
        }
        if (value == null) {
            throw StripeError.invalidParameter(
                    null, "expand", "This property cannot be expanded (" + String.join(".", steps) + ").");
        }
        if (value.isString()) {
            String id = value.stringValue();
            if (!KINDS.contains(Ids.kind(id))) {
                throw StripeError.unsupported("expand", "The card sandbox cannot expand " + member + ".");
            }
            ObjectNode found = store.find(account, id)
                    .map(Json::visible)
                    .orElseThrow(() -> StripeError.unsupported("expand", "The card sandbox cannot expand " + member));
            at.set(member, found);
            expand(account, found, steps, depth + 1);
        } else if (value instanceof ArrayNode list) {
            for (JsonNode one : list) {
                if (one instanceof ObjectNode object) {
                    expand(account, object, steps, depth + 1);
                }
            }
        } else if (value instanceof ObjectNode object) {
            expand(account, object, steps, depth + 1);
        }
    }
}

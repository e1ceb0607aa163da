package org.plenary.tenancy.messaging;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What operators see of an event: ids, numbers, kinds, moments and references. What people wrote, their addresses and the secrets of links
 * are theirs and the organization's alone.
 */
final class Shown {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HIDDEN = "…";

    /** Ids, kinds such as {@code NO_SHOW}, days and moments, references of orders. */
    private static final Pattern HARMLESS = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][A-Z0-9_]{0,39}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z?)?");

    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|token|password|code).*");

    private Shown() {}

    static String of(String event) {
        return JSON.writeValueAsString(shown("", JSON.readTree(event)));
    }

    private static JsonNode shown(String name, JsonNode value) {
        if (value.isObject()) {
            var shown = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> shown.set(member.getKey(), shown(member.getKey(), member.getValue())));
            return shown;
        }
        if (value.isArray()) {
            ArrayNode shown = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> shown.add(shown(name, element)));
            return shown;
        }
        if (!value.isString()) return value;
        var isHarmless = HARMLESS.matcher(value.asString()).matches()
                && !SECRET.matcher(name).matches();
        return isHarmless ? value : JsonNodeFactory.instance.stringNode(HIDDEN);
    }
}

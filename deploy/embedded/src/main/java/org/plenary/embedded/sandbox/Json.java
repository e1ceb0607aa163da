package org.plenary.embedded.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON. Members whose name starts with an underscore are the sandbox's own and never leave it. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, ObjectNode> SHAPES = new ConcurrentHashMap<>();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ObjectNode read(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** A fresh object with every member that Stripe always sends, from {@code shapes/<name>.json}. */
    static ObjectNode shape(String name) {
        return SHAPES.computeIfAbsent(name, Json::load).deepCopy();
    }

    private static ObjectNode load(String name) {
        try (InputStream in = Json.class.getResourceAsStream("shapes/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("No shape " + name);
            }
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object as the outside sees it. Keys of metadata are whatever the caller chose. */
    static ObjectNode visible(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        hide(copy);
        return copy;
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getKey().startsWith("_"));
            object.properties().stream()
                    .filter(member -> !member.getKey().equals("metadata"))
                    .forEach(member -> hide(member.getValue()));
        } else {
            node.forEach(Json::hide);
        }
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    static @Nullable String textOrNull(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? value.stringValue() : null;
    }

    static long number(JsonNode node, String member) {
        return node.path(member).asLong(0);
    }

    static ObjectNode child(ObjectNode node, String member) {
        return node.path(member) instanceof ObjectNode found ? found : node.putObject(member);
    }
}

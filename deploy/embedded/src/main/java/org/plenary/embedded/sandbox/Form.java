package org.plenary.embedded.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decodes {@code a[b][0][c]=d}: members whose names are all numbers, or empty, become arrays. */
final class Form {
    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]");

    private Form() {}

    static ObjectNode decode(String body) {
        ObjectNode root = Json.object();
        for (String pair : body.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                put(root, path(decodePart(name)), equals < 0 ? "" : decodePart(pair.substring(equals + 1)));
            }
        }
        return (ObjectNode) withArrays(root);
    }

    private static String decodePart(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeError.invalidParameter(null, null, "Invalid request body: bad percent encoding");
        }
    }

    private static List<String> path(String name) {
        int bracket = name.indexOf('[');
        if (bracket <= 0) {
            return List.of(name);
        }
        List<String> path = new ArrayList<>();
        path.add(name.substring(0, bracket));
        Matcher parts = PART.matcher(name.substring(bracket));
        while (parts.find()) {
            path.add(parts.group(1));
        }
        return path;
    }

    private static void put(ObjectNode root, List<String> path, String value) {
        ObjectNode at = root;
        for (String step : path.subList(0, path.size() - 1)) {
            String member = step.isEmpty() ? String.valueOf(at.size()) : step;
            at = Json.child(at, member);
        }
        String last = path.getLast();
        at.put(last.isEmpty() ? String.valueOf(at.size()) : last, value);
    }

    private static JsonNode withArrays(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (!object.isEmpty() && object.propertyNames().stream().allMatch(name -> name.matches("\\d{1,6}"))) {
            Map<Integer, JsonNode> sorted = new TreeMap<>();
            object.properties()
                    .forEach(member -> sorted.put(Integer.valueOf(member.getKey()), withArrays(member.getValue())));
            ArrayNode array = Json.array();
            sorted.values().forEach(array::add);
            return array;
        }
        object.properties().forEach(member -> member.setValue(withArrays(member.getValue())));
        return object;
    }
}

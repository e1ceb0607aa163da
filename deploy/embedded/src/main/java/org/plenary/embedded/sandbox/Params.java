package org.plenary.embedded.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of one call, read by dotted paths: {@code line_items.0.price_data.currency}. */
final class Params {

    /**
     * The parameters that a call knows, as dotted paths with {@code *} for any one step and a final {@code **} for
     * anything below, and those that Stripe knows beside them and the sandbox does not simulate.
     */
    record Known(List<String[]> simulated, Set<String> others) {
        static Known of(String... paths) {
            return new Known(Arrays.stream(paths).map(path -> path.split("\\.")).toList(), Set.of());
        }

        /** These as well. */
        Known and(String... paths) {
            List<String[]> all = new ArrayList<>(simulated);
            all.addAll(of(paths).simulated());
            return new Known(all, others);
        }

        Known notSimulated(String... paths) {
            return new Known(simulated, Set.of(paths));
        }
    }

    private final ObjectNode root;
    private final @Nullable Upload upload;

    Params(ObjectNode root) {
        this(root, null);
    }

    Params(ObjectNode root, @Nullable Upload upload) {
        this.root = root;
        this.upload = upload;
    }

    /** The file that came with them. */
    @Nullable
    Upload upload() {
        return upload;
    }

    ObjectNode root() {
        return root;
    }

    void check(Known known) {
        check(known, root, "");
    }

    private static void check(Known known, JsonNode node, String path) {
        if (node.isObject()) {
            node.properties().forEach(member -> check(known, member.getValue(), join(path, member.getKey())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(known, node.get(i), join(path, String.valueOf(i)));
            }
        } else if (!path.startsWith("expand.") && !simulated(known, path.split("\\."))) {
            String general = path.replaceAll("\\.\\d+(?=\\.|$)", ".*");
            if (known.others().stream().anyMatch(other -> general.equals(other) || general.startsWith(other + "."))) {
                throw StripeError.unsupported(
                        brackets(path), "The card sandbox does not simulate the parameter " + brackets(path) + ".");
            }
            throw StripeError.invalidParameter(
                    "parameter_unknown", brackets(path), "Received unknown parameter: " + brackets(path));
        }
    }

    private static boolean simulated(Known known, String[] path) {
        return known.simulated().stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String[] pattern, String[] path) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].equals("**")) {
                return true;
            }
            if (i >= path.length || !pattern[i].equals("*") && !pattern[i].equals(path[i])) {
                return false;
            }
        }
        return pattern.length == path.length;
    }

    private static String join(String path, String step) {
        // a dot inside a metadata key is part of the key
        String safe = step.replace('.', '_');
        return path.isEmpty() ? safe : path + "." + safe;
    }

    private static String brackets(String path) {
        String[] steps = path.split("\\.");
        var text = new StringBuilder(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            text.append('[').append(steps[i]).append(']');
        }
        return text.toString();
    }

    JsonNode at(String path) {
        JsonNode node = root;
        for (String step : path.split("\\.")) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    Optional<String> text(String path) {
        JsonNode value = at(path);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.asString("");
        if (text.isBlank()) {
            throw StripeError.invalidParameter(
                    "parameter_invalid_empty",
                    brackets(path),
                    "You passed an empty string for '" + brackets(path) + "'. We assume empty values are an attempt to"
                            + " unset a parameter; however '" + brackets(path) + "' cannot be unset.");
        }
        return Optional.of(text);
    }

    @Nullable
    String textOrNull(String path) {
        return text(path).orElse(null);
    }

    String required(String path) {
        return text(path).orElseThrow(() -> StripeError.missing(brackets(path)));
    }

    Optional<Long> number(String path) {
        return text(path).map(value -> {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw StripeError.invalidParameter(
                        "parameter_invalid_integer", brackets(path), "Invalid integer: " + value);
            }
        });
    }

    /** A whole number of at least {@code least}. */
    Optional<Long> number(String path, long least) {
        Optional<Long> number = number(path);
        number.filter(value -> value < least).ifPresent(_ -> {
            throw StripeError.invalidParameter(
                    "parameter_invalid_integer",
                    brackets(path),
                    "This value must be greater than or equal to " + least + ".");
        });
        return number;
    }

    boolean flag(String path) {
        String value = text(path).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw StripeError.invalidParameter(null, brackets(path), "Invalid boolean: " + value);
        }
        return value.equals("true");
    }

    /** Metadata within Stripe's limits: 50 keys of 40 characters, values of 500. */
    ObjectNode metadata(String path) {
        ObjectNode metadata = Json.object();
        for (var member : at(path).properties()) {
            String value = member.getValue().asString("");
            if (member.getKey().length() > 40 || value.length() > 500 || metadata.size() >= 50) {
                throw StripeError.invalidParameter(
                        null, brackets(path), "Metadata is limited to 50 keys of 40 characters and values of 500.");
            }
            metadata.put(member.getKey(), value);
        }
        return metadata;
    }
}

package org.plenary.identity.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two states of a thing. */
final class Differences {
    /** One value that was changed. @param at its path, {@code address.city} */
    record Change(
            String at, @Nullable String before, @Nullable String after) {}

    private static final int MOST = 60;
    private static final int LENGTH = 300;
    private static final Set<String> NOT_COUNTED = Set.of("id", "version");

    /** Parts of names of values that are somebody's own, or secret. */
    private static final List<String> NOT_SHOWN =
            List.of("email", "phone", "contact", "password", "secret", "person", "guest");

    private final List<Change> found = new ArrayList<>();

    private Differences() {}

    static List<Change> between(JsonNode before, JsonNode after) {
        var differences = new Differences();
        differences.compare("", before, after);
        return List.copyOf(differences.found);
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        if (found.size() == MOST || before.equals(after)) return;
        if (before.isObject() && after.isObject()) members(at, before, after);
        else if (isObjects(before) && isObjects(after) && before.size() == after.size())
            for (var i = 0; i < before.size(); i++) compare(at + "." + (i + 1), before.path(i), after.path(i));
        else add(at, text(before), text(after));
    }

    private void members(String at, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        if (at.isEmpty()) names.removeAll(NOT_COUNTED);
        for (var name : names) compare(at.isEmpty() ? name : at + "." + name, before.path(name), after.path(name));
    }

    private void add(String at, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) return;
        var path = at.toLowerCase(Locale.ROOT);
        var isShown = NOT_SHOWN.stream().noneMatch(path::contains);
        found.add(isShown ? new Change(at, cut(before), cut(after)) : new Change(at, null, null));
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return null;
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }

    private static boolean isObjects(JsonNode node) {
        return node.isArray() && node.path(0).isObject();
    }
}

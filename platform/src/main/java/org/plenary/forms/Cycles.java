package org.plenary.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/** Finds fields that decide, over others or by themselves, whether they are asked. */
final class Cycles {
    private final Map<String, List<String>> dependencies = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    private Cycles(FormDefinition form) {
        form.sections()
                .forEach(section -> section.fields()
                        .forEach(field -> dependencies.put(
                                field.key(),
                                Stream.of(section.visibleIf(), field.visibleIf())
                                        .flatMap(Stream::ofNullable)
                                        .flatMap(Condition::fields)
                                        .distinct()
                                        .toList())));
    }

    /** Adds a violation that names the first cycle there is, in the order in which its fields look at each other. */
    static void check(FormDefinition form, Violations violations) {
        var cycles = new Cycles(form);
        for (var i = 0; i < form.sections().size(); i++) {
            var section = form.sections().get(i);
            for (var j = 0; j < section.fields().size(); j++) {
                var cycle = cycles.from(section.fields().get(j).key(), new LinkedHashSet<>());
                if (cycle == null) continue;
                var named = String.join(" → ", cycle);
                var own = section.fields().get(j).visibleIf() == null ? "" : "/fields/" + j;
                violations.add(
                        "/sections/" + i + own + "/visible_if",
                        "cycle",
                        "the fields " + named + " depend on each other",
                        Map.of("cycle", named));
                return;
            }
        }
    }

    private @Nullable List<String> from(String field, LinkedHashSet<String> path) {
        if (done.contains(field)) return null;
        if (!path.add(field)) {
            var cycle = new ArrayList<>(path);
            cycle.subList(0, cycle.indexOf(field)).clear();
            cycle.add(field);
            return cycle;
        }
        for (var next : dependencies.getOrDefault(field, List.of())) {
            var cycle = from(next, path);
            if (cycle != null) return cycle;
        }
        path.remove(field);
        done.add(field);
        return null;
    }
}

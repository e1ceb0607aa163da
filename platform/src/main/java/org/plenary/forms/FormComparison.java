package org.plenary.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Section;

/** What became of sections, fields and their options from one version of a form to another. Things are the same by their keys. */
final class FormComparison {
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** @param what {@code section}, {@code field} or {@code option} */
    record Change(Kind kind, String what, String key, Object before, Object after, List<Aspect> aspects) {}

    /** One setting that differs; a value that is not there is the empty text. @param name as on the wire */
    record Aspect(String name, Object before, Object after) {}

    private FormComparison() {}

    static List<Change> of(FormDefinition before, FormDefinition after) {
        var changes = new ArrayList<Change>();
        compare("section", sections(before), sections(after), FormComparison::aspects, changes);
        var olds = fields(before);
        var news = fields(after);
        compare("field", olds, news, (one, other) -> aspects(one, other, before, after), changes);
        news.forEach((key, field) -> {
            var old = olds.get(key);
            if (old == null) return;
            compare("option", options(old), options(field), FormComparison::aspects, changes);
        });
        return changes;
    }

    private interface Differences<T> {
        List<Aspect> of(T before, T after);
    }

    private static <T> void compare(
            String what, Map<String, T> before, Map<String, T> after, Differences<T> differences, List<Change> out) {
        after.forEach((key, value) -> {
            var old = before.get(key);
            if (old == null) {
                out.add(new Change(Kind.ADDED, what, key, "", value, List.of()));
                return;
            }
            var aspects = differences.of(old, value);
            if (!aspects.isEmpty()) out.add(new Change(Kind.CHANGED, what, key, old, value, aspects));
        });
        before.forEach((key, value) -> {
            if (!after.containsKey(key)) out.add(new Change(Kind.REMOVED, what, key, value, "", List.of()));
        });
    }

    private static Map<String, Section> sections(FormDefinition form) {
        var sections = new LinkedHashMap<String, Section>();
        form.sections().forEach(section -> sections.put(section.key(), section));
        return sections;
    }

    private static Map<String, Field> fields(FormDefinition form) {
        var fields = new LinkedHashMap<String, Field>();
        form.fields().forEach(field -> fields.put(field.key(), field));
        return fields;
    }

    /** Under the field's key, as an option's own key names it in its field only. */
    private static Map<String, Option> options(Field field) {
        var options = new LinkedHashMap<String, Option>();
        field.options().forEach(option -> options.put(field.key() + "." + option.key(), option));
        return options;
    }

    private static List<Aspect> aspects(Section before, Section after) {
        return differing(
                aspect("title", before.title(), after.title()),
                aspect("help", before.help(), after.help()),
                aspect("categories", before.categories(), after.categories()),
                aspect("visible_if", before.visibleIf(), after.visibleIf()));
    }

    private static List<Aspect> aspects(
            Field before, Field after, FormDefinition formBefore, FormDefinition formAfter) {
        return differing(
                aspect(
                        "section",
                        formBefore.sectionOf(before.key()).map(Section::title).orElseThrow(),
                        formAfter.sectionOf(after.key()).map(Section::title).orElseThrow()),
                aspect("label", before.label(), after.label()),
                aspect("type", before.type(), after.type()),
                aspect("help", before.help(), after.help()),
                aspect("placeholder", before.placeholder(), after.placeholder()),
                aspect("required", before.mandatory(), after.mandatory()),
                aspect("staff_only", before.hiddenFromDelegates(), after.hiddenFromDelegates()),
                aspect("visible_if", before.visibleIf(), after.visibleIf()),
                aspect("minimum", before.minimum(), after.minimum()),
                aspect("maximum", before.maximum(), after.maximum()),
                aspect("pattern", before.pattern(), after.pattern()),
                aspect("pattern_help", before.patternHelp(), after.patternHelp()),
                aspect("range", before.range(), after.range()),
                aspect("picks", before.picks(), after.picks()),
                aspect("display", before.display(), after.display()),
                aspect("default", before.defaultValue(), after.defaultValue()),
                aspect("personal", before.personal(), after.personal()),
                aspect("accompanying", before.accompanying(), after.accompanying()),
                aspect("consent", before.consent(), after.consent()));
    }

    private static List<Aspect> aspects(Option before, Option after) {
        return differing(
                aspect("label", before.label(), after.label()),
                aspect("price", before.price(), after.price()),
                aspect("capacity", before.capacity(), after.capacity()),
                aspect("until", before.until(), after.until()));
    }

    private static List<Aspect> differing(Aspect... aspects) {
        return Stream.of(aspects)
                .filter(aspect -> !aspect.before().equals(aspect.after()))
                .toList();
    }

    private static Aspect aspect(
            String name,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after) {
        return new Aspect(name, Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(after, ""));
    }
}

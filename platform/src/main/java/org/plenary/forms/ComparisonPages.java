package org.plenary.forms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Personal;
import org.plenary.forms.FormDefinition.Picks;
import org.plenary.forms.FormDefinition.Range;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What changed between two versions of a form. */
class ComparisonPages {
    private final Building building;
    private final FormWords words;
    private final Formats formats;
    private final Json json;

    ComparisonPages(Building building, FormWords words, Formats formats, Json json) {
        this.building = building;
        this.words = words;
        this.formats = formats;
        this.json = json;
    }

    record ChangeRow(String kind, String tone, String what, String name, String key, List<AspectRow> aspects) {}

    record AspectRow(String name, String before, String after) {}

    /** Without numbers the newest version and the one before it. */
    @GetMapping("/comparison")
    ModelAndView show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Locale locale) {
        var found = building.conference(conference);
        var newest = building.form(found).version();
        var after = to == null ? newest : to;
        var before = from == null ? Math.max(1, after - 1) : from;
        var old = building.form(found, before).definition();
        var current = building.form(found, after).definition();
        return building.view("form-comparison", found)
                .addObject("from", String.valueOf(before))
                .addObject("to", String.valueOf(after))
                .addObject(
                        "versions",
                        building.versions(found).stream()
                                .map(made -> new Choice(
                                        String.valueOf(made.version()),
                                        words.message(
                                                "registration.form.version",
                                                locale,
                                                made.version(),
                                                formats.dateTime(made.at(), found.timeZone()))))
                                .toList())
                .addObject(
                        "changes",
                        FormComparison.of(old, current).stream()
                                .map(change -> row(change, old, current, locale))
                                .toList());
    }

    private ChangeRow row(FormComparison.Change change, FormDefinition old, FormDefinition current, Locale locale) {
        var kind = change.kind().name().toLowerCase(Locale.ROOT);
        var tone = switch (change.kind()) {
            case ADDED -> "is-good";
            case REMOVED -> "is-bad";
            case CHANGED -> "is-news";
        };
        var thing = change.kind() == FormComparison.Kind.REMOVED ? change.before() : change.after();
        return new ChangeRow(
                words.message("registration.comparison." + kind, locale),
                tone,
                words.message("registration.comparison." + change.what(), locale),
                name(thing, locale),
                change.key(),
                change.aspects().stream()
                        .map(aspect -> new AspectRow(
                                words.message(
                                        "registration.aspect." + aspect.name().replace('_', '-'), locale),
                                text(aspect.before(), old, locale),
                                text(aspect.after(), current, locale)))
                        .toList());
    }

    private static String name(Object thing, Locale locale) {
        return switch (thing) {
            case Section section -> section.title().in(locale);
            case Field field -> field.label().in(locale);
            case Option option -> option.label().in(locale);
            default -> "";
        };
    }

    private String text(Object value, FormDefinition form, Locale locale) {
        return switch (value) {
            case LocalizedText text -> String.join(" / ", text.values().values());
            case Boolean yes -> words.message(yes ? "registration.form.yes" : "registration.form.no", locale);
            case Money money -> formats.money(money);
            case FieldType type -> words.type(type, locale);
            case Condition condition -> words.condition(condition, form, locale);
            case Range range -> ends(range.from(), range.to());
            case Picks picks -> ends(picks.minimum(), picks.maximum());
            case Personal personal ->
                personal.retentionMonths() == null
                        ? words.message("registration.field.personal", locale)
                        : words.message("registration.comparison.months", locale, personal.retentionMonths());
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case String text -> text;
            case Number number -> formats.number(number);
            case Record other -> json.write(other);
            default -> value.toString();
        };
    }

    private static String ends(@Nullable Object from, @Nullable Object to) {
        return (from == null ? "" : from) + " – " + (to == null ? "" : to);
    }
}

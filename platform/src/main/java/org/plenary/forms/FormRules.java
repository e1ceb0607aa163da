package org.plenary.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.Violations;

/** What a form must keep so that every version of it can be filled, priced and exported. */
final class FormRules {
    static final int MAXIMUM_SECTIONS = 40;
    static final int MAXIMUM_FIELDS = 200;
    static final int MAXIMUM_OPTIONS = 200;
    static final int MAXIMUM_TEXT = 10_000;
    static final int MAXIMUM_LABEL = 300;
    static final int MAXIMUM_HELP = 2_000;
    private static final int MAXIMUM_CATEGORIES = 50;
    private static final int MAXIMUM_CATEGORY = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");

    private final @Nullable CurrencyUnit currency;
    private final Violations violations = new Violations();

    private FormRules(@Nullable CurrencyUnit currency) {
        this.currency = currency;
    }

    /**
     * @param currency of the prices; null for a form that {@link Purpose#onlyAsks() only asks}
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    static void check(FormDefinition form, @Nullable CurrencyUnit currency) {
        new FormRules(currency).check(form);
    }

    private void check(FormDefinition form) {
        violations.check(form.sections().size() <= MAXIMUM_SECTIONS, "/sections", "too_many", "At most 40 sections.");
        violations.check(form.fields().count() <= MAXIMUM_FIELDS, "/sections", "too_many", "At most 200 fields.");
        violations.throwIfAny();
        var fields = new HashMap<String, Field>();
        form.fields().filter(field -> isKey(field.key())).forEach(field -> fields.putIfAbsent(field.key(), field));
        var sectionKeys = new HashSet<String>();
        var fieldKeys = new HashSet<String>();
        var conditions = new ConditionRules(fields, violations);
        for (var i = 0; i < form.sections().size(); i++) {
            var section = form.sections().get(i);
            var pointer = "/sections/" + i;
            section(pointer, section, sectionKeys, conditions);
            for (var j = 0; j < section.fields().size(); j++) {
                var field = section.fields().get(j);
                key(pointer + "/fields/" + j, field.key(), fieldKeys, violations);
                new FieldRules(currency, violations).check(pointer + "/fields/" + j, field);
                conditions.check(pointer + "/fields/" + j + "/visible_if", field.visibleIf());
            }
        }
        if (violations.isEmpty()) Cycles.check(form, violations);
        violations.throwIfAny();
    }

    private void section(String pointer, Section section, Set<String> keys, ConditionRules conditions) {
        key(pointer, section.key(), keys, violations);
        violations.text(pointer + "/title", section.title(), MAXIMUM_LABEL);
        if (section.help() != null && !section.help().isBlank())
            violations.text(pointer + "/help", section.help(), MAXIMUM_HELP);
        violations.check(
                section.categories().size() <= MAXIMUM_CATEGORIES, pointer + "/categories", "too_many", "At most 50.");
        for (var i = 0; i < section.categories().size(); i++)
            violations.text(pointer + "/categories/" + i, section.categories().get(i), MAXIMUM_CATEGORY);
        conditions.check(pointer + "/visible_if", section.visibleIf());
    }

    static void key(String pointer, @Nullable String key, Set<String> taken, Violations violations) {
        if (key == null || key.isBlank()) {
            violations.add(pointer + "/key", "required", "This is required.");
        } else if (!isKey(key)) {
            violations.add(pointer + "/key", "key", "Letters, digits, - and _, starting with a letter, at most 50.");
        } else if (!taken.add(key)) {
            violations.add(pointer + "/key", "duplicate", "This key is used already.");
        }
    }

    static boolean isKey(@Nullable String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** Both ends are allowed. */
    static void range(@Nullable Integer value, int from, int to, String pointer, Violations violations) {
        if (value == null || value >= from && value <= to) return;
        violations.add(
                pointer,
                "number_range",
                "From " + from + " to " + to + ".",
                Map.of("from", String.valueOf(from), "to", String.valueOf(to)));
    }
}

package org.plenary.registration.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.FormDefinition.Option;

/** What a form must keep so that every version of it can be filled, priced and exported. */
final class FormRules {
    static final int MAXIMUM_SECTIONS = 40;
    static final int MAXIMUM_FIELDS = 200;
    static final int MAXIMUM_OPTIONS = 200;
    static final int MAXIMUM_TEXT = 10_000;
    private static final int MAXIMUM_LABEL = 300;
    private static final int MAXIMUM_HELP = 2_000;
    private static final int MAXIMUM_CAPACITY = 1_000_000;
    private static final long MAXIMUM_PRICE_MINOR = 100_000_000_000L;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final CurrencyUnit currency;
    private final Violations violations = new Violations();
    private final Set<String> fieldKeys = new HashSet<>();
    private final Map<String, Field> earlier = new HashMap<>();

    private FormRules(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    static void check(FormDefinition form, CurrencyUnit currency) {
        new FormRules(currency).check(form);
    }

    private void check(FormDefinition form) {
        violations.check(form.sections().size() <= MAXIMUM_SECTIONS, "/sections", "too_many", "At most 40 sections.");
        violations.check(form.fields().count() <= MAXIMUM_FIELDS, "/sections", "too_many", "At most 200 fields.");
        violations.throwIfAny();
        var keys = new HashSet<String>();
        for (var i = 0; i < form.sections().size(); i++) {
            var section = form.sections().get(i);
            var pointer = "/sections/" + i;
            key(pointer, section.key(), keys);
            violations.text(pointer + "/title", section.title(), MAXIMUM_LABEL);
            for (var j = 0; j < section.fields().size(); j++)
                check(pointer + "/fields/" + j, section.fields().get(j));
        }
        violations.throwIfAny();
    }

    private void check(String pointer, Field field) {
        key(pointer, field.key(), fieldKeys);
        violations.required(pointer + "/type", field.type());
        violations.text(pointer + "/label", field.label(), MAXIMUM_LABEL);
        if (field.help() != null && !field.help().isBlank())
            violations.text(pointer + "/help", field.help(), MAXIMUM_HELP);
        if (field.maximum() != null)
            violations.check(
                    field.maximum() >= 1 && field.maximum() <= MAXIMUM_TEXT,
                    pointer + "/maximum",
                    "range",
                    "From 1 to " + MAXIMUM_TEXT + ".");
        options(pointer + "/options", field);
        visibility(pointer + "/visible_if", field);
        if (isKey(field.key())) earlier.putIfAbsent(field.key(), field);
    }

    private void options(String pointer, Field field) {
        if (isMissing(field.type())) return;
        if (!field.type().offersOptions()) {
            violations.check(field.options().isEmpty(), pointer, "not_allowed", "Only choices have options.");
            return;
        }
        violations.check(!field.options().isEmpty(), pointer, "required", "A choice needs options.");
        violations.check(field.options().size() <= MAXIMUM_OPTIONS, pointer, "too_many", "At most 200 options.");
        var keys = new HashSet<String>();
        for (var i = 0; i < field.options().size(); i++)
            option(pointer + "/" + i, field.options().get(i), keys);
    }

    private void option(String pointer, Option option, Set<String> keys) {
        key(pointer, option.key(), keys);
        violations.text(pointer + "/label", option.label(), MAXIMUM_LABEL);
        if (option.price() != null) price(pointer + "/price", option.price());
        if (option.capacity() != null)
            violations.check(
                    option.capacity() >= 0 && option.capacity() <= MAXIMUM_CAPACITY,
                    pointer + "/capacity",
                    "range",
                    "From 0 to " + MAXIMUM_CAPACITY + ".");
    }

    private void price(String pointer, Money price) {
        violations.check(
                price.getCurrencyUnit().equals(currency),
                pointer + "/currency",
                "currency",
                "The conference's currency is " + currency + ".");
        violations.check(
                !price.isNegative() && price.getAmountMinorLong() <= MAXIMUM_PRICE_MINOR,
                pointer + "/amount",
                "range",
                "A price is not negative, and not this large.");
    }

    private void visibility(String pointer, Field field) {
        var condition = field.visibleIf();
        if (condition == null) return;
        var other = isMissing(condition.field()) ? null : earlier.get(condition.field());
        if (other == null) {
            violations.add(pointer + "/field", "not_earlier", "This must be the key of a field that stands before.");
            return;
        }
        violations.check(
                !condition.in().isEmpty() && condition.in().size() <= MAXIMUM_OPTIONS,
                pointer + "/in",
                "required",
                "Name at least one answer.");
        for (var i = 0; i < condition.in().size(); i++)
            violations.check(
                    offers(other, condition.in().get(i)),
                    pointer + "/in/" + i,
                    "not_offered",
                    "The field " + other.key() + " has no such answer.");
    }

    private static boolean offers(Field field, String answer) {
        return switch (field.type()) {
            case CHOICE, MULTIPLE_CHOICE -> field.options().stream().anyMatch(o -> answer.equals(o.key()));
            case CONSENT -> answer.equals("true") || answer.equals("false");
            case COUNTRY -> COUNTRIES.contains(answer);
            case TEXT, LONG_TEXT, NUMBER, DATE, EMAIL, FILE -> false;
        };
    }

    private void key(String pointer, @Nullable String key, Set<String> taken) {
        if (key == null || key.isBlank()) {
            violations.add(pointer + "/key", "required", "This is required.");
        } else if (!isKey(key)) {
            violations.add(pointer + "/key", "key", "Letters, digits, - and _, starting with a letter, at most 50.");
        } else if (!taken.add(key)) {
            violations.add(pointer + "/key", "duplicate", "This key is used already.");
        }
    }

    private static boolean isKey(@Nullable String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** What came from outside may lack what the type promises. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }
}

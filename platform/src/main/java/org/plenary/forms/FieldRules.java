package org.plenary.forms;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Range;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/** What a single field must keep, and that it has only the settings of its type. */
final class FieldRules {
    private static final int MAXIMUM_CAPACITY = 1_000_000;
    private static final int MAXIMUM_PERSONS = 20;
    private static final int MAXIMUM_PERSON_FIELDS = 20;
    private static final int MAXIMUM_MONTHS = 600;
    private static final int MAXIMUM_PATTERN = 500;
    private static final int MAXIMUM_VERSION = 50;
    private static final long MAXIMUM_PRICE_MINOR = 100_000_000_000L;

    private final @Nullable CurrencyUnit currency;
    private final Violations violations;

    FieldRules(@Nullable CurrencyUnit currency, Violations violations) {
        this.currency = currency;
        this.violations = violations;
    }

    void check(String pointer, Field field) {
        violations.required(pointer + "/type", field.type());
        violations.text(pointer + "/label", field.label(), FormRules.MAXIMUM_LABEL);
        optional(pointer + "/help", field.help(), FormRules.MAXIMUM_HELP);
        optional(pointer + "/placeholder", field.placeholder(), FormRules.MAXIMUM_LABEL);
        optional(pointer + "/pattern_help", field.patternHelp(), FormRules.MAXIMUM_LABEL);
        if (Json.isMissing(field.type())) return;
        options(pointer + "/options", field);
        texts(pointer, field);
        range(pointer + "/range", field);
        picks(pointer + "/picks", field);
        personal(pointer + "/personal", field);
        accompanying(pointer + "/accompanying", field);
        consent(pointer + "/consent", field);
        onlyFor(field.type().takesDefault(), field.defaultValue(), pointer + "/default");
        onlyFor(field.type().isPicked(), field.display(), pointer + "/display");
        if (field.hiddenFromDelegates()) staffOnly(pointer + "/staff_only", field);
        if (currency == null) onlyAsks(pointer, field);
        if (violations.isEmpty() && field.defaultValue() != null) DefaultRules.check(field, pointer, violations);
    }

    private void optional(String pointer, @Nullable LocalizedText text, int maximum) {
        if (text != null && !text.isBlank()) violations.text(pointer, text, maximum);
    }

    private void onlyFor(boolean allowed, @Nullable Object setting, String pointer) {
        violations.check(allowed || setting == null, pointer, "not_allowed", "This kind of field has no such setting.");
    }

    private void options(String pointer, Field field) {
        if (!field.type().offersOptions()) {
            violations.check(field.options().isEmpty(), pointer, "not_allowed", "Only choices have options.");
            return;
        }
        violations.check(!field.options().isEmpty(), pointer, "required", "A choice needs options.");
        violations.check(
                field.options().size() <= FormRules.MAXIMUM_OPTIONS, pointer, "too_many", "At most 200 options.");
        var keys = new HashSet<String>();
        for (var i = 0; i < field.options().size(); i++)
            option(pointer + "/" + i, field.options().get(i), keys);
    }

    private void option(String pointer, Option option, Set<String> keys) {
        FormRules.key(pointer, option.key(), keys, violations);
        violations.text(pointer + "/label", option.label(), FormRules.MAXIMUM_LABEL);
        price(pointer + "/price", option.price());
        FormRules.range(option.capacity(), 0, MAXIMUM_CAPACITY, pointer + "/capacity", violations);
    }

    private void price(String pointer, @Nullable Money price) {
        if (currency == null || price == null) return;
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

    /** Options for the parts of persons are not looked at: there are no persons. */
    private void onlyAsks(String pointer, Field field) {
        notHere(field.type().onlyAsks(), pointer + "/type");
        notHere(!field.hiddenFromDelegates(), pointer + "/staff_only");
        notHere(field.personal() == null, pointer + "/personal");
        for (var i = 0; i < field.options().size(); i++) {
            notHere(field.options().get(i).price() == null, pointer + "/options/" + i + "/price");
            notHere(field.options().get(i).capacity() == null, pointer + "/options/" + i + "/capacity");
        }
    }

    private void notHere(boolean isFine, String pointer) {
        violations.check(isFine, pointer, "not_in_this_form", "This form only asks, and has no such thing.");
    }

    private void texts(String pointer, Field field) {
        var isTyped = field.type().isTyped();
        onlyFor(isTyped, field.minimum(), pointer + "/minimum");
        onlyFor(isTyped, field.pattern(), pointer + "/pattern");
        FormRules.range(field.maximum(), 1, FormRules.MAXIMUM_TEXT, pointer + "/maximum", violations);
        FormRules.range(field.minimum(), 1, AnswerTexts.maximum(field), pointer + "/minimum", violations);
        violations.optionalText(pointer + "/pattern", field.pattern(), MAXIMUM_PATTERN);
        if (field.pattern() != null && !field.pattern().isEmpty())
            violations.check(
                    AnswerTexts.compiled(field.pattern()) != null,
                    pointer + "/pattern",
                    "regex",
                    "This is not a pattern in the syntax of RE2.");
    }

    private void range(String pointer, Field field) {
        var range = field.range();
        onlyFor(field.type().isOrdered(), range, pointer);
        if (range == null || !field.type().isOrdered()) return;
        var from = bound(pointer + "/from", field, range.from());
        var to = bound(pointer + "/to", field, range.to());
        if (from && to && !isRising(field, range))
            violations.add(pointer + "/to", "not_after", "This must not be before or below the other end.");
    }

    private boolean bound(String pointer, Field field, @Nullable String text) {
        if (text == null) return false;
        try {
            DefaultRules.ordered(field.type(), text);
            return true;
        } catch (NumberFormatException | DateTimeException e) {
            violations.add(pointer, field.type().isOrdered() ? "bound" : "type", "This is not written as an answer.");
            return false;
        }
    }

    private static boolean isRising(Field field, Range range) {
        if (range.from() == null || range.to() == null) return true;
        return field.type() == FieldType.NUMBER
                ? new java.math.BigDecimal(range.from()).compareTo(new java.math.BigDecimal(range.to())) <= 0
                : range.from().compareTo(range.to()) <= 0;
    }

    private void picks(String pointer, Field field) {
        var picks = field.picks();
        onlyFor(field.type() == FieldType.MULTIPLE_CHOICE, picks, pointer);
        if (picks == null) return;
        var offered = Math.max(1, field.options().size());
        FormRules.range(picks.minimum(), 0, offered, pointer + "/minimum", violations);
        FormRules.range(picks.maximum(), 1, offered, pointer + "/maximum", violations);
        if (picks.minimum() != null && picks.maximum() != null)
            violations.check(
                    picks.minimum() <= picks.maximum(),
                    pointer + "/maximum",
                    "not_after",
                    "The maximum is not below the minimum.");
    }

    /** Passports are kept for visa letters and no longer: that they are personal data cannot be forgotten. */
    private void personal(String pointer, Field field) {
        var personal = field.personal();
        var months = personal == null ? null : personal.retentionMonths();
        if (field.type() == FieldType.PASSPORT && months == null)
            violations.add(pointer, "retention_required", "Say how many months passports are kept.");
        FormRules.range(months, 0, MAXIMUM_MONTHS, pointer + "/retention_months", violations);
    }

    private void accompanying(String pointer, Field field) {
        var accompanying = field.accompanying();
        onlyFor(field.type() == FieldType.ACCOMPANYING_PERSONS, accompanying, pointer);
        if (field.type() != FieldType.ACCOMPANYING_PERSONS) return;
        if (accompanying == null) {
            violations.add(pointer, "required", "Say what is asked of each person.");
            return;
        }
        price(pointer + "/price", accompanying.price());
        FormRules.range(accompanying.maximum(), 1, MAXIMUM_PERSONS, pointer + "/maximum", violations);
        violations.check(!accompanying.fields().isEmpty(), pointer + "/fields", "required", "Ask at least the name.");
        violations.check(
                accompanying.fields().size() <= MAXIMUM_PERSON_FIELDS, pointer + "/fields", "too_many", "At most 20.");
        var keys = new HashSet<String>();
        for (var i = 0; i < accompanying.fields().size(); i++)
            person(pointer + "/fields/" + i, accompanying.fields().get(i), keys);
    }

    private void person(String pointer, Field part, Set<String> keys) {
        FormRules.key(pointer, part.key(), keys, violations);
        check(pointer, part);
        violations.check(
                Json.isMissing(part.type()) || part.type().isForPersons(),
                pointer + "/type",
                "not_allowed",
                "This cannot be asked of accompanying persons.");
        onlyFor(false, part.visibleIf(), pointer + "/visible_if");
        onlyFor(false, part.staffOnly(), pointer + "/staff_only");
        for (var i = 0; i < part.options().size(); i++) {
            onlyFor(false, part.options().get(i).price(), pointer + "/options/" + i + "/price");
            onlyFor(false, part.options().get(i).capacity(), pointer + "/options/" + i + "/capacity");
        }
    }

    /** Nobody is asked to pay for, or can be made to answer, what is never shown. */
    private void staffOnly(String pointer, Field field) {
        var isCharged =
                field.options().stream().anyMatch(option -> option.price() != null || option.capacity() != null);
        violations.check(
                !field.mandatory()
                        && !isCharged
                        && !field.type().isFile()
                        && field.type() != FieldType.ACCOMPANYING_PERSONS,
                pointer,
                "staff_field",
                "A field for staff is not required, has no prices or places, and takes no files or persons.");
    }

    private void consent(String pointer, Field field) {
        var consent = field.consent();
        onlyFor(field.type() == FieldType.CONSENT, consent, pointer);
        if (consent == null) return;
        violations.text(pointer + "/version", consent.version(), MAXIMUM_VERSION);
        violations.text(pointer + "/text", consent.text(), FormRules.MAXIMUM_TEXT);
        if (consent.purpose() != null)
            violations.text(pointer + "/purpose", consent.purpose(), FormRules.MAXIMUM_LABEL);
    }
}

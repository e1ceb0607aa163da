package org.plenary.registration.delegate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Violations;
import org.plenary.registration.order.PersonOfAnswers;

/**
 * What the columns of a file are, and what holds for all its rows.
 *
 * @param targets for each column: {@code name}, {@code email}, {@code country}, {@code fee}, an answer or a part of one as
 *     {@link ImportTargets} names them, or empty for a column that is left out
 * @param fee of those whose row names none; empty when each must
 * @param country of those whose row names none; empty when each must
 * @param locale the language in which all of them are written to
 * @param settled {@code invited} or {@code paid_elsewhere}
 * @param mails whether the confirmations go out at once
 */
record ImportMapping(List<String> targets, String fee, String country, String locale, String settled, boolean mails) {
    static final List<String> PERSON = List.of("name", "email", "country", "fee");
    static final List<String> SETTLED = List.of("invited", "paid_elsewhere");

    ImportMapping {
        targets = List.copyOf(targets);
    }

    /** The columns as they are taken for, nothing else said yet. */
    static ImportMapping of(List<String> targets) {
        return new ImportMapping(targets, "", "", Languages.ENGLISH.toLanguageTag(), SETTLED.getFirst(), false);
    }

    /** The place of a target's column; less than zero when there is none. */
    int column(String target) {
        return targets.indexOf(target);
    }

    /** Whether a column says it, or an answer that stands in a column. */
    void check(FormDefinition form, Violations found) {
        found.check(
                (column("name") >= 0 || form.fields().anyMatch(field -> isName(field) && isMapped(field)))
                        && (column("email") >= 0 || isMapped(form, FieldType.EMAIL)),
                "/columns",
                "no_person_column",
                "Say which columns are the name and the e-mail address.");
        found.check(
                column("country") >= 0 || !country.isEmpty() || isMapped(form, FieldType.COUNTRY),
                "/country",
                "no_country_column",
                "Say which column is the country, or choose one for all.");
        found.check(
                column("fee") >= 0 || !fee.isEmpty(),
                "/fee",
                "no_fee_column",
                "Say which column is the fee, or choose one for all.");
    }

    private boolean isMapped(FormDefinition form, FieldType type) {
        return form.fields().anyMatch(field -> field.type() == type && isMapped(field));
    }

    private boolean isMapped(Field field) {
        return column(Column.ANSWER + field.key()) >= 0;
    }

    static boolean isName(Field field) {
        return field.type() == FieldType.TEXT && PersonOfAnswers.isName(field.key());
    }

    /** Letters and digits alone, so that {@code E-Mail} is {@code email}. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}

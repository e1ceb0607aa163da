package org.plenary.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.LocalizedText;

class FormComparisonTests {
    @Test
    void fieldsAndOptionsThatCameWentOrChangedAreTold() {
        var before = form(
                choice("dinner", new Option("yes", text("Yes")), new Option("maybe", text("Maybe"))),
                Field.of("fax", FieldType.TEXT, text("Fax")));
        var after = form(
                choice(
                        "dinner",
                        new Option("yes", text("Yes"), Money.parse("EUR 80.00"), null),
                        new Option("no", text("No"))),
                FieldChange.of("diet", FieldType.TEXT, text("Diet"))
                        .visibleIf(Condition.in("dinner", List.of("yes")))
                        .field());

        assertThat(FormComparison.of(before, after))
                .extracting(change -> change.kind() + " " + change.what() + " " + change.key())
                .containsExactly(
                        "ADDED field diet",
                        "REMOVED field fax",
                        "CHANGED option dinner.yes",
                        "ADDED option dinner.no",
                        "REMOVED option dinner.maybe");
    }

    @Test
    void translationsAreNoChangeOfStructureButWordsOfAConsentAre() {
        var consent = Field.of("privacy", FieldType.CONSENT, text("I agree"));

        assertThat(Captions.differOnlyIn(
                        form(Field.of("fax", FieldType.TEXT, text("Fax"))),
                        form(Field.of("fax", FieldType.TEXT, LocalizedText.of("Fax", "传真")))))
                .isTrue();
        assertThat(Captions.differOnlyIn(
                        form(consent),
                        form(FieldChange.of(consent)
                                .label(text("I agree to all"))
                                .field())))
                .isFalse();
    }

    private static FormDefinition form(Field... fields) {
        return new FormDefinition(List.of(new Section("main", text("Main"), List.of(fields))));
    }

    private static Field choice(String key, Option... options) {
        return FieldChange.of(key, FieldType.CHOICE, text(key))
                .options(List.of(options))
                .field();
    }

    private static LocalizedText text(String text) {
        return LocalizedText.of(text);
    }
}

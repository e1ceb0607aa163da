package org.plenary.registration.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.forms.FieldChange;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.form.PaidForm.Filler;

class PaidFormTests {
    private static final Money PRICE = Money.of(CurrencyUnit.EUR, 80);

    @Test
    void whatCostsSomethingIsNotOffered() {
        var workshop = choice("workshop", option("free", null), option("paid", PRICE));
        var dinner = choice("dinner", option("yes", PRICE));

        var asked = PaidForm.of(form(workshop, dinner), Filler.PERSON);

        assertThat(asked.field("workshop").orElseThrow().options())
                .extracting(Option::key)
                .containsExactly("free");
        assertThat(asked.field("dinner")).isEmpty();
        assertThat(PaidForm.leavesOut(form(workshop))).isTrue();
        assertThat(PaidForm.leavesOut(form(choice("size", option("small", null)))))
                .isFalse();
    }

    @Test
    void personsWhoComeAlongForMoneyAreNotAskedFor() {
        var paid = accompanying(PRICE);
        var free = accompanying(Money.zero(CurrencyUnit.EUR));

        assertThat(PaidForm.of(form(paid), Filler.PERSON).fields()).isEmpty();
        assertThat(PaidForm.of(form(free), Filler.PERSON).fields()).hasSize(1);
    }

    @Test
    void onlyThePersonAgreesAndNoFileFitsIntoACell() {
        var form = form(field("photos", FieldType.CONSENT), field("cv", FieldType.FILE), field("name", FieldType.TEXT));

        assertThat(PaidForm.of(form, Filler.PERSON).fields()).hasSize(3);
        assertThat(PaidForm.of(form, Filler.OTHER).fields())
                .extracting(Field::key)
                .containsExactly("cv", "name");
        assertThat(PaidForm.of(form, Filler.SHEET).fields())
                .extracting(Field::key)
                .containsExactly("name");
    }

    @Test
    void whatIsForStaffIsAskedOfNobody() {
        var note = FieldChange.of(field("note", FieldType.TEXT)).staffOnly(true).field();

        assertThat(PaidForm.of(form(note), Filler.OTHER).fields()).isEmpty();
    }

    private static FormDefinition form(Field... fields) {
        return new FormDefinition(List.of(new Section("you", LocalizedText.of("You"), List.of(fields))));
    }

    private static Field field(String key, FieldType type) {
        return Field.of(key, type, LocalizedText.of(key));
    }

    private static Field choice(String key, Option... options) {
        return FieldChange.of(field(key, FieldType.CHOICE))
                .options(List.of(options))
                .field();
    }

    private static Field accompanying(Money price) {
        return FieldChange.of(field("persons", FieldType.ACCOMPANYING_PERSONS))
                .accompanying(new Accompanying(price, 2, List.of(field("who", FieldType.TEXT))))
                .field();
    }

    private static Option option(String key, Money price) {
        return new Option(key, LocalizedText.of(key), price, null);
    }
}

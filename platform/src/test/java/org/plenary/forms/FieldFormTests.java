package org.plenary.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Posted;

class FieldFormTests {
    @Test
    void aKeyIsMadeFromTheLabel() {
        assertThat(FieldForm.keyOf("Diät & Allergies?", "field")).isEqualTo("diat_allergies");
        assertThat(FieldForm.keyOf("饮食", "field")).isEqualTo("field");
    }

    @Test
    void whatThePageShowsIsWhatItSends() {
        var posted = Posted.empty()
                .set("label", LocalizedText.of("Dinner", "晚宴"))
                .set("type", "choice")
                .set("required", true)
                .set("options.0.label.en", "Yes")
                .set("options.0.price", "80.00")
                .set("options.0.capacity", 20);

        var field = FieldForm.field(posted, null, CurrencyUnit.EUR);

        assertThat(field.key()).isEqualTo("dinner");
        assertThat(field.option("yes")).hasValueSatisfying(option -> {
            assertThat(option.price()).isEqualTo(Money.parse("EUR 80.00"));
            assertThat(option.capacity()).isEqualTo(20);
        });
        assertThat(FieldForm.field(FieldForm.filled(field), null, CurrencyUnit.EUR))
                .isEqualTo(field);
    }

    @Test
    void aConditionOfSeveralGroupsIsWhatItWasAfterThePage() {
        var condition = Condition.any(List.of(
                Condition.all(
                        List.of(Condition.in("dinner", List.of("yes", "late")), Condition.answered("diet", false))),
                Condition.not(Condition.in("country", List.of("CN", "DE")))));
        var field = FieldChange.of("wine", FieldType.TEXT, LocalizedText.of("Wine", "酒"))
                .visibleIf(condition)
                .field();

        assertThat(FieldForm.field(FieldForm.filled(field), null, CurrencyUnit.EUR))
                .isEqualTo(field);
    }

    @Test
    void aConditionThatIsTooDeepForThePageIsKept() {
        var deep = Condition.all(List.of(Condition.any(List.of(
                Condition.all(List.of(Condition.answered("a", true), Condition.answered("b", true))),
                Condition.answered("c", true)))));
        var field = FieldChange.of("wine", FieldType.TEXT, LocalizedText.of("Wine", "酒"))
                .visibleIf(deep)
                .field();

        assertThat(FieldForm.field(FieldForm.filled(field), field, CurrencyUnit.EUR))
                .isEqualTo(field);
    }

    @Test
    void optionsMoveWithTheirPricesAndPlaces() {
        var posted = Posted.empty()
                .set("options.0.label.en", "Yes")
                .set("options.0.price", "80.00")
                .set("options.1.label.en", "No")
                .set("options.1.capacity", "7");

        OptionRows.update(posted, "options.down.0");

        assertThat(posted.get("options.0.label.en")).isEqualTo("No");
        assertThat(posted.get("options.0.capacity")).isEqualTo("7");
        assertThat(posted.get("options.1.price")).isEqualTo("80.00");
        assertThat(posted.get("options.1.capacity")).isEmpty();
    }
}

package org.plenary.registration.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;

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

        var field = FieldForm.field(posted, CurrencyUnit.EUR);

        assertThat(field.key()).isEqualTo("dinner");
        assertThat(field.option("yes")).hasValueSatisfying(option -> {
            assertThat(option.price()).isEqualTo(Money.parse("EUR 80.00"));
            assertThat(option.capacity()).isEqualTo(20);
        });
        assertThat(FieldForm.field(FieldForm.filled(field), CurrencyUnit.EUR)).isEqualTo(field);
    }
}

package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTaxTests {
    private final PlanTax rules =
            new PlanTax("DE", "VAT", Map.of("DE", BigDecimal.valueOf(19), "FR", BigDecimal.valueOf(20)));

    @Test
    void aCustomerAtHomePaysTheTaxOfHomeWithOrWithoutANumber() {
        assertThat(rules.of("DE", null).percent()).isEqualByComparingTo("19");
        assertThat(rules.of("DE", "DE123456789").way()).isEqualTo(PlanTax.Way.ADDED);
    }

    @Test
    void aBusinessElsewhereInTheUnionAccountsForItItself() {
        assertThat(rules.of("FR", "FR12123456789").way()).isEqualTo(PlanTax.Way.REVERSE);
        assertThat(rules.named(rules.of("AT", "ATU12345678")).percent()).isEqualByComparingTo("19");
    }

    @Test
    void whoHasNoNumberOfItsCountryPaysTheTaxOfItsCountry() {
        assertThat(rules.of("FR", null).percent()).isEqualByComparingTo("20");
        assertThat(rules.of("FR", "DE123456789").way()).isEqualTo(PlanTax.Way.ADDED);
    }

    @Test
    void nobodyElsePaysAny() {
        assertThat(rules.of("US", null).way()).isEqualTo(PlanTax.Way.NONE);
        assertThat(rules.of("CH", "CHE123456789").way()).isEqualTo(PlanTax.Way.NONE);
        assertThat(new PlanTax(null, "VAT", Map.of()).of("DE", null).way()).isEqualTo(PlanTax.Way.NONE);
    }

    @Test
    void ratesAreOfSomebodyAndPercentages() {
        assertThatThrownBy(() -> new PlanTax(null, "VAT", Map.of("DE", BigDecimal.TEN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlanTax("DE", "VAT", Map.of("DE", BigDecimal.valueOf(100))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.plenary.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMoneyTests {
    @ParameterizedTest
    @CsvSource({"EUR 119.00, 11900", "JPY 5000, 5000", "KWD 1.250, 1250", "ISK 700, 70000", "CNY 0.01, 1"})
    void amountsPassToStripeAndBack(String money, long units) {
        var amount = Money.parse(money);

        assertThat(StripeMoney.units(amount)).isEqualTo(units);
        assertThat(StripeMoney.money(units, StripeMoney.code(amount))).isEqualTo(amount);
    }
}

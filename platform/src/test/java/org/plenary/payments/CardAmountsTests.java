package org.plenary.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CardAmountsTests {
    @Test
    void sharesAddUpInWholeUnitsOfTheirCurrency() {
        assertThat(shares("JPY 101", 30, 30, 40)).containsExactly("JPY 30", "JPY 30", "JPY 41");
        assertThat(shares("JPY 10", 33, 33, 34)).containsExactly("JPY 3", "JPY 3", "JPY 4");
        assertThat(shares("JPY 1", 50, 50)).containsExactly("JPY 1", "JPY 0");
        assertThat(shares("EUR 0.05", 50, 50)).containsExactly("EUR 0.03", "EUR 0.02");
        assertThat(shares("EUR 119.00", 30, 70)).containsExactly("EUR 35.70", "EUR 83.30");
    }

    @Test
    void noShareIsFinerThanACardCanBeCharged() {
        assertThat(shares("KWD 10.010", 33, 33, 34)).containsExactly("KWD 3.300", "KWD 3.300", "KWD 3.410");
        assertThat(shares("KWD 1.005", 50, 50)).containsExactly("KWD 0.505", "KWD 0.500");
    }

    private static List<String> shares(String whole, Integer... percents) {
        return CardAmounts.shares(Money.parse(whole), List.of(percents)).stream()
                .map(Money::toString)
                .toList();
    }
}

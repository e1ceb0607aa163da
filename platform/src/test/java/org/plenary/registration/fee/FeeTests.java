package org.plenary.registration.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;

class FeeTests {
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);

    @Test
    void aPriceHoldsThroughItsLastDay() {
        var fee = fee(null, new Fee.Price(eur("300.00"), MARCH), new Fee.Price(eur("400.00"), null));

        assertThat(fee.priceOn(MARCH).amount()).isEqualTo(eur("300.00"));
        assertThat(fee.priceOn(MARCH.plusDays(1)).amount()).isEqualTo(eur("400.00"));
    }

    @Test
    void aFeeWithACodeOpensWithThatCodeOnly() {
        var fee = fee("MEMBER27", new Fee.Price(eur("300.00"), null));

        assertThat(fee.opensWith(" MEMBER27 ")).isTrue();
        assertThat(fee.opensWith("member27")).isFalse();
        assertThat(fee.opensWith(null)).isFalse();
    }

    @Test
    void priceStepsRiseAndTheLastHasNoEnd() {
        var steps = List.of(
                new FeeInput.PriceInput(eur("300.00"), MARCH),
                new FeeInput.PriceInput(eur("350.00"), MARCH),
                new FeeInput.PriceInput(Money.parse("USD 1.00"), MARCH.plusDays(3)));
        var input = new FeeInput(
                "standard",
                LocalizedText.of("Standard"),
                null,
                null,
                steps,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        var problem = catchThrowableOfType(Problem.InvalidInput.class, () -> input.check(CurrencyUnit.EUR));

        assertThat(problem.violations())
                .extracting("pointer", "code")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/prices/1/until", "not_rising"),
                        org.assertj.core.groups.Tuple.tuple("/prices/2/amount/currency", "currency"),
                        org.assertj.core.groups.Tuple.tuple("/prices/2/until", "last_price_ends"));
    }

    private static Fee fee(@Nullable String code, Fee.Price... prices) {
        return new Fee(
                new UUID(0, 1),
                "standard",
                LocalizedText.of("Standard"),
                null,
                null,
                List.of(prices),
                code,
                BigDecimal.ZERO,
                null,
                Fee.Terms.PLAIN,
                0);
    }

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }
}

package org.plenary.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MovementTests {
    private static final Instant AT = Instant.parse("2027-05-14T10:00:00Z");

    @Test
    void bothSidesAreEqual() {
        var movement = Movement.of(
                "payment", "1", AT, LedgerAccount.STRIPE_BALANCE, LedgerAccount.SALES, Money.of(CurrencyUnit.EUR, 119));

        assertThat(movement.lines())
                .containsExactly(
                        new Movement.Line(LedgerAccount.STRIPE_BALANCE, 11_900, 0),
                        new Movement.Line(LedgerAccount.SALES, 0, 11_900));
    }

    @Test
    void aNegativeAmountGoesTheOtherWay() {
        var movement = Movement.of(
                "refund_failed",
                "1",
                AT,
                LedgerAccount.RECEIVABLES,
                LedgerAccount.STRIPE_BALANCE,
                Money.parse("JPY -500"));

        assertThat(movement.lines())
                .containsExactly(
                        new Movement.Line(LedgerAccount.STRIPE_BALANCE, 500, 0),
                        new Movement.Line(LedgerAccount.RECEIVABLES, 0, 500));
    }

    @Test
    void whatDoesNotBalanceIsNoMovement() {
        var lines = List.of(
                new Movement.Line(LedgerAccount.STRIPE_BALANCE, 100, 0), new Movement.Line(LedgerAccount.SALES, 0, 99));

        assertThatThrownBy(() -> new Movement("payment", "1", AT, CurrencyUnit.EUR, lines, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Movement.Line(LedgerAccount.SALES, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

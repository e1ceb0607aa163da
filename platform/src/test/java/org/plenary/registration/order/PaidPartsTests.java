package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;

class PaidPartsTests {
    private static final UUID ORDER = Ids.next();
    private static final UUID CHANGE = Ids.next();
    private static final PaidParts PAID =
            new PaidParts(List.of(new PaidParts.Part(ORDER, eur(100)), new PaidParts.Part(CHANGE, eur(80))));

    @Test
    void theOrdersOwnPaymentGoesBackFirst() {
        assertThat(PAID.back(eur(0), eur(60))).containsExactly(new PaidParts.Part(ORDER, eur(60)));
    }

    @Test
    void whatOnePaymentDoesNotCoverComesFromTheNext() {
        assertThat(PAID.back(eur(60), eur(50)))
                .containsExactly(new PaidParts.Part(ORDER, eur(40)), new PaidParts.Part(CHANGE, eur(10)));
        assertThat(PAID.back(eur(110), eur(70))).containsExactly(new PaidParts.Part(CHANGE, eur(70)));
    }

    @Test
    void neverMoreGoesBackThanWasPaid() {
        assertThatThrownBy(() -> PAID.back(eur(110), eur(71))).isInstanceOf(IllegalStateException.class);
    }

    private static Money eur(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}

package org.plenary.lodging.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AttritionTests {
    private static final Money RATE = Money.parse("EUR 100.00");

    @Test
    void aContractThatSaysNothingOfEmptyRoomsChargesNothingForThem() {
        var none = Attrition.of(20, null, 3, RATE);

        assertThat(none.hasClause()).isFalse();
        assertThat(none.shortfall()).isZero();
        assertThat(none.charge().isZero()).isTrue();
    }

    @Test
    void aContractThatAllowsNoShortfallChargesEveryEmptyRoom() {
        var all = Attrition.of(20, 0, 3, RATE);

        assertThat(all.hasClause()).isTrue();
        assertThat(all.shortfall()).isEqualTo(17);
        assertThat(all.charge()).isEqualTo(Money.parse("EUR 1700.00"));
    }

    @Test
    void beyondWhatMayStayEmptyEveryRoomIsCharged() {
        assertThat(Attrition.of(20, 25, 3, RATE).charge()).isEqualTo(Money.parse("EUR 1200.00"));
        assertThat(Attrition.of(20, 25, 16, RATE).charge().isZero()).isTrue();
    }
}

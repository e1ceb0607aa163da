package org.plenary.billing.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.payments.PaymentStatus.CLOSED;
import static org.plenary.payments.PaymentStatus.FAILED;
import static org.plenary.payments.PaymentStatus.OPEN;
import static org.plenary.payments.PaymentStatus.PAID;
import static org.plenary.payments.PaymentStatus.PARTLY_REFUNDED;
import static org.plenary.payments.PaymentStatus.PROCESSING;
import static org.plenary.payments.PaymentStatus.REFUNDED;

import org.junit.jupiter.api.Test;
import org.plenary.payments.PaymentStatus;

class PaymentMovesTests {
    @Test
    void moneyThatComesLateIsNotForgotten() {
        assertThat(PaymentMoves.may(CLOSED, PAID)).isTrue();
        assertThat(PaymentMoves.may(FAILED, PAID)).isTrue();
    }

    @Test
    void whatIsPaidIsNeverOpenClosedOrFailedAgain() {
        for (var settled : new PaymentStatus[] {PAID, PARTLY_REFUNDED, REFUNDED})
            for (var end : new PaymentStatus[] {OPEN, PROCESSING, CLOSED, FAILED})
                assertThat(PaymentMoves.may(settled, end))
                        .as("%s to %s", settled, end)
                        .isFalse();
    }

    @Test
    void whatHasEndedDoesNotOpenAgain() {
        for (var ended : new PaymentStatus[] {CLOSED, FAILED})
            for (var other : new PaymentStatus[] {OPEN, PROCESSING, REFUNDED, PARTLY_REFUNDED})
                assertThat(PaymentMoves.may(ended, other))
                        .as("%s to %s", ended, other)
                        .isFalse();
    }

    @Test
    void nothingIsRefundedBeforeItIsPaid() {
        assertThat(PaymentMoves.may(OPEN, REFUNDED)).isFalse();
        assertThat(PaymentMoves.may(PROCESSING, PARTLY_REFUNDED)).isFalse();
    }

    @Test
    void refundsAddUpToTheWhole() {
        assertThat(PaymentMoves.afterRefund(100, 0)).isEqualTo(PAID);
        assertThat(PaymentMoves.afterRefund(100, 99)).isEqualTo(PARTLY_REFUNDED);
        assertThat(PaymentMoves.afterRefund(100, 100)).isEqualTo(REFUNDED);
    }
}

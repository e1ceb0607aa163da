package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.order.OrderStatus.CANCELLED;
import static org.plenary.registration.order.OrderStatus.CONFIRMED;
import static org.plenary.registration.order.OrderStatus.EXPIRED;
import static org.plenary.registration.order.OrderStatus.PENDING;
import static org.plenary.registration.order.OrderStatus.REFUNDED;
import static org.plenary.registration.order.OrderStatus.REJECTED;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTests {
    @ParameterizedTest
    @EnumSource
    void onlyTheLegalMovesAreAllowed(OrderStatus from) {
        var legal = switch (from) {
            case AWAITING_APPROVAL -> Set.of(PENDING, CONFIRMED, REJECTED, EXPIRED, CANCELLED);
            case PENDING -> Set.of(CONFIRMED, EXPIRED, CANCELLED);
            case CONFIRMED -> Set.of(CANCELLED);
            case EXPIRED -> Set.of(CONFIRMED, REFUNDED);
            case CANCELLED -> Set.of(REFUNDED);
            case REJECTED, REFUNDED -> Set.<OrderStatus>of();
        };

        for (var to : OrderStatus.values())
            assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(legal.contains(to));
    }

    @ParameterizedTest
    @EnumSource
    void namesOnTheWireAreReadBack(OrderStatus status) {
        assertThat(OrderStatus.of(status.wire())).isEqualTo(status);
    }
}

package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeStatusTests {
    @ParameterizedTest
    @EnumSource
    void aChangeThatWaitsEndsInAnyWay(ChangeStatus next) {
        assertThat(ChangeStatus.PENDING.mayBecome(next)).isEqualTo(next != ChangeStatus.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedMovesNoMore(ChangeStatus next) {
        for (var ended : Set.of(ChangeStatus.APPLIED, ChangeStatus.EXPIRED, ChangeStatus.CANCELLED))
            assertThat(ended.mayBecome(next)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void itsNameInTheDatabaseIsReadBack(ChangeStatus status) {
        assertThat(ChangeStatus.of(status.wire())).isEqualTo(status);
    }
}

package org.plenary.identity.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;

class NodeLimitsTests {
    private final NodeLimits limits = new NodeLimits();

    @Test
    void triesBeyondTheLimitAreRefusedWithATimeToWait() {
        for (var i = 0; i < 3; i++) limits.take("a", 3, Duration.ofHours(1));

        assertThatExceptionOfType(Problem.TooMany.class)
                .isThrownBy(() -> limits.take("a", 3, Duration.ofHours(1)))
                .satisfies(problem -> assertThat(problem.retryAfterSeconds()).isBetween(1L, 1201L));
    }

    @Test
    void othersAreNotAffected() {
        limits.take("a", 1, Duration.ofHours(1));

        assertThatNoException().isThrownBy(() -> limits.take("b", 1, Duration.ofHours(1)));
    }
}

package org.plenary.identity.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class LimitsIT extends PlenaryIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private RateLimits limits;

    private final String key = "mona-" + Ids.next();

    @Test
    void triesBeyondTheLimitAreRefusedWithATimeToWait() {
        for (var left = 2; left >= 0; left--)
            assertThat(limits.take(key, 3, HOUR).tries()).isEqualTo(left);

        assertThatExceptionOfType(Problem.TooMany.class)
                .isThrownBy(() -> limits.take(key, 3, HOUR))
                .satisfies(problem -> assertThat(problem.retryAfterSeconds()).isBetween(1_100L, 1_201L));
    }

    @Test
    void aTryIsThereAgainWhenItsPartOfTheTimeIsOver() {
        for (var i = 0; i < 4; i++) limits.take(key, 4, Duration.ofSeconds(2));
        assertThatExceptionOfType(Problem.TooMany.class).isThrownBy(() -> limits.take(key, 4, Duration.ofSeconds(2)));

        eventually("one is there", () -> {
            try {
                return limits.take(key, 4, Duration.ofSeconds(2)).tries() == 0;
            } catch (Problem.TooMany e) {
                return false;
            }
        });
    }

    @Test
    void aLargeLimitIsTakenInPartsAndIsAsExact() {
        for (var i = 0; i < 1_000; i++) limits.take(key, 1_000, Duration.ofHours(24));

        assertThatExceptionOfType(Problem.TooMany.class)
                .isThrownBy(() -> limits.take(key, 1_000, Duration.ofHours(24)));
    }

    @Test
    void manyAtOnceTakeNothingInVain() throws Exception {
        var taken = new AtomicInteger();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 1_200; i++)
                clients.submit(() -> {
                    limits.take(key, 1_000, Duration.ofHours(24));
                    return taken.incrementAndGet();
                });
        }
        assertThatExceptionOfType(Problem.TooMany.class).isThrownBy(() -> {
            while (true) {
                limits.take(key, 1_000, Duration.ofHours(24));
                taken.incrementAndGet();
            }
        });
        assertThat(taken).hasValueGreaterThanOrEqualTo(1_000).hasValueLessThan(1_002);
    }

    @Test
    void othersAndOtherOrganizationsAreNotAffected() {
        var tenant = aTenant();
        limits.take(key, 1, HOUR);

        assertThatNoException().isThrownBy(() -> limits.take("another " + key, 1, HOUR));
        assertThatNoException().isThrownBy(() -> Tenancy.runAs(tenant, () -> limits.take(key, 1, HOUR)));
    }
}

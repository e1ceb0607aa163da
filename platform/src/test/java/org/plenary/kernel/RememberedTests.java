package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTests {
    private final Remembered<String, String> remembered = new Remembered<>(Duration.ofMinutes(10));

    @Test
    void whatWasReadIsNotReadAgainUntilItIsForgotten() {
        var reads = new AtomicInteger();
        for (var i = 0; i < 3; i++) remembered.of("a", key -> key + reads.incrementAndGet());
        assertThat(remembered.of("a", key -> key + reads.incrementAndGet())).isEqualTo("a1");

        remembered.forget("a");
        assertThat(remembered.of("a", key -> key + reads.incrementAndGet())).isEqualTo("a2");

        remembered.forgetAll(key -> key.equals("a"));
        assertThat(remembered.of("a", key -> key + reads.incrementAndGet())).isEqualTo("a3");
    }

    /** Who reads outside of a transaction may wait for the connection of one who asks inside. */
    @Test
    void nobodyWaitsForAnotherWhoseReadingStandsStill() throws Exception {
        var begun = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var stands = people.submit(() -> remembered.of("a", key -> {
                begun.countDown();
                await(goesOn);
                return "late";
            }));
            await(begun);

            assertThat(people.submit(() -> remembered.of("a", key -> "at once")).get(10, TimeUnit.SECONDS))
                    .isEqualTo("at once");

            goesOn.countDown();
            assertThat(stands.get()).isEqualTo("late");
        }
    }

    @Test
    void whatWasReadBeforeItWasChangedIsNotKept() {
        var old = remembered.of("a", key -> {
            remembered.forget("a");
            return "old";
        });

        assertThat(old).isEqualTo("old");
        assertThat(remembered.of("a", key -> "new")).isEqualTo("new");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

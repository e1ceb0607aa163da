package org.plenary.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTests {
    @Test
    void aStallIsFeltByAllThatHadToWaitForIt() throws Exception {
        var calls = new AtomicInteger();

        var measured = Load.open(100, 1, Duration.ofMillis(500), number -> () -> {
            if (calls.incrementAndGet() == 1) pause();
            return true;
        });

        assertThat(measured.times().getTotalCount()).isEqualTo(50);
        // fifteen and more were due while the first one took 0.3 s, and each began late
        assertThat(measured.millis(80)).isGreaterThan(50);
    }

    @Test
    void workIsSharedAndRefusalsAreCounted() throws Exception {
        var calls = new AtomicInteger();

        var measured = Load.counted(4, new AtomicInteger(20), number -> () -> calls.incrementAndGet() % 2 == 0);

        assertThat(calls).hasValue(20);
        assertThat(measured.refused()).isEqualTo(10);
        assertThat(measured.times().getTotalCount()).isEqualTo(10);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

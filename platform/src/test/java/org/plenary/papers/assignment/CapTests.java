package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CapTests {
    @Test
    void eachPairIsLeftInAsOftenAsTheCapSays() {
        for (var probability : new double[] {0.1, 0.5, 0.9}) {
            var left = LongStream.range(0, 20_000)
                    .filter(seed -> !new Cap(probability, seed).drawsOut(Conferences.id(3), Conferences.id(4)))
                    .count();
            assertThat(left / 20_000.0).isCloseTo(probability, within(0.02));
        }
    }

    @Test
    void pairsAreDrawnOneByOne() {
        var cap = new Cap(0.5, 7);
        var both = 0;
        for (var number = 0; number < 20_000; number++) {
            var one = cap.drawsOut(Conferences.id(1), Conferences.id(number));
            var other = cap.drawsOut(Conferences.id(number), Conferences.id(1));
            if (one && other) both++;
        }
        assertThat(both / 20_000.0).isCloseTo(0.25, within(0.02));
    }

    @Test
    void withoutACapNobodyIsDrawnOut() {
        assertThat(LongStream.range(0, 1_000)
                        .noneMatch(seed -> Cap.none().drawsOut(Conferences.id((int) seed), Conferences.id(4))))
                .isTrue();
    }
}

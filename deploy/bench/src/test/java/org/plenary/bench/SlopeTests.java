package org.plenary.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlopeTests {
    @Test
    void whatRisesEvenlyIsToldByItsBeginning() {
        var slope = Slope.of(100, 110, 120);

        assertThat(slope.perStep()).isCloseTo(10, within(1e-9));
        assertThat(slope.growth()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void whatGoesUpAndDownDoesNotGrow() {
        assertThat(Slope.of(5, 7, 5, 7, 5).growth()).isCloseTo(0, within(1e-9));
        assertThat(Slope.of(0, 0, 0).growth()).isZero();
        assertThat(Slope.of(3).perStep()).isZero();
    }
}

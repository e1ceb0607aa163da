package org.plenary.insights.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTests {
    @Test
    void theTableHasTheSameFigures() {
        var chart = new Chart(
                List.of("13 May", "14 May"),
                List.of(new Chart.Series("Block", List.of(5, 6)), new Chart.Series("Taken", List.of(1, 2))));

        var table = chart.asTable("Night");

        assertThat(table.columns()).containsExactly("Night", "Block", "Taken");
        assertThat(table.rows()).containsExactly(List.of("13 May", "5", "1"), List.of("14 May", "6", "2"));
    }

    @Test
    void aSeriesHasAValueForEachCategory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(List.of("13 May"), List.of(new Chart.Series("Block", List.of()))));
    }
}

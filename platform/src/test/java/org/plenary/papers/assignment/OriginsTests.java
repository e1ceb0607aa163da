package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTests {
    @Test
    void anInstitutionLiesWhereMostOfItsReviewersWork() {
        var origins = new Origins(List.of(
                from("Robots Inc", "Germany"),
                from("Robots Inc", "Japan"),
                from("Robots Inc", "Japan"),
                from("Robots Inc", ""),
                from("ETH", "Germany"),
                from("", "Japan")));

        assertThat(List.of(0, 1, 3, 5)).allMatch(reviewer -> origins.country(reviewer) == origins.country(2));
        assertThat(origins.country(4)).isNotEqualTo(origins.country(0));
        assertThat(origins.institution(0)).isEqualTo(origins.institution(3)).isNotEqualTo(origins.institution(4));
    }

    @Test
    void whatIsNotKnownIsNotTheSame() {
        var origins = new Origins(List.of(from("", ""), from("ETH", "")));

        assertThat(origins.institution(0)).isEqualTo(Origins.UNKNOWN);
        assertThat(origins.country(0)).isEqualTo(Origins.UNKNOWN);
        assertThat(origins.country(1)).isEqualTo(Origins.UNKNOWN);
    }

    private static AvailableReviewer from(String institution, String country) {
        return new AvailableReviewer(Conferences.id(1), 0, 1, false, country, institution, Set.of(), Map.of());
    }
}

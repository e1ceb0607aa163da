package org.plenary.papers.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeadlineTests {
    private static final LocalDateTime LAST_MINUTE = LocalDateTime.parse("2027-01-31T23:59");

    @Test
    void anywhereOnEarthEndsTwelveHoursAfterGreenwich() {
        var deadline = new Deadline(LAST_MINUTE, "AoE");

        assertThat(deadline.instant()).isEqualTo(Instant.parse("2027-02-01T11:59:00Z"));
        assertThat(deadline.isPassed(Instant.parse("2027-02-01T11:59:00Z"))).isFalse();
        assertThat(deadline.isPassed(Instant.parse("2027-02-01T11:59:01Z"))).isTrue();
    }

    @Test
    void aZoneOfItsOwnIsKept() {
        var deadline = new Deadline(LAST_MINUTE, "Asia/Shanghai");

        assertThat(deadline.instant()).isEqualTo(Instant.parse("2027-01-31T15:59:00Z"));
        assertThat(deadline).hasToString("2027-01-31 23:59 Asia/Shanghai");
    }

    @Test
    void bothNamesOfTheLocalTimeAreRead() {
        var expected = new Deadline(LAST_MINUTE, "AoE");

        assertThat(Deadline.fromJson(Map.of("at", "2027-01-31T23:59", "zone", "AoE")))
                .isEqualTo(expected);
        assertThat(Deadline.fromJson(Map.of("local", "2027-01-31T23:59", "zone", "AoE")))
                .isEqualTo(expected);
    }

    @Test
    void itIsTheSameAfterWritingAndReading() {
        var mapper = new JsonMapper();
        var deadline = new Deadline(LAST_MINUTE, "Asia/Shanghai");

        assertThat(mapper.readValue(mapper.writeValueAsString(deadline), Deadline.class))
                .isEqualTo(deadline);
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Deadline.fromJson(Map.of("at", "2027-01-31T23:59", "zone", "Mars/Olympus")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Deadline.fromJson(Map.of("at", "soon", "zone", "AoE")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Deadline.fromJson(Map.of("at", "2027-01-31T23:59", "zone", "AoE", "x", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

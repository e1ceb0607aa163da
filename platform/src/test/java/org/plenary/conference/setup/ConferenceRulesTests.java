package org.plenary.conference.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violation;

class ConferenceRulesTests {
    private static final LocalDate START = LocalDate.of(2027, 5, 14);

    @Test
    void aWholeConferenceIsFine() {
        assertThat(check("corl-2027", START, START.plusDays(3), "Asia/Shanghai", "JPY", List.of("en", "zh-CN")))
                .isEmpty();
    }

    @Test
    void everythingMissingIsNamed() {
        var nothing = new ConferenceChange(null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(new ConferenceRules(START).check(nothing).list())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/slug", "/name", "/starts_on", "/ends_on", "/time_zone", "/venue", "/currency", "/languages");
    }

    @Test
    void eachWrongMemberIsNamed() {
        assertThat(check("CoRL!", START, START, "UTC", "EUR", List.of("en"))).containsExactly("/slug");
        assertThat(check("corl", START, START.minusDays(1), "UTC", "EUR", List.of("en")))
                .containsExactly("/ends_on");
        assertThat(check("corl", START.plusYears(90), START.plusYears(90), "UTC", "EUR", List.of("en")))
                .containsExactly("/starts_on");
        assertThat(check("corl", START, START, "+08:00", "EUR", List.of("en"))).containsExactly("/time_zone");
        assertThat(check("corl", START, START, "Mars/Base", "EUR", List.of("en")))
                .containsExactly("/time_zone");
        assertThat(check("corl", START, START, "UTC", "XXX", List.of("en"))).containsExactly("/currency");
        assertThat(check("corl", START, START, "UTC", "eur", List.of("en"))).containsExactly("/currency");
        assertThat(check("corl", START, START, "UTC", "EUR", List.of("en", "fr")))
                .containsExactly("/languages/1");
        assertThat(check("corl", START, START, "UTC", "EUR", List.of("en", "en")))
                .containsExactly("/languages/1");
        assertThat(check("corl", START, START, "UTC", "EUR", Arrays.asList("en", null)))
                .containsExactly("/languages/1");
        assertThat(check("corl", START, START, "UTC", "EUR", List.of())).containsExactly("/languages");
    }

    private static List<String> check(
            String slug, LocalDate starts, LocalDate ends, String zone, String currency, List<String> languages) {
        var wanted = new ConferenceChange(
                slug,
                LocalizedText.of("Robots", "机器人"),
                null,
                starts,
                ends,
                zone,
                new ConferenceChange.VenueChange(LocalizedText.of("Hall"), LocalizedText.of("Shanghai"), "CN"),
                currency,
                languages,
                null,
                null,
                null);
        return new ConferenceRules(START)
                .check(wanted).list().stream().map(Violation::pointer).toList();
    }
}

package org.plenary.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatsTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final Formats formats =
            new Formats(messages, Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void messages() {
        messages.setBasename("messages/kernel");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aConferenceInSummerIsInSummerTimeThoughItIsWinterNow() {
        assertThat(formats.zone(BERLIN, LocalDate.of(2027, 7, 14))).isEqualTo("Central European Time (UTC+02:00)");
        assertThat(formats.zone(BERLIN, LocalDate.of(2027, 1, 14))).isEqualTo("Central European Time (UTC+01:00)");
        assertThat(formats.zone(BERLIN)).isEqualTo("Central European Time (UTC+01:00)");
    }

    @Test
    void nearlyTwoDaysAheadIsNotTomorrow() {
        assertThat(formats.relative(Instant.parse("2026-11-27T11:59:50Z"))).isEqualTo("in 2 days");
        assertThat(formats.relative(Instant.parse("2026-11-26T13:00:00Z"))).isEqualTo("tomorrow");
        assertThat(formats.relative(Instant.parse("2026-11-25T15:59:00Z"))).isEqualTo("in 3 hours");
    }

    @Test
    void aPlanIsCalledByItsNameInEachLanguage() {
        assertThat(formats.plan("free")).isEqualTo("Free");
        assertThat(formats.plan("made-for-one")).isEqualTo("made-for-one");

        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);

        assertThat(formats.plan("free")).isEqualTo("免费版");
    }
}

package org.plenary.registration.rush;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says where somebody stands, in their language: for the page and for its updates alike. */
@Component
class PlaceTexts {
    static final int SECONDS_WITHOUT_LINE = 10;

    /** However long the line, a turn is noticed within this. */
    private static final int SLOWEST = 15;

    private static final int FASTEST = 4;
    private static final int EARLY_SLOWEST = 30;
    private static final int PEOPLE_PER_SECOND = 100;
    private static final int SHARE_OF_THE_REST = 10;

    private final MessageSource messages;
    private final Formats formats;
    private final Clock clock;

    PlaceTexts(MessageSource messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    /** @param next seconds until the page asks again */
    record Place(String state, String number, String ahead, String remaining, String waiting, int next) {}

    Place of(Standing standing, Locale locale) {
        return new Place(
                name(standing.state()),
                formats.number(standing.number()),
                text("rush.place.ahead", locale, standing.ahead()),
                standing.paused() ? text("rush.place.paused", locale) : remaining(standing.waitSeconds(), locale),
                text("rush.place.waiting", locale, standing.waiting()),
                nextSeconds(standing));
    }

    static String name(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Who stands far behind asks less often, so that a long line costs little more than a short one. */
    int nextSeconds(Standing standing) {
        return switch (standing.state()) {
            case EARLY ->
                (int) Math.clamp(untilOpening(standing).toSeconds() / SHARE_OF_THE_REST, FASTEST, EARLY_SLOWEST);
            case WAITING -> (int) Math.clamp(standing.ahead() / PEOPLE_PER_SECOND, FASTEST, SLOWEST);
            case ADMITTED, BUSY, LIMITED, GONE -> FASTEST;
        };
    }

    /** When a program should try again. */
    long retrySeconds(Standing standing) {
        return switch (standing.state()) {
            case EARLY -> Math.max(1, untilOpening(standing).toSeconds() + 1);
            case LIMITED -> standing.retrySeconds();
            case WAITING, ADMITTED, BUSY, GONE -> nextSeconds(standing);
        };
    }

    private Duration untilOpening(Standing standing) {
        return Duration.between(clock.instant(), standing.opensAt());
    }

    private String remaining(@Nullable Long seconds, Locale locale) {
        if (seconds == null) return text("rush.place.wait-unknown", locale);
        var minutes = Math.ceilDiv(seconds, 60L);
        return minutes < 120
                ? text("rush.place.wait-minutes", locale, minutes)
                : text("rush.place.wait-hours", locale, Math.round(minutes / 60.0));
    }

    /** @param isKept whether the form has again what was typed into it before */
    String turn(long minutes, boolean isKept) {
        var locale = LocaleContextHolder.getLocale();
        var turn = text("rush.place.turn", locale, minutes);
        return isKept ? turn + " " + text("rush.place.typed", locale) : turn;
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

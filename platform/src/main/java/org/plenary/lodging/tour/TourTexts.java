package org.plenary.lodging.tour;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for tours in the language of an order, which need not be that of the page. */
@Component
class TourTexts {
    private final MessageSource messages;

    TourTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code Harbour cruise, Wed 12 May 2027, 18:00}. */
    String line(Tour tour, Locale locale) {
        return text("lodging.tour.line", locale, tour.name().in(locale), at(tour.startsAt(), locale));
    }

    /** {@code Wed 12 May 2027, 18:00}, {@code 2027年5月12日 周三 18:00}. */
    static String at(LocalDateTime at, Locale locale) {
        var pattern = locale.getLanguage().equals("zh") ? "y年M月d日 EEE HH:mm" : "EEE d MMM y, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

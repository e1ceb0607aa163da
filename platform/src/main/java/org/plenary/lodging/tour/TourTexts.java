package org.plenary.lodging.tour;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    String line(Tour tour, GuestKind kind, Locale locale) {
        var line = text("lodging.tour.line", locale, tour.name().in(locale), at(tour.startsAt(), locale));
        return kind == GuestKind.DELEGATE ? line : text("lodging.tour.line-kind", locale, line, kind(kind, locale));
    }

    /** Why somebody who booked a tour gets the money back. */
    String why(Tour tour, Locale locale) {
        var key = tour.state().cause() == TourState.Cause.MINIMUM ? "minimum" : "organizer";
        var why = text("lodging.tour.why." + key, locale, tour.name().in(locale), at(tour.startsAt(), locale));
        var note = tour.state().note();
        return note.isEmpty() ? why : why + " " + note;
    }

    /** {@code Mei Lin (Chinese, English)}. */
    String guide(TourDetails.Guide guide, Locale locale) {
        return guide.languages().isEmpty()
                ? guide.name()
                : text("lodging.tour.guide-speaks", locale, guide.name(), languages(guide.languages(), locale));
    }

    /** {@code accompanying person}. */
    String kind(GuestKind kind, Locale locale) {
        return text("lodging.tour.kind." + kind.wire(), locale);
    }

    /** {@code Wed 12 May 2027, 18:00}, {@code 2027年5月12日 周三 18:00}. */
    static String at(LocalDateTime at, Locale locale) {
        var pattern = locale.getLanguage().equals("zh") ? "y年M月d日 EEE HH:mm" : "EEE d MMM y, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }

    /** {@code 21:00} on the same day as something told before, else with the day too. */
    static String timeOr(LocalDateTime at, LocalDateTime told, Locale locale) {
        return at.toLocalDate().equals(told.toLocalDate())
                ? DateTimeFormatter.ofPattern("HH:mm", locale).format(at)
                : at(at, locale);
    }

    /** {@code English, Chinese}, in the reader's words. */
    static String languages(List<String> tags, Locale locale) {
        return tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("zh") ? "、" : ", "));
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

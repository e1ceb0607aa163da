package org.plenary.lodging.stay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.web.Formats;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.room.BookedStay;
import org.plenary.registration.OrderPart.Row;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A booking in words: its numbers, its nights, and what is paid where. */
@Component
class StayWords {
    private final MessageSource messages;
    private final Formats formats;

    StayWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** The same for a reader who need not be the one of the page: a mail is in the language of the order. */
    List<Row> rowsFor(BookedStay stay, Locale locale) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            return rows(stay, locale);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    String title(BookedStay stay, Locale locale) {
        return text(
                "lodging.mate.room",
                locale,
                stay.hotel().name().in(locale),
                stay.roomType().name().in(locale));
    }

    List<Row> rows(BookedStay stay, Locale locale) {
        var rows = new ArrayList<Row>();
        if (stay.number() != null) add(rows, "number", stay.number(), locale);
        if (stay.hotelNumber() != null) add(rows, "hotel-number", stay.hotelNumber(), locale);
        add(rows, "dates", dates(stay, locale), locale);
        if (!stay.guests().isEmpty()) add(rows, "guests", String.join(" · ", stay.guests()), locale);
        var part = stay.subBlockName();
        if (part != null) add(rows, "part", part.in(locale), locale);
        if (!stay.nights().isEmpty()) add(rows, "rates", rates(stay, locale), locale);
        for (var tax : stay.taxes())
            rows.add(new Row(
                    tax.name().in(locale),
                    tax.atHotel()
                            ? text("lodging.stay.tax-at-hotel", locale, formats.money(tax.amount()))
                            : formats.money(tax.amount())));
        add(rows, "total", formats.money(stay.total()), locale);
        add(rows, "way", text("lodging.stay.way." + stay.way().wire(), locale), locale);
        add(rows, "paid-here", formats.money(stay.due()), locale);
        var open = stay.atHotel();
        if (stay.way() == PaymentWay.Kind.MASTER) add(rows, "by-organizer", formats.money(open), locale);
        else if (open.isPositive()) add(rows, "at-hotel", formats.money(open), locale);
        if (!stay.requests().isEmpty()) add(rows, "requests", stay.requests(), locale);
        return rows;
    }

    private String dates(BookedStay stay, Locale locale) {
        return text("lodging.mate.stay", locale, formats.dateRange(stay.checkIn(), stay.checkOut()), stay.nightCount());
    }

    private String rates(BookedStay stay, Locale locale) {
        var first = stay.nights().getFirst();
        if (stay.isUniform())
            return text("lodging.stay.each-night", locale, formats.money(first.rate()), stay.nightCount());
        return stay.nights().stream()
                .map(night ->
                        text("lodging.stay.one-night", locale, formats.date(night.date()), formats.money(night.rate())))
                .collect(Collectors.joining("; "));
    }

    private void add(List<Row> rows, String key, String text, Locale locale) {
        rows.add(new Row(text("lodging.stay." + key, locale), text));
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

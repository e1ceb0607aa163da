package org.plenary.lodging.room;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A night in each type of room. */
@Component
@Order(20)
class PricedRooms implements PricedThings {
    private final Hotels hotels;
    private final MessageSource messages;

    PricedRooms(Hotels hotels, MessageSource messages) {
        this.hotels = hotels;
        this.messages = messages;
    }

    @Override
    public List<PriceItem> of(ConferenceView conference, Locale locale) {
        var items = new ArrayList<PriceItem>();
        for (var hotel : hotels.all(conference.id())) {
            taxes(hotel, items, locale);
            for (var type : hotel.roomTypes()) {
                var name = hotel.name().in(locale) + ", " + type.name().in(locale);
                var key = hotel.priceKey(type);
                items.add(new PriceItem(key, name, type.nightlyRate()));
                for (var each : type.guestRates())
                    items.add(new PriceItem(
                            key + "/" + each.guests(),
                            text("lodging.price.guests", locale, name, each.guests()),
                            each.rate()));
                for (var night : type.nights())
                    if (night.rate() != null)
                        items.add(new PriceItem(
                                key + "/" + night.date(),
                                text("lodging.price.night", locale, name, day(night.date(), locale)),
                                night.rate()));
            }
        }
        return items;
    }

    private static void taxes(Hotel hotel, List<PriceItem> items, Locale locale) {
        for (var tax : hotel.terms().taxes())
            if (tax.amount() != null)
                items.add(new PriceItem(
                        hotel.priceKey(tax),
                        hotel.name().in(locale) + ", " + tax.name().in(locale),
                        tax.amount()));
    }

    private static String day(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(date);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

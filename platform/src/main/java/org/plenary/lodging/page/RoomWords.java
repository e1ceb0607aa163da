package org.plenary.lodging.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.kernel.web.Formats;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.PartOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;
import org.plenary.lodging.room.StayOffer;
import org.springframework.context.MessageSource;

/** The words of the rooms on the registration page. */
record RoomWords(MessageSource messages, Formats formats, Locale locale) {
    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String room(HotelOnSale hotel, RoomTypeOnSale type, boolean soldOut) {
        return text(
                soldOut ? "lodging.cart.room-sold-out" : "lodging.cart.room-choice",
                hotel.name().in(locale),
                type.name().in(locale),
                formats.money(type.nightlyRate()),
                type.occupancy());
    }

    String name(PartOnSale part) {
        return part.part().name().in(locale);
    }

    String way(PaymentWay way) {
        return way.kind() == PaymentWay.Kind.DEPOSIT
                ? text("lodging.stay.way-deposit-of", way.percent())
                : text("lodging.stay.way." + way.kind().wire());
    }

    String date(LocalDate date, boolean isFree) {
        var label = formats.dateWithDay(date);
        return isFree ? label : text("lodging.cart.night-sold-out", label);
    }

    /** Night by night when they differ; then the taxes, and what is paid where. */
    List<String> price(StayOffer offer, PaymentWay way) {
        var lines = new ArrayList<String>();
        var nights = offer.nights();
        var isUniform = nights.stream()
                .allMatch(night -> night.rate().equals(nights.getFirst().rate()));
        if (isUniform)
            lines.add(text(
                    "lodging.stay.nights-at",
                    nights.size(),
                    formats.money(nights.getFirst().rate())));
        else
            nights.forEach(night ->
                    lines.add(text("lodging.stay.one-night", formats.date(night.date()), formats.money(night.rate()))));
        for (var tax : offer.taxes()) {
            var amount = formats.money(tax.amount());
            lines.add(text(
                    "lodging.stay.one-night",
                    tax.name().in(locale),
                    tax.atHotel() ? text("lodging.stay.tax-at-hotel", amount) : amount));
        }
        lines.add(text("lodging.stay.one-night", text("lodging.stay.paid-here"), formats.money(offer.due())));
        if (offer.atHotel().isPositive())
            lines.add(text(
                    "lodging.stay.one-night",
                    text(way.kind() == PaymentWay.Kind.MASTER ? "lodging.stay.by-organizer" : "lodging.stay.at-hotel"),
                    formats.money(offer.atHotel())));
        return lines;
    }
}

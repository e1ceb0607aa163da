package org.plenary.lodging.room;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.registration.Sellable.Quoted;
import org.plenary.registration.Sellable.Take;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The lines of an order over a stay: the room, and the local tax that is paid with it. */
@Component
class StayLines {
    private final MessageSource messages;

    StayLines(MessageSource messages) {
        this.messages = messages;
    }

    /** What the line over the local taxes of a stay is for. @param room the line of the room */
    record LocalTaxes(UUID room) {}

    /** The line over the local taxes of a room; null when there is none. */
    static @Nullable UUID taxOf(Quoted room, List<Quoted> all) {
        return all.stream()
                .filter(line ->
                        line.wish() instanceof LocalTaxes taxes && taxes.room().equals(room.line()))
                .map(Quoted::line)
                .findFirst()
                .orElse(null);
    }

    /** One line, or two. */
    List<Quoted> of(String pointer, Stay stay, Locale locale) {
        var price = stay.price();
        var room = room(pointer, stay, price, locale);
        var lines = new ArrayList<>(List.of(room));
        var taxes = price.taxesHere(stay.way());
        if (taxes.isPositive()) {
            var text = messages.getMessage(
                    "lodging.line.tax", new Object[] {taxNames(price, locale), name(stay, locale)}, locale);
            lines.add(new Quoted(
                    Ids.next(),
                    pointer,
                    text,
                    1,
                    taxes,
                    taxes,
                    BigDecimal.ZERO,
                    List.of(),
                    new LocalTaxes(room.line())));
        }
        return lines;
    }

    private Quoted room(String pointer, Stay stay, StayPrice price, Locale locale) {
        var takes = stay.nights().stream()
                .map(night -> new Take(stay.stockKey(night), 1, pointer + "/check_in"))
                .toList();
        var due = price.due(stay.way());
        var byTheNight = stay.way().kind() == PaymentWay.Kind.FULL && price.isUniform();
        return new Quoted(
                Ids.next(),
                pointer,
                description(stay, locale),
                byTheNight ? stay.nightCount() : 1,
                byTheNight ? price.nights().getFirst().rate() : due,
                due,
                stay.hotel().terms().taxRate(),
                takes,
                stay);
    }

    /** {@code Grand Hotel, double room, 3 nights, 14–17 May 2027}, with how it is paid when that is not at once. */
    private String description(Stay stay, Locale locale) {
        var way = stay.way();
        if (way.kind() == PaymentWay.Kind.FULL) return name(stay, locale);
        return messages.getMessage(
                "lodging.line.way." + way.kind().wire(), new Object[] {name(stay, locale), way.percent()}, locale);
    }

    private String name(Stay stay, Locale locale) {
        var arguments = new Object[] {
            stay.hotel().name().in(locale),
            room(stay.roomType(), stay.subBlock(), locale),
            stay.nightCount(),
            StayDates.of(stay.checkIn(), stay.checkOut(), locale)
        };
        return messages.getMessage("lodging.line.description", arguments, locale);
    }

    /** {@code double room (speakers)} for one of a sub-block. */
    private String room(RoomType type, @Nullable SubBlock part, Locale locale) {
        var name = type.name().in(locale);
        if (part == null) return name;
        return messages.getMessage(
                "lodging.line.kept", new Object[] {name, part.name().in(locale)}, locale);
    }

    private static String taxNames(StayPrice price, Locale locale) {
        Stream<String> names = price.taxes().stream()
                .filter(tax -> !tax.atHotel())
                .map(tax -> tax.name().in(locale));
        return String.join(", ", names.toList());
    }

    /** {@code Grand Hotel, double room, 14 May 2027}, with the sub-block that the night is of. @param key of the stock */
    String night(Hotel hotel, RoomType type, String key, Locale locale) {
        var night = RoomType.nightOf(key);
        var part = hotel.subBlocks().stream()
                .filter(each -> key.equals(each.stockKey(type.id(), night)))
                .findFirst()
                .orElse(null);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(night);
        return messages.getMessage(
                "lodging.line.night", new Object[] {hotel.name().in(locale), room(type, part, locale), day}, locale);
    }
}

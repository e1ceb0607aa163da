package org.plenary.lodging.rooming;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.hotel.Hotel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says stays and their changes in the language of whoever reads the list, which need not be that of the page. */
@Component
class HotelWords {
    /** The columns of a list, as message keys name them. */
    static final List<String> COLUMNS = List.of(
            "change",
            "what",
            "guest",
            "partners",
            "check-in",
            "check-out",
            "nights",
            "room-type",
            "sub-block",
            "requests",
            "way",
            "at-hotel",
            "late",
            "acknowledgement",
            "room-number",
            "order",
            "booking");

    private final MessageSource messages;

    HotelWords(MessageSource messages) {
        this.messages = messages;
    }

    List<String> header(Locale locale) {
        return COLUMNS.stream().map(column -> text("column." + column, locale)).toList();
    }

    /** The cells of a row, for files: days are written 2027-05-14. @param change null for a stay that is as it was */
    List<String> cells(Hotel hotel, HotelStay stay, @Nullable StayChange change, Locale locale) {
        return List.of(
                change == null ? "" : kind(change, locale),
                change == null ? "" : what(hotel, change, locale),
                stay.guest(),
                stay.partners(),
                stay.checkIn().toString(),
                stay.checkOut().toString(),
                String.valueOf(stay.nights()),
                roomType(hotel, stay, locale),
                subBlock(hotel, stay, locale),
                stay.requests(),
                way(stay, locale),
                atHotel(stay),
                Objects.toString(stay.lateUntil(), ""),
                stay.acknowledgement(),
                stay.roomNumber(),
                stay.order(),
                stay.id().toString());
    }

    String kind(StayChange change, Locale locale) {
        return text("change." + change.kind().wire(), locale);
    }

    /** {@code Arrival: 10 May 2027 → 11 May 2027; Guests: …}. */
    String what(Hotel hotel, StayChange change, Locale locale) {
        return String.join("; ", differences(hotel, change, locale));
    }

    List<String> differences(Hotel hotel, StayChange change, Locale locale) {
        var before = change.before();
        if (before == null) return List.of();
        return change.fields().stream()
                .map(field -> text(
                        "difference",
                        locale,
                        text("field." + field.dashed(), locale),
                        or(value(hotel, before, field, locale), locale),
                        or(value(hotel, change.stay(), field, locale), locale)))
                .toList();
    }

    String roomType(Hotel hotel, HotelStay stay, Locale locale) {
        return hotel.roomType(stay.roomType())
                .map(type -> type.name().in(locale))
                .orElse(stay.roomType());
    }

    String subBlock(Hotel hotel, HotelStay stay, Locale locale) {
        return hotel.subBlock(stay.subBlock())
                .map(part -> part.name().in(locale))
                .orElse(stay.subBlock());
    }

    String way(HotelStay stay, Locale locale) {
        return text("way." + stay.way().wire().replace('_', '-'), locale);
    }

    /** Nothing for nothing, so that what is to be asked for stands out. */
    static String atHotel(HotelStay stay) {
        return stay.atHotel().isPositive() ? money(stay.atHotel()) : "";
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("lodging.hotel-side." + key, arguments, locale);
    }

    private String value(Hotel hotel, HotelStay stay, StayField field, Locale locale) {
        return switch (field) {
            case GUESTS -> stay.guests().stream().collect(Collectors.joining(", "));
            case CHECK_IN -> day(stay.checkIn(), locale);
            case CHECK_OUT -> day(stay.checkOut(), locale);
            case ROOM_TYPE -> roomType(hotel, stay, locale);
            case SUB_BLOCK -> subBlock(hotel, stay, locale);
            case REQUESTS -> stay.requests();
            case WAY -> way(stay, locale);
            case AT_HOTEL -> atHotel(stay);
        };
    }

    private String or(String value, Locale locale) {
        return value.isEmpty() ? text("nothing", locale) : value;
    }

    private static String day(LocalDate day, Locale locale) {
        var pattern = locale.getLanguage().equals("zh") ? "y年M月d日" : "d MMM y";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private static String money(Money money) {
        return money.getCurrencyUnit().getCode() + " " + money.getAmount().toPlainString();
    }
}

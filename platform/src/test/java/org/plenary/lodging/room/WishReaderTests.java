package org.plenary.lodging.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.lodging.Samples.FIRST;
import static org.plenary.lodging.Samples.conference;
import static org.plenary.lodging.Samples.hotel;
import static org.plenary.lodging.Samples.roomType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelSamples;
import tools.jackson.databind.json.JsonMapper;

class WishReaderTests {
    private static final Hotel GRAND = HotelSamples.checked(
            conference(), hotel(roomType("double", 5), roomType("late", 5, FIRST.plusDays(2))), "grand");

    private final Violations found = new Violations();

    @Test
    void aStayIsPricedByItsNights() {
        var stay = read(wish("grand", "double", "2027-05-14", "2027-05-17", "\"Ada\""));

        assertThat(found.isEmpty()).isTrue();
        assertThat(stay.nights()).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
        assertThat(stay.price().whole()).isEqualTo(Money.parse("EUR 360.00"));
    }

    @Test
    void hotelsAndRoomTypesAreKnownByTheirIdsToo() {
        var type = GRAND.roomTypes().getFirst();

        var stay = read(wish(GRAND.id().toString(), type.id().toString(), "2027-05-14", "2027-05-15", "\"Ada\""));

        assertThat(stay.roomType()).isEqualTo(type);
    }

    @Test
    void theFirstNightOutsideTheBlockIsNamed() {
        read(wish("grand", "double", "2027-05-13", "2027-05-15", "\"Ada\""));
        read(wish("grand", "double", "2027-05-16", "2027-05-18", "\"Ada\""));
        read(wish("grand", "late", "2027-05-15", "2027-05-17", "\"Ada\""));

        assertThat(errors())
                .containsExactly(
                        "/rooms/0/check_in night_not_offered",
                        "/rooms/0/check_out night_not_offered",
                        "/rooms/0/check_in night_not_offered");
    }

    @Test
    void aStayOfThousandsOfYearsIsRefusedAtOnce() {
        read(wish("grand", "double", "2027-05-14", "9999-05-14", "\"Ada\""));

        assertThat(errors()).containsExactly("/rooms/0/check_out night_not_offered");
    }

    @Test
    void checkOutIsAfterCheckIn() {
        read(wish("grand", "double", "2027-05-14", "2027-05-14", "\"Ada\""));

        assertThat(errors()).containsExactly("/rooms/0/check_out check_out_not_after");
    }

    @Test
    void guestsAreNamedAndFitIntoTheRoom() {
        read(wish("grand", "double", "2027-05-14", "2027-05-15", ""));
        read(wish("grand", "double", "2027-05-14", "2027-05-15", "\"Ada\", \"Grace\", \"Mary\""));
        read(wish("grand", "double", "2027-05-14", "2027-05-15", "\"Ada\", \" \""));
        read(wish("grand", "double", "2027-05-14", "2027-05-15", "7"));

        assertThat(errors())
                .containsExactly(
                        "/rooms/0/guests required",
                        "/rooms/0/guests too_many_guests",
                        "/rooms/0/guests/1 required",
                        "/rooms/0/guests/0 wrong_type");
    }

    @Test
    void whatIsUnknownOrOfTheWrongTypeIsNamed() {
        read("""
                {"hotel": "ritz", "room_type": 1, "check_in": "soon", "guests": "Ada", "price": 1}""");

        assertThat(errors())
                .containsExactlyInAnyOrder(
                        "/rooms/0/price unknown_member",
                        "/rooms/0/hotel unknown_hotel",
                        "/rooms/0/room_type wrong_type",
                        "/rooms/0/check_in date",
                        "/rooms/0/check_out required",
                        "/rooms/0/guests wrong_type");
    }

    @Test
    void datesOfStaysAreWrittenInBothLanguages() {
        assertThat(StayDates.of(FIRST, FIRST.plusDays(3), Locale.ENGLISH)).isEqualTo("14–17 May 2027");
        assertThat(StayDates.of(FIRST, FIRST.plusDays(20), Locale.ENGLISH)).isEqualTo("14 May – 3 Jun 2027");
        assertThat(StayDates.of(FIRST, FIRST.plusDays(3), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("2027年5月14日至17日");
    }

    private Stay read(String wish) {
        var wishes = JsonMapper.builder().build().readTree("[" + wish + "]");
        return new WishReader(List.of(GRAND), Set.of(), false, found)
                .read(wishes)
                .getFirst();
    }

    private List<String> errors() {
        return found.list().stream().map(WishReaderTests::error).toList();
    }

    private static String error(Violation violation) {
        return violation.pointer() + " " + violation.code();
    }

    private static String wish(String hotel, String type, String checkIn, String checkOut, String guests) {
        return """
                {"hotel": "%s", "room_type": "%s", "check_in": "%s", "check_out": "%s", "guests": [%s]}""".formatted(hotel, type, checkIn, checkOut, guests);
    }
}

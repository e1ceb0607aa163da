package org.plenary.lodging.hotel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plenary.lodging.Samples.FIRST;
import static org.plenary.lodging.Samples.conference;
import static org.plenary.lodging.Samples.hotel;
import static org.plenary.lodging.Samples.roomType;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.lodging.hotel.HotelInput.NightInput;
import org.plenary.lodging.hotel.HotelInput.RoomTypeInput;

class HotelRulesTests {
    @Test
    void aGoodHotelIsTakenAsItIs() {
        var hotel = HotelRules.check(conference(), hotel(roomType("double", 5)), "grand", null);

        assertThat(hotel.key()).isEqualTo("grand");
        assertThat(hotel.roomTypes()).singleElement().satisfies(type -> {
            assertThat(type.nights()).hasSize(3);
            assertThat(BlockStock.capacities(hotel, List.of())).containsEntry("night:" + type.id() + ":2027-05-14", 5);
        });
        assertThat(hotel.shoulderNights()).isEqualTo(new Hotel.ShoulderNights(1, 0));
    }

    @Test
    void roomTypesKeepTheirIdsByTheirKeys() {
        var before = HotelRules.check(conference(), hotel(roomType("double", 5), roomType("twin", 5)), "grand", null);

        var after = HotelRules.check(conference(), hotel(roomType("twin", 1), roomType("single", 1)), "grand", before);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.roomTypes().getFirst().id())
                .isEqualTo(before.roomTypes().getLast().id());
        assertThat(after.roomTypes().getLast().id())
                .isNotIn(before.roomTypes().stream().map(RoomType::id).toList());
    }

    @Test
    void nightsOutsideTheConferenceAndItsShouldersAreNamed() {
        var input = hotel(roomType("double", 5, FIRST.minusDays(1), FIRST.minusDays(2), FIRST.plusDays(4)));

        assertThat(pointers(input)).containsExactly("/room_types/0/nights/1/date", "/room_types/0/nights/2/date");
    }

    @Test
    void shoulderNightsThatAreNotGivenAreAsManyAsTheNightsNeed() {
        var given = hotel(roomType("double", 5, FIRST.minusDays(2), FIRST, FIRST.plusDays(4)));
        var input = new HotelInput(null, given.name(), null, given.roomTypes(), null, null);

        var hotel = HotelRules.check(conference(), input, "grand", null);

        assertThat(hotel.shoulderNights()).isEqualTo(new Hotel.ShoulderNights(2, 1));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var type = new RoomTypeInput(
                "double",
                LocalizedText.of(""),
                11,
                Money.parse("USD 1.00"),
                List.of(new NightInput(FIRST, -1), new NightInput(FIRST, 10_001)));
        var input = new HotelInput("no key!", null, null, List.of(type, type), null, null);

        assertThat(pointers(input))
                .contains(
                        "/key",
                        "/name",
                        "/room_types/0/name",
                        "/room_types/0/occupancy",
                        "/room_types/0/nightly_rate/currency",
                        "/room_types/0/nights/0/rooms",
                        "/room_types/0/nights/1/date",
                        "/room_types/0/nights/1/rooms",
                        "/room_types/1/key");
    }

    @Test
    void aHotelHasRoomTypesAndThoseHaveNights() {
        assertThat(pointers(hotel())).containsExactly("/room_types");
        assertThat(pointers(hotel(roomType("double", 1, new java.time.LocalDate[0]))))
                .containsExactly("/room_types/0/nights");
    }

    @Test
    void keysAreMadeOfNames() {
        assertThat(Keys.of(LocalizedText.of("Hôtel  de Ville (Süd)"), List.of(), "hotel"))
                .isEqualTo("hotel-de-ville-sud");
        assertThat(Keys.of(LocalizedText.of("大酒店"), List.of("hotel"), "hotel")).isEqualTo("hotel-2");
    }

    private static List<String> pointers(HotelInput input) {
        var problem = catchThrowableOfType(
                Problem.InvalidInput.class, () -> HotelRules.check(conference(), input, "grand", null));
        return problem.violations().stream().map(Violation::pointer).toList();
    }
}

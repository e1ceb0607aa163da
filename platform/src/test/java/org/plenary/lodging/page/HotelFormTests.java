package org.plenary.lodging.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plenary.lodging.Samples.conference;
import static org.plenary.lodging.Samples.hotel;
import static org.plenary.lodging.Samples.roomType;

import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.HotelSamples;
import org.springframework.util.LinkedMultiValueMap;

class HotelFormTests {
    private final LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();

    HotelFormTests() {
        values.set("name.en", "Grand Hotel");
        values.set("shoulder_nights.before", "1");
        values.set("shoulder_nights.after", "0");
        values.set("room_types.0.key", "");
        values.set("room_types.0.name.en", "Double room");
        values.set("room_types.0.occupancy", "2");
        values.set("room_types.0.nightly_rate.amount", "120,5");
    }

    @Test
    void whatIsTypedBecomesAHotel() {
        values.set("room_types.0.nights.2027-05-14", "7");

        var input = new HotelForm(conference(), values).asInput();
        var type =
                HotelSamples.checked(conference(), input, "grand").roomTypes().getFirst();

        assertThat(type.key()).isEqualTo("double-room");
        assertThat(type.nightlyRate()).isEqualTo(Money.parse("EUR 120.50"));
        assertThat(type.nights())
                .singleElement()
                .satisfies(night -> assertThat(night.rooms()).isEqualTo(7));
    }

    @Test
    void theSameNumberFillsEveryNight() {
        values.set("room_types.0.every_night", "9");
        values.set("update", "room_types.fill.0");
        var form = new HotelForm(conference(), values);

        form.update();

        assertThat(form.getNights()).hasSize(5);
        assertThat(form.get("room_types.0.nights.2027-05-13")).isEqualTo("9");
        assertThat(form.get("room_types.0.nights.2027-05-17")).isEqualTo("9");
    }

    @Test
    void roomTypesAreAddedAndRemoved() {
        values.set("update", "room_types.add");
        var two = new HotelForm(conference(), values);
        two.update();
        assertThat(two.getRoomTypes()).containsExactly(0, 1);

        values.set("room_types.1.key", "twin");
        values.set("update", "room_types.remove.0");
        var one = new HotelForm(conference(), values);
        one.update();

        assertThat(one.getRoomTypes()).containsExactly(0);
        assertThat(one.get("room_types.0.key")).isEqualTo("twin");
    }

    @Test
    void whatIsNoNumberIsNamed() {
        values.set("room_types.0.nights.2027-05-14", "many");
        values.set("room_types.0.nightly_rate.amount", "120.505");

        var form = new HotelForm(conference(), values);
        var problem = catchThrowableOfType(Problem.InvalidInput.class, form::asInput);

        assertThat(problem.violations())
                .extracting("pointer")
                .containsExactlyInAnyOrder("/room_types/0/nights/2027-05-14", "/room_types/0/nightly_rate/amount");
    }

    @Test
    void messagesComeToTheNightTheyAreAbout() {
        values.set("room_types.0.nights.2027-05-14", "7");
        values.set("room_types.0.nights.2027-05-16", "10001");

        var placed = new HotelForm(conference(), values)
                .onFields(Map.of("room_types.0.nights.1.rooms", "too many", "name", "needed"));

        assertThat(placed)
                .containsEntry("room_types.0.nights.2027-05-16", "too many")
                .containsEntry("name.en", "needed");
    }

    @Test
    void aHotelComesBackFromItsForm() {
        var hotel = HotelSamples.checked(conference(), hotel(roomType("double", 5)), "grand");

        var input = HotelForm.of(conference(), hotel).asInput();
        var again = HotelSamples.checked(conference(), input, "grand");

        assertThat(again.roomTypes().getFirst().nights())
                .isEqualTo(hotel.roomTypes().getFirst().nights());
        assertThat(again.name().forTag("zh-CN")).isEqualTo("大酒店");
    }
}

package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;

/** Who leaves late and who did not come. */
class StaysOfTheDayIT extends HotelSideFixture {
    @Test
    void aLateCheckOutIsAskedForAnsweredAndTold() {
        var ada = book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var stay = stayOf("Ada Lovelace");
        var buyer = new Browser();
        var form = "/c/conf27/orders/" + ada.text("/code") + "/stays/" + stay + "/late-check-out";
        var secret = ada.text("/secret");
        var page = buyer.open(at(form + "?secret=" + secret));
        assertThat(buyer.submit(page, form, Map.of("secret", secret, "until", "soon", "note", "Flight at 17:00"))
                        .body())
                .contains("This is not a time of day", "Flight at 17:00");
        var asked = buyer.submit(page, form, Map.of("secret", secret, "until", "15:30", "note", "Flight at 17:00"));
        assertThat(asked.body()).contains("Late check-out until 15:30: the hotel has not answered yet.");
        assertThat(new Browser().open(at(form + "?secret=x")).status()).isEqualTo(404);

        var late = staff.open(at(HOTELS + "grand/days?day=2027-05-12&list=late"));
        assertThat(late.body()).contains("Ada Lovelace", "15:30", "Flight at 17:00", "Requested");
        var answer = HOTELS + "grand/stays/" + stay + "/late-check-out";
        staff.submit(staff.open(at(answer)), answer, Map.of("until", "15:00", "note", "", "state", "accepted"));

        assertThat(buyer.open(orderPage(ada)).body()).contains("Late check-out until 15:00: the hotel has agreed.");
        eventually("the buyer is told", () -> told("until 15:00"));
        LocalTime until = inTenant(desk -> stays.all(desk.hotel()).getFirst().lateUntil());
        assertThat(until).isEqualTo(LocalTime.of(15, 0));
        assertThat(audit("late-check-out.accepted")).isEqualTo(1);
    }

    @Test
    void whoDidNotComeIsNotedAfterTheDayOfArrival() {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var stay = stayOf("Ada Lovelace");
        var mark = HOTELS + "grand/stays/" + stay + "/state";
        var day = staff.open(at(HOTELS + "grand/days"));
        assertThat(day.body()).contains("Mon 10 May 2027", "Ada Lovelace").doesNotContain("value=\"no_show\"");
        assertThat(staff.submit(day, mark, Map.of("state", "no_show")).body())
                .contains("This cannot be said of this stay today");

        var yesterday = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1);
        run("UPDATE room_booking SET check_in = '" + yesterday + "', check_out = '" + yesterday.plusDays(3) + "'");
        var arrivals = HOTELS + "grand/days?day=" + yesterday + "&list=";
        var marked = staff.submit(
                staff.open(at(arrivals + "arrivals")),
                mark,
                Map.of("state", "no_show", "day", yesterday.toString(), "list", "no_shows"));

        assertThat(marked.body()).contains("Ada Lovelace is noted as a no-show.");
        assertThat(staff.open(at(arrivals + "no_shows")).body()).contains(stay);
        assertThat(staff.open(at(arrivals + "arrivals")).body()).doesNotContain(stay);
        staff.submit(marked, mark, Map.of("state", "in_house"));
        assertThat(staff.open(at(arrivals + "in_house")).body())
                .as("came a day late")
                .contains(stay);
        assertThat(audit("stay.no-show") + audit("stay.in-house")).isEqualTo(2);
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;

/** Rooms that are added to an order later, by who ordered or by staff. */
class AddingRoomsIT extends BookedStayFixture {
    @Test
    void whoAddsARoomLaterBooksWhatTheirFeeOpens() {
        aFee(owner, "speaker", "119.00", null);
        var speaker = paid("speaker", Map.of("name", "Ada"));
        var other = paid("regular", Map.of("name", "Bob"));

        assertThat(add(other).status()).isEqualTo(422);
        var added = add(speaker);

        assertThat(added.body()).contains("Speakers");
        assertThat(differences()).isEmpty();
    }

    @Test
    void staffAddARoomForSomebodyAfterTheCutOffAndFromEveryPartOfTheBlock() {
        var order = paid(Map.of("name", "Ada"));
        owner.put(PATH + "/hotels/grand", hotel("").replace("\"cut_off_on\": null", "\"cut_off_on\": \"2026-01-01\""))
                .expect(200);
        var path = "/manage/conferences/conf27/orders/" + order.text("/code") + "/additions";
        var staff = staff();
        var form = staff.open(path + "?lang=en");
        var fields = new HashMap<String, String>(Map.of(
                "id", found("name=\"id\" value=\"([^\"]+)\"", form.body()),
                "rooms.0.room_type", "grand/double",
                "rooms.0.sub_block", "speakers",
                "rooms.0.check_in", "2027-05-10",
                "rooms.0.check_out", "2027-05-11",
                "rooms.0.guests.0", "Ada",
                "update", "rooms.show"));
        assertThat(staff.submit(form, path, fields).body()).contains("1 night at €100.00", "Speakers", "€108.00");
        fields.remove("update");

        var added = staff.submit(form, path, fields);

        assertThat(added.body()).contains("Grand Hotel, Double room", "Speakers", "-1");
        assertThat(differences()).isEmpty();
    }

    private Browser.View add(Http.Answer order) {
        var path = "/c/conf27/orders/" + order.text("/code") + "/additions";
        var form = open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        return browser.submit(
                form,
                path,
                Map.of(
                        "secret", order.text("/secret"),
                        "rooms.0.room_type", "grand/double",
                        "rooms.0.sub_block", "speakers",
                        "rooms.0.check_in", "2027-05-10",
                        "rooms.0.check_out", "2027-05-11",
                        "rooms.0.guests.0", "Ada",
                        "rooms.0.pay", "guarantee",
                        "place", "true"));
    }
}

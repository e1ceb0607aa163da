package org.plenary.registration.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.lodging.hotel.DueReleases;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** Nights that are sold out, in a block a part of which is kept for speakers. */
class WaitingForRoomsIT extends WaitingIT {
    @Autowired
    private DueReleases releases;

    private Http.Answer everybodys;
    private Http.Answer kept;

    @BeforeEach
    void oneRoomForEverybodyAndOneForSpeakersBothTaken() {
        aFee(owner, "speaker", "0.00", null);
        owner.post(PATH + "/hotels", hotel("guarantee", null)).expect(201);
        everybodys = anybody.post(PATH + "/orders", wishing("plenty", null, "2027-05-11"))
                .expect(201);
        kept = anybody.post(PATH + "/orders", wishing("speaker", "speakers", "2027-05-11"))
                .expect(201);
    }

    @Test
    void aRoomOfASubBlockGoesToTheFirstWhoMayHaveItAndOneForEverybodyToTheFirst() {
        var delegate = join("delegate@example.org", wishing("plenty", null, "2027-05-11"))
                .expect(201);
        var speaker = join("speaker@example.org", wishing("speaker", null, "2027-05-11"))
                .expect(201);
        assertThat(speaker.json().at("/wishes"))
                .as("what is kept for them, too")
                .hasSize(2);
        assertThat(speaker.json().at("/wishes/1/lines").toString()).contains("Single room (Speakers)");
        assertThat(delegate.json().at("/wishes")).hasSize(1);

        cancel(kept);

        eventuallyIs("offered", speaker);
        assertThat(status(delegate)).isEqualTo("waiting");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT sub_block FROM room_booking WHERE status = 'held'")
                                .query(String.class)
                                .list()))
                .containsExactly("speakers");
        cancel(everybodys);
        eventuallyIs("offered", delegate);
        accept(speaker).expect(200);
        assertThat(status(speaker)).isEqualTo("taken");
        assertNothingDiffers();
    }

    @Test
    void whoMayHaveARoomThatIsThereNeedNotWaitForAnother() {
        cancel(kept);

        var refused = join("speaker@example.org", wishing("speaker", null, "2027-05-11"))
                .expect(409);

        assertThat(refused.text("/errors/0/code")).isEqualTo("kept_available");
        // The second night is not kept for anybody.
        join("speaker@example.org", wishing("speaker", null, "2027-05-12")).expect(201);
    }

    @Test
    void whoIsRegisteredWaitsForANightAsWhatTheyAre() {
        var order = anybody.post(PATH + "/orders", cart("speaker", Map.of("name", "Grace")))
                .expect(201);
        var path = "/c/conf27/orders/" + order.text("/code") + "/additions";
        var host = "http://" + tenant.slug() + ".localhost:" + owner.port();
        var browser = new Browser();
        var form = browser.open(host + path + "?lang=en&secret=" + order.text("/secret"));
        var wish = new LinkedHashMap<>(Map.of(
                "secret", order.text("/secret"),
                "rooms.0.room_type", "grand/single",
                "rooms.0.sub_block", "speakers",
                "rooms.0.check_in", "2027-05-10",
                "rooms.0.check_out", "2027-05-11",
                "rooms.0.guests.0", "Grace"));
        wish.put("place", "true");
        assertThat(browser.submit(form, path, wish).body()).contains("Sold out", "Join the waiting list");
        wish.remove("place");
        wish.put("wait", "true");

        var waiting = browser.submit(form, path, wish);

        assertThat(waiting.body()).contains("Your place on the waiting list", "Single room (Speakers)");
        cancel(kept);
        eventually(
                "it is offered as an addition to what they have",
                () -> Tenancy.callAs(
                                tenant, () -> jdbc.sql("""
                                        SELECT f.code FROM room_booking b JOIN orders o ON o.id = b.order_id
                                        JOIN orders f ON f.id = o.added_to WHERE b.status = 'held'""").query(String.class).list())
                        .equals(List.of(order.text("/code"))));
        assertNothingDiffers();
    }

    @Test
    void whoWaitsForWhatIsKeptHasTheFirstTurnInTheMainBlockOnceThatIsClosed() {
        owner.put(PATH + "/hotels/grand", hotel("full", null)).expect(200);
        var speaker = join("speaker@example.org", wishing("speaker", "speakers", "2027-05-11"))
                .expect(201);
        var delegate = join("delegate@example.org", wishing("plenty", null, "2027-05-11"))
                .expect(201);
        var letGo = holdTheTurn();
        cancel(kept);
        owner.put(PATH + "/hotels/grand", hotel("full", "2020-01-01")).expect(200);
        Tenancy.runAs(tenant, releases::sweep);
        Tenancy.runAs(tenant, releases::sweep);
        anybody.post(PATH + "/orders", wishing("plenty", null, "2027-05-11")).expect(409);

        letGo.run();

        eventuallyIs("offered", speaker);
        assertThat(status(delegate)).isEqualTo("waiting");
        var offer = seen(speaker).expect(200);
        assertThat(offer.text("/offer/total/amount"))
                .as("what the room costs everybody, not what a speaker's cost")
                .isEqualTo("100.00");
        assertThat(offer.json().at("/wishes/0/lines").toString())
                .contains("Single room")
                .doesNotContain("Speakers");
        eventually(
                "the offer says its price",
                () -> inbox().mails("speaker@example.org").stream()
                        .anyMatch(mail -> mail.text().contains("for €100.00")
                                && mail.html().contains("would have cost €0.00")));
        assertThat(new Browser()
                        .open("http://" + tenant.slug() + ".localhost:" + owner.port() + "/c/conf27/waiting-list/"
                                + speaker.text("/id") + "?lang=en&secret=" + speaker.text("/secret"))
                        .body())
                .contains("Accept and pay €100.00", "What was kept for you is no longer sold");
        assertNothingDiffers();
    }

    /** @param closedAfter the last day on which rooms are kept for speakers; null for none */
    private static String hotel(String way, String closedAfter) {
        return """
                {"key": "grand", "name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": null,
                 "room_types": [{"key": "single", "name": "Single room", "occupancy": 1,
                    "nightly_rate": {"amount": "100.00", "currency": "EUR"},
                    "nights": [{"date": "2027-05-10", "rooms": 2}, {"date": "2027-05-11", "rooms": 2}]}],
                 "sub_blocks": [{"key": "speakers", "name": "Speakers", "fees": ["speaker"], "ways": [{"kind": "master"}],
                    "cut_off_on": %s, "allotments": [{"room_type": "single", "date": "2027-05-10", "rooms": 1}]}],
                 "terms": {"at_cut_off": "release", "ways": [{"kind": "%s"}]},
                 "shoulder_nights": {"before": 0, "after": 0}}""".formatted(closedAfter == null ? null : "\"" + closedAfter + "\"", way);
    }

    private static Map<String, Object> wishing(String fee, String part, String checkOut) {
        var cart = new LinkedHashMap<String, Object>(cart(fee, Map.of("name", "Ada Lovelace")));
        var room = new LinkedHashMap<String, Object>(Map.of(
                "hotel", "grand",
                "room_type", "single",
                "check_in", "2027-05-10",
                "check_out", checkOut,
                "guests", List.of("Ada Lovelace")));
        if (part != null) room.put("sub_block", part);
        cart.put("rooms", List.of(room));
        return cart;
    }
}

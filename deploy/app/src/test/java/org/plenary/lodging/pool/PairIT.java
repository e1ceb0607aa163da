package org.plenary.lodging.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** Two of the pool who agreed while neither had a room. */
class PairIT extends PoolFixture {
    @Autowired
    private Pairing pairing;

    @Autowired
    private KeptSeekers kept;

    private Delegate grace;
    private Delegate joan;
    private Browser.View agreed;

    @BeforeEach
    void twoWithoutARoomAgree() {
        grace = withoutRoom("Grace");
        joan = withoutRoom("Joan");
        grace.join(Map.of());
        joan.join(Map.of("check_out", List.of("2027-05-13"), "keeps", List.of("true")));
        var pool = grace.pool();
        grace.post(pool, "/requests", Map.of("seeker", seeker(pool)));
        agreed = joan.post("/requests/" + request(joan.pool(), "acceptance") + "/acceptance");
    }

    @Test
    void bothSeeTheNextStepOnThePageOfTheirOrderAndTheFirstToBookHasBookedForBoth() throws Exception {
        assertThat(agreed.address().getPath()).isEqualTo(joan.path());
        assertThat(agreed.body()).contains("You have both agreed.", "Grace Hopper, " + address("Grace"));
        for (var page : List.of(agreed, grace.page(), grace.pool(), joan.pool()))
            assertThat(page.body())
                    .contains("Book a room for both: 10–12 May 2027, Double (Grand)", "Step back")
                    .doesNotContain("Look again", "There is no looking for a room-mate here");
        eventually("the mail says so, too", () -> grace.isTold("Whoever comes first books one for both"));
        var form = additions(grace, grace.page(), Map.of("update", "rooms"));
        assertThat(form.body())
                .contains("value=\"Grace Hopper\"", "value=\"Joan Hopper\"", "value=\"2027-05-10\" selected")
                .doesNotContain("is-invalid");

        List<Browser.View> booked;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Browser.View>> booking = List.of(
                    () -> additions(grace, form, Map.of("place", "true")),
                    () -> additions(joan, agreed, Map.of("place", "true")));
            booked = executor.invokeAll(booking).stream().map(Future::resultNow).toList();
        }

        assertThat(booked.stream().map(Browser.View::status)).containsExactlyInAnyOrder(200, 422);
        var isGraces = booked.getFirst().status() == 200;
        var guest = isGraces ? joan : grace;
        var order = booked.get(isGraces ? 0 : 1);
        assertThat(booked.get(isGraces ? 1 : 0).body()).contains("has booked a room for both of you already");
        assertThat(count("room_booking WHERE status = 'confirmed'")).isEqualTo(1);
        eventually("the other one has a bed", () -> count("room_mate WHERE status = 'joined'") == 1);
        eventually("and is told", () -> guest.isTold("Your name is on the room now"));
        assertThat(guest.page().body()).contains("You share this room").doesNotContain("Book a room for both");
        assertThat(additions(guest, guest.page(), Map.of("place", "true")).status())
                .as("once more, later")
                .isEqualTo(422);
        var hosts = (isGraces ? grace : joan).browser.open(order.address().toString());
        assertThat(hosts.body()).contains(guest.name + " Hopper");
        assertThat(count("room_booking b WHERE jsonb_array_length(b.guests) = 2"))
                .as("each is named once")
                .isEqualTo(1);
        assertThat(Tenancy.callAs(tenant, () -> pairing.forget(LocalDate.parse("2027-05-10"))))
                .isZero();
        assertThat(Tenancy.callAs(tenant, () -> pairing.forget(LocalDate.parse("2027-05-11"))))
                .isEqualTo(1);
    }

    @Test
    void eitherStepsBackOrStaysAwayAndTheOtherIsTold() {
        var left = joan.post(joan.page(), "/pair/departure", Map.of());

        assertThat(left.body())
                .contains("You do not share a room.", "Look again")
                .doesNotContain("Book a room for both");
        eventually("Grace is told", () -> grace.isTold("Joan Hopper does not share a room with you"));
        assertThat(grace.page().body()).contains("Look for a room-mate").doesNotContain("Joan");

        joan.post("/return");
        grace.join(Map.of());
        var pool = grace.pool();
        grace.post(pool, "/requests", Map.of("seeker", seeker(pool)));
        joan.post("/requests/" + request(joan.pool(), "acceptance") + "/acceptance");
        var own = List.of(id(grace));
        assertThat(Tenancy.callAs(tenant, () -> kept.of(own)).toString()).contains("kind=agreed", "Grace Hopper");
        owner.post(PATH + "/orders/" + grace.order.text("/code") + "/cancellation", Map.of())
                .expect(200);
        eventually("Joan is told", () -> joan.isTold("Grace Hopper does not share a room with you"));
        assertThat(count("room_pair")).isZero();
    }

    private static Browser.View additions(Delegate by, Browser.View page, Map<String, String> button) {
        var other = by.name.equals("Grace") ? "Joan" : "Grace";
        var fields = new java.util.HashMap<>(Map.of(
                "secret",
                by.order.text("/secret"),
                "rooms.0.room_type",
                "grand/double",
                "rooms.0.check_in",
                "2027-05-10",
                "rooms.0.check_out",
                "2027-05-12",
                "rooms.0.guests.0",
                by.name + " Hopper",
                "rooms.0.guests.1",
                other + " Hopper"));
        fields.putAll(button);
        return by.browser.submit(page, by.path() + "/additions", fields);
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms behind the waiting room: what a turn is for, and what becomes of what was typed when it ends. */
class WaitingFormsIT extends WaitingRoomFixture {
    @Test
    void aRefusedFormLeavesTheTurn() {
        aRoom(Map.of("at_once", 1));
        var first = new Visitor(anonymous(tenant));
        var page = first.get(REGISTER);

        assertThat(first.form(REGISTER, withCsrf(page, Map.of("place", "true"))).status())
                .isEqualTo(422);
        assertThat(first.form(REGISTER, withCsrf(page, filled())).status()).isEqualTo(302);
    }

    @Test
    void whoseTurnEndedWhileTheyTypedFindTheirFormFilledWhenTheyComeInAgain() {
        aRoom(oneAtATime());
        var first = new Visitor(anonymous(tenant));
        var inside = first.get(REGISTER);
        var late = new Visitor(anonymous(tenant));
        var waits = late.get(WAITING);

        assertThat(late.form(REGISTER, withCsrf(waits, filled())).status()).isEqualTo(303);

        assertThat(first.form(REGISTER, withCsrf(inside, filled())).status()).isEqualTo(302);
        var again = late.get(REGISTER);
        assertThat(again.body())
                .contains("The form has again what you had typed.")
                .contains("value=\"ada@example.org\"");
        assertThat(late.form(REGISTER, withCsrf(again, filled())).status()).isEqualTo(302);
        var next = late.get(REGISTER);
        assertThat(next.body()).doesNotContain("ada@example.org");
    }

    @Test
    void anUpdateOfThePageThatComesAfterItsOrderTakesNoNumberAndLeadsNobodyAway() {
        aRoom(Map.of("at_once", 1));
        var first = new Visitor(anonymous(tenant).with("HX-Request", "true"));
        var page = first.get(REGISTER);
        assertThat(first.form(REGISTER + "/quote", withCsrf(page, filled())).status())
                .isEqualTo(200);
        assertThat(first.form(REGISTER, withCsrf(page, filled())).status()).isEqualTo(302);

        var late = first.form(REGISTER + "/quote", withCsrf(page, filled()));

        assertThat(late.status()).isEqualTo(204);
        assertThat(late.headers().firstValue("HX-Redirect")).isEmpty();
        assertThat(owner.get(ROOM).json().at("/figures/arrivals").asInt()).isEqualTo(1);
    }

    @Test
    void aCoordinatorFindsTheGroupAgainThatWasTyped() {
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
        aRoom(oneAtATime());
        var first = new Visitor(anonymous(tenant));
        var inside = first.get(REGISTER);
        var late = new Visitor(anonymous(tenant));
        var group = Map.of("organization", "Looms and Sons", "places.0.quantity", "3", "place", "true");

        assertThat(late.form(REGISTER + "/group", withCsrf(late.get(WAITING), group))
                        .status())
                .isEqualTo(303);
        assertThat(late.get(REGISTER).status()).isEqualTo(303);
        assertThat(first.form(REGISTER, withCsrf(inside, filled())).status()).isEqualTo(302);

        assertThat(late.get(WAITING).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(REGISTER + "/group"));
        assertThat(late.get(REGISTER + "/group").body())
                .contains("The form has again what you had typed.", "value=\"Looms and Sons\"", "value=\"3\"");
        assertThat(late.get(REGISTER).body()).doesNotContain("Looms and Sons");
    }

    @Test
    void whoAddsATourWaitsAsTheOthersDoAndComesBackToIt() {
        RegistrationFixture.aTour(owner, "walk", "0.00", 3);
        var mine = order(anonymous(tenant));
        var page = "/c/conf27/orders/" + mine.text("/code") + "/additions";
        var query = "?secret=" + mine.text("/secret");
        aRoom(oneAtATime());
        var first = new Visitor(anonymous(tenant));
        var inside = first.get(REGISTER);
        var guest = new Visitor(anonymous(tenant));

        assertThat(guest.get(page + query).status()).isEqualTo(303);
        assertThat(guest.get("/c/conf27/orders/" + mine.text("/code") + query).status())
                .isEqualTo(200);
        var tour = Map.of(
                "secret", mine.text("/secret"), "tours.0.tour", "walk", "tours.0.quantity", "2", "place", "true");
        assertThat(guest.form(page, withCsrf(guest.get(WAITING), tour)).status())
                .isEqualTo(303);
        assertThat(first.form(REGISTER, withCsrf(inside, filled())).status()).isEqualTo(302);

        assertThat(guest.get(WAITING).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page + query));
        var again = guest.get(page + query);
        assertThat(again.body()).contains("The form has again what you had typed.", "value=\"2\"");
        var placed = guest.form(page, withCsrf(again, tour));
        assertThat(placed.status()).isEqualTo(302);
        assertThat(guest.get(page + query).body()).doesNotContain("what you had typed");
    }

    /** With a form for codes on the waiting page. */
    private static Map<String, Object> oneAtATime() {
        return Map.of("at_once", 1, "groups", List.of(Map.of("name", "Speakers", "code", "speakers-27")));
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Permission;

/** The waiting room as browsers and programs meet it. */
class WaitingRoomIT extends WaitingRoomFixture {
    @Test
    void withoutAWaitingRoomNothingStandsBeforeRegistration() {
        assertThat(anonymous(tenant).get(REGISTER).status()).isEqualTo(200);
        assertThat(anonymous(tenant).get(WAITING).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(REGISTER));
        assertThat(order(anonymous(tenant)).status()).isEqualTo(201);
        owner.get(ROOM).expect(404);
    }

    @Test
    void peopleWaitOnThePageAndComeInInTurn() {
        aRoom(Map.of("at_once", 1));
        var first = new Visitor(anonymous(tenant));
        var second = new Visitor(anonymous(tenant));

        assertThat(first.get(REGISTER).body()).contains("contact.name");
        assertThat(second.get(REGISTER).status()).isEqualTo(303);
        var waits = second.get(WAITING);
        assertThat(number(waits)).isEqualTo("2");
        assertThat(waits.body()).contains("You are next").contains("http-equiv=\"refresh\"");
        assertThat(second.update().text("/state")).isEqualTo("waiting");
        assertThat(second.update().text("/ahead")).isEqualTo("You are next");
        assertThat(second.get(WAITING + "?lang=zh-CN").body()).contains("您正在排队");

        var page = first.get(REGISTER);
        var placed = first.form(REGISTER, withCsrf(page, filled()));
        assertThat(placed.status()).isEqualTo(302);
        assertThat(placed.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/c/conf27/orders/"));

        assertThat(second.update().text("/state")).isEqualTo("admitted");
        assertThat(second.get(WAITING).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(REGISTER));
        assertThat(second.get(REGISTER).status()).isEqualTo(200);
        assertThat(first.get(REGISTER).status()).isEqualTo(303);
        assertThat(first.get(WAITING).body()).contains("waiting-number\">3<");
    }

    @Test
    void theApiIsNoWayAroundTheLine() {
        aRoom(Map.of("at_once", 1));
        var program = new Visitor(anonymous(tenant));
        assertThat(new Visitor(anonymous(tenant)).get(REGISTER).status()).isEqualTo(200);

        var refused = program.order();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/code")).isEqualTo("waiting_room");
        assertThat(refused.json().at("/place/position").asInt()).isEqualTo(1);
        assertThat(refused.json().at("/place/number").asInt()).isEqualTo(2);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(owner.post(ROOM + "/admissions", Map.of("count", 1))
                        .expect(200)
                        .json()
                        .at("/admitted")
                        .asInt())
                .isEqualTo(1);
        assertThat(program.order().status()).isEqualTo(201);
        assertThat(program.order().status()).isEqualTo(429);
    }

    @Test
    void aRefusalIsNotRepeatedToAProgramThatSendsTheSameKeyAgain() {
        aRoom(Map.of("at_once", 1));
        new Visitor(anonymous(tenant)).get(REGISTER);
        var program = new Visitor(anonymous(tenant).with("Idempotency-Key", "key-" + tenant.slug()));
        assertThat(program.order().status()).isEqualTo(429);
        owner.post(ROOM + "/admissions", Map.of("count", 1)).expect(200);

        var placed = program.order();
        var repeated = program.order();

        assertThat(placed.status()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text("/code")).isEqualTo(placed.text("/code"));
    }

    @Test
    void aForgedCookieIsANewcomer() {
        aRoom(Map.of("at_once", 1));
        new Visitor(anonymous(tenant)).get(REGISTER);
        var second = new Visitor(anonymous(tenant));
        second.get(WAITING);
        var cookie = second.cookies.get("plenary-rush-conf27");

        var forged = new Visitor(anonymous(tenant));
        forged.cookies.put("plenary-rush-conf27", cookie.substring(0, cookie.length() - 4) + "AAAA");
        assertThat(number(forged.get(WAITING))).isEqualTo("3");
        forged.cookies.remove("plenary-rush-conf27");
        assertThat(number(forged.get(WAITING))).isEqualTo("4");
        assertThat(number(second.get(WAITING))).isEqualTo("2");

        var otherTenant = aTenant();
        var theirOwner = owner(otherTenant);
        aConference(theirOwner);
        aFee(theirOwner, "free", "0.00", null);
        publish(theirOwner);
        theirOwner.put(ROOM, settings(Map.of("at_once", 1))).expect(200);
        var stranger = new Visitor(anonymous(otherTenant));
        stranger.cookies.put("plenary-rush-conf27", cookie);
        assertThat(stranger.update().text("/state")).isEqualTo("gone");
        assertThat(stranger.get(REGISTER).status()).isEqualTo(200);
    }

    @Test
    void theCookieIsOutOfReachOfScripts() {
        aRoom(Map.of("at_once", 1));

        var set = anonymous(tenant).get(WAITING).headers().allValues("Set-Cookie");

        assertThat(set)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("plenary-rush-conf27=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
    }

    @Test
    void reloadingOrMoreTabsDoesNotMoveAnybody() {
        aRoom(Map.of("at_once", 1));
        new Visitor(anonymous(tenant)).get(REGISTER);
        var ahead = new Visitor(anonymous(tenant));
        var eager = new Visitor(anonymous(tenant));
        ahead.get(WAITING);

        for (var i = 0; i < 10; i++) assertThat(number(eager.get(WAITING))).isEqualTo("3");

        assertThat(eager.update().text("/ahead")).isEqualTo("One person is ahead of you");
        assertThat(ahead.update().text("/ahead")).isEqualTo("You are next");
    }

    @Test
    void beforeTheOpeningEverybodyGetsANumberAndNobodyAPlace() {
        aRoom(Map.of("at_once", 10, "opens_at", Instant.now().plusSeconds(7200).toString()));
        var early = new Visitor(anonymous(tenant));

        assertThat(early.get(REGISTER).status()).isEqualTo(303);
        var page = early.get(WAITING);
        var refused = early.order();

        assertThat(number(page)).isEqualTo("1");
        assertThat(page.body()).contains("Registration opens on");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/place/state")).isEqualTo("early");
        assertThat(refused.json().at("/place").has("position")).isFalse();
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(7000L, 7202L);
        owner.post(ROOM + "/admissions", Map.of("count", 1)).expect(409);
    }

    @Test
    void aCodeOrALinkPutsItsPeopleFirst() {
        aRoom(Map.of("at_once", 1, "groups", List.of(Map.of("name", "Step-free", "code", "RAMP-2027"))));
        new Visitor(anonymous(tenant)).get(REGISTER);
        var other = new Visitor(anonymous(tenant));
        var wheelchair = new Visitor(anonymous(tenant));
        other.get(WAITING);

        var page = wheelchair.get(WAITING);
        var wrong = wheelchair.form(WAITING + "/code", withCsrf(page, Map.of("code", "guess")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This code is not valid.");
        assertThat(wheelchair.get(WAITING + "?code=RAMP-2027").status()).isEqualTo(302);

        assertThat(wheelchair.get(WAITING).body())
                .contains("Goes first: Step-free")
                .contains("waiting-number\">3<");
        assertThat(wheelchair.update().text("/ahead")).isEqualTo("You are next");
        assertThat(other.update().text("/ahead")).isEqualTo("One person is ahead of you");
    }

    @Test
    void staffAndCheckInNeverWait() {
        var before = order(anonymous(tenant)).text("/code");
        var secret = order(anonymous(tenant));
        aRoom(Map.of("at_once", 1, "paused", true));
        var anybody = new Visitor(anonymous(tenant));
        assertThat(anybody.get(REGISTER).status()).isEqualTo(303);

        assertThat(order(as(tenant, Permission.REGISTRATION_WRITE)).status()).isEqualTo(201);
        assertThat(owner.get(ORDERS).status()).isEqualTo(200);
        assertThat(owner.get(ORDERS + "/" + before).status()).isEqualTo(200);
        var ticket = owner.get(ORDERS + "/" + before).text("/delegates/0/ticket");
        var door = Map.of("ticket", ticket, "gate", "main", "at", Instant.now().toString(), "device", "d1");
        assertThat(owner.post(PATH + "/check-ins", door).status()).isEqualTo(200);
        var page = "/c/conf27/orders/" + secret.text("/code") + "?secret=" + secret.text("/secret");
        assertThat(anybody.get(page).status()).isEqualTo(200);
        assertThat(anybody.get("/c/conf27").status()).isEqualTo(200);
        assertThat(anybody.get(PATH + "/availability").status()).isEqualTo(200);
    }

    @Test
    void whatTheOrganizerDoesHoldsAtOnceAndIsOnRecord() {
        aRoom(Map.of("at_once", 5, "paused", true));
        var waits = new Visitor(anonymous(tenant));
        assertThat(waits.get(REGISTER).status()).isEqualTo(303);

        var shown = owner.get(ROOM).expect(200);
        assertThat(shown.json().at("/figures/waiting").asInt()).isEqualTo(1);
        aRoom(Map.of("at_once", 5));
        assertThat(waits.update().text("/state")).isEqualTo("admitted");
        aRoom(Map.of("at_once", 5, "on", false));
        assertThat(waits.update().text("/state")).isEqualTo("gone");
        assertThat(new Visitor(anonymous(tenant)).get(REGISTER).status()).isEqualTo(200);

        aRoom(Map.of("at_once", 5, "paused", true));
        assertThat(number(waits.get(WAITING))).isEqualTo("1");
    }

    @Test
    void wrongSettingsAreNamed() {
        var wrong = owner.put(
                        ROOM,
                        Map.of(
                                "on",
                                true,
                                "minutes",
                                0,
                                "without_redis",
                                "maybe",
                                "groups",
                                List.of(Map.of("name", "A", "code", "short"))))
                .expect(422);

        assertThat(wrong.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.at("/pointer").asString()))
                .containsExactlyInAnyOrder("/opens_at", "/per_minute", "/minutes", "/without_redis", "/groups/0/code");
        aRoom(Map.of("at_once", 1));
        var moved = new LinkedHashMap<>(settings(Map.of("at_once", 1)));
        moved.put("opens_at", Instant.now().plusSeconds(600).toString());
        assertThat(owner.put(ROOM, moved).expect(422).text("/errors/0/pointer")).isEqualTo("/opens_at");
    }
}

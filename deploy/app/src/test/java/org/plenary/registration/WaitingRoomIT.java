package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Kind;
import org.plenary.identity.Permission;
import org.plenary.tenancy.Tenant;

/** The waiting room as browsers and programs meet it. */
class WaitingRoomIT extends PlenaryIT {
    private static final String ROOM = PATH + "/waiting-room";
    private static final String ORDERS = PATH + "/orders";
    private static final String REGISTER = "/c/conf27/register";
    private static final String WAITING = "/c/conf27/waiting";
    private static final Pattern NUMBER = Pattern.compile("waiting-number\">([^<]+)<");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceOnItsOpeningDay() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
    }

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
        aRoom(Map.of("at_once", 1, "groups", List.of(Map.of("name", "Speakers", "code", "speakers-27"))));
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
        aRoom(Map.of("at_once", 1, "groups", java.util.List.of(Map.of("name", "Step-free", "code", "RAMP-2027"))));
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
    void withRedisDownItOpensAsSet() throws Exception {
        aRoom(Map.of("at_once", 1, "paused", true));
        var waits = new Visitor(anonymous(tenant));
        waits.get(WAITING);

        withRedisStopped(() -> {
            assertThat(waits.get(REGISTER).status()).isEqualTo(200);
            assertThat(waits.order().status()).isEqualTo(201);
            assertThat(waits.update().text("/state")).isEqualTo("closed");
        });

        eventually("the line is back", () -> waits.get(REGISTER).status() == 303);
        assertThat(number(waits.get(WAITING))).isEqualTo("1");
    }

    @Test
    void withRedisDownItStaysClosedAsSet() throws Exception {
        aRoom(Map.of("at_once", 1, "paused", true, "without_redis", "closed"));
        var waits = new Visitor(anonymous(tenant));
        waits.get(WAITING);

        withRedisStopped(() -> {
            assertThat(waits.get(REGISTER).status()).isEqualTo(303);
            var page = waits.get(WAITING);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("your place is kept");
            var refused = waits.order();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("/code")).isEqualTo("waiting_room_unavailable");
        });

        eventually("the line is back", () -> waits.get(WAITING).status() == 200);
        assertThat(number(waits.get(WAITING))).isEqualTo("1");
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
                                java.util.List.of(Map.of("name", "A", "code", "short"))))
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

    private void aRoom(Map<String, Object> changes) {
        owner.put(ROOM, settings(changes)).expect(200);
    }

    private static Map<String, Object> settings(Map<String, Object> changes) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("on", true);
        settings.put("opens_at", "2026-01-01T08:00:00Z");
        settings.putAll(changes);
        return settings;
    }

    /** It hangs: worse than being gone, for then every question waits for its timeout. */
    private static void withRedisStopped(Runnable work) throws IOException, InterruptedException {
        var process = String.valueOf(services().service(Kind.REDIS).pid());
        signal("STOP", process);
        try {
            work.run();
        } finally {
            signal("CONT", process);
        }
    }

    private static void signal(String name, String process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }

    private static Http.Answer order(Http http) {
        return http.post(ORDERS, cart("free", Map.of("name", "Ada Lovelace")));
    }

    private static String number(Http.Answer page) {
        var found = NUMBER.matcher(page.body());
        if (!found.find()) throw new AssertionError(page.status() + " shows no number: " + page.body());
        return found.group(1);
    }

    private static Map<String, String> filled() {
        return Map.of(
                "place", "true",
                "contact.name", "Ada Lovelace",
                "contact.email", "ada@example.org",
                "contact.country", "GB",
                "delegates.0.at", "0",
                "delegates.0.fee", "free",
                "delegates.0.answers.name", "Ada Lovelace");
    }

    private static Map<String, String> withCsrf(Http.Answer page, Map<String, String> fields) {
        var token = CSRF.matcher(page.body());
        assertThat(token.find()).isTrue();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return all;
    }

    /** Somebody who keeps their cookies. */
    private static final class Visitor {
        private final Http http;
        private final Map<String, String> cookies = new LinkedHashMap<>();

        Visitor(Http http) {
            this.http = http;
        }

        Http.Answer get(String path) {
            return kept(http().get(path));
        }

        Http.Answer form(String path, Map<String, String> fields) {
            return kept(http().form(path, fields));
        }

        Http.Answer order() {
            return kept(WaitingRoomIT.order(http()));
        }

        Http.Answer update() {
            return get(WAITING + "/place").expect(200);
        }

        private Http http() {
            if (cookies.isEmpty()) return http;
            return http.with(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .toList()));
        }

        private Http.Answer kept(Http.Answer answer) {
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        }
    }
}

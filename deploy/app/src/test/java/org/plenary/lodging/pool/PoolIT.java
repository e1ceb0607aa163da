package org.plenary.lodging.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** The pool of those who look for a room-mate, as browsers without scripts see it. */
class PoolIT extends PoolFixture {
    @Autowired
    private PoolRows rows;

    @Autowired
    private KeptSeekers kept;

    @Test
    void twoAgreeToShareAndKnowEachOtherOnlyThen() {
        var ada = withRoom("Ada");
        var grace = withoutRoom("Grace");
        assertThat(ada.page().body()).contains("Look for a room-mate", "1 free bed", "Your hotel rooms");
        var refused = ada.join(Map.of("languages", List.of(), "consent", List.of()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"e-languages\"", "id=\"e-consent\"", "value=\"Ada Hopper\"");
        ada.join(Map.of("about", List.of("Reads until ten")));
        grace.join(Map.of("quiet", List.of("true")));

        var proposed = ada.pool();
        assertThat(proposed.body())
                .contains("Has no room yet", "2 nights together", "likes it quiet")
                .doesNotContain("Grace", address("Grace"));
        ada.post(proposed, "/requests", Map.of("seeker", seeker(proposed)));
        ada.post(proposed, "/requests", Map.of("seeker", seeker(proposed)));
        eventually("Grace is asked", () -> grace.isTold("would like to share a room with you"));
        assertThat(inbox().mails(address("Grace")).getLast().text()).doesNotContain("Ada");
        assertThat(grace.page().body()).contains("Somebody asks to share with you.");
        var asked = grace.pool();
        assertThat(asked.body())
                .contains("Has a free bed: Grand, Double", "Reads until ten")
                .doesNotContain("Ada");
        var agreed = grace.post("/requests/" + request(asked, "acceptance") + "/acceptance");

        assertThat(agreed.body()).contains("You have both agreed.");
        assertThat(guests(ada)).isEqualTo("[\"Ada Lovelace\", \"Grace Hopper\"]");
        assertThat(count("room_seeker") + count("room_seeker_request"))
                .as("what was said is deleted")
                .isZero();
        eventually("Ada is told", () -> ada.isTold("Grace Hopper") && ada.isTold(address("Grace")));
        eventually("Grace is told", () -> grace.isTold("Ada Byron") && grace.isTold(address("Ada")));

        var shared = grace.page();
        assertThat(shared.body()).contains("You share this room").doesNotContain("Look for a room-mate");
        var room = grace.post(shared, "/rooms/" + found("/sharing/rooms/([0-9a-f-]{36})", shared), Map.of());
        assertThat(room.body()).contains("Grace Hopper, you share this room.");
        var secret = room.address().getQuery().replaceFirst(".*secret=([^&]+).*", "$1");
        grace.browser.submit(room, room.address().getPath() + "/departure", Map.of("secret", secret));
        assertThat(guests(ada)).isEqualTo("[\"Ada Lovelace\"]");
        eventually("Ada hears what she can do", () -> ada.isTold("You can keep the room for yourself"));
        assertThat(grace.page().body()).contains("Look for a room-mate");
    }

    @Test
    void onlyThoseAreProposedWhoWantEachOtherAndTheBestFirst() {
        var ada = withRoom("Ada");
        ada.join(Map.of("wants", List.of("woman"), "languages", List.of("en", "fr")));
        withRoom("Hilda").join(about("also has a room"));
        withoutRoom("Max").join(about("a man", "gender", "man"));
        withoutRoom("Nan").join(about("says no gender", "gender", "unsaid"));
        withoutRoom("Olga").join(about("wants men", "wants", "man"));
        withoutRoom("Pia").join(about("smokes", "smoking", "smokes"));
        withoutRoom("Quin").join(about("speaks Chinese", "languages", "zh"));
        withoutRoom("Rosa").join(about("comes for long", "check_out", "2027-05-20"));
        withoutRoom("Sara").join(about("third", "check_out", "2027-05-13"));
        withoutRoom("Tina").join(about("second", "rhythm", "any"));
        withoutRoom("Uma").join(about("first"));
        withoutRoom("Vera").join(about("fourth", "check_out", "2027-05-14", "rhythm", "late"));

        var body = ada.pool().body();

        assertThat(body)
                .doesNotContain(
                        "also has a room",
                        "a man",
                        "says no gender",
                        "wants men",
                        "smokes</dd>",
                        "speaks Chinese",
                        "comes for long");
        assertThat(body.indexOf("first<")).isPositive().isLessThan(body.indexOf("second<"));
        assertThat(body.indexOf("second<")).isLessThan(body.indexOf("third<"));
        assertThat(body.indexOf("third<")).isLessThan(body.indexOf("fourth<"));
    }

    @Test
    void theLastBedIsGivenToOneOfThePool() throws Exception {
        var ada = withRoom("Ada");
        ada.join(Map.of());
        var askers = List.of(withoutRoom("Grace"), withoutRoom("Joan"), withoutRoom("Kay"));
        for (var each : askers) {
            each.join(Map.of());
            var pool = each.pool();
            each.post(pool, "/requests", Map.of("seeker", bed(pool)));
        }
        var page = ada.pool();
        var requests = new ArrayList<String>();
        var matcher = java.util.regex.Pattern.compile("/sharing/requests/([0-9a-f-]{36})/acceptance")
                .matcher(page.body());
        while (matcher.find()) requests.add(matcher.group(1));
        assertThat(requests).hasSize(3);

        List<Integer> answers;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> accepting = requests.stream()
                    .<Callable<Integer>>map(id -> () -> ada.post(page, "/requests/" + id + "/acceptance", Map.of())
                            .status())
                    .toList();
            answers = executor.invokeAll(accepting).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 404 || status == 409).hasSize(2);
        assertThat(guests(ada)).matches("\\[\"Ada Lovelace\", \"(Grace|Joan|Kay) Hopper\"]");
        assertThat(count("room_mate WHERE status = 'joined'")).isEqualTo(1);
        assertThat(count("room_seeker")).isEqualTo(2);
    }

    @Test
    void whoKeptTheirAnswersLooksAgainWithOneClickWhenTheOtherOneLeaves() {
        var ada = withRoom("Ada");
        var grace = withoutRoom("Grace");
        ada.join(Map.of("keeps", List.of("true")));
        grace.join(Map.of());
        var pool = grace.pool();
        grace.post(pool, "/requests", Map.of("seeker", seeker(pool)));
        var withdrawn = grace.pool();
        grace.post("/requests/" + request(withdrawn, "withdrawal") + "/withdrawal");
        assertThat(ada.pool().body()).doesNotContain("Yes, we share");
        grace.post(grace.pool(), "/requests", Map.of("seeker", seeker(grace.pool())));
        ada.post("/requests/" + request(ada.pool(), "acceptance") + "/acceptance");
        assertThat(count("room_seeker WHERE resting")).isEqualTo(1);
        assertThat(ada.page().body()).contains("You have found a room-mate.").doesNotContain("Look again");

        var room =
                grace.post(grace.page(), "/rooms/" + found("/sharing/rooms/([0-9a-f-]{36})", grace.page()), Map.of());
        var secret = room.address().getQuery().replaceFirst(".*secret=([^&]+).*", "$1");
        grace.browser.submit(room, room.address().getPath() + "/departure", Map.of("secret", secret));
        assertThat(ada.post(ada.page(), "/return", Map.of()).body()).contains("You are in the pool.");

        var joan = withoutRoom("Joan");
        joan.join(Map.of());
        var found = joan.pool();
        joan.post(found, "/requests", Map.of("seeker", bed(found)));
        ada.post("/requests/" + request(ada.pool(), "refusal") + "/refusal");
        eventually("Joan is told, and not by whom", () -> joan.isTold("The person that you asked"));
        assertThat(joan.pool().body()).contains("Nobody fits yet.");
        assertThat(joan.post(
                                joan.pool(),
                                "/requests",
                                Map.of("seeker", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatWasSaidGoesWithThePersonTheDayTheOrderAndTheHotel() {
        var ada = withRoom("Ada");
        var grace = withoutRoom("Grace");
        var joan = withoutRoom("Joan");
        var hilda = withRoom("Hilda");
        for (var each : List.of(ada, grace, joan, hilda)) each.join(about("about " + each.name));
        var graces = List.of(id(grace));
        Tenancy.runAs(tenant, () -> {
            assertThat(kept.of(graces).toString()).contains("about Grace", "gender=woman");
            kept.erase(graces);
            assertThat(kept.of(graces)).isEmpty();
        });
        joan.post("/departure");
        assertThat(count("room_seeker")).isEqualTo(2);

        owner.post(PATH + "/orders/" + hilda.order.text("/code") + "/cancellation", Map.of())
                .expect(200);
        forget("2027-05-01");
        assertThat(count("room_seeker")).as("Ada still looks").isEqualTo(1);
        forget("2027-05-11");
        assertThat(count("room_seeker")).isZero();

        ada.join(Map.of());
        var staff = new Browser();
        var desk = staff(staff, "/manage/conferences/conf27/hotels/sharing?lang=en");
        assertThat(desk.body())
                .contains("Ada Hopper", "Grand, Double: a free bed", ada.order.text("/code"))
                .doesNotContain("Early riser");
        var closed = staff.submit(desk, "/manage/conferences/conf27/hotels/sharing", Map.of());
        assertThat(closed.body()).doesNotContain("Ada Hopper");
        assertThat(count("room_seeker")).isZero();
        assertThat(count("audit_entry WHERE action = 'room-pool.changed'")).isEqualTo(2);
        assertThat(ada.page().body()).doesNotContain("Look for a room-mate");
        assertThat(ada.pool().body()).contains("There is no looking for a room-mate here");
    }

    private void forget(String today) {
        Tenancy.runAs(tenant, () -> rows.forget(LocalDate.parse(today)));
    }

    /** Of the one with a bed, who is proposed among others without. */
    private static String bed(Browser.View pool) {
        return found("(?s)Has a free bed.*?name=\"seeker\" value=\"([0-9a-f-]{36})\"", pool);
    }

    private static Map<String, List<String>> about(String text, String... more) {
        var all = new java.util.HashMap<String, List<String>>();
        all.put("about", List.of(text));
        for (var i = 0; i < more.length; i += 2) all.put(more[i], List.of(more[i + 1]));
        return all;
    }
}

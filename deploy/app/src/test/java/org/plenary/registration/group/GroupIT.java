package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups through the API: ordered without names, named later. */
class GroupIT extends PlenaryIT {
    private static final String GROUPS = PATH + "/groups";
    private static final String FORM = """
            {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
              {"key": "name", "type": "text", "label": "Name", "required": true},
              {"key": "email", "type": "email", "label": "E-mail", "required": true},
              {"key": "workshop", "type": "choice", "label": "Workshop", "options": [
                {"key": "small", "label": "Small", "capacity": 1}, {"key": "large", "label": "Large"},
                {"key": "paid", "label": "Paid", "price": {"amount": "80.00", "currency": "EUR"}}]}]},
              {"key": "terms", "title": "Terms", "fields": [{"key": "photos", "type": "consent", "label": "Photos",
                "required": true, "consent": {"version": "1", "text": "We take pictures."}}]}]}""";

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Http coordinator;

    @BeforeEach
    void aConferenceThatTakesGroups() {
        tenant = aTenant();
        owner = owner(tenant);
        coordinator = anonymous(tenant);
        aConference(owner);
        owner.put(PATH + "/registration-form", FORM).expect(200);
        aFee(owner, "regular", "0.00", 10);
        aFee(owner, "student", "20.00", null);
        publish(owner);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
    }

    @AfterEach
    void theCountersAreWhatTheRowsSay() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void aTicketIsMadeOnceTheOrderIsPaidAndThePersonHasAName() {
        var group = group(Map.of("student", 3)).expect(201);
        var before = name(group, place(group, 0), "Ada", "large").expect(200);
        assertThat(before.text("/ticket")).isEmpty();

        assertThat(CardPage.open(group.text("/payment/url")).pay("4242424242424242"))
                .isEqualTo(303);
        eventually("the order is confirmed", () -> show(group).text("/status").equals("confirmed"));

        assertThat(show(group).text("/places/0/ticket")).hasSize(12);
        assertThat(show(group).text("/places/1/ticket")).isEmpty();
        assertThat(name(group, place(group, 1), "Grace", null).expect(200).text("/ticket"))
                .hasSize(12);
        assertThat(show(group).json().at("/missing").asInt()).isEqualTo(1);
        eventually(
                "both tickets arrive",
                () -> !inbox().mails(address("Ada")).isEmpty()
                        && !inbox().mails(address("Grace")).isEmpty());
        assertThat(inbox().mails(address("Grace")).getFirst().attachments()).hasSize(2);
        var order = coordinator
                .get(PATH + "/orders/" + group.text("/code") + "?secret=" + group.text("/secret"))
                .expect(200);
        assertThat(order.json().at("/documents").findValuesAsString("kind")).containsExactly("INVOICE");
        assertThat(order.text("/total/amount")).isEqualTo("60.00");
        assertThat(invoiced()).containsExactly("Fee student × 3: 60.00 for Looms & Sons, Mona Müller");
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var wrong = coordinator.post(
                GROUPS,
                Map.of(
                        "contact", Map.of("name", "", "email", "nobody", "country", "DE"),
                        "places", List.of(Map.of("fee", "regular", "quantity", 9))));

        assertThat(wrong.expect(422).json().findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/contact/name", "/contact/email", "/organization", "/places/0/quantity");
        assertThat(group(Map.of("nothing", 2)).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/places/0/fee");
        assertThat(group(Map.of("regular", 5, "student", 5)).expect(422).text("/errors/0/code"))
                .isEqualTo("group_too_large");
        assertThat(group(Map.of()).expect(422).text("/errors/0/code")).isEqualTo("group_empty");
    }

    @Test
    void groupsAreTakenWhereTheOrganizerSaysSo() {
        owner.put(PATH + "/group-settings", Map.of("allowed", false, "most", 8)).expect(200);

        group(Map.of("regular", 2)).expect(409);
        assertThat(coordinator.get("/c/conf27/register/group").status()).isEqualTo(404);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 501))
                .expect(422);
    }

    @Test
    void whatIsPickedIsTakenAndGivenBackAndWhatCostsIsNotOffered() {
        var group = group(Map.of("regular", 3)).expect(201);

        name(group, place(group, 0), "Ada", "small").expect(200);
        var late = name(group, place(group, 1), "Grace", "small").expect(409);
        assertThat(late.text("/errors/0/pointer")).isEqualTo("/delegates/0/answers/workshop");
        assertThat(name(group, place(group, 1), "Grace", "paid").expect(422).text("/errors/0/code"))
                .isEqualTo("not_offered");
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();

        remove(group, place(group, 0)).expect(204);

        name(group, place(group, 1), "Grace", "small").expect(200);
    }

    @Test
    void whoIsTakenOutComesInWithThatTicketNoMore() {
        var group = group(Map.of("regular", 2)).expect(201);
        var ticket = name(group, place(group, 0), "Ada", null).expect(200).text("/ticket");

        remove(group, place(group, 0)).expect(204);

        var refused = owner.post(PATH + "/check-ins", Map.of("ticket", ticket)).expect(409);
        assertThat(refused.text("/type")).endsWith("name_missing");
        var next = name(group, place(group, 0), "Grace", null).expect(200).text("/ticket");
        assertThat(next).isNotEqualTo(ticket);
        assertThat(owner.post(PATH + "/check-ins", Map.of("ticket", ticket))
                        .expect(409)
                        .text("/type"))
                .endsWith("ticket_not_valid");
        owner.post(PATH + "/check-ins", Map.of("ticket", next)).expect(200);
        assertThat(remove(group, place(group, 0)).expect(409).text("/type")).endsWith("place_checked_in");
    }

    @Test
    void ofTwoWhoNameAPlaceOneWinsAndTheOtherIsTold() throws Exception {
        var group = group(Map.of("regular", 1)).expect(201);
        var place = place(group, 0);
        var calls = new ArrayList<Callable<Integer>>();
        for (var person : List.of("Ada", "Grace", "Joan"))
            calls.add(() -> name(group, place, person, "small").status());

        assertThat(together(calls)).containsExactlyInAnyOrder(200, 409, 409);

        var winner = show(group).text("/places/0/name");
        name(group, place, winner, "small").expect(200);
        assertThat(show(group).text("/places/0/name")).isEqualTo(winner);
    }

    @Test
    void aSinglePlaceWithoutANameIsCancelledAndFree() {
        var group = group(Map.of("regular", 8)).expect(201);
        assertThat(group(Map.of("regular", 3)).expect(409).text("/errors/0/code"))
                .isEqualTo("sold_out");
        var order = owner.get(PATH + "/orders/" + group.text("/code")).expect(200);

        owner.post(
                        PATH + "/orders/" + group.text("/code") + "/cancellation",
                        Map.of("lines", List.of(order.text("/lines/0/id"))))
                .expect(200);

        assertThat(show(group).text("/places/0/status")).isEqualTo("cancelled");
        assertThat(name(group, place(group, 0), "Ada", null).expect(409).text("/type"))
                .endsWith("place_over");
        group(Map.of("regular", 3)).expect(201);
    }

    @Test
    void afterTheLastDayOnlyStaffNamePeople() {
        var group = group(Map.of("regular", 2)).expect(201);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8, "names_until", "2020-01-01"))
                .expect(200);

        assertThat(name(group, place(group, 0), "Ada", null).expect(409).text("/type"))
                .endsWith("names_closed");
        owner.put(person(group, place(group, 0), ""), answers("Ada", null)).expect(200);
    }

    @Test
    void aGroupIsOpenToWhoHoldsItsLinkAlone() {
        var group = group(Map.of("regular", 2)).expect(201);
        var other = group(Map.of("regular", 2)).expect(201);
        var code = group.text("/code");

        coordinator.get(GROUPS + "/" + code).expect(404);
        coordinator
                .get(GROUPS + "/" + code + "?secret=" + other.text("/secret"))
                .expect(404);
        coordinator
                .put(person(other, place(group, 0), "?secret=" + other.text("/secret")), answers("Ada", null))
                .expect(404);
        assertThat(coordinator
                        .get("/c/conf27/places/" + place(group, 0) + "?secret=" + group.text("/secret"))
                        .status())
                .isEqualTo(404);
        var link = link(group, place(group, 0));
        assertThat(coordinator.get(link).status()).isEqualTo(200);
        assertThat(coordinator
                        .get(link.replace(place(group, 0), place(group, 1)))
                        .status())
                .isEqualTo(404);
        name(group, place(group, 0), "Ada", null).expect(200);
        remove(group, place(group, 0)).expect(204);
        assertThat(coordinator.get(link).status()).isEqualTo(404);
    }

    @Test
    void placesWithoutANameAreToldFromPeople() {
        var group = group(Map.of("regular", 2)).expect(201);
        name(group, place(group, 0), "Ada", null).expect(200);

        var orders = owner.get(PATH + "/orders?groups=missing").expect(200);
        assertThat(orders.text("/items/0/organization")).isEqualTo("Looms & Sons");
        assertThat(orders.json().at("/items/0/missing_names").asInt()).isEqualTo(1);
        var csv = owner.with("Accept", "text/csv")
                .get(PATH + "/delegates")
                .expect(200)
                .body();
        assertThat(csv).contains("Ada");
        name(group, place(group, 1), "Grace", null).expect(200);
        assertThat(owner.get(PATH + "/orders?groups=missing").expect(200).json().at("/items"))
                .isEmpty();
        eventually(
                "people are found once they have a name",
                () -> owner.get(PATH + "/search/delegates?q=Grace")
                                .json()
                                .at("/total")
                                .asInt()
                        == 1);
    }

    @Test
    void twoGroupsThatRaceForTheLastPlacesOfAQuotaDoNotShareThem() throws Exception {
        owner.post(PATH + "/quotas", """
                {"key": "hall", "name": "Hall", "size": 9, "members": {"fees": ["regular", "student"]}}""").expect(201);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 4; i++)
            calls.add(() -> group(Map.of("regular", 3, "student", 2)).status());

        assertThat(together(calls)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void noSequenceOfActsMakesTheCountersDisagree() {
        var random = new Random(19);
        owner.post(PATH + "/quotas", """
                {"key": "hall", "name": "Hall", "size": 12, "members": {"fees": ["regular"], "options": ["workshop:small"]}}""").expect(201);
        var groups = new ArrayList<Http.Answer>();
        for (var step = 0; step < 40; step++) {
            if (groups.isEmpty() || random.nextInt(5) == 0) {
                var made = group(Map.of("regular", 1 + random.nextInt(3)));
                if (made.status() == 201) groups.add(made);
                continue;
            }
            var group = groups.get(random.nextInt(groups.size()));
            var places = show(group).json().at("/places").size();
            var place = place(group, random.nextInt(places));
            switch (random.nextInt(4)) {
                case 0, 1 -> name(group, place, "P" + step, random.nextBoolean() ? "small" : "large");
                case 2 -> remove(group, place);
                default -> {
                    var order = owner.get(PATH + "/orders/" + group.text("/code"));
                    var lines = order.json().at("/lines");
                    owner.post(
                            PATH + "/orders/" + group.text("/code") + "/cancellation",
                            Map.of(
                                    "lines",
                                    List.of(lines.get(random.nextInt(lines.size()))
                                            .at("/id")
                                            .asString())));
                }
            }
            assertThat(Tenancy.callAs(tenant, stockCheck::differences))
                    .as("after step " + step)
                    .isEmpty();
        }
    }

    private List<String> invoiced() {
        return Tenancy.callAs(tenant, () -> jdbc.sql("""
                select (line ->> 'description') || ' × ' || (line ->> 'quantity') || ': ' || (line #>> '{total,amount}')
                    || ' for ' || (snapshot #>> '{billed_to,name}')
                from invoice, jsonb_array_elements(snapshot -> 'lines') as line
                where not (line ->> 'description') like 'Workshop%'""").query(String.class).list());
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(calls)) statuses.add(future.get());
        }
        return statuses;
    }

    private Http.Answer group(Map<String, Integer> places) {
        var wishes = places.entrySet().stream()
                .map(each -> Map.of("fee", each.getKey(), "quantity", each.getValue()))
                .toList();
        return coordinator.post(
                GROUPS,
                Map.of(
                        "contact",
                        Map.of("name", "Mona Müller", "email", address("Mona"), "country", "DE"),
                        "organization",
                        "Looms & Sons",
                        "places",
                        wishes,
                        "locale",
                        "en"));
    }

    private Http.Answer show(Http.Answer group) {
        return coordinator
                .get(GROUPS + "/" + group.text("/code") + "?secret=" + group.text("/secret"))
                .expect(200);
    }

    private String place(Http.Answer group, int index) {
        return show(group).text("/places/" + index + "/id");
    }

    private Http.Answer name(Http.Answer group, String place, String name, String workshop) {
        return coordinator.put(person(group, place, "?secret=" + group.text("/secret")), answers(name, workshop));
    }

    private Http.Answer remove(Http.Answer group, String place) {
        return coordinator.delete(person(group, place, "?secret=" + group.text("/secret")));
    }

    private static String person(Http.Answer group, String place, String query) {
        return GROUPS + "/" + group.text("/code") + "/places/" + place + "/person" + query;
    }

    private String link(Http.Answer group, String place) {
        var made = coordinator
                .post(
                        GROUPS + "/" + group.text("/code") + "/places/" + place + "/links?secret="
                                + group.text("/secret"),
                        "{}")
                .expect(200);
        return made.text("/url").replaceFirst("^https?://[^/]+", "");
    }

    private Map<String, Object> answers(String name, String workshop) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("name", name);
        answers.put("email", address(name));
        if (workshop != null) answers.put("workshop", workshop);
        return Map.of("answers", answers);
    }

    private String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "-" + tenant.slug() + "@example.org";
    }
}

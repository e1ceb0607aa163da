package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups through the API: ordered without names, named later. */
class GroupIT extends GroupFixture {
    @Autowired
    private JdbcClient jdbc;

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
    void aGroupThatPaysByInvoiceIsCertainBeforeAnybodyHasANameOrPays() {
        owner.put(PATH + "/payment-ways", """
                        {"card": true, "invoice": true, "invoice_days": 20, "invoice_approval": false}""").expect(200);
        var cart = new LinkedHashMap<String, Object>(Map.of(
                "contact",
                Map.of("name", "Mona Müller", "email", address("Mona"), "country", "DE"),
                "organization",
                "Looms & Sons",
                "places",
                List.of(Map.of("fee", "student", "quantity", 3)),
                "pay_by",
                "invoice"));
        assertThat(coordinator.post(GROUPS, cart).expect(422).json().findValuesAsString("pointer"))
                .contains("/contact/address/street")
                .doesNotContain("/contact/organization");
        cart.put(
                "contact",
                Map.of(
                        "name",
                        "Mona Müller",
                        "email",
                        address("Mona"),
                        "country",
                        "DE",
                        "address",
                        Map.of("street", "Weaver Street 1", "postal_code", "10115", "city", "Berlin")));

        var group = coordinator.post(GROUPS, cart).expect(201);

        assertThat(show(group).text("/status")).isEqualTo("confirmed");
        assertThat(name(group, place(group, 0), "Ada", null).expect(200).text("/ticket"))
                .hasSize(12);
        assertThat(invoiced()).containsExactly("Fee student × 3: 60.00 for Looms & Sons, Mona Müller");
        var order = owner.get(PATH + "/orders/" + group.text("/code")).expect(200);
        assertThat(order.text("/balance/open/amount")).isEqualTo("60.00");
        assertThat(order.text("/documents/0/due_on")).isEqualTo(order.text("/balance/parts/0/due_on"));
        var owed = owner.get("/api/v1/billing/open-items").expect(200);
        assertThat(owed.text("/items/0/organization")).isEqualTo("Looms & Sons");
        assertThat(owed.text("/items/0/amount/amount")).isEqualTo("60.00");
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

    private List<String> invoiced() {
        return Tenancy.callAs(tenant, () -> jdbc.sql("""
                select (line ->> 'description') || ' × ' || (line ->> 'quantity') || ': ' || (line #>> '{total,amount}')
                    || ' for ' || (snapshot #>> '{billed_to,name}')
                from invoice, jsonb_array_elements(snapshot -> 'lines') as line
                where not (line ->> 'description') like 'Workshop%'""").query(String.class).list());
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
}

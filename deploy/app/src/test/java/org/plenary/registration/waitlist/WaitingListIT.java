package org.plenary.registration.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.registration.order.OrderStatus;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class WaitingListIT extends WaitingIT {
    @Autowired
    private Accounts accounts;

    @Autowired
    private Leaving leaving;

    @Test
    void thePlaceIsShownOverallAndForTheWish() {
        join("dear@example.org", wish("dear", 1)).expect(201);
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);

        assertThat(entry.json().at("/position/overall").asInt()).isEqualTo(2);
        assertThat(entry.json().at("/position/for_wishes").asInt()).isEqualTo(1);
        assertThat(seen(entry).expect(200).text("/status")).isEqualTo("waiting");
        anybody.get(LIST + "/" + entry.text("/id") + "?secret=wrong").expect(404);
        eventually(
                "a mail says so",
                () -> inbox().mails("waits@example.org").stream()
                        .anyMatch(mail -> mail.subject().equals("You are on the waiting list of Conf 27")));
    }

    @Test
    void theSamePersonWaitsForTheSameThingOnceAndIsToldSo() {
        join("once@example.org", wish("scarce", 1)).expect(201);

        var again = join("ONCE@example.org", wish("scarce", 1)).expect(200);

        assertThat(again.text("/status")).isEqualTo("already_waiting");
        assertThat(again.json().has("secret")).isFalse();
        assertThat(owner.get(LIST).expect(200).json().at("/items")).hasSize(1);
        eventually(
                "the link is mailed again",
                () -> inbox().mails("once@example.org").stream()
                        .anyMatch(mail -> mail.subject().equals("Your place on the waiting list of Conf 27")));
        assertNothingDiffers();
    }

    @Test
    void whatIsThereNeedsNoWaitingAndWhatIsWrongIsNamed() {
        var there = join("a@example.org", wish("plenty", 1)).expect(409);
        assertThat(there.text("/errors/0/code")).isEqualTo("available_now");

        var wrong = join("a@example.org", wish("scarce", 1), wish("nothing", 1)).expect(422);
        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/carts/1/delegates/0/fee");
        assertThat(join("a@example.org").expect(422).text("/errors/0/pointer")).isEqualTo("/carts");
        assertThat(join("no address", wish("scarce", 1)).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/carts/0/contact/email");
        assertThat(owner.get(LIST).json().at("/items")).isEmpty();
    }

    @Test
    void aFreeOfferIsConfirmedByAClick() {
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);
        accept(entry).expect(409);
        cancel(firstOrder);
        eventuallyIs("offered", entry);
        assertThat(owner.get(PATH + "/orders?status=pending").json().at("/items"))
                .hasSize(1);

        accept(entry).expect(200);

        assertThat(status(entry)).isEqualTo("taken");
        assertThat(owner.get(PATH + "/orders/" + seen(entry).text("/offer/order"))
                        .text("/status"))
                .isEqualTo(OrderStatus.CONFIRMED.wire());
        accept(entry).expect(409);
        assertNothingDiffers();
    }

    @Test
    void thePriceIsThatOfTheDayOfJoiningIfTheOrganizerSaysSo() {
        owner.put(LIST + "/settings", Map.of("open", true, "price_rule", "joined", "offer_hours", 48))
                .expect(200);
        var entry = join("early@example.org", wish("dear", 1)).expect(201);
        Tenancy.runAs(
                tenant,
                // as an earlier version wrote it, which noted the day and not the amounts
                () -> jdbc.sql("""
                        UPDATE waiting_entry SET priced_on = '2020-01-01',
                            wishes = (SELECT jsonb_agg(w - 'prices') FROM jsonb_array_elements(wishes) AS w)
                        WHERE id = :id""")
                        .param("id", UUID.fromString(entry.text("/id")))
                        .update());
        var late = join("late@example.org", wish("dear", 1)).expect(201);

        owner.put(
                        PATH + "/fees/dear",
                        Map.of(
                                "key",
                                "dear",
                                "name",
                                "Dear",
                                "capacity",
                                2,
                                "prices",
                                List.of(
                                        Map.of("amount", eur("50.00"), "until", "2020-12-31"),
                                        Map.of("amount", eur("100.00")))))
                .expect(200);

        eventuallyIs("offered", entry);
        eventuallyIs("offered", late);
        assertThat(seen(entry).text("/offer/total/amount")).isEqualTo("50.00");
        assertThat(seen(late).text("/offer/total/amount")).isEqualTo("100.00");
        assertThat(accept(entry).expect(200).text("/url")).startsWith("http");
        assertNothingDiffers();
    }

    @Test
    void whoLeftCanTakeTheOldPlaceBack() {
        var first = join("first@example.org", wish("scarce", 1)).expect(201);
        var second = join("second@example.org", wish("scarce", 1)).expect(201);
        var id = UUID.fromString(first.text("/id"));
        anybody.delete(LIST + "/" + id + "?secret=" + first.text("/secret")).expect(204);
        assertThat(seen(second).json().at("/position/overall").asInt()).isEqualTo(1);

        Tenancy.runAs(tenant, () -> leaving.comeBack(conferences.bySlug("conf27"), id));

        assertThat(seen(first).json().at("/position/overall").asInt()).isEqualTo(1);
        assertThat(seen(second).json().at("/position/overall").asInt()).isEqualTo(2);
        assertNothingDiffers();
    }

    @Test
    void staffMoveUpInviteAndNameTheirReason() {
        join("first@example.org", wish("scarce", 1)).expect(201);
        var second = join("second@example.org", wish("scarce", 1)).expect(201);
        var path = LIST + "/" + second.text("/id");
        assertThat(owner.post(path + "/front", Map.of()).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/reason");
        anybody.post(path + "/front", Map.of("reason", "me first")).expect(401);

        owner.post(path + "/front", Map.of("reason", "Keynote speaker")).expect(200);
        assertThat(seen(second).json().at("/position/overall").asInt()).isEqualTo(1);
        owner.post(path + "/invitation", Map.of("reason", "VIP")).expect(409);
        var letGo = holdTheTurn();
        cancel(firstOrder);
        owner.post(path + "/invitation", Map.of("reason", "VIP")).expect(200);
        letGo.run();

        assertThat(status(second)).isEqualTo("offered");
        assertThat(seen(second).json().at("/offer/by_hand").asBoolean()).isTrue();
        var audited = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT action FROM audit_entry")
                        .query(String.class)
                        .list());
        assertThat(audited).contains("waiting-list.moved-up", "waiting-list.invited");
        assertNothingDiffers();
    }

    @Test
    void aWishThatTheFormHasOutgrownIsToldToStaffAsSuch() {
        var entry = join("first@example.org", wish("scarce", 1)).expect(201);
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "unit", "type": "text", "label": "Unit", "required": true}]}]}""").expect(200);
        var letGo = holdTheTurn();
        cancel(firstOrder);
        var host = "http://" + tenant.slug() + ".localhost:" + owner.port();
        var browser = new Browser();
        var account =
                accounts.createOwner("Mona", "mona@" + tenant.slug() + ".example", quickHash("looms-weave-algebra"));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(
                browser.open(host + "/manage?lang=en"),
                "/login",
                Map.of("email", "mona@" + tenant.slug() + ".example", "password", "looms-weave-algebra"));
        var path = "/manage/conferences/conf27/waiting-list/" + entry.text("/id");

        var answer = browser.submit(browser.open(host + path), path + "/invitation", Map.of("reason", "A friend"));
        letGo.run();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("the form or the fees have changed since", "A friend");
    }

    @Test
    void closingTheListEndsTheWaitingWithAMail() {
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);

        owner.put(LIST + "/settings", Map.of("open", false)).expect(200);
        Tenancy.runAs(tenant, keeping::keep);

        assertThat(status(entry)).isEqualTo("ended");
        join("late@example.org", wish("scarce", 1)).expect(409);
        eventually(
                "they are told",
                () -> inbox().mails("waits@example.org").stream()
                        .anyMatch(mail -> mail.subject().equals("The waiting list of Conf 27 has ended")));
        cancel(firstOrder);
        assertThat(left("scarce")).isEqualTo(1);
        assertNothingDiffers();
    }

    @Test
    void theListEndsAfterItsLastDay() {
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);
        owner.put(LIST + "/settings", Map.of("open", true, "ends_on", "2020-01-01"))
                .expect(200);

        Tenancy.runAs(tenant, keeping::keep);

        assertThat(status(entry)).isEqualTo("ended");
        assertThat(owner.put(LIST + "/settings", Map.of("open", true, "ends_on", "2027-06-01"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/ends_on");
    }

    @Test
    void theListEndsWithTheCutOffOfTheConferenceUnlessTheTwoAreDecoupled() {
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);
        owner.put(LIST + "/settings", Map.of("open", true, "ends_on", "2027-05-01"))
                .expect(200);
        cutOff(true);

        Tenancy.runAs(tenant, keeping::keep);
        assertThat(status(entry)).isEqualTo("waiting");
        cutOff(false);
        Tenancy.runAs(tenant, keeping::keep);

        assertThat(status(entry)).isEqualTo("ended");
    }

    @Test
    void theAmountsOfTheDayOfJoiningStayWhateverTheFeeCostsSince() {
        owner.put(LIST + "/settings", Map.of("open", true, "price_rule", "joined"))
                .expect(200);
        var entry = join("early@example.org", wish("dear", 2)).expect(201);

        owner.put(
                        PATH + "/fees/dear",
                        Map.of(
                                "key",
                                "dear",
                                "name",
                                "Dear",
                                "capacity",
                                2,
                                "prices",
                                List.of(Map.of("amount", eur("130.00")))))
                .expect(200);

        eventuallyIs("offered", entry);
        assertThat(seen(entry).text("/offer/total/amount")).isEqualTo("200.00");
        var order =
                owner.get(PATH + "/orders/" + seen(entry).text("/offer/order")).expect(200);
        assertThat(order.text("/lines/0/unit_price/amount")).isEqualTo("100.00");
    }

    private void cutOff(boolean decoupled) {
        owner.patch(PATH, Map.of("cut_off", Map.of("on", "2020-01-01", "decoupled", decoupled)))
                .expect(200);
    }

    private static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}

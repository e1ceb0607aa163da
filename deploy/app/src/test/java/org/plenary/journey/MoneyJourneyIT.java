package org.plenary.journey;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.billing.CardSandboxControl;
import org.plenary.dev.CardPage;
import org.plenary.journey.Browsing.Screen;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money in a browser: declined, tried again, paid, given back, disputed. */
class MoneyJourneyIT extends RobotsJourney {
    private static final String CARD = "4242424242424242";
    private static final String DECLINED = "4000000000009995";
    private static final String DISPUTED = "4000000000000259";
    private static final String REFUND_FAILS = "4000000000005126";

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aConference() {
        robots("2027-05-10", "2027-05-14", """
                {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true}]}]}""");
        aFee("regular", "Regular", "普通", "400.00");
        publish();
    }

    @Test
    void aDeclinedDelegateTriesAnotherCardAndAnotherPaysByDebit() {
        var order = order();
        var phone = browsing.phone("en");
        phone.open(page(order) + "&lang=en").shoot("80-unpaid-390-en");
        phone.goBy("form[action$='/payment'] button");
        card(phone, DECLINED);
        phone.sees("insufficient funds").shoot("81-declined-390-en");
        card(phone, CARD);
        phone.arrivesAt(site + "/c/robots/orders/**").sees("You are registered.");

        var other = order();
        var desktop = browsing.desktop("en");
        desktop.open(other.text("/payment/url")).shoot("82-card-page-1280-en");
        desktop.goBy("a[href$='method=sepa_debit']").shoot("83-debit-1280-en");
        desktop.fill("iban", "AT321904300235473204", "name", "Ada Lovelace", "country", "DE")
                .goBy("form button[type=submit]");
        desktop.arrivesAt(site + "/c/robots/orders/**").sees("Your payment is with your bank");
        for (var language : List.of("en", "zh-CN")) {
            browsing.phone(language).open(page(other) + "&lang=" + language).shoot("84-at-the-bank-390-" + language);
        }
        control("debits");
        eventually("the debit came", () -> status(other).equals("confirmed"));
        browsing.assertQuiet();
    }

    @Test
    void theOrganizerGivesBackAsksAgainAndAnswersADispute() {
        var failing = paid(REFUND_FAILS);
        var disputed = paid(DISPUTED);
        eventually("disputed", () -> count("dispute") == 1);
        api.post(
                        API + "/orders/" + failing.text("/code") + "/cancellation",
                        Map.of("lines", "all", "refund", Map.of("amount", "400.00", "currency", "EUR")))
                .expect(200);
        eventually("gone", () -> count("refund where status = 'SUCCEEDED'") == 1);
        control("refunds");
        eventually("and back", () -> count("refund where status = 'FAILED'") == 1);

        for (var language : List.of("en", "zh-CN")) {
            var screen = language.equals("en") ? browsing.desktop(language) : browsing.phone(language);
            organizer.signIn(screen);
            var name = "-" + screen.width() + "-" + language;
            var lang = "?lang=" + language;
            for (var part : List.of("", "/books", "/reconciliation", "/open-items", "/bank", "/refunds", "/disputes"))
                screen.open(site + "/manage/billing" + part + lang).shoot("85-billing" + part.replace("/", "-") + name);
            screen.open(site + "/manage/billing/refunds" + lang)
                    .goBy("main table a")
                    .shoot("86-refund" + name);
            screen.open(site + "/manage/billing/disputes" + lang)
                    .goBy("main table a")
                    .shoot("87-dispute" + name);
            screen.open(manage + "/payment-ways" + lang).shoot("88-ways" + name);
        }

        var screen = browsing.desktop("en");
        organizer.signIn(screen);
        screen.open(site + "/manage/billing/refunds?lang=en").goBy("main table a");
        screen.check("way", "bank").fill("note", "");
        screen.page().locator("[name=note]").evaluate("e => e.required = false");
        screen.goBy("form[action$='/settlement'] button").shoot("86-refund-refused-1280-en");
        screen.check("way", "bank").fill("note", "Sent on 3 May").goBy("form[action$='/settlement'] button");
        screen.sees("The refund is settled.");

        screen.open(site + "/manage/billing/disputes").goBy("main table a");
        screen.sees("The cardholder says that the payment was not theirs.");
        screen.fill("words", "She came, see the check-in. winning_evidence").goBy("form[action$='/evidence'] button");
        screen.sees("The evidence was sent.").shoot("87-dispute-answered-1280-en");
        eventually("won", () -> count("dispute where status = 'won'") == 1);
        screen.open(manage + "/orders/" + disputed.text("/code")).shoot("89-order-1280-en");
        browsing.assertQuiet();
    }

    private Http.Answer order() {
        return anonymous(tenant)
                .post(
                        API + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", "ada@example.org", "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                                "locale", "en"))
                .expect(201);
    }

    private Http.Answer paid(String number) {
        var order = order();
        CardPage.open(order.text("/payment/url")).pay(number);
        eventually("paid", () -> status(order).equals("confirmed"));
        return order;
    }

    private String page(Http.Answer order) {
        return site + "/c/robots/orders/" + order.text("/code") + "?secret=" + order.text("/secret");
    }

    private String status(Http.Answer order) {
        return api.get(API + "/orders/" + order.text("/code")).expect(200).text("/status");
    }

    private static void card(Screen screen, String number) {
        screen.page().locator("[name=card_number]").waitFor();
        screen.fill("card_number", number, "exp", "12/34", "cvc", "123", "name", "G. Hopper", "country", "DE")
                .goBy("form button[type=submit]");
    }

    private long count(String what) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from " + what).query(Long.class).single());
    }

    private void control(String what) {
        var account = jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
        CardSandboxControl.change(services().stripe().get("api-base"), what, "{\"account\": \"" + account + "\"}");
    }
}

package org.plenary.journey;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;

/** The life of a registration in a browser: approved, paid, changed, passed on, withdrawn, by phone and at a desk. */
class OrderLifeJourneyIT extends RobotsJourney {
    private static final String CARD = "4242424242424242";

    @BeforeEach
    void aConference() {
        robots("2027-05-10", "2027-05-14", """
                {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true},
                  {"key": "dinner", "type": "choice", "label": {"en": "Dinner", "zh-CN": "晚宴"}, "required": false, "options": [
                    {"key": "yes", "label": {"en": "Yes", "zh-CN": "参加"}, "price": {"amount": "80.00", "currency": "EUR"}, "capacity": 50},
                    {"key": "no", "label": {"en": "No", "zh-CN": "不参加"}}]},
                  {"key": "diet", "type": "text", "label": {"en": "Diet", "zh-CN": "饮食"}, "required": false,
                   "visible_if": {"field": "dinner", "in": ["yes"]}}]}]}""");
        aFee("regular", "Regular", "普通", "400.00");
        aFee("student", "Student", "学生", "150.00");
        aFee("premium", "Premium", "贵宾", "600.00");
        api.post(API + "/tours", """
                {"key": "castle", "name": {"en": "Castle by boat", "zh-CN": "乘船游城堡"}, "starts_at": "2027-05-13T09:00:00+02:00",
                 "price": {"amount": "45.00", "currency": "EUR"}, "capacity": 30, "tax_rate": 7}""").expect(201);
        publish();
        api.put(API + "/registration-policy", """
                {"self_withdrawal": true, "fee_change": true, "needs_approval": ["student"], "edit_until": "2027-05-01",
                 "refunds": [{"until": "2027-03-31", "percent": 90}, {"until": "2027-04-30", "percent": 50}]}""").expect(200);
    }

    @Test
    void aDelegateChangesPassesOnAndWithdraws() {
        var order = order("regular");
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("paid", () -> status(order).equals("confirmed"));
        var secret = "secret=" + order.text("/secret");
        var page = site + "/c/robots/orders/" + order.text("/code");
        var person = page + "/delegates/" + order.text("/delegates/0/id");
        for (var language : List.of("en", "zh-CN")) {
            var lang = "?lang=" + language + "&" + secret;
            var screen = language.equals("en") ? browsing.phone(language) : browsing.desktop(language);
            var name = "-" + screen.width() + "-" + language;
            screen.open(page + lang).shoot("30-order" + name);
            screen.open(person + "/transfer" + lang).shoot("31-pass-on" + name);
            screen.open(page + "/withdrawal" + lang).shoot("32-withdraw" + name);
            screen.open(page + "/withdrawal" + lang + "&lines=all").shoot("33-withdraw-preview" + name);
            screen.open(site + "/c/robots/my-registration?lang=" + language).shoot("34-link" + name);
            screen.open(page + "/additions" + lang).shoot("34-addition" + name);
            screen.open(person + "/answers" + lang).check("delegates.0.answers.dinner", "yes");
            screen.page().locator("[name='delegates.0.answers.diet']").waitFor();
            screen.fill("delegates.0.answers.diet", "none").submit();
            screen.page()
                    .locator("[name=agreed]")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            screen.shoot("35-change" + name);
        }
        var phone = browsing.phone("en");
        phone.open(person + "/answers?lang=en&" + secret)
                .check("delegates.0.answers.dinner", "yes")
                .submit();
        phone.goBy(".section-card button.btn-primary");
        phone.page().locator("[name=card_number]").waitFor();
        phone.open(page + "?" + secret).sees("Your change costs").shoot("36-waiting-390");
        phone.goBy("form[action$='/change/payment'] button");
        phone.page().locator("[name=card_number]").waitFor();
        phone.fill("card_number", CARD, "exp", "12/34", "cvc", "123", "name", "G. Hopper");
        phone.fill("country", "DE").goBy("form button[type=submit]");
        phone.arrivesAt(site + "/c/robots/orders/**");
        phone.sees("You are registered.").sees("Dinner: Yes").shoot("37-changed-390");
        phone.open(person + "/transfer?" + secret)
                .fill("email", "ada@example.org", "delegates.0.answers.name", "Ada Lovelace")
                .submit()
                .sees("The place is Ada Lovelace’s now")
                .shoot("38-passed-on-390");
        phone.open(page + "/withdrawal?lines=all&" + secret).goBy("[data-dialog-panel] button[type=submit]");
        phone.sees("The order was cancelled.").shoot("39-withdrawn-390");
        browsing.assertQuiet();
    }

    @Test
    void staffSetThePolicyAndApprove() {
        var order = order("student");
        var page = site + "/c/robots/orders/" + order.text("/code") + "?secret=" + order.text("/secret");
        browsing.phone("en").open(page + "&lang=en").shoot("40-awaiting-390-en");
        browsing.desktop("zh-CN").open(page + "&lang=zh-CN").shoot("40-awaiting-1280-zh-CN");
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        var phone = browsing.phone("en-US");
        organizer.signIn(phone);
        var orders = manage + "/orders/" + order.text("/code");
        for (var language : List.of("en", "zh-CN")) {
            owner.open(manage + "/registration-policy?lang=" + language).shoot("41-policy-1280-" + language);
            owner.open(manage + "/invitations?lang=" + language).shoot("44-invitations-1280-" + language);
            owner.open(orders + "/approval?lang=" + language).shoot("42-approval-1280-" + language);
        }
        phone.open(manage + "/registration-policy?lang=zh-CN").shoot("41-policy-390-zh-CN");
        phone.open(orders + "/approval?lang=en").shoot("42-approval-390-en");
        owner.open(orders + "/approval?lang=en").check("decision", "approve").submit();
        owner.sees("The order was approved.").shoot("43-approved");
        var person = orders + "/delegates/" + order.text("/delegates/0/id");
        var history = manage + "/history?email=grace@example.org";
        owner.open(history + "&lang=en").sees("Waits for approval").shoot("45-history-1280-en");
        phone.open(history + "&lang=zh-CN").shoot("45-history-390-zh-CN");
        owner.open(person + "/answers?lang=zh-CN").shoot("46-change-manage-1280-zh-CN");
        phone.open(person + "/answers?lang=en").shoot("46-change-manage-390-en");
        browsing.assertQuiet();
    }

    private Http.Answer order(String fee) {
        return anonymous(tenant)
                .post(
                        API + "/orders",
                        Map.of(
                                "contact",
                                        Map.of("name", "Grace Hopper", "email", "grace@example.org", "country", "US"),
                                "delegates", List.of(Map.of("fee", fee, "answers", Map.of("name", "Grace Hopper"))),
                                "locale", "en"))
                .expect(201);
    }

    private String status(Http.Answer order) {
        return api.get(API + "/orders/" + order.text("/code")).text("/status");
    }
}

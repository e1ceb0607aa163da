package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.journey.Browsing.Screen;

/** The waiting list from the organizer's settings to somebody who gets a place, in a browser. */
class WaitingJourneyIT extends RobotsJourney {
    private String list;
    private String taken;

    @BeforeEach
    void aConferenceThatIsSoldOut() {
        list = manage + "/waiting-list";
        robots("2027-05-10", "2027-05-14", NAME_ONLY);
        aFee("student", "Student workshop", "学生工作坊", "0.00", "1");
        aFee("regular", "Regular", "普通", "320.00", "0");
        aFee("online", "Online", "线上", "40.00", "null");
        api.post(API + "/tours", """
                {"key": "abbey", "name": {"en": "Evening at the abbey brewery", "zh-CN": "修道院啤酒坊之夜"},
                 "starts_at": "2027-05-11T18:00:00+02:00", "price": {"amount": "48.00", "currency": "EUR"},
                 "capacity": 0, "tax_rate": 7}""").expect(201);
        publish();
        taken = anonymous(tenant)
                .post(
                        API + "/orders",
                        Map.of(
                                "contact", contact("first@example.org"),
                                "delegates", List.of(Map.of("fee", "student", "answers", Map.of("name", "Ada")))))
                .expect(201)
                .text("/code");
    }

    @Test
    void somebodyWaitsForWhatIsSoldOutAndGetsItInTurn() {
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(list + "?lang=en").sees("The waiting list is closed").shoot("60-list-off");
        owner.open(list + "/settings")
                .check("open", "true")
                .fill("offer_hours", "0")
                .submit();
        owner.sees("too small or too large").shoot("61-settings-refused");
        owner.fill("offer_hours", "36").submit().sees("The settings are saved.");

        var phone = browsing.phone("en");
        join(phone);
        phone.sees("No. 1").shoot("62-entry-390");
        var mine = phone.page().url();
        addAnAlternative(phone);
        phone.sees("Wish 2").shoot("63-entry-two-wishes-390");
        phone.goBy("form[action$='/departure'] button")
                .sees("You have left the waiting list.")
                .shoot("64-left-390");
        phone.goBy(".flash-undo button").sees("You are back in your old place.");
        browsing.desktop("zh-CN").open(mine + "&lang=zh-CN").sees("第 1 位").shoot("62-entry-zh");
        othersWait();

        owner.open(list).sees("Grace Hopper").shoot("65-list");
        owner.open(list + "?lang=zh-CN").shoot("65-list-zh");
        owner.open(list + "?lang=en").goBy("th[scope=row] a").shoot("66-entry-list");
        owner.goBy("form .card-footer .btn-primary").sees("This is required.").shoot("66-entry-list-refused");
        owner.open(list + "/settings").shoot("61-settings");
        owner.open(list + "/closing").shoot("67-closing");

        api.post(API + "/orders/" + taken + "/cancellation", "{}").expect(200);
        eventually(
                "it is offered",
                () -> api.get(API + "/waiting-list?status=offered")
                                .json()
                                .at("/items")
                                .size()
                        == 1);
        phone.open(mine).sees("It is your turn!").shoot("68-offer-390");
        browsing.desktop("zh-CN").open(mine + "&lang=zh-CN").sees("轮到您了").shoot("68-offer-zh");
        phone.goBy("a[href*='/refusal']").sees("Decline this offer?").shoot("69-decline-390");
        phone.goBy("form[action$='/acceptance'] button").arrivesAt(site + "/c/robots/orders/**");
        phone.sees("You are registered.").shoot("70-taken-390");
        owner.open(list + "?status=taken").sees("Grace Hopper").shoot("71-list-taken");

        var other = browsing.phone("zh-CN");
        organizer.signIn(other);
        other.open(list + "?lang=zh-CN").shoot("65-list-390-zh");
        other.open(list + "/settings").shoot("61-settings-390-zh");
        browsing.assertQuiet();
    }

    private void join(Screen phone) {
        phone.open(site + "/c/robots/register?lang=en").shoot("59-register-390");
        phone.fill("contact.name", "Grace Hopper", "contact.email", "grace@example.org", "contact.country", "US");
        phone.check("delegates.0.fee", "student").fill("delegates.0.answers.name", "Grace Hopper");
        phone.goBy(".form-bar button[name=place]")
                .sees("Not all of this is there.")
                .shoot("59-sold-out-390");
        assertThat(phone.value("delegates.0.answers.name")).isEqualTo("Grace Hopper");
        phone.goBy(".alert button[name=wait]");
        phone.arrivesAt(site + "/c/robots/waiting-list/**");
    }

    private void addAnAlternative(Screen phone) {
        phone.goBy("a[href*='alternative=']").sees("You keep your place").shoot("63-alternative-390");
        assertThat(phone.value("contact.name")).isEqualTo("Grace Hopper");
        phone.check("delegates.0.fee", "regular").fill("delegates.0.answers.name", "Grace Hopper");
        phone.fill("tours.0.quantity", "1").goBy(".form-bar button[name=wait]");
    }

    private void othersWait() {
        for (var i = 1; i <= 5; i++)
            anonymous(tenant)
                    .post(
                            API + "/waiting-list",
                            Map.of(
                                    "contact", contact("person" + i + "@example.org"),
                                    "carts",
                                            List.of(Map.of(
                                                    "delegates",
                                                    List.of(Map.of(
                                                            "fee",
                                                            i % 2 == 0 ? "student" : "regular",
                                                            "answers",
                                                            Map.of("name", "Person " + i)))))))
                    .expect(201);
    }

    private void aFee(String key, String english, String chinese, String amount, String capacity) {
        api.post(API + "/fees", """
                {"key": "%s", "name": {"en": "%s", "zh-CN": "%s"}, "tax_rate": 19, "capacity": %s,
                 "prices": [{"amount": {"amount": "%s", "currency": "EUR"}}]}""".formatted(key, english, chinese, capacity, amount))
                .expect(201);
    }

    private static Map<String, String> contact(String email) {
        return Map.of("name", "Somebody Else", "email", email, "country", "DE");
    }
}

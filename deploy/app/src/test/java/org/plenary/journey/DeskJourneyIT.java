package org.plenary.journey;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.journey.Browsing.Screen;

/** A morning at the desk, in a browser: somebody is registered, pays, gets a receipt; somebody else cannot come. */
class DeskJourneyIT extends RobotsJourney {
    private Http.Answer order;

    @BeforeEach
    void aConferenceThatIsAboutToBegin() {
        robots("2027-05-10", "2027-05-14", """
                {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true},
                  {"key": "seen", "type": "text", "label": {"en": "Proof of status seen", "zh-CN": "已查验证件"},
                   "staff_only": true}]}]}""");
        aFee("regular", "Regular", "普通", "320.00");
        aFee("guest", "Guest", "嘉宾", "0.00");
        publish();
        order = anonymous(tenant)
                .post(
                        API + "/orders",
                        Map.of(
                                "contact",
                                        Map.of(
                                                "name", "Ada Lovelace",
                                                "email", "ada@example.org",
                                                "country", "GB"),
                                "delegates", List.of(Map.of("fee", "guest", "answers", Map.of("name", "Ada Lovelace"))),
                                "locale", "en"))
                .expect(201);
    }

    @Test
    void somebodyIsRegisteredAndPaysAndSomebodyElseCannotCome() {
        var desk = browsing.desktop("en-US");
        organizer.signIn(desk);
        desk.open(manage + "/desk?lang=en").shoot("90-desk");
        desk.goBy(".page-actions .btn-primary").shoot("91-register");
        desk.fill("contact.name", "Grace Hopper", "contact.email", "grace@example.org", "contact.country", "US");
        desk.check("delegates.0.fee", "regular")
                .fill(
                        "delegates.0.answers.name",
                        "Grace Hopper",
                        "delegates.0.answers.seen",
                        "Badge of her university");
        desk.goBy(".form-bar button[name=place]").sees("Take the money").shoot("92-to-pay");
        desk.fill("amount", "400").goBy("form[action$='/payments'] button").sees("This is more than is to be paid.");
        desk.shoot("92-too-much");
        desk.fill("amount", "100").goBy("form[action$='/payments'] button").sees("To pay:");
        pressesEnter(desk, "amount");
        desk.sees("Receipt ROBOTS-REC-00002.").shoot("93-paid");

        desk.open(manage + "/desk");
        // there is another box of this name in the head of the page
        var box = desk.page().locator("main [name='q']");
        box.fill("hopper");
        desk.page().waitForNavigation(() -> box.press("Enter"));
        desk.sees("ROBOTS-REC-00001")
                .press("a[href$='/cancellation']")
                .sees("Reason")
                .shoot("94-void");
        desk.open(manage + "/desk/takings").shoot("95-takings");
        desk.open(manage + "/desk?q=example.org").shoot("96-found");

        var phone = browsing.phone("zh-CN");
        organizer.signIn(phone);
        phone.open(manage + "/desk?lang=zh-CN&q=example.org").shoot("96-found-390-zh");
        phone.goBy("th[scope=row] a").shoot("92-order-390-zh");
        phone.open(manage + "/desk/registration").shoot("91-register-390-zh");
        phone.open(manage + "/desk/takings").shoot("95-takings-390-zh");

        var delegate = browsing.phone("en");
        var own = site + "/c/robots/orders/" + order.text("/code");
        delegate.open(own + "/attendance?lang=en&secret=" + order.text("/secret"))
                .shoot("97-attendance-390");
        delegate.goBy(".form-bar button").sees("Thank you");
        delegate.open(own + "/absence?secret=" + order.text("/secret"))
                .fill("reason", "My defence is on that day")
                .check("days", "2027-05-11")
                .shoot("98-absence-390");
        delegate.goBy(".form-bar button").sees("The organizers know");

        desk.open(manage + "/absences").sees("My defence is on that day").shoot("99-absences");
        phone.open(manage + "/absences").shoot("99-absences-390-zh");
        desk.open(manage + "/call-backs").sees("Grace Hopper").shoot("97-call-backs");
        phone.open(manage + "/call-backs").shoot("97-call-backs-390-zh");
        browsing.assertQuiet();
    }

    private static void pressesEnter(Screen screen, String field) {
        screen.page()
                .waitForNavigation(
                        () -> screen.page().locator("[name='" + field + "']").press("Enter"));
    }
}

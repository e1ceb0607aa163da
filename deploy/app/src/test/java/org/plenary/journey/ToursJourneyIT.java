package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.journey.Browsing.Screen;

/** Tours from the organizer's form to the participant list, and a part of an order cancelled, in a browser. */
class ToursJourneyIT extends RobotsJourney {
    @BeforeEach
    void aConference() {
        robots("2027-05-10", "2027-05-14", NAME_ONLY);
        aFee("regular", "Regular", "普通", "100.00");
        publish();
    }

    @Test
    void anOrganizerSellsToursAndADelegateBooksThemAndCancelsOne() {
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        aTour(owner, "brewery", "Evening at the abbey brewery", "修道院啤酒坊之夜", "2027-05-11T18:30", "48.00", "12");
        aTour(owner, "lab", "Laboratory visit", "实验室参观", "2027-05-16T14:00", "0.00", "60");
        aTour(owner, "alps", "A day in the Alps", "阿尔卑斯一日游", "2027-05-15T08:15", "95.00", "45");
        aTour(owner, "unloved", "Unloved walk", "散步", "2027-05-12T08:15", "5.00", "");
        owner.open(manage + "/tours/unloved").press("a[href$='/deletion']");
        owner.goBy("[data-dialog-panel] button[type=submit]").sees("The tour is deleted.");
        owner.open(manage + "/tours/new").fill("name.en", "Bad", "starts_at", "2027-05-11T18:30");
        owner.fill("price.amount", "a lot", "closes_on", "2027-05-20").submit();
        owner.sees("This is not an amount of money.").shoot("20-tour-refused");

        for (var language : List.of("en", "zh-CN")) {
            browsing.desktop(language)
                    .open(site + "/c/robots?lang=" + language)
                    .sees(language.equals("en") ? "Free of charge" : "免费")
                    .shoot("21-public-" + language)
                    .open(site + "/c/robots/register")
                    .shoot("22-register-1280-" + language);
            var phone = browsing.phone(language);
            phone.open(site + "/c/robots?lang=" + language).shoot("21-public-390-" + language);
            phone.open(site + "/c/robots/register");
            if (language.equals("en")) buy(phone);
            phone.shoot("22-register-390-" + language);
        }
        buyAndPay(browsing.phone("en"));

        owner.open(manage + "/tours?lang=zh-CN").sees("已订3个名额").shoot("23-tours-zh");
        owner.open(manage + "/tours?lang=en").sees("3 of 12 places taken").shoot("23-tours");
        owner.open(manage + "/tours/brewery/participants").sees("Grace Hopper").shoot("24-participants");
        owner.open(manage + "/tours/brewery").shoot("24-tour");
        owner.open(manage).shoot("25-dashboard");
        cancelOneTour(owner);
        browsing.assertQuiet();
    }

    private void aTour(
            Screen owner, String key, String english, String chinese, String at, String price, String places) {
        owner.open(manage + "/tours/new?lang=en").fill("name.en", english, "name.zh-CN", chinese, "key", key);
        owner.fill("description.en", "A guided walk, supper and the bus back to the hotels.");
        owner.fill("description.zh-CN", "导览、晚餐，并有巴士送回酒店。");
        owner.fill("meeting_point.en", "Congress hall, south gate", "meeting_point.zh-CN", "会议中心南门");
        owner.fill("starts_at", at, "price.amount", price, "tax_rate", "19", "capacity", places);
        owner.submit().sees("The tour is added.");
    }

    /** The price builds up while numbers are typed. */
    private static void buy(Screen phone) {
        phone.fill("contact.name", "Grace Hopper", "contact.email", "grace@example.org", "contact.country", "US");
        phone.check("delegates.0.fee", "regular").fill("delegates.0.answers.name", "Grace Hopper");
        phone.fill("tours.0.quantity", "3").press("h1");
        phone.sees("€244.00");
        phone.fill("tours.1.quantity", "1").press("h1");
        phone.sees("€339.00");
    }

    private void buyAndPay(Screen phone) {
        phone.open(site + "/c/robots/register?lang=en");
        buy(phone);
        phone.goBy(".form-bar button[name=place]");
        phone.page().locator("[name=card_number]").waitFor();
        phone.fill("card_number", "4242424242424242", "exp", "12/34", "cvc", "123", "name", "G. Hopper");
        phone.fill("country", "DE").goBy("form button[type=submit]");
        phone.arrivesAt(site + "/c/robots/orders/**");
        phone.sees("You are registered.").shoot("23-order-390");
    }

    private void cancelOneTour(Screen owner) {
        var code = api.get(API + "/orders").expect(200).text("/items/0/code");
        owner.open(manage + "/orders/" + code).goBy("a[href$='/cancellation']").shoot("26-cancel-choose");
        owner.page()
                .locator("label.choice", new com.microsoft.playwright.Page.LocatorOptions().setHasText("brewery"))
                .locator("input")
                .check();
        owner.submit().sees("Refund by policy").shoot("27-cancel-preview");
        owner.goBy("[data-dialog-panel] button[type=submit]");
        owner.sees("the rest of the order stands").shoot("28-order-after");
        owner.open(manage + "/orders/" + code + "?lang=zh-CN").shoot("28-order-after-zh");
        owner.open(manage + "/orders/" + code + "/cancellation").shoot("26-cancel-choose-zh");
        Http.Answer order = api.get(API + "/orders/" + code);
        assertThat(order.text("/status")).isEqualTo("confirmed");
        var phone = browsing.phone("en");
        organizer.signIn(phone);
        phone.open(manage + "/orders/" + code + "/cancellation").shoot("26-cancel-choose-390");
        phone.open(manage + "/orders/" + code + "/cancellation?lines=all").shoot("27-cancel-preview-390");
        phone.open(manage + "/tours").shoot("23-tours-390");
        phone.open(manage + "/tours/alps").shoot("24-tour-390");
        phone.open(manage + "/tours/alps/participants").shoot("24-participants-390");
    }
}

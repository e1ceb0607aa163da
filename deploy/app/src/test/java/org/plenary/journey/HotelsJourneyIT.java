package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.journey.Browsing.Screen;

/** A block of rooms from its contract to the number by which the hotel knows the guest: organizer, delegate and hotel, in a browser. */
class HotelsJourneyIT extends RobotsJourney {
    private static final Pattern LINK = Pattern.compile("http://\\S+/(?:password|hotel)\\S*");
    private static final String PASSWORD = "four unrelated words";
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private String hotel;

    @BeforeEach
    void aConference() {
        robots("2027-05-10", "2027-05-13", NAME_ONLY);
        aFee("regular", "Regular", "普通", "0.00");
        aFee("speaker", "Speaker", "讲者", "0.00");
        publish();
        hotel = manage + "/hotels/alpine-lodge";
    }

    @Test
    void aBlockIsContractedBookedChangedListedAndConfirmedByTheHotel() {
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        contract(owner);
        owner.open(site + "/c/robots/register?lang=en");
        assertThat(owner.page().locator("button[value='rooms.add']").count())
                .as("nothing is sold before the contract is signed")
                .isZero();
        sign(owner);

        var delegate = browsing.phone("en");
        book(delegate);
        var order = delegate.page().url();
        stayLonger(delegate);
        lookAt(order);

        pickUp(owner);
        var code = order.replaceAll(".*/orders/|\\?.*", "");
        letIn(owner, code);
        takeNumbers(owner, code);
        delegate.open(order).sees("AL-4711").shoot("hotel-12-number-390-en");
        browsing.desktop("zh-CN").open(order + "&lang=zh-CN").sees("AL-4711").shoot("hotel-12-number-1280-zh-CN");
        browsing.assertQuiet();
    }

    private void contract(Screen owner) {
        owner.open(manage + "/hotels/new?lang=en").fill("name.en", "Alpine Lodge", "name.zh-CN", "阿尔卑斯山舍");
        owner.fill("address.en", "Spinner Street 7", "cut_off_on", "2027-04-15", "agreement", "new");
        owner.fill("shoulder_nights.before", "1", "shoulder_nights.after", "1").goBy("button[value=nights]");
        owner.fill("room_types.0.name.en", "Double", "room_types.0.name.zh-CN", "双人房", "room_types.0.occupancy", "2");
        owner.fill("room_types.0.nightly_rate.amount", "120.00", "room_types.0.every_night", "40");
        owner.goBy("button[value='room_types.fill.0']").submit().sees("Alpine Lodge");

        owner.open(hotel + "/terms").fill("attrition_percent", "120").submit();
        owner.sees("needs your attention").shoot("hotel-01-terms-refused-1280-en");
        owner.fill("attrition_percent", "20", "releases.0.on", "2027-03-01", "releases.0.percent", "30");
        owner.check("ways", "full").check("ways", "guarantee").fill("tax_rate", "7");
        owner.fill("taxes.0.name.en", "City tax", "taxes.0.name.zh-CN", "城市税", "taxes.0.amount", "3.50");
        owner.check("taxes.0.at_hotel", "true");
        owner.fill("cancellation.0.days_before", "30", "cancellation.0.percent", "100");
        owner.submit().sees("Saved.");

        owner.open(hotel + "/rates").fill("room_types.0.nights.2027-05-12", "150.00");
        owner.fill("room_types.0.guests.1", "110.00", "room_types.0.board", "breakfast");
        owner.submit().sees("Saved.");

        owner.open(hotel + "/sub-blocks/new").fill("name.en", "Speakers", "name.zh-CN", "讲者");
        owner.check("fees", "speaker").fill("cut_off_on", "2027-03-31");
        for (var night = 10; night <= 12; night++) owner.fill("allotments.double.2027-05-" + night, "6");
        owner.submit().sees("0 of 18 room nights");

        for (var language : LANGUAGES) {
            var phone = phone(language);
            for (var page : List.of("rates", "terms", "sub-blocks", "releases", "sub-blocks/speakers")) {
                var name = "hotel-02-" + page.replace('/', '-');
                owner.open(hotel + "/" + page + "?lang=" + language).shoot(name + "-1280-" + language);
                phone.open(hotel + "/" + page + "?lang=" + language).shoot(name + "-390-" + language);
            }
        }
        owner.open(manage + "?lang=en");
    }

    private void sign(Screen owner) {
        owner.open(manage + "/agreements").goBy("a:has-text('Alpine Lodge')");
        owner.check("status", "signed").fill("signed_on", "2026-01-15").shoot("hotel-03-agreement-1280-en");
        owner.submit().sees("Signed").shoot("hotel-03-agreements-1280-en");
        phone("zh-CN").open(manage + "/agreements?lang=zh-CN").sees("已签署").shoot("hotel-03-agreements-390-zh-CN");
    }

    private void book(Screen delegate) {
        delegate.open(site + "/c/robots?lang=en").sees("Alpine Lodge").shoot("hotel-04-public-390-en");
        delegate.open(site + "/c/robots/register");
        delegate.fill("contact.name", "Grace Hopper", "contact.email", address("grace"), "contact.country", "US");
        delegate.check("delegates.0.fee", "regular").fill("delegates.0.answers.name", "Grace Hopper");
        delegate.goBy("button[value='rooms.add']");
        delegate.fill("rooms.0.room_type", "alpine-lodge/double").goBy("button[value='rooms.show']");
        delegate.fill("rooms.0.check_in", "2027-05-09", "rooms.0.check_out", "2027-05-12", "rooms.0.pay", "full");
        delegate.fill("rooms.0.guests.0", "Grace Hopper", "rooms.0.requests", "A quiet room");
        delegate.goBy("button[value='rooms.show']").sees("€330.00").shoot("hotel-04-register-390-en");
        delegate.goBy(".form-bar button[name=place]");
        pay(delegate);
        delegate.sees("You are registered.");
    }

    private void stayLonger(Screen delegate) {
        delegate.goBy("a[href*='/stays/']:has-text('Change dates')");
        delegate.fill("check_out", "2027-05-13").submit().sees("What this changes");
        delegate.sees("€140.00").shoot("hotel-05-change-390-en");
        delegate.goBy(".section-card button.btn-primary");
        pay(delegate);
        delegate.sees("You are registered.").sees("Your hotel rooms");
    }

    private void lookAt(String order) {
        for (var language : LANGUAGES) {
            var screen = language.equals("en") ? browsing.desktop(language) : browsing.phone(language);
            var name = "-" + screen.width() + "-" + language;
            screen.open(order + "&lang=" + language).shoot("hotel-06-order" + name);
            screen.goBy("a[href*='/stays/']:has(.ti-edit)").shoot("hotel-06-stay" + name);
            screen.open(site + "/c/robots/register").goBy("button[value='rooms.add']");
            screen.shoot("hotel-06-register" + name);
        }
    }

    private void pickUp(Screen owner) {
        for (var language : LANGUAGES) {
            var phone = phone(language);
            for (var screen : List.of(owner, phone)) {
                screen.open(manage + "/hotels/pick-up?lang=" + language);
                screen.page().locator("canvas").first().waitFor();
                screen.page().locator(".heat").scrollIntoViewIfNeeded();
                screen.shoot("hotel-07-heat-" + screen.width() + "-" + language);
                screen.page().locator("h1").scrollIntoViewIfNeeded();
                screen.shoot("hotel-07-pick-up-" + screen.width() + "-" + language);
            }
        }
    }

    /** Somebody of the hotel signs in with a login that shows this hotel, and nothing that is the organizer's. */
    private void letIn(Screen owner, String code) {
        owner.open(hotel + "/contacts?lang=en").fill("name", "Rita Front", "email", address("rita"));
        owner.goBy("main form[action$='/contacts'] button.btn-primary").sees("The invitation was sent to");
        owner.shoot("hotel-08-contacts-1280-en");
        owner.open(hotel + "/rooming").sees("Grace Hopper").shoot("hotel-08-rooming-1280-en");
        owner.goBy("form[action$='/rooming/versions'] button").sees("List 1");
        phone("zh-CN").open(hotel + "/rooming?lang=zh-CN").shoot("hotel-08-rooming-390-zh-CN");

        eventually(
                "the invitation and the list are mailed",
                () -> inbox().mails(address("rita")).size() >= 2);
        var invitation = inbox().mails(address("rita")).stream()
                .filter(mail -> mail.text().contains("/password"))
                .findFirst()
                .orElseThrow();
        var links = LINK.matcher(invitation.text())
                .results()
                .map(found -> found.group())
                .toList();
        var rita = browsing.desktop("en").open(links.getFirst());
        rita.fill("password", PASSWORD).submit();
        rita.open(links.getLast()).fill("email", address("rita"), "password", PASSWORD);
        rita.submit().sees("Grace Hopper").sees("A quiet room").sees(code);
        rita.shoot("hotel-09-own-rooming-1280-en");
        var own = rita.page().url().replaceAll("/rooming.*", "");
        assertThat(rita.page().navigate(hotel + "/rooming").status()).isEqualTo(403);
        rita.open(own + "/numbers").shoot("hotel-09-own-numbers-1280-en");
        rita.fill(rita.page().locator("input[name^='room.']").first().getAttribute("name"), "204");
        rita.submit().sees("are saved");
        var cookies = rita.page().context().cookies();
        var phone = browsing.phone("zh-CN");
        phone.page().context().addCookies(cookies);
        for (var page : List.of("rooming", "days", "numbers"))
            phone.open(own + "/" + page + "?lang=zh-CN").shoot("hotel-09-own-" + page + "-390-zh-CN");
    }

    /** The file that the hotel sends back: one row is known, the other is a guest of nobody. */
    private void takeNumbers(Screen owner, String code) {
        var rows = "Order;Guest;Conf. No.\n" + code + ";Grace Hopper;AL-4711\n" + code + ";Nobody;AL-4712\n";
        owner.open(hotel + "/number-import?lang=en").shoot("hotel-10-import-1280-en");
        owner.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("back.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        owner.submit().shoot("hotel-10-mapping-1280-en");
        var mapping = owner.page().url();
        owner.goBy("button[value=try]").sees("Nobody").shoot("hotel-11-tried-1280-en");
        var phone = phone("zh-CN").open(mapping + "?lang=zh-CN");
        phone.shoot("hotel-10-mapping-390-zh-CN");
        phone.goBy("button[value=try]").shoot("hotel-11-tried-390-zh-CN");
        owner.goBy("button[value=good]").shoot("hotel-11-taken-1280-en");
    }

    private Screen phone(String language) {
        var phone = browsing.phone(language);
        organizer.signIn(phone);
        return phone;
    }

    private void pay(Screen delegate) {
        delegate.page().locator("[name=card_number]").waitFor();
        delegate.fill("card_number", "4242424242424242", "exp", "12/34", "cvc", "123", "name", "G. Hopper");
        delegate.fill("country", "DE").goBy("form button[type=submit]");
        delegate.arrivesAt(site + "/c/robots/orders/**");
    }

    private String address(String person) {
        return person + "-" + tenant.slug() + "@example.org";
    }
}

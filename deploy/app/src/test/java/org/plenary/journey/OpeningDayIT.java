package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.journey.Browsing.Screen;

/** An opening day, seen by the organizer and by those who wait. */
class OpeningDayIT extends RobotsJourney {
    private String room;
    private String conference;

    @BeforeEach
    void aConference() {
        robots("2027-09-06", "2027-09-08", "{\"sections\": []}");
        aFee("free", "Free", "免费", "0.00");
        publish();
        room = manage + "/waiting-room";
        conference = site + "/c/robots";
    }

    @Test
    void theOrganizerOpensAndTheNextOnesComeInByThemselves() {
        var desk = signedIn();
        desk.open(room + "?lang=zh-CN")
                .shoot("rush-01-room-off-zh")
                .open(room + "?lang=en")
                .shoot("rush-01-room-off");
        desk.fill("per_minute", "1").submit().sees("needs your attention").shoot("rush-02-room-wrong");
        desk.fill("opens_at", inThreeMinutes(), "at_once", "1", "groups.0.name", "Step-free rooms")
                .fill("per_minute", "6000")
                .submit()
                .sees("The waiting room is on.")
                .shoot("rush-03-room-early");

        var first = browsing.desktop("en-US").open(conference + "/register");
        first.sees("Registration opens on").shoot("rush-04-early");
        var second = browsing.phone("zh-CN").open(conference + "/register");
        second.sees("您来得正好").shoot("rush-04-early-phone-zh");

        desk.fill("opens_at", "2026-01-01T08:00").submit().sees("hold at once");
        eventuallyOneIsInside(first, second);
        var inside = first.page().url().endsWith("/register") ? first : second;
        var waits = inside == first ? second : first;
        third(browsing.desktop("en-US"), browsing.phone("en-US"));

        desk.open(room).sees("Waiting").page().locator("canvas").first().waitFor();
        desk.shoot("rush-07-room-open")
                .open(room + "?lang=zh-CN")
                .page()
                .locator("canvas")
                .first()
                .waitFor();
        desk.shoot("rush-07-room-open-zh").open(room + "?lang=en");

        inside.open(conference + "/register?lang=en").sees("It is your turn").shoot("rush-08-inside");
        inside.fill("contact.name", "Ada", "contact.email", "ada@example.org", "contact.country", "GB");
        inside.check("delegates.0.fee", "free").goBy(".form-bar button[name=place]");
        inside.arrivesAt("**/orders/**").sees("You are registered.");
        waits.arrivesAt("**/register");

        desk.press("a[href$='/waiting-room/ending']");
        desk.goBy("[data-dialog-panel] button[type=submit]").sees("The waiting room has ended.");
        browsing.assertQuiet();
    }

    /** Two more who wait, with pictures: with the code of a group and without. */
    private void third(Screen wide, Screen phone) {
        wide.open(conference + "/register").sees("ahead of you").shoot("rush-05-waiting");
        wide.open(conference + "/waiting?lang=zh-CN").shoot("rush-05-waiting-zh");
        phone.open(conference + "/register").sees("ahead of you").shoot("rush-06-waiting-phone");
        phone.fill("code", "wrong").goBy(".waiting-code button").sees("This code is not valid.");
        phone.shoot("rush-06-waiting-phone-code");
        phone.press("[data-waiting-sound]");
        assertThat(phone.page().locator("[data-waiting-sound]").getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    private void eventuallyOneIsInside(Screen first, Screen second) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!first.page().url().endsWith("/register") && !second.page().url().endsWith("/register")) {
            if (System.nanoTime() > deadline) throw new AssertionError("nobody was let in");
            first.page().waitForTimeout(200);
            second.page().waitForTimeout(200);
        }
    }

    private Screen signedIn() {
        var desk = browsing.desktop("en-US");
        organizer.signIn(desk);
        return desk;
    }

    private static String inThreeMinutes() {
        return LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                .plusMinutes(3)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}

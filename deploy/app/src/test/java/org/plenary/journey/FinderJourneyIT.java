package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** The box in the head of the organizers' pages, by keys alone. */
class FinderJourneyIT extends RobotsJourney {
    @Test
    void anOrganizerGoesByKeysAloneToWhatTheyTyped() {
        robots("2027-05-10", "2027-05-14", NAME_ONLY);
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(manage);

        var box = owner.page().locator("#finder-q");
        owner.page().keyboard().press("/");
        owner.page().keyboard().type("fees");
        owner.page().locator("#finder-pages [role=option]").first().waitFor();
        owner.page().keyboard().press("Escape");
        assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");
        owner.page().keyboard().press("Control+k");
        owner.page().keyboard().type("robot learn");
        owner.page().locator("#finder-found #finder-conference-0").waitFor();
        owner.shoot("97-finder-1280");
        owner.page().keyboard().press("ArrowDown");
        assertThat(box.getAttribute("aria-activedescendant")).isEqualTo("finder-conference-0");
        assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
        owner.page().keyboard().press("ArrowDown");
        owner.page().waitForNavigation(() -> owner.page().keyboard().press("Enter"));
        owner.arrivesAt(manage + "/search/all**").sees("Robot Learning Week").shoot("98-found-1280");

        owner.page().locator("#finder-q").fill("nothing of this kind");
        owner.page()
                .locator("#finder-list")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        owner.page().waitForNavigation(() -> owner.page().keyboard().press("Enter"));
        owner.sees("Nothing found").shoot("98-found-nothing-1280");

        var phone = browsing.phone("zh-CN");
        organizer.signIn(phone);
        phone.open(manage + "/search/all?q=robot&lang=zh-CN").sees("会议").shoot("98-found-390");
        browsing.assertQuiet();
    }
}

package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** An organizer writes the contract over a block in the pages of its hotel. */
class BlockPagesIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    @Autowired
    private Accounts accounts;

    private final Browser browser = new Browser();

    private Http owner;
    private String hotel;

    @BeforeEach
    void anOrganizerSignsIn() {
        Tenant tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        aHotel(owner, 40);
        publish(owner);
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        hotel = "http://" + tenant.slug() + ".localhost:" + owner.port() + "/manage/conferences/conf27/hotels/grand";
        browser.submit(browser.open(hotel + "/terms?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    @Test
    void theTermsOfTheContractAreWrittenInAForm() {
        var wrong = save("terms", Map.of("attrition_percent", "120", "ways", "deposit", "releases.0.percent", "30"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("href=\"#f-attrition_percent\"", "href=\"#f-deposit_percent\"", "href=\"#f-releases.0.on\"")
                .contains("value=\"120\"");

        var saved = save(
                "terms",
                Map.of(
                        "attrition_percent", "20",
                        "ways", "deposit",
                        "deposit_percent", "15",
                        "releases.0.on", "2027-03-01",
                        "releases.0.percent", "30",
                        "taxes.1.name.en", "City tax",
                        "taxes.1.per", "guest_night",
                        "taxes.1.amount", "3.50",
                        "cancellation.0.days_before", "30",
                        "cancellation.0.percent", "100"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).contains("Saved.", "City tax", "2027-03-01");
        var terms = owner.get(PATH + "/hotels/grand").json().at("/terms");
        assertThat(terms.at("/ways").toString()).isEqualTo("[{\"kind\":\"deposit\",\"percent\":15}]");
        assertThat(terms.at("/taxes/0/amount/amount").asString()).isEqualTo("3.50");
        assertThat(terms.at("/releases/0/percent").asInt()).isEqualTo(30);
    }

    @Test
    void aDearerNightAndWhatTheRoomIsLikeAreWrittenInAForm() {
        var saved = save(
                "rates",
                Map.of(
                        "room_types.0.nightly_rate", "100.00",
                        "room_types.0.nights.2027-05-12", "180.00",
                        "room_types.0.board", "breakfast",
                        "room_types.0.accessible", "true"));

        assertThat(saved.status()).isEqualTo(200);
        var type = owner.get(PATH + "/hotels/grand").json().at("/room_types/0");
        assertThat(type.at("/nights/2/rate/amount").asString()).isEqualTo("180.00");
        assertThat(type.at("/nights/0/rate").isMissingNode()
                        || type.at("/nights/0/rate").isNull())
                .isTrue();
        assertThat(type.at("/features/board").asString()).isEqualTo("breakfast");
        assertThat(save("rates", Map.of("room_types.0.nights.2027-05-12", "")).status())
                .isEqualTo(200);
        assertThat(owner.get(PATH + "/hotels/grand").text("/room_types/0/nightly_rate/amount"))
                .isEqualTo("100.00");
    }

    @Test
    void roomsAreKeptForSpeakersAndGivenFreeAgain() {
        var wrong = submit(
                "sub-blocks/new", "sub-blocks", Map.of("name.en", "Speakers", "allotments.single.2027-05-10", "41"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("has only 40 rooms", "nobody could book these rooms", "value=\"41\"");

        var made = submit(
                "sub-blocks/new",
                "sub-blocks",
                Map.of("name.en", "Speakers", "fees", "regular", "allotments.single.2027-05-10", "5"));
        assertThat(made.body()).contains("Speakers", "0 of 5 room nights", "Fee regular");
        assertThat(left()).isEqualTo(35);

        var gone = submit("sub-blocks/speakers/deletion", "sub-blocks/speakers/deletion", Map.of());
        assertThat(gone.body()).contains("All rooms are for everybody");
        assertThat(left()).isEqualTo(40);
    }

    @Test
    void freeRoomsGoBackByHandAndAreTakenBack() {
        var released = submit("releases", "releases", Map.of("percent", "50"));
        assertThat(released.body()).contains("60 room nights went back to the hotel.");
        assertThat(left()).isEqualTo(20);

        var back = submit("releases", "releases/taken-back", Map.of());

        assertThat(back.body()).contains("60 room nights are in the block again.", "Taken back on");
        assertThat(left()).isEqualTo(40);
        assertThat(submit("releases", "releases", Map.of("percent", "0")).status())
                .isEqualTo(422);
    }

    private int left() {
        return owner.get(PATH + "/availability")
                .json()
                .at("/rooms/0/room_types/0/nights/0/left")
                .asInt();
    }

    private Browser.View save(String page, Map<String, String> fields) {
        return submit(page, page, fields);
    }

    /** As a browser does it: with what the page was filled with. */
    private Browser.View submit(String page, String action, Map<String, String> fields) {
        var shown = browser.open(hotel + "/" + page);
        var all = new HashMap<String, List<String>>();
        var inputs = INPUT.matcher(shown.body().substring(shown.body().indexOf("<main")));
        while (inputs.find()) {
            var name = NAME.matcher(inputs.group());
            var value = VALUE.matcher(inputs.group());
            var isTicked = !inputs.group().contains("type=\"checkbox\"")
                            && !inputs.group().contains("type=\"radio\"")
                    || inputs.group().contains("checked");
            if (name.find() && value.find() && isTicked)
                all.computeIfAbsent(name.group(1), n -> new ArrayList<>()).add(value.group(1));
        }
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return browser.submitAll(shown, java.net.URI.create(hotel).getPath() + "/" + action, all);
    }
}

package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Browser;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Groups that book rooms and tours with their places, and say later who sleeps where. */
class GroupRoomsIT extends PlenaryIT {
    private static final Pattern ROOM =
            Pattern.compile("(/c/conf27/orders/[^/\"]+/rooms/[0-9a-f-]{36})\\?(secret=[^\"]+)");

    @Autowired
    private StockCheck stockCheck;

    private Tenant tenant;
    private Http owner;
    private Browser browser;
    private String site;

    @BeforeEach
    void aConferenceThatTakesGroups() {
        tenant = aTenant();
        owner = owner(tenant);
        browser = new Browser();
        site = "http://" + tenant.slug() + ".localhost:" + owner.port();
        aConference(owner);
        aFee(owner, "regular", "0.00", 10);
        owner.post(PATH + "/hotels", """
                {"name": "Grand", "address": "Street 1", "room_types": [{"key": "double", "name": "Double", "occupancy": 2,
                  "nightly_rate": {"amount": "0.00", "currency": "EUR"}, "nights": [
                    {"date": "2027-05-10", "rooms": 4}, {"date": "2027-05-11", "rooms": 4}]}],
                 "cut_off_on": null, "shoulder_nights": {"before": 0, "after": 0}}""").expect(201);
        aTour(owner, "walk", "0.00", 3);
        publish(owner);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
    }

    @AfterEach
    void theCountersAreWhatTheRowsSay() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void aCoordinatorBooksRoomsAndToursAndNamesTheGuestsLater() {
        var form = browser.open(site + "/c/conf27/register/group?lang=en");
        assertThat(form.body()).contains("Hotel room", "Tour walk", "your organization stands for them");
        var fields = wish();
        fields.put("tours.0.quantity", "4");
        var refused = browser.submit(form, "/c/conf27/register/group", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Only 3 are left.", "value=\"Looms\"");
        fields.put("tours.0.quantity", "2");

        var order = browser.submit(refused, "/c/conf27/register/group", fields);

        assertThat(order.body())
                .contains("2 × Fee regular", "Grand, Double, 2 nights", "2 × Tour walk", "Looms")
                .doesNotContain("2 × Grand");
        assertThat(guests()).containsExactly("Looms");
        var link = ROOM.matcher(order.body());
        assertThat(link.find()).isTrue();
        var secret = link.group(2).substring("secret=".length());
        var room = browser.open(site + link.group(1) + "?lang=en&" + link.group(2));
        var path = link.group(1) + "/guests";
        var nobody = browser.submit(room, path, Map.of("secret", secret, "guests.0", " ", "guests.1", ""));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("This is required.");
        var named = browser.submit(
                room, path, Map.of("secret", secret, "guests.0", "Hopper, Grace", "guests.1", "Joan Clarke"));
        assertThat(named.body()).contains("The names were saved.", "value=\"Hopper, Grace\"");
        assertThat(guests()).containsExactly("Hopper, Grace", "Joan Clarke");
    }

    @Test
    void theApiTakesThemTooAndNamesWhatIsWrong() {
        var room = Map.of("hotel", "grand", "room_type", "double", "check_in", "2027-05-10", "check_out", "2027-05-20");

        assertThat(anonymous(tenant)
                        .post(PATH + "/groups", group(Map.of("rooms", List.of(room))))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/rooms/0/check_out");
        anonymous(tenant)
                .post(PATH + "/groups", group(Map.of("tours", List.of(Map.of("tour", "walk", "quantity", 3)))))
                .expect(201);
        assertThat(anonymous(tenant)
                        .post(PATH + "/groups", group(Map.of("tours", List.of(Map.of("tour", "walk", "quantity", 1)))))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("sold_out");
    }

    @Test
    void aGroupBooksWhatIsKeptForItsFeeAndAddsAGift() {
        owner.put(PATH + "/hotels/grand", """
                {"name": "Grand", "address": "Street 1", "room_types": [{"key": "double", "name": "Double", "occupancy": 2,
                  "nightly_rate": {"amount": "0.00", "currency": "EUR"}, "nights": [
                    {"date": "2027-05-10", "rooms": 4}, {"date": "2027-05-11", "rooms": 4}]}],
                 "sub_blocks": [{"key": "sponsors", "name": "Sponsors", "fees": ["regular"], "ways": [{"kind": "master"}],
                    "allotments": [{"room_type": "double", "date": "2027-05-10", "rooms": 1},
                        {"room_type": "double", "date": "2027-05-11", "rooms": 1}]}],
                 "cut_off_on": null, "shoulder_nights": {"before": 0, "after": 0}}""").expect(200);
        owner.put(PATH + "/sales-rules", Map.of("donations", true)).expect(200);
        var form = browser.open(site + "/c/conf27/register/group?lang=en");
        assertThat(form.body()).contains("name=\"donation\"").doesNotContain("Sponsors");
        var fields = wish();
        fields.remove("tours.0.tour");
        fields.put("update", "all");
        assertThat(browser.submit(form, "/c/conf27/register/group", fields).body())
                .contains("Sponsors");
        fields.remove("update");
        fields.put("rooms.0.sub_block", "sponsors");
        fields.put("donation", "12.50");

        browser.submit(form, "/c/conf27/register/group", fields);

        var code = owner.get(PATH + "/orders").expect(200).text("/items/0/code");
        var order = owner.get(PATH + "/orders/" + code).expect(200);
        assertThat(order.text("/total/amount")).isEqualTo("12.50");
        assertThat(order.json().at("/lines").findValuesAsString("description"))
                .anyMatch(line -> line.startsWith("Grand, Double (Sponsors), 2 nights"))
                .contains("Donation");
    }

    private static Map<String, Object> group(Map<String, Object> more) {
        var group = new HashMap<>(more);
        group.put("contact", Map.of("name", "Mona", "email", "mona@example.org", "country", "DE"));
        group.put("organization", "Looms");
        group.put("places", List.of(Map.of("fee", "regular", "quantity", 2)));
        return group;
    }

    private Map<String, String> wish() {
        var fields = new HashMap<String, String>();
        fields.put("organization", "Looms");
        fields.put("contact.name", "Mona Müller");
        fields.put("contact.email", "mona-" + tenant.slug() + "@example.org");
        fields.put("contact.country", "DE");
        fields.put("places.0.quantity", "2");
        fields.put("rooms.0.room_type", "grand/double");
        fields.put("rooms.0.check_in", "2027-05-10");
        fields.put("rooms.0.check_out", "2027-05-12");
        fields.put("rooms.0.guests.0", "");
        fields.put("tours.0.tour", "walk");
        return fields;
    }

    private List<String> guests() {
        return owner.get(PATH + "/rooming-list")
                .expect(200)
                .json()
                .at("/items/0/guests")
                .valueStream()
                .map(guest -> guest.asString())
                .toList();
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.hotel;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

class CutOffIT extends PlenaryIT {
    private static final LocalDate YESTERDAY =
            LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1);
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithEverything() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        owner.post(PATH + "/fees", """
                        {"key": "late", "name": "Late", "prices": [{"amount": {"amount": "10.00", "currency": "EUR"}}],
                         "on_site": {"amount": "15.00", "currency": "EUR"}, "tax_rate": "19"}""").expect(201);
        aHotel(owner, 3);
        aTour(owner, "harbour", "0.00", 5);
        publish(owner);
    }

    @Test
    void oneDateClosesRegistrationRoomsAndToursTogether() {
        cutOff(YESTERDAY, null, false);

        var now = owner.get(PATH + "/availability").expect(200).json();
        assertThat(now.at("/fees/0/on_sale").asBoolean()).isFalse();
        assertThat(now.at("/fees/0/left").asInt(-1)).isZero();
        assertThat(now.at("/fees/1/price/amount").asString()).isEqualTo("15.00");
        assertThat(now.at("/rooms/0/on_sale").asBoolean()).isFalse();
        assertThat(now.at("/tours/0/on_sale").asBoolean()).isFalse();
        var closed = order(cart("regular", Map.of("name", "Ada"))).expect(409);
        assertThat(closed.text("/type")).endsWith("fee_closed");
        assertThat(closed.text("/errors/0/pointer")).isEqualTo("/delegates/0/fee");
        assertThat(order(cart("late", Map.of("name", "Ada"))).expect(201).text("/total/amount"))
                .isEqualTo("15.00");
        assertThat(order(cart("late", hotel(owner), "2027-05-10", "2027-05-12"))
                        .expect(409)
                        .text("/type"))
                .endsWith("cut_off_passed");
        assertThat(order(withTour("late")).expect(409).text("/type")).endsWith("tour_closed");
        var page = anonymous(tenant).get("/c/conf27?lang=en").body();
        assertThat(page).contains("Closed").contains("€15.00");
    }

    @Test
    void decoupledRoomsAndToursGoByTheirOwnDates() {
        cutOff(YESTERDAY, null, true);

        order(cart("regular", Map.of("name", "Ada"))).expect(409);
        order(cart("late", hotel(owner), "2027-05-10", "2027-05-12")).expect(201);
        order(withTour("late")).expect(201);
    }

    @Test
    void beforeTheCommonDateAHotelsOwnEarlierDateDoesNotCloseIt() {
        cutOff(LocalDate.of(2027, 5, 5), null, false);

        var hotel = owner.get(PATH + "/availability").json().at("/rooms/0");
        assertThat(hotel.at("/cut_off_on").asString()).isEqualTo("2027-05-05");
        assertThat(hotel.at("/on_sale").asBoolean()).isTrue();
        order(cart("regular", hotel(owner), "2027-05-10", "2027-05-12")).expect(201);
    }

    @Test
    void anywhereOnEarthADayLastsLonger() {
        var dayThatEndsLast = LocalDate.now(ZoneOffset.ofHours(-12));
        cutOff(dayThatEndsLast, "AoE", false);

        order(cart("regular", Map.of("name", "Ada"))).expect(201);
        assertThat(owner.get(PATH).json().at("/cut_off/zone").asString()).isEqualTo("AoE");
    }

    @Test
    void aCutOffThatMakesNoSenseIsNamed() {
        assertThat(owner.patch(PATH, Map.of("cut_off", Map.of("on", "2027-06-01", "zone", "Mars/Olympus")))
                        .expect(422)
                        .json()
                        .at("/errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/cut_off/on", "/cut_off/zone");
        assertThat(owner.patch(PATH, Map.of("expected_attendance", -1))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/expected_attendance");
        owner.patch(PATH, Map.of("expected_attendance", 603)).expect(200);
        assertThat(owner.get(PATH).text("/cut_off/suggested")).isEqualTo("2027-03-10");
        cutOff(YESTERDAY, null, false);
        owner.patch(PATH, "{\"cut_off\": {\"on\": null}}").expect(200);
        order(cart("regular", Map.of("name", "Ada"))).expect(201);
    }

    @Test
    void theSettingsSuggestADateAndWarnWhenItDoesNotFit() {
        owner.patch(PATH, Map.of("expected_attendance", 1000)).expect(200);
        var browser = new Browser();
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var settings = "http://" + tenant.slug() + ".localhost:" + owner.port() + "/manage/conferences/conf27/settings";
        var page = browser.submit(
                browser.open(settings + "?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
        assertThat(page.body()).contains("Suggested for this size: 10 Feb 2027.");

        var used = browser.submit(page, settings, form(Map.of("cut_off.use", "true")));
        assertThat(used.body()).contains("value=\"2027-02-10\"").doesNotContain("unusual");
        var late =
                browser.submit(used, settings, form(Map.of("cut_off.on", "2027-04-10", "cut_off.decoupled", "true")));
        assertThat(late.body()).contains("unusual for the expected attendance", "are decoupled");
        var chinese = browser.open(settings + "?lang=zh-CN");
        assertThat(chinese.body()).contains("不太常见", "已单独设定");
    }

    private static Map<String, String> form(Map<String, String> cutOff) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "slug", "conf27",
                "name.en", "Conf 27",
                "starts_on", "2027-05-10",
                "ends_on", "2027-05-12",
                "time_zone", "Europe/Berlin",
                "venue.name.en", "Hall",
                "venue.city.en", "Berlin",
                "venue.country", "DE",
                "currency", "EUR",
                "languages", "en"));
        fields.put("expected_attendance", "1000");
        fields.putAll(cutOff);
        return fields;
    }

    private void cutOff(LocalDate on, String zone, boolean decoupled) {
        var cutOff = new LinkedHashMap<String, Object>();
        cutOff.put("on", on.toString());
        cutOff.put("zone", zone);
        cutOff.put("decoupled", decoupled);
        owner.patch(PATH, Map.of("cut_off", cutOff)).expect(200);
    }

    private static Map<String, Object> withTour(String fee) {
        var cart = new LinkedHashMap<>(cart(fee, Map.of("name", "Ada")));
        cart.put("tours", List.of(Map.of("tour", "harbour", "quantity", 1)));
        return cart;
    }

    private Http.Answer order(Map<String, Object> cart) {
        return anonymous(tenant).post(PATH + "/orders", cart);
    }
}

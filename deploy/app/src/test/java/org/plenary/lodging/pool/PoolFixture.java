package org.plenary.lodging.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference whose hotel has the pool open, and people of it with browsers of their own. */
abstract class PoolFixture extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private PoolHotels hotels;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;

    @BeforeEach
    void aHotelWithThePoolOpen() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        owner.post(PATH + "/hotels", """
                        {"key": "grand", "name": {"en": "Grand", "zh-CN": "大酒店"}, "address": "Street 1", "room_types": [
                          {"key": "double", "name": "Double", "occupancy": 2, "nightly_rate": {"amount": "0.00", "currency": "EUR"},
                           "nights": [{"date": "2027-05-10", "rooms": 9}, {"date": "2027-05-11", "rooms": 9},
                             {"date": "2027-05-12", "rooms": 9}, {"date": "2027-05-13", "rooms": 9}]}],
                         "cut_off_on": null, "shoulder_nights": {"before": 0, "after": 1}}""").expect(201);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
        open(List.of("grand"));
    }

    /** Somebody with an order. */
    final class Delegate {
        final String name;
        final Http.Answer order;
        final Browser browser = new Browser();

        Delegate(String name, Http.Answer order) {
            this.name = name;
            this.order = order;
        }

        String path() {
            return "/c/conf27/orders/" + order.text("/code");
        }

        Browser.View page() {
            return browser.open(site() + path() + "?lang=en&secret=" + order.text("/secret"));
        }

        Browser.View pool() {
            return browser.open(site() + path() + "/sharing?lang=en&secret=" + order.text("/secret"));
        }

        Browser.View post(Browser.View page, String what, Map<String, String> fields) {
            var all = new HashMap<>(fields);
            all.put("secret", order.text("/secret"));
            return browser.submit(page, path() + "/sharing" + what, all);
        }

        Browser.View post(String what) {
            return post(pool(), what, Map.of());
        }

        /** @param wishes instead of the usual ones */
        Browser.View join(Map<String, List<String>> wishes) {
            var all = new TreeMap<String, List<String>>(Map.of(
                    "secret", List.of(order.text("/secret")),
                    "name", List.of(name + " Hopper"),
                    "check_in", List.of("2027-05-10"),
                    "check_out", List.of("2027-05-12"),
                    "languages", List.of("en"),
                    "smoking", List.of("never"),
                    "rhythm", List.of("early"),
                    "gender", List.of("woman"),
                    "consent", List.of("true")));
            all.putAll(wishes);
            return browser.submitAll(pool(), path() + "/sharing", all);
        }

        boolean isTold(String words) {
            return inbox().mails(address(name)).stream()
                    .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
        }
    }

    Delegate withRoom(String name) {
        var cart = cart(name);
        cart.put(
                "rooms",
                List.of(Map.of(
                        "hotel", "grand",
                        "room_type", "double",
                        "check_in", "2027-05-10",
                        "check_out", "2027-05-12",
                        "guests", List.of(name + " Lovelace"))));
        return ordered(name, cart);
    }

    Delegate withoutRoom(String name) {
        return ordered(name, cart(name));
    }

    private Delegate ordered(String name, Map<String, Object> cart) {
        return new Delegate(name, anonymous(tenant).post(PATH + "/orders", cart).expect(201));
    }

    private Map<String, Object> cart(String name) {
        return new LinkedHashMap<>(Map.of(
                "contact",
                Map.of("name", name + " Byron", "email", address(name), "country", "GB"),
                "delegates",
                List.of(Map.of("fee", "regular", "answers", Map.of("name", name))),
                "locale",
                "en"));
    }

    String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "-" + tenant.slug() + "@example.org";
    }

    String site() {
        return "http://" + tenant.slug() + ".localhost:" + owner.port();
    }

    Browser.View staff(Browser browser, String path) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, accounts.hashPassword(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return browser.submit(browser.open(site() + path), "/login", Map.of("email", login, "password", PASSWORD));
    }

    void open(List<String> keys) {
        Tenancy.runAs(tenant, () -> hotels.choose(conferences.bySlug("conf27"), keys));
    }

    int count(String from) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*)::int FROM " + from)
                        .query(Integer.class)
                        .single());
    }

    UUID id(Delegate of) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT id FROM orders WHERE code = :code")
                        .param("code", of.order.text("/code"))
                        .query(UUID.class)
                        .single());
    }

    String guests(Delegate of) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql(
                                "SELECT b.guests::text FROM room_booking b JOIN orders o ON o.id = b.order_id WHERE o.code = :code")
                        .param("code", of.order.text("/code"))
                        .query(String.class)
                        .single());
    }

    /** The id in the first form of the page that does this. */
    static String request(Browser.View page, String what) {
        return found("/sharing/requests/([0-9a-f-]{36})/" + what, page);
    }

    static String seeker(Browser.View page) {
        return found("name=\"seeker\" value=\"([0-9a-f-]{36})\"", page);
    }

    static String found(String pattern, Browser.View page) {
        var found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }
}

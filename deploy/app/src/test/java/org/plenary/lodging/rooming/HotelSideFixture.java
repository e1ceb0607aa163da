package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hotels, the staff of the organizer, and bookings. */
abstract class HotelSideFixture extends PlenaryIT {
    static final String PASSWORD = "four unrelated words";
    static final String HOTELS = "/manage/conferences/conf27/hotels/";

    @Autowired
    Accounts accounts;

    @Autowired
    Urls urls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HotelDesks desks;

    @Autowired
    HotelStays stays;

    @Autowired
    RoomingFile files;

    final String mark = Ids.reference(8).toLowerCase(Locale.ROOT);
    Tenant tenant;
    Http owner;
    Browser staff;

    @BeforeEach
    void twoHotels() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        hotel("grand", "{\"en\": \"Grand\", \"zh-CN\": \"大酒店\"}");
        hotel("plaza", "\"Plaza\"");
        publish(owner);
        var account = accounts.createOwner("Mona", address("mona"), quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        staff = new Browser();
        var page = signIn(staff, staff.open(at(HOTELS + "grand/rooming")), "mona");
        assertThat(page.body()).contains("Nobody stays here yet", "No list has been sent yet.");
    }

    void hotel(String key, String name) {
        owner.post(PATH + "/hotels", """
                        {"key": "%s", "name": %s, "address": "Street 1", "cut_off_on": null,
                         "room_types": [{"key": "double", "name": "Double", "occupancy": 2,
                            "nightly_rate": {"amount": "100.00", "currency": "EUR"},
                            "nights": [{"date": "2027-05-10", "rooms": 9}, {"date": "2027-05-11", "rooms": 9},
                                {"date": "2027-05-12", "rooms": 9}]}],
                         "terms": {"ways": [{"kind": "guarantee"}], "at_cut_off": "keep"},
                         "shoulder_nights": {"before": 0, "after": 1}}""".formatted(key, name)).expect(201);
    }

    Http.Answer book(String hotel, String checkIn, String checkOut, String... guests) {
        var room = room(hotel, guests);
        room.put("check_in", checkIn);
        room.put("check_out", checkOut);
        return order(hotel, List.of(room));
    }

    Http.Answer order(String hotel, List<Map<String, Object>> rooms) {
        var contact = Map.of("name", "Buyer of " + hotel, "email", address("buyer"), "country", "DE");
        return anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of("contact", contact, "delegates", List.of(), "rooms", rooms, "locale", "en"))
                .expect(201);
    }

    static Map<String, Object> room(String hotel, String... guests) {
        return new HashMap<>(Map.of(
                "hotel", hotel,
                "room_type", "double",
                "check_in", "2027-05-10",
                "check_out", "2027-05-12",
                "guests", List.of(guests)));
    }

    boolean told(String what) {
        return inbox().mails(address("buyer")).stream()
                .anyMatch(mail -> mail.text().contains(what));
    }

    Browser.View signIn(Browser browser, Browser.View form, String who) {
        return browser.submit(form, "/login", Map.of("email", address(who), "password", PASSWORD));
    }

    interface Work<T> {
        T with(HotelDesk desk);
    }

    <T> T inTenant(Work<T> work) {
        return Tenancy.callAs(tenant, () -> work.with(desks.ofStaff("conf27", "grand")));
    }

    byte[] file(HotelDesk desk, RoomingLists.Listing listing, String format, Locale locale) {
        return files.of(desk, listing, format, locale).getBody();
    }

    String stayOf(String guest) {
        return text("SELECT id::text FROM room_booking WHERE guests ->> 0 = '" + guest + "'");
    }

    int audit(String action) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*)::int FROM audit_entry WHERE action = ?")
                        .param(action)
                        .query(Integer.class)
                        .single());
    }

    String text(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(String.class).single());
    }

    void run(String sql) {
        Tenancy.runAs(tenant, () -> jdbc.sql(sql).update());
    }

    String orderPage(Http.Answer order) {
        return at("/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret") + "&lang=en");
    }

    String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    String address(String who) {
        return who + "-" + mark + "@example.org";
    }
}

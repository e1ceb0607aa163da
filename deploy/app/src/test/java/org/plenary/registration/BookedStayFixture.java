package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** A hotel whose nights have one room each, the first a second one for speakers, and stays in it that are paid. */
abstract class BookedStayFixture extends PaidOrderIT {
    @Autowired
    Accounts accounts;

    final Browser browser = new Browser();

    @BeforeEach
    void aHotelWithOneRoom() {
        owner.post(PATH + "/hotels", hotel("")).expect(201);
    }

    Http.Answer staying(String pay, String checkIn, String checkOut) {
        return staying(pay, checkIn, checkOut, "Ada");
    }

    /** @param names of the delegates; the first one has the room */
    Http.Answer staying(String pay, String checkIn, String checkOut, String... names) {
        var delegates = Stream.of(names)
                .map(name -> Map.of("fee", "regular", "answers", Map.of("name", name)))
                .toList();
        var room = Map.of(
                "hotel",
                "grand",
                "room_type",
                "double",
                "check_in",
                checkIn,
                "check_out",
                checkOut,
                "guests",
                List.of(names[0]),
                "pay",
                pay,
                "requests",
                "Room by the lift");
        var order = anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact",
                                Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates",
                                delegates,
                                "rooms",
                                List.of(room),
                                "locale",
                                "en"))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    DeskFixture staff() {
        return new DeskFixture(tenant, owner.port(), accounts);
    }

    String roomLine(Http.Answer order) {
        for (var line : view(order).at("/lines"))
            if (line.at("/kind").asString().equals("room")
                    && !line.at("/cancelled").asBoolean()) return line.at("/id").asString();
        throw new AssertionError("no room in " + view(order));
    }

    String nights(Http.Answer order) {
        return booked("b.check_in || '/' || b.check_out", order);
    }

    String stay(Http.Answer order) {
        return booked("b.id::text", order);
    }

    String booked(String what, Http.Answer order) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT " + what
                                + " FROM room_booking b JOIN orders o ON o.id = b.order_id WHERE o.code = :code")
                        .param("code", order.text("/code"))
                        .query(String.class)
                        .single());
    }

    int left(String night) {
        for (var each : anybody.get(PATH + "/availability").expect(200).json().at("/rooms/0/room_types/0/nights"))
            if (each.path("date").asString().equals(night))
                return each.path("left").asInt();
        throw new AssertionError("no such night: " + night);
    }

    static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /** @param terms more of them */
    static String hotel(String terms) {
        return """
                {"key": "grand", "name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": null,
                 "room_types": [{"key": "double", "name": "Double room", "occupancy": 2,
                    "nightly_rate": {"amount": "100.00", "currency": "EUR"},
                    "nights": [{"date": "2027-05-10", "rooms": 2}, {"date": "2027-05-11", "rooms": 1},
                        {"date": "2027-05-12", "rooms": 1, "rate": {"amount": "150.00", "currency": "EUR"}}]}],
                 "sub_blocks": [{"key": "speakers", "name": "Speakers", "fees": ["speaker"],
                    "ways": [{"kind": "guarantee"}],
                    "allotments": [{"room_type": "double", "date": "2027-05-10", "rooms": 1}]}],
                 "terms": {%s "ways": [{"kind": "full"}, {"kind": "deposit", "percent": 20}],
                    "taxes": [{"key": "city", "name": "City tax", "per": "stay", "at_hotel": true,
                        "amount": {"amount": "8.00", "currency": "EUR"}}],
                    "cancellation": [{"days_before": 1, "percent": 50}]},
                 "shoulder_nights": {"before": 0, "after": 1}}""".formatted(terms);
    }
}

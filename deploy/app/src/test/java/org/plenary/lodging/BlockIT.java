package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.lodging.hotel.DueReleases;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A block as its contract says: rates, taxes, ways to pay, sub-blocks, and what goes back to the hotel. */
class BlockIT extends PlenaryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private DueReleases releases;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Http delegate;

    @BeforeEach
    void aConferenceWithTwoFees() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        aFee(owner, "speaker", "0.00", null);
        publish(owner);
    }

    @Test
    void anExtraNightAndAGuestMoreCostWhatTheContractSays() {
        hotel(5, null, "\"guest_rates\": [{\"guests\": 1, \"rate\": %s}],".formatted(eur("80.00")), "", "");

        var alone = order("regular", room("2027-05-10", "2027-05-12", "Ada"), Map.of())
                .expect(201);
        var both = order("regular", room("2027-05-10", "2027-05-13", "Ada", "Grace"), Map.of())
                .expect(201);

        assertThat(alone.text("/total/amount")).isEqualTo("160.00");
        assertThat(roomLine(alone).at("/quantity").asInt()).isEqualTo(2);
        // two nights at 100, the last one at 150
        assertThat(both.text("/total/amount")).isEqualTo("350.00");
        assertThat(roomLine(both).at("/quantity").asInt()).isEqualTo(1);
        // What an invoice says stays for years: who sleeps there is no part of it.
        assertThat(both.json().at("/lines").toString()).doesNotContain("Grace");
    }

    @Test
    void theCityTaxIsALineOfItsOwnAndGoesWithTheRoom() {
        hotel(5, null, "", """
                "tax_rate": 7, "taxes": [
                    {"key": "city", "name": "City tax", "per": "guest_night", "amount": %s},
                    {"key": "spa", "name": "Spa tax", "per": "stay", "percent": 2.5, "at_hotel": true}],
                "cancellation": [{"days_before": 30, "percent": 100}, {"days_before": 3, "percent": 50}],
                """.formatted(eur("3.50")), "");

        var order = order("regular", room("2027-05-10", "2027-05-12", "Ada", "Grace"), Map.of())
                .expect(201);

        assertThat(order.text("/total/amount")).isEqualTo("214.00");
        var lines = order.json().at("/lines");
        assertThat(lines.findValuesAsString("description")).anyMatch(text -> text.startsWith("City tax for Grand"));
        assertThat(roomLine(order).at("/tax_rate").asString()).isEqualTo("7");
    }

    @Test
    void whatIsPaidHereIsWhatTheWayToPaySays() {
        hotel(9, null, "", """
                "ways": [{"kind": "deposit", "percent": 20}, {"kind": "first_night"}, {"kind": "guarantee"}],
                """, "");

        assertThat(paying(null)).isEqualTo("70.00");
        assertThat(paying("first_night")).isEqualTo("100.00");
        assertThat(paying("guarantee")).isEqualTo("0.00");
        var refused = order("regular", room("2027-05-10", "2027-05-13", "Ada"), Map.of("pay", "full"))
                .expect(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("unknown_payment_way");
        assertThat(booked("SELECT sum(total_minor)::int FROM room_booking")).isEqualTo(3 * 35_000);
    }

    @Test
    void roomsKeptForSpeakersAreForSpeakersAndForThoseWithTheCode() {
        hotel(3, null, "", "", subBlock(2, null));

        assertThat(left("2027-05-10")).isEqualTo(1);
        var refused = order("regular", room("2027-05-10", "2027-05-11", "Ada"), Map.of("sub_block", "speakers"))
                .expect(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("sub_block_not_for_you");
        var speaker = order("speaker", room("2027-05-10", "2027-05-11", "Grace"), Map.of("sub_block", "speakers"))
                .expect(201);
        assertThat(speaker.text("/total/amount")).isEqualTo("0.00");
        order(
                        "regular",
                        room("2027-05-10", "2027-05-11", "Eve"),
                        Map.of("sub_block", "speakers", "sub_block_code", "vip"))
                .expect(201);
        order("speaker", room("2027-05-10", "2027-05-11", "Joan"), Map.of("sub_block", "speakers"))
                .expect(409);
        order("regular", room("2027-05-10", "2027-05-11", "Ida"), Map.of()).expect(201);
        order("regular", room("2027-05-10", "2027-05-11", "Lise"), Map.of()).expect(409);
    }

    @Test
    void theCutOffOfASubBlockReturnsItsRoomsToTheMainBlock() {
        hotel(3, null, "", "", subBlock(2, TODAY.minusDays(1)));
        assertThat(left("2027-05-10")).isEqualTo(1);

        sweep();
        sweep();

        assertThat(left("2027-05-10")).isEqualTo(3);
        order("speaker", room("2027-05-10", "2027-05-11", "Grace"), Map.of("sub_block", "speakers"))
                .expect(409);
    }

    @Test
    void aBlockOfAHundredWithSixtyThreeBookedGivesThirtySevenBackAtItsCutOff() {
        hotel(100, TODAY.plusDays(1), "", "", "");
        for (var first = 0; first < 63; first += 9) {
            var rooms = IntStream.range(0, 9)
                    .mapToObj(i -> room("2027-05-10", "2027-05-11", "Guest " + i))
                    .toList();
            delegate.post(PATH + "/orders", Map.of("contact", contact(), "delegates", List.of(), "rooms", rooms))
                    .expect(201);
        }
        assertThat(sweep()).isZero();

        cutOff(TODAY.minusDays(1));
        var released = sweep();

        assertThat(released).isEqualTo(37 + 100 + 100);
        assertThat(sweep()).isZero();
        assertThat(booked("SELECT sum(rooms)::int FROM block_release WHERE night = '2027-05-10'"))
                .isEqualTo(37);
        cutOff(TODAY.plusDays(9));
        assertThat(left("2027-05-10")).as("what went back is gone").isZero();
    }

    @Test
    void aBlockCannotBeBookedBeforeItsFirstDay() {
        hotel(3, null, "", "\"opens_on\": \"%s\",".formatted(TODAY.plusDays(1)), "");

        var refused = order("regular", room("2027-05-10", "2027-05-11", "Ada"), Map.of())
                .expect(409);

        assertThat(refused.text("/type")).endsWith("not_open_yet");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rooms/0/hotel");
    }

    @Test
    void whatKnowsNothingOfTheTermsLosesNothingOfThem() {
        hotel(3, null, "", "\"attrition_percent\": 20,", subBlock(2, null));
        var hotel = owner.get(PATH + "/hotels/grand").expect(200);

        var changed = owner.put(PATH + "/hotels/grand", plain(4)).expect(200);

        assertThat(changed.json().at("/terms")).isEqualTo(hotel.json().at("/terms"));
        assertThat(changed.json().at("/sub_blocks")).isEqualTo(hotel.json().at("/sub_blocks"));
        assertThat(changed.text("/room_types/0/nights/2/rate/amount")).isEqualTo("150.00");
        assertThat(left("2027-05-10")).isEqualTo(2);
        owner.put(PATH + "/hotels/grand", plain(1)).expect(200);
        assertThat(left("2027-05-10")).as("what is there is kept for speakers").isZero();
        var shown = delegate.get(PATH + "/hotels/grand").expect(200).json();
        assertThat(shown.at("/sub_blocks").size()).isZero();
        assertThat(shown.at("/terms/attrition_percent").isNull()).isTrue();
    }

    private String paying(String way) {
        var more = new HashMap<String, Object>();
        if (way != null) more.put("pay", way);
        return order("regular", room("2027-05-10", "2027-05-13", "Ada"), more)
                .expect(201)
                .text("/total/amount");
    }

    private int sweep() {
        return Tenancy.callAs(tenant, releases::sweep);
    }

    private void cutOff(LocalDate date) {
        owner.put(PATH + "/hotels/grand", plain(100).replace("null", "\"" + date + "\""))
                .expect(200);
    }

    private int booked(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(Integer.class).single());
    }

    private int left(String night) {
        for (var each : delegate.get(PATH + "/availability").expect(200).json().at("/rooms/0/room_types/0/nights"))
            if (each.path("date").asString().equals(night))
                return each.path("left").asInt();
        throw new AssertionError("no such night: " + night);
    }

    private static JsonNode roomLine(Http.Answer order) {
        for (var line : order.json().at("/lines"))
            if (line.path("kind").asString().equals("room")) return line;
        throw new AssertionError("no room: " + order.body());
    }

    private Http.Answer order(String fee, Map<String, Object> room, Map<String, Object> more) {
        var wish = new HashMap<>(room);
        wish.putAll(more);
        var who = Map.of("fee", fee, "answers", Map.of("name", "Ada"));
        return delegate.post(
                PATH + "/orders", Map.of("contact", contact(), "delegates", List.of(who), "rooms", List.of(wish)));
    }

    private static Map<String, Object> room(String checkIn, String checkOut, String... guests) {
        return new HashMap<>(Map.of(
                "hotel",
                "grand",
                "room_type",
                "double",
                "check_in",
                checkIn,
                "check_out",
                checkOut,
                "guests",
                new ArrayList<>(List.of(guests))));
    }

    private static Map<String, Object> contact() {
        return Map.of("name", "Ada", "email", "ada@example.org", "country", "DE");
    }

    private static String subBlock(int rooms, LocalDate cutOff) {
        return """
                "sub_blocks": [{"key": "speakers", "name": "Speakers", "fees": ["speaker"], "code": "VIP", "cut_off_on": %s,
                    "ways": [{"kind": "master"}],
                    "allotments": [{"room_type": "double", "date": "2027-05-10", "rooms": %d}]}],
                """.formatted(cutOff == null ? null : "\"" + cutOff + "\"", rooms);
    }

    private void hotel(int rooms, LocalDate cutOff, String ofType, String terms, String parts) {
        owner.post(PATH + "/hotels", """
                {"key": "grand", "name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": %s,
                 "room_types": [{"key": "double", "name": "Double room", "occupancy": 2, %s
                    "nightly_rate": %s,
                    "nights": [{"date": "2027-05-10", "rooms": %4$d}, {"date": "2027-05-11", "rooms": %4$d},
                        {"date": "2027-05-12", "rooms": %4$d, "rate": %5$s}]}],
                 %6$s
                 "terms": {%7$s "at_cut_off": "release"},
                 "shoulder_nights": {"before": 0, "after": 1}}""".formatted(
                                cutOff == null ? null : "\"" + cutOff + "\"",
                                ofType,
                                eur("100.00"),
                                rooms,
                                eur("150.00"),
                                parts,
                                terms))
                .expect(201);
    }

    /** As a client writes it that knows of no terms. */
    private static String plain(int rooms) {
        return """
                {"name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": null,
                 "room_types": [{"key": "double", "name": "Double room", "occupancy": 2,
                    "nightly_rate": %1$s,
                    "nights": [{"date": "2027-05-10", "rooms": %2$d}, {"date": "2027-05-11", "rooms": %2$d},
                        {"date": "2027-05-12", "rooms": %2$d}]}],
                 "shoulder_nights": {"before": 0, "after": 1}}""".formatted(eur("100.00"), rooms);
    }

    private static String eur(String amount) {
        return "{\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
    }
}

package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.lodging.hotel.DueReleases;
import org.plenary.lodging.report.PickupNotes;
import org.plenary.lodging.report.ReleaseNotices;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pick-up report: how full a block is, how fast it fills, what empty rooms cost, and what staff are told of it. */
class PickupIT extends PlenaryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private DueReleases releases;

    @Autowired
    private PickupNotes notes;

    @Autowired
    private ReleaseNotices notices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Http delegate;

    @BeforeEach
    void aConferenceThatSellsRooms() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
    }

    @Test
    void aBlockOfAHundredWithSixtyThreeBookedReportsSixtyThreePercentAfterItsRelease() {
        hotel(100, TODAY.minusDays(1), "");
        openUntil(TODAY.plusDays(1));
        book(63, "full");
        openUntil(TODAY.minusDays(1));

        Tenancy.callAs(tenant, releases::sweep);

        var night = owner.get(PATH + "/pick-up").expect(200).json().at("/nights/0/rooms");
        assertThat(night.at("/contracted").asInt()).isEqualTo(100);
        assertThat(night.at("/released").asInt()).isEqualTo(37);
        assertThat(night.at("/held").asInt()).isEqualTo(63);
        assertThat(night.at("/left").asInt()).isZero();
        assertThat(night.at("/pickup_percent").asInt()).isEqualTo(63);
        var statistics = owner.get(PATH + "/statistics").expect(200).json();
        assertThat(statistics.at("/rooms/nights/0/block").asInt()).isEqualTo(100);
        assertThat(statistics.at("/rooms/nights/0/taken").asInt()).isEqualTo(63);
    }

    @Test
    void theReportTellsHeldFromSoldAndNamesThePeakNight() {
        hotel(10, null, subBlock());
        book(2, "full");
        book(3, "guarantee");

        var report = owner.get(PATH + "/pick-up?hotel=grand").expect(200).json();

        assertThat(report.at("/total/sold").asInt()).isEqualTo(3);
        assertThat(report.at("/total/held").asInt()).isEqualTo(2);
        assertThat(report.at("/total/left").asInt()).isEqualTo(15);
        assertThat(report.at("/peak_night").asString()).isEqualTo("2027-05-10");
        assertThat(report.at("/hotels/0/sub_blocks/0/total/contracted").asInt()).isEqualTo(4);
        assertThat(report.at("/hotels/0/sub_blocks/0/total/left").asInt()).isEqualTo(4);
        assertThat(report.at("/hotels/0/room_types/0/total/contracted").asInt()).isEqualTo(20);
        owner.get(PATH + "/pick-up?hotel=none").expect(404);
        delegate.get(PATH + "/pick-up").expect(401);
    }

    @Test
    void roomsBeyondTheAllowedShortfallAreChargedAtTheAverageRate() {
        hotel(10, null, "");
        book(3, "guarantee");

        var attrition = owner.get(PATH + "/pick-up").expect(200).json().at("/hotels/0/attrition");

        // 20 nights at 100 and 150, a quarter of which may stay empty: 20 - 5 - 3
        assertThat(attrition.at("/allowed").asInt()).isEqualTo(5);
        assertThat(attrition.at("/shortfall").asInt()).isEqualTo(12);
        assertThat(attrition.at("/average_rate/amount").asString()).isEqualTo("125.00");
        assertThat(attrition.at("/charge/amount").asString()).isEqualTo("1500.00");
    }

    @Test
    void aContractThatAllowsNoShortfallIsAnotherThanOneThatSaysNothingOfIt() {
        hotel(10, null, "");
        book(3, "guarantee");

        // 20 nights, none of which may stay empty: 20 - 3
        assertThat(chargedWithTerms("\"attrition_percent\": 0,")).isEqualTo("2125.00");
        assertThat(owner.get(PATH + "/hotels/grand")
                        .expect(200)
                        .json()
                        .at("/terms/attrition_percent")
                        .asInt(-1))
                .isZero();
        assertThat(chargedWithTerms("")).isEqualTo("0.00");
        assertThat(owner.get(PATH + "/hotels/grand")
                        .expect(200)
                        .json()
                        .at("/terms/attrition_percent")
                        .isNull())
                .isTrue();
        assertThat(owner.get(PATH + "/pick-up")
                        .expect(200)
                        .json()
                        .at("/hotels/0/attrition/allowed_percent")
                        .isNull())
                .isTrue();
    }

    private String chargedWithTerms(String attrition) {
        var hotel = owner.get(PATH + "/hotels/grand").expect(200).json();
        owner.put(PATH + "/hotels/grand", """
                        {"name": "Grand Hotel", "address": "1 Main Street", "room_types": %s,
                         "shoulder_nights": {"before": 0, "after": 1},
                         "terms": {%s "ways": [{"kind": "full"}, {"kind": "guarantee"}]}}""".formatted(
                                hotel.at("/room_types").toString().replaceAll("\"id\":\"[^\"]+\",", ""), attrition))
                .expect(200);
        return owner.get(PATH + "/pick-up")
                .expect(200)
                .json()
                .at("/hotels/0/attrition/charge/amount")
                .asString();
    }

    @Test
    void theForecastGoesByTheLastEditionWhenThereIsOne() {
        hotel(10, null, "");
        book(3, "guarantee");
        Tenancy.runAs(tenant, notes::note);
        assertThat(owner.get(PATH + "/pick-up")
                        .expect(200)
                        .json()
                        .at("/forecast/basis")
                        .asString())
                .isEqualTo("none");
        anEarlierEdition();

        var report = owner.get(PATH + "/pick-up").expect(200).json();

        // the last edition had sold 2 of its 8 so many days before
        assertThat(report.at("/forecast/basis").asString()).isEqualTo("last_edition");
        assertThat(report.at("/forecast/share_percent").asInt()).isEqualTo(25);
        assertThat(report.at("/forecast/room_nights").asInt()).isEqualTo(12);
        assertThat(report.at("/earlier").asString()).isEqualTo("conf26");
        assertThat(report.at("/pace/0/sold").asInt()).isEqualTo(3);
        assertThat(report.at("/pace/0/earlier").asInt()).isEqualTo(2);
    }

    @Test
    void staffAreToldOnceBeforeRoomsGoAndOnceWhenTheyWent() {
        var email = "owner-" + tenant.slug() + "@example.org";
        var account = accounts.createOwner("Olga Owner", email, quickHash("correct horse battery"));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        hotel(10, TODAY.plusDays(3), "");
        book(4, "guarantee");

        Tenancy.runAs(tenant, notices::send);
        Tenancy.runAs(tenant, notices::send);

        var going = inbox().mails(email);
        assertThat(going).hasSize(1);
        assertThat(going.getFirst().text()).contains("16 room nights").contains("Grand Hotel");

        openUntil(TODAY.minusDays(1));
        Tenancy.callAs(tenant, releases::sweep);
        Tenancy.callAs(tenant, releases::sweep);

        eventually("staff are told", () -> inbox().mails(email).size() == 2);
        assertThat(inbox().mails(email))
                .anySatisfy(
                        mail -> assertThat(mail.text()).contains("16 room nights", "because the cut-off date is over"));
    }

    private void anEarlierEdition() {
        owner.post("/api/v1/conferences", """
                        {"slug": "conf26", "name": "Conf 26", "starts_on": "2026-05-11", "ends_on": "2026-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);
        owner.post("/api/v1/conferences/conf26/hotels", """
                        {"key": "grand", "name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": null,
                         "room_types": [{"key": "double", "name": "Double", "occupancy": 2, "nightly_rate": %s,
                            "nights": [{"date": "2026-05-11", "rooms": 9}]}]}""".formatted(eur("100.00")))
                .expect(201);
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("""
                    INSERT INTO pickup_day SELECT h.conference_id, h.id, each.day, each.sold
                    FROM hotel h JOIN conference c ON c.id = h.conference_id AND c.slug = 'conf26',
                        (VALUES (DATE '2025-06-01', 2), (DATE '2026-05-11', 8)) AS each (day, sold)""").update();
            jdbc.sql("""
                    INSERT INTO pickup_setting SELECT now.id, 7, before.id FROM conference now, conference before
                    WHERE now.slug = 'conf27' AND before.slug = 'conf26'""").update();
        });
    }

    private void book(int rooms, String way) {
        for (var first = 0; first < rooms; first += 9) {
            var wishes = IntStream.range(first, Math.min(rooms, first + 9))
                    .mapToObj(i -> Map.of(
                            "hotel", "grand",
                            "room_type", "double",
                            "check_in", "2027-05-10",
                            "check_out", "2027-05-11",
                            "guests", List.of("Guest " + i),
                            "pay", way))
                    .toList();
            delegate.post(PATH + "/orders", Map.of("contact", contact(), "delegates", List.of(), "rooms", wishes))
                    .expect(201);
        }
    }

    private void openUntil(LocalDate cutOff) {
        var hotel = owner.get(PATH + "/hotels/grand").expect(200).json();
        owner.put(PATH + "/hotels/grand", """
                        {"name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": "%s", "room_types": %s,
                         "shoulder_nights": {"before": 0, "after": 1}}""".formatted(
                                cutOff, hotel.at("/room_types").toString().replaceAll("\"id\":\"[^\"]+\",", "")))
                .expect(200);
    }

    private void hotel(int rooms, LocalDate cutOff, String parts) {
        owner.post(PATH + "/hotels", """
                        {"key": "grand", "name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": %s,
                         "room_types": [{"key": "double", "name": "Double room", "occupancy": 2, "nightly_rate": %s,
                            "nights": [{"date": "2027-05-10", "rooms": %3$d}, {"date": "2027-05-11", "rooms": %3$d, "rate": %4$s}]}],
                         %5$s "shoulder_nights": {"before": 0, "after": 1},
                         "terms": {"attrition_percent": 25, "ways": [{"kind": "full"}, {"kind": "guarantee"}]}}""".formatted(
                        cutOff == null ? null : "\"" + cutOff + "\"", eur("100.00"), rooms, eur("150.00"), parts))
                .expect(201);
    }

    private static String subBlock() {
        return """
                "sub_blocks": [{"key": "staff", "name": "Staff", "code": "VIP", "allotments": [
                    {"room_type": "double", "date": "2027-05-11", "rooms": 4}]}],""";
    }

    private static Map<String, Object> contact() {
        return Map.of("name", "Ada", "email", "ada@example.org", "country", "DE");
    }

    private static String eur(String amount) {
        return "{\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
    }
}

package org.plenary.lodging.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.kernel.TableFile;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organizer brings in what was kept in spreadsheets, and settles with the hotel by its invoice. */
class SheetsIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String BLOCK = """
            Hotel;Room type;Date;Rooms;Rate;Occupancy
            Grand Hotel;Double;2027-05-10;2;100.00;2
            Grand Hotel;Double;11.05.2027;2;100.00;2
            Grand Hotel;Double;2027-05-12;1;150,50;2
            """;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private BringingIn bringingIn;

    @Autowired
    private List<SheetKind> kinds;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private JdbcClient jdbc;

    private final Browser browser = new Browser();

    private Tenant tenant;
    private Http owner;
    private String hotels;

    @BeforeEach
    void anOrganizerSignsIn() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        hotels = "http://" + tenant.slug() + ".localhost:" + owner.port() + "/manage/conferences/conf27/hotels";
        browser.submit(browser.open(hotels + "?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    @Test
    void aBlockIsBroughtInFromASpreadsheetAndBroughtUpToDateByTheNext() {
        var written = step("block", "", BLOCK, "all");

        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).contains("3 nights were written.");
        var hotel = owner.get(PATH + "/hotels/grand-hotel").expect(200).json();
        assertThat(hotel.at("/room_types/0/nights/0/rooms").asInt()).isEqualTo(2);
        assertThat(hotel.at("/room_types/0/nights/2/rate/amount").asString()).isEqualTo("150.50");

        step("block", "", """
                Hotel;Room type;Date;Rooms;Rate
                grand hotel;Double;2027-05-12;4;150.50
                Grand Hotel;Suite;2027-05-10;1;300
                """, "all");

        hotel = owner.get(PATH + "/hotels/grand-hotel").expect(200).json();
        assertThat(hotel.at("/room_types/0/nights").size()).isEqualTo(3);
        assertThat(hotel.at("/room_types/0/nights/2/rooms").asInt()).isEqualTo(4);
        assertThat(hotel.at("/room_types/1/nightly_rate/amount").asString()).isEqualTo("300.00");
    }

    @Test
    void nothingIsWrittenWhileACellIsWrongAndTheCellIsNamed() {
        var tried = step("block", "", """
                Hotel;Room type;Date;Rooms;Rate
                Grand Hotel;Double;2027-05-10;many;100.00
                Grand Hotel;Double;2027-05-11;2;
                Grand Hotel;Double;2029-01-01;2;100.00
                """, "all");

        assertThat(tried.status()).isEqualTo(409);
        assertThat(tried.body()).contains("many", "This is not a number.", "2029-01-01");
        assertThat(owner.get(PATH + "/hotels").expect(200).json().at("/items").size())
                .isZero();
    }

    @Test
    void bookingsAreBroughtInAsConfirmedOrdersAndTakeTheirNights() {
        step("block", "", BLOCK, "all");

        var good = step("bookings", "", """
                Guest,Mail,Hotel,Room,Arrival,Departure,Conf No
                Ada Lovelace;Grace Hopper,ada@example.org,grand hotel,double,2027-05-10,2027-05-13,C-1
                Emmy Noether,emmy@example.org,Grand Hotel,Double,2027-05-10,2027-05-12,C-2
                Max Born,max@example.org,Grand Hotel,Double,2027-05-12,2027-05-13,C-3
                Lise Meitner,lise@example.org,Grand Hotel,Double,2027-05-14,2027-05-15,
                Joan Clarke,joan,Hilton,Double,2027-05-10,2027-05-11,
                """, "good");

        assertThat(good.body()).contains("2 bookings were written.");
        var list = owner.get(PATH + "/rooming-list").expect(200).json().at("/items");
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.at("/0/guests").size()).isEqualTo(2);
        assertThat(list.at("/0/status").asString()).isEqualTo("confirmed");
        assertThat(list.at("/0/acknowledgement").asString()).isEqualTo("C-1");
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        var night = owner.get(PATH + "/pick-up").expect(200).json().at("/nights/0/rooms");
        assertThat(night.at("/sold").asInt()).isEqualTo(2);
        assertThat(night.at("/left").asInt()).isZero();
    }

    @Test
    void aSheetThatIsUploadedBringsInSubBlocksAndBookingsOfThem() {
        var empty = browser.upload(browser.open(hotels + "/sheets/block"), "block", "file", "block.csv", new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        var kept = BLOCK.replace("Occupancy", "Occupancy;Sub-block;Code") + """
                Grand Hotel;Double;2027-05-10;1;;;Speakers;VIP
                Grand Hotel;Double;2027-05-11;3;;;Speakers;
                """;

        var tried = step(uploaded("block", kept), "all");

        assertThat(tried.status()).isEqualTo(409);
        assertThat(tried.body()).contains("The night of 2027-05-11 has only", ">6<");
        step(uploaded("block", kept.replace("11;3", "11;1")), "all");
        var part = owner.get(PATH + "/hotels/grand-hotel").expect(200).json().at("/sub_blocks/0");
        assertThat(part.at("/code").asString()).isEqualTo("VIP");
        assertThat(part.at("/allotments")).hasSize(2);
        var booked = step(uploaded("bookings", """
                Guest,Mail,Hotel,Room,Arrival,Departure,Sub-block
                Ada Lovelace,ada@example.org,Grand Hotel,Double,2027-05-10,2027-05-12,Speakers
                Emmy Noether,emmy@example.org,Grand Hotel,Double,2027-05-10,2027-05-11,speakers
                Max Born,max@example.org,Grand Hotel,Double,2027-05-10,2027-05-11,
                Joan Clarke,joan@example.org,Grand Hotel,Double,2027-05-12,2027-05-13,Speakers
                """), "good");
        assertThat(booked.body()).contains("2 bookings were written.");
        assertThat(owner.get(PATH + "/rooming-list").expect(200).json().at("/items"))
                .hasSize(2);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void aRowForWhichThereIsNoRoomIsRefusedByItsNightAndABookingIsNotBroughtInTwice() {
        step("block", "", BLOCK, "all");
        var row = "Emmy Noether,emmy@example.org,Grand Hotel,Double,2027-05-12,2027-05-13,C-2\n";
        var header = "Guest,Mail,Hotel,Room,Arrival,Departure,Conf No\n";

        var oversold =
                step("bookings", "", header + row + row.replace("C-2", "C-4").replace("Emmy", "Max"), "all");

        assertThat(oversold.status()).isEqualTo(409);
        assertThat(oversold.body()).contains("no room of this type left in the night of 2027-05-12");
        step("bookings", "", header + row, "all");
        var again = step("bookings", "", header + row.replace("2027-05-12", "2027-05-11"), "try");
        assertThat(again.body()).contains("There is a booking with this confirmation number.");
    }

    @Test
    void theInvoiceOfAHotelIsHeldAgainstWhoStayed() {
        step("block", "", BLOCK.replace(";2;100", ";9;100").replace(";1;150,50", ";9;150.50"), "all");
        owner.put(PATH + "/hotels/grand-hotel", terms()).expect(200);
        book("Ada Lovelace", "2027-05-10", "2027-05-12");
        book("Emmy Noether", "2027-05-10", "2027-05-11");
        book("Max Born", "2027-05-10", "2027-05-11");

        step("invoice", "grand-hotel", """
                Guest,Arrival,Departure,Amount
                ada lovelace,2027-05-10,2027-05-12,200.00
                Emmy Noether,2027-05-10,2027-05-12,200.00
                Nobody Known,2027-05-10,2027-05-11,100.00
                """, "all");

        var page = browser.open(hotels + "/grand-hotel/settlement");
        assertThat(page.body())
                .contains("1 as booked, 1 differing, 1 that nobody booked, 1 missing on the invoice.")
                .contains("€500.00", "€400.00", "€100.00");
        var row = page.body().replaceFirst("(?s).*?name=\"row\" value=\"([^\"]+)\".*", "$1");
        var refused = browser.submit(
                page, page.address().getPath() + "/verdicts", Map.of("row", row, "verdict", "disputed", "note", ""));
        assertThat(refused.status()).isEqualTo(422);
        var judged = browser.submit(
                page,
                page.address().getPath() + "/verdicts",
                Map.of("row", row, "verdict", "disputed", "note", "One night only"));
        assertThat(judged.body()).contains("Disputed", "One night only");
        var typed = browser.submit(
                judged,
                page.address().getPath() + "/lines",
                Map.of("guest", "Max Born", "nights", "1", "amount", "100"));
        assertThat(typed.body()).contains("2 as booked, 1 differing, 1 that nobody booked, 0 missing");
        assertThat(browser.open(hotels + "/grand-hotel/settlement.csv").body())
                .contains("\"disputed\",\"One night only\"");
    }

    @Test
    void forSomebodyWhoNeverCameTheHotelMayChargeWhatTheContractSays() {
        step("block", "", BLOCK, "all");
        owner.put(PATH + "/hotels/grand-hotel", terms()).expect(200);
        book("Ada Lovelace", "2027-05-10", "2027-05-12");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE room_booking SET stay = 'no_show'").update());
        step("invoice", "grand-hotel", """
                Guest,Arrival,Departure,Amount
                Ada Lovelace,2027-05-10,2027-05-12,200.00
                """, "all");
        var page = browser.open(hotels + "/grand-hotel/settlement");
        assertThat(page.body()).contains("Did not come", "2 nights may be charged", "1 as booked");
        var path = page.address().getPath() + "/no-shows";
        assertThat(browser.submit(page, path, Map.of("no-show-nights", "many")).status())
                .isEqualTo(422);

        var charged = browser.submit(page, path, Map.of("no-show-nights", "1"));

        assertThat(charged.body()).contains("1 night may be charged", "0 as booked, 1 differing");
        assertThat(browser.open(hotels + "/grand-hotel/settlement.csv").body())
                .contains("\"true\",\"1\",\"EUR 200.00\",\"EUR 100.00\"");
    }

    @Test
    void thePickUpReportIsDrawnInBothLanguages() {
        assertThat(browser.open(hotels + "/pick-up").body()).contains("With a hotel and its rooms");
        step("block", "", BLOCK, "all");

        var english = browser.open(hotels + "/pick-up?hotel=grand-hotel");
        assertThat(english.status()).isEqualTo(200);
        assertThat(english.body()).contains("Pick-up report", "What empty rooms cost", "heat-0");
        var settings = browser.submit(
                english, hotels.replaceFirst("http://[^/]+", "") + "/pick-up", Map.of("notice_days", "99"));
        assertThat(settings.status()).isEqualTo(422);
        assertThat(browser.open(hotels + "/pick-up?lang=zh-CN").body()).contains("客房预订进度报告");
    }

    private void book(String guest, String checkIn, String checkOut) {
        anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", guest, "email", "guest@example.org", "country", "DE"),
                                "delegates", List.of(),
                                "rooms",
                                        List.of(Map.of(
                                                "hotel",
                                                "grand-hotel",
                                                "room_type",
                                                "double",
                                                "check_in",
                                                checkIn,
                                                "check_out",
                                                checkOut,
                                                "guests",
                                                List.of(guest)))))
                .expect(201);
    }

    private String terms() {
        var hotel = owner.get(PATH + "/hotels/grand-hotel").expect(200).json();
        return """
                {"name": "Grand Hotel", "room_types": %s, "terms": {"ways": [{"kind": "master"}]}}""".formatted(hotel.at("/room_types").toString().replaceAll("\"id\":\"[^\"]+\",", ""));
    }

    private Browser.View step(String kind, String about, String table, String step) {
        var file = TableFile.of(table.getBytes(StandardCharsets.UTF_8));
        var id = Tenancy.callAs(tenant, () -> {
            var of = kinds.stream()
                    .filter(each -> each.name().equals(kind))
                    .findFirst()
                    .orElseThrow();
            return bringingIn.keep(new BringingIn.Subject(conferences.bySlug("conf27"), of, about), file);
        });
        var name = about.isEmpty() ? kind : kind + ":" + about;
        return step(browser.open(hotels + "/sheets/" + name + "/" + id), step);
    }

    private Browser.View uploaded(String kind, String table) {
        var form = browser.open(hotels + "/sheets/" + kind);
        return browser.upload(form, kind, "file", kind + ".csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private Browser.View step(Browser.View page, String step) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        var fields = new HashMap<String, String>();
        fields.put("step", step);
        var columns = page.body().split("name=\"column\\.");
        for (var i = 1; i < columns.length; i++) {
            var chosen = columns[i].replaceFirst("(?s).*?<option value=\"([^\"]*)\" selected.*", "$1");
            fields.put("column." + (i - 1), chosen.length() > 30 ? "" : chosen);
        }
        return browser.submit(page, page.address().getPath(), fields);
    }
}

package org.plenary.lodging.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;

/** An organizer brings in what was kept in spreadsheets. */
class SheetsIT extends SheetFixture {
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
        assertThat(tried.body()).contains("The night of 11 May 2027 has only", ">6<");
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
        assertThat(oversold.body()).contains("no room of this type left in the night of 12 May 2027");
        step("bookings", "", header + row, "all");
        var again = step("bookings", "", header + row.replace("2027-05-12", "2027-05-11"), "try");
        assertThat(again.body()).contains("There is a booking with this confirmation number.");
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
}

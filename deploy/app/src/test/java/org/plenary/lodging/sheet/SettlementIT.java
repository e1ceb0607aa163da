package org.plenary.lodging.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.onlyARoom;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;

/** An organizer settles with the hotel by its invoice. */
class SettlementIT extends SheetFixture {
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

    private void book(String guest, String checkIn, String checkOut) {
        anonymous(tenant)
                .post(PATH + "/orders", onlyARoom("grand-hotel", "double", checkIn, checkOut, guest))
                .expect(201);
    }

    private String terms() {
        var hotel = owner.get(PATH + "/hotels/grand-hotel").expect(200).json();
        return """
                {"name": "Grand Hotel", "room_types": %s, "terms": {"ways": [{"kind": "master"}]}}""".formatted(hotel.at("/room_types").toString().replaceAll("\"id\":\"[^\"]+\",", ""));
    }
}

package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.kernel.Csv;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** What a hotel is told: its rooms, and what changed since it was told last. */
class RoomingListIT extends HotelSideFixture {
    @Autowired
    private RoomingLists lists;

    @Autowired
    private RoomingSending sending;

    @Autowired
    private KeptStays kept;

    @Test
    void aLongListIsDrawnAsideAndTakenAwayWhenItIsReady() throws IOException {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        run("""
                INSERT INTO room_booking
                SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'number', NULL))).*
                FROM room_booking b, generate_series(1, 449)""");

        var asked = staff.open(at(HOTELS + "grand/rooming/file?format=pdf&language=en"));

        assertThat(asked.body()).contains("This list has 450 rooms", "Prepare the PDF");
        var making = staff.submit(asked, HOTELS + "grand/rooming/files", Map.of("language", "en"));
        assertThat(making.address().getPath()).startsWith(HOTELS + "grand/rooming/files/");
        eventually(
                "it is drawn",
                () -> staff.open(making.address().toString()).body().contains("The list of 450 rooms is ready."));
        var drawn = staff.open(making.address() + "/content");
        assertThat(drawn.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(footOfLastPage(drawn.content()))
                .as("drawn in three parts, numbered as one")
                .matches("(\\d\\d) / \\1");
        var elsewhere = making.address().toString().replace("/grand/", "/plaza/");
        assertThat(staff.open(elsewhere).status()).isEqualTo(404);
        assertThat(staff.open(at(HOTELS + "grand/rooming/file?format=csv&language=en"))
                        .status())
                .as("a table is quick")
                .isEqualTo(200);
    }

    @Test
    void changesSinceTheLastListNameEachStayOnce() {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace", "Charles Babbage");
        var grace = book("grand", "2027-05-10", "2027-05-11", "Grace Hopper");
        book("grand", "2027-05-11", "2027-05-12", "=HYPERLINK(1)");
        book("plaza", "2027-05-10", "2027-05-11", "Elsewhere");
        send(staff.open(at(HOTELS + "grand/rooming")), "0");

        run("UPDATE room_booking SET check_out = '2027-05-13', requests = 'High floor' WHERE id = '"
                + stayOf("Ada Lovelace") + "'");
        owner.post(PATH + "/orders/" + grace.text("/code") + "/cancellation", Map.of())
                .expect(200);
        book("grand", "2027-05-12", "2027-05-13", "Lise Meitner");

        var changes = staff.open(at(HOTELS + "grand/rooming?tab=changes"));
        assertThat(changes.body())
                .contains("Departure: 12 May 2027 → 13 May 2027", "Requests: none → High floor", "Lise Meitner")
                .contains("Grace Hopper", "Cancelled", "Shares with Charles Babbage")
                .doesNotContain("HYPERLINK", "Elsewhere");
        var rows = Csv.parse(staff.open(at(HOTELS + "grand/rooming/file?format=csv&language=en"))
                .body());
        assertThat(rows).hasSize(1 + 4);
        assertThat(rows)
                .extracting(row -> row.getFirst() + " " + row.get(2))
                .containsExactly(
                        "Change Guest",
                        "Changed Ada Lovelace",
                        " '=HYPERLINK(1)",
                        "New Lise Meitner",
                        "Cancelled Grace Hopper");
        assertThat(rows.get(1).get(11)).isEqualTo("EUR 200.00");

        send(staff.open(at(HOTELS + "grand/rooming")), "1");
        assertThat(staff.open(at(HOTELS + "grand/rooming?tab=changes")).body()).contains("The rooms are as in list 2.");
        var again = Csv.parse(
                staff.open(at(HOTELS + "grand/rooming/versions/1?format=csv")).body());
        assertThat(again).as("a list stays as it was sent").hasSize(1 + 3);
        assertThat(audit("rooming-list.sent")).isEqualTo(2);
        var orders = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT order_id FROM room_booking WHERE guests ->> 0 = 'Ada Lovelace'")
                        .query(UUID.class)
                        .list());
        Tenancy.runAs(tenant, () -> kept.erase(orders));
        assertThat(text("SELECT string_agg(stays::text, '') FROM rooming_version"))
                .as("who is forgotten is forgotten in lists that were sent, too")
                .contains("Lise Meitner")
                .doesNotContain("Ada Lovelace", "Babbage", "High floor");
        var pdf = inTenant(desk -> file(desk, lists.sent(desk.hotel(), 2, null), "pdf", Locale.SIMPLIFIED_CHINESE));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(staff.open(at(HOTELS + "grand/rooming/versions/3")).status()).isEqualTo(404);
    }

    @Test
    void aStayBookedAnewInTheSameOrderHasChanged() {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        inTenant(desk -> sending.send(desk, null, Locale.ENGLISH, false));
        run("UPDATE room_booking SET id = gen_random_uuid(), check_in = '2027-05-09'");

        var changes = inTenant(desk -> lists.now(desk.hotel(), 1).changes());

        assertThat(changes).extracting(StayChange::kind).containsExactly(StayChange.Kind.CHANGED);
        assertThat(changes.getFirst().fields()).containsExactly(StayField.CHECK_IN);
    }

    private static String footOfLastPage(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            return last.getText(document).lines().reduce((one, next) -> next).orElse("");
        }
    }

    private void send(Browser.View page, String since) {
        var sent = staff.submit(page, HOTELS + "grand/rooming/versions", Map.of("since", since, "language", "en"));
        assertThat(sent.body()).contains("is kept and can be downloaded");
    }
}

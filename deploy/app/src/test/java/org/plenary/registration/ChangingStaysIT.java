package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Browser;

/** Bookings from the first mail to other dates and other guests. */
class ChangingStaysIT extends BookedStayFixture {
    @Test
    void aBookingHasOneNumberAndSaysWhatIsPaidWhere() {
        var order = staying("deposit", "2027-05-10", "2027-05-13");

        var number = order.text("/code") + "-1";
        assertThat(page(order, "en"))
                .contains(
                        "Your hotel rooms", number, "€358.00", "A deposit with the order", "€70.00", "Room by the lift")
                .contains("8.00, paid at the hotel", "€288.00");
        assertThat(page(order, "zh-CN")).contains("您的酒店客房", number, "到店支付");
        eventually(
                "mailed",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail ->
                                mail.text().contains(number) && mail.html().contains("€288.00")));
        assertThat(staff().open("/manage/conferences/conf27/orders/" + order.text("/code") + "?lang=en")
                        .body())
                .contains(number, "Room by the lift");
    }

    @Test
    void aLongerStayTakesOnlyItsNewNightAndIsDoneWhenItIsPaid() {
        var order = staying("full", "2027-05-10", "2027-05-12");

        var asked = change(order, "2027-05-10", "2027-05-13", "Ada", "");
        assertThat(asked.body()).contains("What this changes", "€150.00", "Change it and pay");
        var payment = change(order, "2027-05-10", "2027-05-13", "Ada", "15000:0");

        assertThat(page(order, "en")).contains("Your change costs €150.00 more");
        assertThat(nights(order)).isEqualTo("2027-05-10/2027-05-12");
        assertThat(differences()).isEmpty();
        assertThat(left("2027-05-12")).isZero();
        CardPage.open(payment.address().toString()).pay(CARD);

        eventually("changed", () -> nights(order).equals("2027-05-10/2027-05-13"));
        assertThat(total(order)).isEqualTo("469.00");
        assertThat(page(order, "en")).contains(order.text("/code") + "-1");
        assertThat(view(order).at("/documents").findValuesAsString("kind")).containsExactly("INVOICE", "INVOICE");
        assertThat(differences()).isEmpty();
        assertThat(left("2027-05-10")).isZero();
        cancel(order, Map.of("lines", List.of(roomLine(order)))).expect(200);
        assertThat(left("2027-05-12")).isEqualTo(1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoMovesInWhileAChangeWaitsForItsPaymentIsNotLostAndWhoLeftDoesNotComeBack() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        var joan = moveIn(order, "Joan Clarke");
        var payment = change(order, "2027-05-10", "2027-05-13", "Ada\nJoan Clarke", "15000:0");

        browser.submit(joan, joan.address().getPath() + "/departure", Map.of("secret", secretOf(joan)));
        moveIn(order, "Grace Hopper");
        CardPage.open(payment.address().toString()).pay(CARD);

        eventually("changed", () -> nights(order).equals("2027-05-10/2027-05-13"));
        assertThat(booked("b.guests::text", order)).isEqualTo("[\"Ada\", \"Grace Hopper\"]");
    }

    @Test
    void aShorterStayGoesBackByThePolicyOfTheBlockAndTheNightIsFree() {
        var order = staying("full", "2027-05-10", "2027-05-12");

        change(order, "2027-05-11", "2027-05-12", "Ada", "0:5000");

        assertThat(nights(order)).isEqualTo("2027-05-11/2027-05-12");
        assertThat(left("2027-05-10")).isEqualTo(1);
        assertThat(total(order)).isEqualTo("269.00");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("-50.00");
        eventually("the money is back", () -> returned() == 5_000);
        eventually(
                "told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.text().contains("This is how it stands now")
                                && mail.text().contains(order.text("/code") + "-1")
                                && mail.attachments().size() == 1));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsNotThereAnyMoreLeavesTheBookingAsItIs() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        staying("full", "2027-05-12", "2027-05-13");

        var refused = change(order, "2027-05-11", "2027-05-13", "Ada", "5000:0");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("e-check_in", "value=\"2027-05-13\"", "Sold out in the night of 12 May 2027.");
        assertThat(nights(order)).isEqualTo("2027-05-10/2027-05-12");
        var wrong = change(order, "2027-05-12", "2027-05-11", "Ada", "");
        assertThat(wrong.body()).contains("Check-out has to be after check-in.");
        assertThat(differences()).isEmpty();
    }

    @Test
    void anotherNameCostsNothingWhateverTheRoomCostsByNow() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        owner.put(PATH + "/hotels/grand", hotel("").replace("100.00", "500.00")).expect(200);

        var changed = change(order, "2027-05-10", "2027-05-12", "Grace Hopper", "");

        assertThat(changed.body()).contains("Grace Hopper", "Your room is changed.");
        assertThat(total(order)).isEqualTo("319.00");
        assertThat(view(order).at("/lines")).hasSize(2);
    }

    @Test
    void nightsThatStayCostWhatTheyWereSoldAtAndNewOnesWhatTheyCostToday() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        owner.put(PATH + "/hotels/grand", hotel("").replace("100.00", "500.00")).expect(200);

        // The night given up goes back by the block's policy, half of 100.
        change(order, "2027-05-10", "2027-05-11", "Ada", "0:5000");

        assertThat(total(order)).isEqualTo("269.00");
        assertThat(booked("b.total_minor::text", order)).isEqualTo("10800");
        var more = change(order, "2027-05-10", "2027-05-12", "Ada", "");
        assertThat(more.body()).as("a new night costs what it costs today").contains("€500.00");
        assertThat(differences()).isEmpty();
    }

    @Test
    void afterTheLastDayOnlyStaffChangeARoomAndWhoOrderedIsAskedToPay() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        owner.put(PATH + "/hotels/grand", hotel("\"closes_on\": \"2026-01-01\","))
                .expect(200);

        assertThat(page(order, "en")).doesNotContain("Change dates, room or guests");
        assertThat(change(order, "2027-05-11", "2027-05-12", "Ada", "").body())
                .contains("This room can no longer be changed here.");
        var path = "/manage/conferences/conf27/orders/" + order.text("/code") + "/stays/" + stay(order);
        var staff = staff();
        var form = staff.open(path + "?lang=en");
        var shown = staff.submit(form, path, fields("2027-05-10", "2027-05-13", "Ada", ""));
        assertThat(shown.body()).contains("€150.00", "Change it and ask for the payment");
        staff.submit(form, path, fields("2027-05-10", "2027-05-13", "Ada", "15000:0"));

        eventually(
                "asked",
                () -> inbox().mails(email).stream().anyMatch(mail -> mail.text().contains("€150.00")));
        assertThat(differences()).isEmpty();
    }

    /** Invites somebody into the room, who accepts. @return their page */
    private Browser.View moveIn(Http.Answer order, String name) {
        var to = name.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + tenant.slug() + "@example.org";
        var path = "/c/conf27/orders/" + order.text("/code") + "/rooms/" + stay(order);
        var room = open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        browser.submit(room, path + "/invitations", Map.of("secret", order.text("/secret"), "email", to, "name", name));
        eventually("invited", () -> !inbox().mails(to).isEmpty());
        var link = found(
                "(http[^\\s]+/room-mates/[^\\s]+)", inbox().mails(to).getFirst().text());
        var page = browser.open(link + "&lang=en");
        var answer = Map.of("secret", secretOf(page), "name", name);
        return browser.submit(page, page.address().getPath() + "/acceptance", answer);
    }

    private static String secretOf(Browser.View page) {
        return page.address().getQuery().replaceFirst(".*secret=([^&]+).*", "$1");
    }

    private Browser.View change(Http.Answer order, String checkIn, String checkOut, String guest, String agreed) {
        var path = "/c/conf27/orders/" + order.text("/code") + "/stays/" + stay(order);
        var form = open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        var fields = fields(checkIn, checkOut, guest, agreed);
        fields.put("secret", order.text("/secret"));
        return browser.submit(form, path, fields);
    }

    private static Map<String, String> fields(String checkIn, String checkOut, String guest, String agreed) {
        return new HashMap<>(Map.of(
                "room_type", "double",
                "check_in", checkIn,
                "check_out", checkOut,
                "guests", guest,
                "pay", "full",
                "requests", "Room by the lift",
                "agreed", agreed));
    }
}

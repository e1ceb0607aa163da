package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** Bookings from the first mail to other dates, other guests and rooms that are added later. */
class ChangingStaysIT extends PaidOrderIT {
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    private final Browser browser = new Browser();

    @BeforeEach
    void aHotelWithOneRoom() {
        hotel("");
    }

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
        assertThat(desk(order).body()).contains(number, "Room by the lift");
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
        owner.put(PATH + "/hotels/grand", body("").replace("100.00", "500.00")).expect(200);

        var changed = change(order, "2027-05-10", "2027-05-12", "Grace Hopper", "");

        assertThat(changed.body()).contains("Grace Hopper", "Your room is changed.");
        assertThat(total(order)).isEqualTo("319.00");
        assertThat(view(order).at("/lines")).hasSize(2);
    }

    @Test
    void nightsThatStayCostWhatTheyWereSoldAtAndNewOnesWhatTheyCostToday() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        owner.put(PATH + "/hotels/grand", body("").replace("100.00", "500.00")).expect(200);

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
        owner.put(PATH + "/hotels/grand", body("\"closes_on\": \"2026-01-01\","))
                .expect(200);

        assertThat(page(order, "en")).doesNotContain("Change dates, room or guests");
        assertThat(change(order, "2027-05-11", "2027-05-12", "Ada", "").body())
                .contains("This room can no longer be changed here.");
        var path = "/manage/conferences/conf27/orders/" + order.text("/code") + "/stays/" + stay(order);
        var staff = new Browser();
        var form = signIn(staff, path + "?lang=en");
        var shown = staff.submit(form, path, fields("2027-05-10", "2027-05-13", "Ada", ""));
        assertThat(shown.body()).contains("€150.00", "Change it and ask for the payment");
        staff.submit(form, path, fields("2027-05-10", "2027-05-13", "Ada", "15000:0"));

        eventually(
                "asked",
                () -> inbox().mails(email).stream().anyMatch(mail -> mail.text().contains("€150.00")));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoAddsARoomLaterBooksWhatTheirFeeOpens() {
        aFee(owner, "speaker", "119.00", null);
        var speaker = paid("speaker", Map.of("name", "Ada"));
        var other = paid("regular", Map.of("name", "Bob"));

        assertThat(add(other).status()).isEqualTo(422);
        var added = add(speaker);

        assertThat(added.body()).contains("Speakers");
        assertThat(differences()).isEmpty();
    }

    @Test
    void staffAddARoomForSomebodyAfterTheCutOffAndFromEveryPartOfTheBlock() {
        var order = paid(Map.of("name", "Ada"));
        owner.put(PATH + "/hotels/grand", body("").replace("\"cut_off_on\": null", "\"cut_off_on\": \"2026-01-01\""))
                .expect(200);
        var path = "/manage/conferences/conf27/orders/" + order.text("/code") + "/additions";
        var staff = new Browser();
        var form = signIn(staff, path + "?lang=en");
        var fields = new HashMap<String, String>(Map.of(
                "id", found("name=\"id\" value=\"([^\"]+)\"", form.body()),
                "rooms.0.room_type", "grand/double",
                "rooms.0.sub_block", "speakers",
                "rooms.0.check_in", "2027-05-10",
                "rooms.0.check_out", "2027-05-11",
                "rooms.0.guests.0", "Ada",
                "update", "rooms.show"));
        assertThat(staff.submit(form, path, fields).body()).contains("1 night at €100.00", "Speakers", "€108.00");
        fields.remove("update");

        var added = staff.submit(form, path, fields);

        assertThat(added.body()).contains("Grand Hotel, Double room", "Speakers", "-1");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aRoomThatStaysWithoutItsRegistrationIsAskedForFoundAndWrittenAbout() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        var fee = view(order).at("/lines/0/id").asString();
        var staff = new Browser();
        var question = signIn(
                staff,
                "/manage/conferences/conf27/orders/" + order.text("/code") + "/cancellation?lang=en&lines=" + fee);
        assertThat(question.body()).contains("Nobody of this order is registered any more then.", "Cancel these, too");
        var list = "/manage/conferences/conf27/hotels/unregistered";
        assertThat(open(staff, list + "?lang=en").body()).contains("Everybody who has a room is registered");

        cancel(order, Map.of("lines", List.of(fee))).expect(200);

        assertThat(page(order, "en"))
                .contains("No delegate is registered in this order any more")
                .doesNotContain("You are registered", "Confirm your attendance");
        var shown = open(staff, list + "?lang=en");
        assertThat(shown.body()).contains(order.text("/code"), roomLine(order), "Grand Hotel, Double room");
        staff.submit(shown, list + "/" + stay(order) + "/reminder", Map.of());
        eventually(
                "written to",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().endsWith("has no registration")
                                && mail.text().contains(order.text("/code"))));
    }

    @Test
    void whoWithdrawsIsAskedAboutTheirRoomAndKeepsItOnlyIfTheOrganizerLetsThem() {
        policy("""
                {"self_withdrawal": true, "refunds": [{"until": "2027-05-09", "percent": 80}]}""");
        var keeping = staying("full", "2027-05-10", "2027-05-11");
        var fee = view(keeping).at("/lines/0/id").asString();
        var path = "/c/conf27/orders/" + keeping.text("/code") + "/withdrawal";
        var asked = open(browser, path + "?lang=en&secret=" + keeping.text("/secret") + "&lines=" + fee);
        // 80 % of the fee, and half of the room
        assertThat(asked.body())
                .contains("as guests who are not registered", "Grand Hotel, Double room", "€145.20 comes back in all");
        browser.submit(asked, path, Map.of("secret", keeping.text("/secret"), "lines", fee));
        assertThat(left("2027-05-10")).as("the room stays").isZero();
        cancel(keeping, Map.of("lines", List.of(roomLine(keeping)))).expect(200);

        policy("""
                {"self_withdrawal": true, "guests_stay": false, "refunds": [{"until": "2027-05-09", "percent": 80}]}""");
        var going = staying("full", "2027-05-10", "2027-05-11");
        var secret = "?secret=" + going.text("/secret");
        var line = view(going).at("/lines/0/id").asString();
        assertThat(anybody.post(
                                PATH + "/orders/" + going.text("/code") + "/cancellation" + secret,
                                Map.of("lines", List.of(line)))
                        .expect(409)
                        .text("/type"))
                .endsWith("would_stay_unregistered");
        var last = "/c/conf27/orders/" + going.text("/code") + "/withdrawal";
        var told = open(browser, last + secret + "&lang=en&lines=" + line);
        assertThat(told.body())
                .contains("so these go with it", "€145.20", "Comes back to you")
                .doesNotContain("Comes back to you (80 %)");
        browser.submit(told, last, Map.of("secret", going.text("/secret"), "lines", "all"));
        assertThat(left("2027-05-10")).as("the night is free").isEqualTo(1);
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

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private Browser.View add(Http.Answer order) {
        var path = "/c/conf27/orders/" + order.text("/code") + "/additions";
        var form = open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        return browser.submit(
                form,
                path,
                Map.of(
                        "secret", order.text("/secret"),
                        "rooms.0.room_type", "grand/double",
                        "rooms.0.sub_block", "speakers",
                        "rooms.0.check_in", "2027-05-10",
                        "rooms.0.check_out", "2027-05-11",
                        "rooms.0.guests.0", "Ada",
                        "rooms.0.pay", "guarantee",
                        "place", "true"));
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

    private Http.Answer staying(String pay, String checkIn, String checkOut) {
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
                List.of("Ada"),
                "pay",
                pay,
                "requests",
                "Room by the lift");
        var order = anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                                "rooms", List.of(room),
                                "locale", "en"))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private Browser.View desk(Http.Answer order) {
        return signIn(new Browser(), "/manage/conferences/conf27/orders/" + order.text("/code") + "?lang=en");
    }

    private Browser.View signIn(Browser staff, String path) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return staff.submit(open(staff, path), "/login", Map.of("email", login, "password", PASSWORD));
    }

    private String roomLine(Http.Answer order) {
        for (var line : view(order).at("/lines"))
            if (line.at("/kind").asString().equals("room")
                    && !line.at("/cancelled").asBoolean()) return line.at("/id").asString();
        throw new AssertionError("no room in " + view(order));
    }

    private String nights(Http.Answer order) {
        return booked("b.check_in || '/' || b.check_out", order);
    }

    private String stay(Http.Answer order) {
        return booked("b.id::text", order);
    }

    private String booked(String what, Http.Answer order) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT " + what
                                + " FROM room_booking b JOIN orders o ON o.id = b.order_id WHERE o.code = :code")
                        .param("code", order.text("/code"))
                        .query(String.class)
                        .single());
    }

    private int left(String night) {
        for (var each : anybody.get(PATH + "/availability").expect(200).json().at("/rooms/0/room_types/0/nights"))
            if (each.path("date").asString().equals(night))
                return each.path("left").asInt();
        throw new AssertionError("no such night: " + night);
    }

    private void hotel(String terms) {
        owner.post(PATH + "/hotels", body(terms)).expect(201);
    }

    private static String body(String terms) {
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

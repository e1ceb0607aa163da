package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Public;
import org.plenary.kernel.Csv;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a hotel is told, what it tells back, and that its people see nothing else. */
class HotelSideIT extends PlenaryIT {
    private static final String PASSWORD = "four unrelated words";
    private static final String HOTELS = "/manage/conferences/conf27/hotels/";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+/(?:password|hotel)[^\\s\"<]*");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HotelDesks desks;

    @Autowired
    private HotelStays stays;

    @Autowired
    private NumberImporting importing;

    @Autowired
    private RoomingLists lists;

    @Autowired
    private RoomingSending sending;

    @Autowired
    private RoomingFile files;

    @Autowired
    private KeptStays kept;

    @Autowired
    private MessageSource messages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final String mark = Ids.reference(8).toLowerCase(Locale.ROOT);
    private Tenant tenant;
    private Http owner;
    private Browser staff;

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

    @Test
    void somebodyOfAHotelSeesThatHotelAndNothingElse() {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var elsewhere = book("plaza", "2027-05-10", "2027-05-11", "Elsewhere");
        var refused = invite("not an address");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Rita Front\"");
        assertThat(invite(address("mona")).body()).contains("This person is a member already.");
        assertThat(invite(address("rita")).body()).contains("The invitation was sent to", "Rita Front");
        var contact = new Browser();
        var page = contact.open(links("rita").getFirst());
        contact.submit(
                page,
                "/password",
                Map.of("link", page.address().getQuery().substring("link=".length()), "password", PASSWORD));
        var mine = signIn(contact, contact.open(links("rita").getLast()), "rita");

        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.body())
                .contains("Grand", "Ada Lovelace")
                .doesNotContain("Elsewhere", "Plaza", "Send to the hotel", "/manage/", "ada@example.org");
        assertThat(contact.open(at("/hotel")).address().getPath())
                .isEqualTo(mine.address().getPath());
        assertThat(contact.open(at("/manage")).address().getPath())
                .as("there is nothing else to land on")
                .isEqualTo(mine.address().getPath());
        var base = "/hotel/" + hotelId("grand");
        var stay = stayOf("Ada Lovelace");
        for (var path :
                List.of("/days", "/days/file", "/numbers", "/rooming/file", "/stays/" + stay + "/late-check-out")) {
            assertThat(contact.open(at(base + path)).status()).as(path).isEqualTo(200);
            assertThat(contact.open(at("/hotel/" + hotelId("plaza") + path)).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(contact.open(at(base + "/stays/" + stayOf("Elsewhere") + "/late-check-out"))
                        .status())
                .isEqualTo(404);
        assertThat(staff.open(at("/hotel")).status())
                .as("staff have their own pages")
                .isEqualTo(403);
        assertThat(refusedTo(contact)).isEmpty();

        var typed = contact.submit(
                contact.open(at(base + "/numbers")),
                base + "/numbers",
                Map.of("number." + stay, "H-77", "was-number." + stay, "", "number." + stayOf("Elsewhere"), "X"));
        assertThat(typed.body()).contains("The numbers of one room are saved.", "value=\"H-77\"");
        assertThat(text("SELECT string_agg(acknowledgement, ',') FROM room_booking"))
                .isEqualTo("H-77");
        assertThat(staff.open(orderPage(elsewhere)).body()).contains("confirmation number follows");

        var contacts = staff.open(at(HOTELS + "grand/contacts"));
        var end = find(contacts.body(), "href=\"(/manage/[^\"]+/removal)\"");
        assertThat(staff.submit(staff.open(at(end)), end, Map.of()).body())
                .contains("Rita Front is not let in any more.");
        assertThat(contact.open(at(base + "/rooming")).status())
                .as("ends at once")
                .isEqualTo(403);
        assertThat(audit("hotel-contact.let-in") + audit("hotel-contact.ended")).isEqualTo(2);
    }

    @Test
    void aFileOfNumbersWithBadRowsWritesNothingInTheDryRun() {
        var ada = book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var two = order("grand", List.of(room("grand", "Grace Hopper"), room("grand", "Lise Meitner")));
        var file = TableFile.of(("Our ref;Gast;预订编号;Conf. No.;Room No\n"
                        + ";;" + stayOf("Ada Lovelace") + ";C-1;101\n"
                        + two.text("/code") + ";LISE meitner;;C-2;\n"
                        + two.text("/code") + ";;;C-3;\n"
                        + two.text("/code") + ";Nobody;;C-4;\n"
                        + "NOPE;;;C-5;\n"
                        + ada.text("/code") + ";;;C-6;\n"
                        + ada.text("/code") + ";;;" + "9".repeat(51) + ";\n"
                        + ada.text("/code") + ";;;;\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(NumberMapping.guess(file, messages).targets())
                .containsExactly("", "", "booking", "acknowledgement", "room-number");
        var mapping = new NumberMapping(List.of("order", "guest", "booking", "acknowledgement", "room-number"));

        var id = inTenant(desk -> importing.keep(desk, file));
        var tried = inTenant(desk -> importing.tried(desk, importing.file(desk, id), mapping));

        assertThat(tried.good()).hasSize(2);
        assertThat(tried.bad())
                .extracting(bad -> bad.row() + " " + bad.violation().code())
                .containsExactly(
                        "4 several_rooms", "5 unknown_guest", "6 unknown_order", "7 duplicate_stay", "8 too_long");
        assertThat(numbers()).as("nothing is written yet").isEmpty();
        assertThat(failure(() -> inTenant(desk -> importing.take(desk, id, mapping, true, true))))
                .isEqualTo("rows_changed");
        assertThat(numbers()).isEmpty();

        int taken = inTenant(desk -> importing.take(desk, id, mapping, false, true));
        assertThat(taken).isEqualTo(2);

        assertThat(numbers()).containsExactlyInAnyOrder("Ada Lovelace C-1 101", "Lise Meitner C-2");
        assertThat(staff.open(orderPage(ada)).body()).contains("Hotel’s number", "C-1");
        eventually("both are told", () -> told("C-1") && told("C-2"));
        assertThat(failure(() -> inTenant(desk -> importing.take(desk, id, mapping, false, true))))
                .isEqualTo("not_found");
        assertThat(audit("hotel-numbers.imported")).isEqualTo(1);

        var again = inTenant(desk -> importing.keep(
                desk, TableFile.of(("Confirmation number,Room number\nC-2,202\n").getBytes(StandardCharsets.UTF_8))));
        var known = new NumberMapping(List.of("acknowledgement", "room-number"));
        int mended = inTenant(desk -> importing.take(desk, again, known, true, false));
        assertThat(mended).isEqualTo(1);
        assertThat(numbers()).contains("Lise Meitner C-2 202");
    }

    @Test
    void aLateCheckOutIsAskedForAnsweredAndTold() {
        var ada = book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var stay = stayOf("Ada Lovelace");
        var buyer = new Browser();
        var form = "/c/conf27/orders/" + ada.text("/code") + "/stays/" + stay + "/late-check-out";
        var secret = ada.text("/secret");
        var page = buyer.open(at(form + "?secret=" + secret));
        assertThat(buyer.submit(page, form, Map.of("secret", secret, "until", "soon", "note", "Flight at 17:00"))
                        .body())
                .contains("This is not a time of day", "Flight at 17:00");
        var asked = buyer.submit(page, form, Map.of("secret", secret, "until", "15:30", "note", "Flight at 17:00"));
        assertThat(asked.body()).contains("Late check-out until 15:30: the hotel has not answered yet.");
        assertThat(new Browser().open(at(form + "?secret=x")).status()).isEqualTo(404);

        var late = staff.open(at(HOTELS + "grand/days?day=2027-05-12&list=late"));
        assertThat(late.body()).contains("Ada Lovelace", "15:30", "Flight at 17:00", "Requested");
        var answer = HOTELS + "grand/stays/" + stay + "/late-check-out";
        staff.submit(staff.open(at(answer)), answer, Map.of("until", "15:00", "note", "", "state", "accepted"));

        assertThat(buyer.open(orderPage(ada)).body()).contains("Late check-out until 15:00: the hotel has agreed.");
        eventually("the buyer is told", () -> told("until 15:00"));
        LocalTime until = inTenant(desk -> stays.all(desk.hotel()).getFirst().lateUntil());
        assertThat(until).isEqualTo(LocalTime.of(15, 0));
        assertThat(audit("late-check-out.accepted")).isEqualTo(1);
    }

    @Test
    void whoDidNotComeIsNotedAfterTheDayOfArrival() {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var stay = stayOf("Ada Lovelace");
        var mark = HOTELS + "grand/stays/" + stay + "/state";
        var day = staff.open(at(HOTELS + "grand/days"));
        assertThat(day.body()).contains("Mon 10 May 2027", "Ada Lovelace").doesNotContain("value=\"no_show\"");
        assertThat(staff.submit(day, mark, Map.of("state", "no_show")).body())
                .contains("This cannot be said of this stay today");

        var yesterday = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1);
        run("UPDATE room_booking SET check_in = '" + yesterday + "', check_out = '" + yesterday.plusDays(3) + "'");
        var arrivals = HOTELS + "grand/days?day=" + yesterday + "&list=";
        var marked = staff.submit(
                staff.open(at(arrivals + "arrivals")),
                mark,
                Map.of("state", "no_show", "day", yesterday.toString(), "list", "no_shows"));

        assertThat(marked.body()).contains("Ada Lovelace is noted as a no-show.");
        assertThat(staff.open(at(arrivals + "no_shows")).body()).contains(stay);
        assertThat(staff.open(at(arrivals + "arrivals")).body()).doesNotContain(stay);
        staff.submit(marked, mark, Map.of("state", "in_house"));
        assertThat(staff.open(at(arrivals + "in_house")).body())
                .as("came a day late")
                .contains(stay);
        assertThat(audit("stay.no-show") + audit("stay.in-house")).isEqualTo(2);
    }

    /** Every page and every resource of staff, asked for as somebody of a hotel. */
    private List<String> refusedTo(Browser contact) {
        var open = new ArrayList<String>();
        var walked = 0;
        for (var entry : mappings.getHandlerMethods().entrySet()) {
            var handler = entry.getValue();
            if (!AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TenantHost.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class)) continue;
            var methods = entry.getKey().getMethodsCondition().getMethods();
            if (!methods.isEmpty() && !methods.contains(RequestMethod.GET)) continue;
            for (var pattern : entry.getKey().getPatternValues()) {
                if (pattern.startsWith("/hotel") || pattern.equals("/manage")) continue;
                var path = pattern.replace("{conference}", "conf27")
                        .replace("{hotel}", "grand")
                        .replaceAll("/\\*\\*$", "/x")
                        .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
                var status = contact.open(at(path)).status();
                if (status == (path.startsWith("/api/") ? 401 : 403)) walked++;
                // a pattern that this path does not meet, or another format than a browser asks for
                else if (status != 404 && status != 406) open.add(status + " " + path);
            }
        }
        assertThat(walked).isGreaterThan(60);
        return open;
    }

    private void hotel(String key, String name) {
        owner.post(PATH + "/hotels", """
                        {"key": "%s", "name": %s, "address": "Street 1", "cut_off_on": null,
                         "room_types": [{"key": "double", "name": "Double", "occupancy": 2,
                            "nightly_rate": {"amount": "100.00", "currency": "EUR"},
                            "nights": [{"date": "2027-05-10", "rooms": 9}, {"date": "2027-05-11", "rooms": 9},
                                {"date": "2027-05-12", "rooms": 9}]}],
                         "terms": {"ways": [{"kind": "guarantee"}], "at_cut_off": "keep"},
                         "shoulder_nights": {"before": 0, "after": 1}}""".formatted(key, name)).expect(201);
    }

    private Http.Answer book(String hotel, String checkIn, String checkOut, String... guests) {
        var room = room(hotel, guests);
        room.put("check_in", checkIn);
        room.put("check_out", checkOut);
        return order(hotel, List.of(room));
    }

    private Http.Answer order(String hotel, List<Map<String, Object>> rooms) {
        var contact = Map.of("name", "Buyer of " + hotel, "email", address("buyer"), "country", "DE");
        return anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of("contact", contact, "delegates", List.of(), "rooms", rooms, "locale", "en"))
                .expect(201);
    }

    private static Map<String, Object> room(String hotel, String... guests) {
        return new HashMap<>(Map.of(
                "hotel", hotel,
                "room_type", "double",
                "check_in", "2027-05-10",
                "check_out", "2027-05-12",
                "guests", List.of(guests)));
    }

    private void send(Browser.View page, String since) {
        var sent = staff.submit(page, HOTELS + "grand/rooming/versions", Map.of("since", since, "language", "en"));
        assertThat(sent.body()).contains("is kept and can be downloaded");
    }

    private Browser.View invite(String email) {
        var page = HOTELS + "grand/contacts";
        return staff.submit(staff.open(at(page)), page, Map.of("name", "Rita Front", "email", email, "language", "en"));
    }

    /** The links of the invitation, in their order. */
    private List<String> links(String who) {
        eventually(
                "the invitation is mailed", () -> !inbox().mails(address(who)).isEmpty());
        return LINK.matcher(inbox().mails(address(who)).getLast().text())
                .results()
                .map(match -> match.group())
                .toList();
    }

    private boolean told(String what) {
        return inbox().mails(address("buyer")).stream()
                .anyMatch(mail -> mail.text().contains(what));
    }

    private Browser.View signIn(Browser browser, Browser.View form, String who) {
        return browser.submit(form, "/login", Map.of("email", address(who), "password", PASSWORD));
    }

    private interface Work<T> {
        T with(HotelDesk desk);
    }

    private <T> T inTenant(Work<T> work) {
        return Tenancy.callAs(tenant, () -> work.with(desks.ofStaff("conf27", "grand")));
    }

    private byte[] file(HotelDesk desk, RoomingLists.Listing listing, String format, Locale locale) {
        return files.of(desk, listing, format, locale).getBody();
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (Problem e) {
            return e.code();
        }
    }

    private List<String> numbers() {
        return inTenant(desk -> stays.all(desk.hotel()).stream()
                .filter(stay -> !stay.acknowledgement().isEmpty())
                .map(stay -> (stay.guest() + " " + stay.acknowledgement() + " " + stay.roomNumber()).strip())
                .toList());
    }

    private String hotelId(String key) {
        return text("SELECT id::text FROM hotel WHERE key = '" + key + "'");
    }

    private String stayOf(String guest) {
        return text("SELECT id::text FROM room_booking WHERE guests ->> 0 = '" + guest + "'");
    }

    private int audit(String action) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*)::int FROM audit_entry WHERE action = ?")
                        .param(action)
                        .query(Integer.class)
                        .single());
    }

    private String text(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(String.class).single());
    }

    private void run(String sql) {
        Tenancy.runAs(tenant, () -> jdbc.sql(sql).update());
    }

    private String orderPage(Http.Answer order) {
        return at("/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret") + "&lang=en");
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    private String address(String who) {
        return who + "-" + mark + "@example.org";
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) throw new AssertionError("no " + pattern + " in " + text);
        return found.group(1).replace("&amp;", "&");
    }
}

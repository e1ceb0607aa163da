package org.plenary.lodging.mate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Room-mates, as browsers without scripts see them. */
class RoomMatesIT extends PlenaryIT {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+/room-mates/[^\\s\"<]+");
    private static final Pattern ROOM = Pattern.compile("/orders/[^/\"]+/rooms/([0-9a-f-]{36})");
    private static final Pattern REMOVAL = Pattern.compile("action=\"([^\"?]+/removal)");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MateRows rows;

    private Tenant tenant;
    private Http owner;
    private Browser buyer;
    private Http.Answer order;

    @BeforeEach
    void aDoubleRoomWithOneGuest() {
        tenant = aTenant();
        owner = owner(tenant);
        buyer = new Browser();
        aConference(owner);
        owner.post(PATH + "/hotels", """
                        {"name": {"en": "Grand", "zh-CN": "大酒店"}, "address": "Street 1", "room_types": [{"key": "double",
                          "name": "Double", "occupancy": 2, "nightly_rate": {"amount": "0.00", "currency": "EUR"},
                          "nights": [{"date": "2027-05-10", "rooms": 4}, {"date": "2027-05-11", "rooms": 4}]}],
                         "cut_off_on": null, "shoulder_nights": {"before": 0, "after": 0}}""").expect(201);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
        var room = Map.of(
                "hotel", "grand",
                "room_type", "double",
                "check_in", "2027-05-10",
                "check_out", "2027-05-12",
                "guests", List.of("Ada Lovelace"));
        var contact = Map.of("name", "Ada Lovelace", "email", address("ada"), "country", "GB");
        order = anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of("contact", contact, "delegates", List.of(), "rooms", List.of(room), "locale", "en"))
                .expect(201);
    }

    @Test
    void somebodyIsInvitedComesAndIsTakenOutAgain() {
        assertThat(buyer.open(orderPage()).body()).contains("Grand, Double", "1 free bed", "Invite a room-mate");
        var page = roomPage();
        var refused = invite(page, "nobody", "Grace");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not an e-mail address.", "value=\"Grace\"");
        assertThat(invite(page, address("grace"), "").body()).contains("The invitation was sent to");
        assertThat(invite(page, address("grace"), "").body()).contains("This person is invited already.");

        var mate = new Browser();
        var invitation = mate.open(link("grace"));
        assertThat(invitation.body())
                .contains("Ada Lovelace asks you to share a room", "Grand", "Double", "2 nights")
                .doesNotContain(order.text("/code"), address("ada"));
        var nameless = mate.submit(invitation, action(invitation, "acceptance"), answer(invitation, " "));
        assertThat(nameless.status()).isEqualTo(422);
        var joined = mate.submit(invitation, action(invitation, "acceptance"), answer(invitation, "Grace Hopper"));
        assertThat(joined.body()).contains("Grace Hopper, you share this room.");
        mate.submit(invitation, action(invitation, "acceptance"), answer(invitation, "Grace Again"));
        assertThat(guests()).isEqualTo("Ada Lovelace; Grace Hopper");
        eventually("the buyer is told", () -> isTold("ada", "Grace Hopper has accepted"));

        var shared = roomPage();
        assertThat(shared.body()).contains("Grace Hopper shares the room").doesNotContain("Send the invitation");
        assertThat(invite(shared, address("joan"), "").body()).contains("Every bed in this room is taken.");
        buyer.submit(shared, removal(shared), secret());
        assertThat(guests()).isEqualTo("Ada Lovelace");
        eventually("who was taken out is told", () -> isTold("grace", "your name is no longer on it"));
        eventually("the address is forgotten", () -> addresses() == 0);
        assertThat(mate.open(invitation.address().toString()).body()).contains("This invitation was withdrawn.");
    }

    @Test
    void theLastBedIsGivenOnce() throws Exception {
        var page = roomPage();
        invite(page, address("grace"), "Grace");
        invite(page, address("joan"), "Joan");
        var links = List.of(link("grace"), link("joan"));

        List<Browser.View> answers;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = executor.invokeAll(links.stream().map(this::accepting).toList()).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(answers).extracting(Browser.View::status).containsExactlyInAnyOrder(200, 422);
        assertThat(answers)
                .anySatisfy(
                        view -> assertThat(view.body()).contains("Every bed in this room is taken.", "id=\"e-name\""));
        assertThat(guests()).matches("Ada Lovelace; (Grace|Joan)");
    }

    @Test
    void whoSaysNoLeavesNoAddressBehind() {
        invite(roomPage(), address("grace"), "Grace");
        var mate = new Browser();
        var invitation = mate.open(link("grace"));

        var declined = mate.submit(invitation, action(invitation, "refusal"), answer(invitation, ""));

        assertThat(declined.body()).contains("You said no to this invitation.");
        assertThat(addresses()).isZero();
        eventually("the buyer is told", () -> isTold("ada", "Grace cannot share your room"));
    }

    @Test
    void whoSharesARoomLeavesItByThemselves() {
        invite(roomPage(), address("grace"), "Grace");
        var mate = new Browser();
        var invitation = mate.open(link("grace"));
        var joined = mate.submit(invitation, action(invitation, "acceptance"), answer(invitation, "Grace Hopper"));
        assertThat(joined.body()).contains("Leave the room");

        var left = mate.submit(joined, action(invitation, "departure"), answer(invitation, ""));

        assertThat(left.body()).contains("You have left this room.").doesNotContain("Leave the room");
        mate.submit(left, action(invitation, "departure"), answer(invitation, ""));
        assertThat(guests()).isEqualTo("Ada Lovelace");
        assertThat(addresses()).isZero();
        eventually("the buyer is told", () -> isTold("ada", "Grace Hopper has left the room"));
        assertThat(invite(roomPage(), address("joan"), "Joan").body()).contains("The invitation was sent to");
    }

    @Test
    void tooManyInvitationsAreRefusedOnThePageWithWhatWasTyped() {
        var page = roomPage();
        for (var n = 0; n < Sharing.INVITATIONS_A_DAY; n++) invite(page, address("friend-" + n), "");

        var refused = invite(page, address("grace"), "Grace");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("has invited 10 people", "value=\"Grace\"", address("grace"));
    }

    @Test
    void linksEndWithTheInvitationAndWithTheRoom() {
        invite(roomPage(), address("grace"), "Grace");
        invite(roomPage(), address("joan"), "Joan");
        var other = new Browser();
        var withdrawn = other.open(link("grace"));
        var room = roomPage();
        buyer.submit(room, removal(room), secret());
        assertThat(other.open(withdrawn.address().toString()).body()).contains("This invitation was withdrawn.");
        assertThat(other.submit(withdrawn, action(withdrawn, "acceptance"), answer(withdrawn, "Grace"))
                        .body())
                .contains("This invitation was withdrawn.");

        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", Map.of())
                .expect(200);

        assertThat(other.open(link("joan")).body()).contains("This room is not booked any more.");
        eventually("who was asked is told", () -> isTold("joan", "is not booked any more"));
        eventually("the address is forgotten", () -> addresses() == 0);
        assertThat(buyer.open(orderPage()).body()).doesNotContain("Invite a room-mate");
    }

    @Test
    void anInvitationHoldsInItsOwnTenantAndUntilCheckIn() {
        invite(roomPage(), address("grace"), "Grace");
        var link = link("grace");
        var strange = aTenant();
        aConference(owner(strange));
        aFee(owner(strange), "regular", "0.00", null);
        publish(owner(strange));

        assertThat(new Browser()
                        .open(link.replace(tenant.slug() + ".", strange.slug() + "."))
                        .status())
                .isEqualTo(404);
        assertThat(new Browser().open(link.replace("&lang", "x&lang")).status()).isEqualTo(404);

        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE room_booking SET check_in = '2020-05-10', check_out = '2020-05-12'")
                        .update());
        assertThat(new Browser().open(link).body()).contains("The day of check-in has passed");
        Tenancy.runAs(tenant, () -> rows.forgetStaysBefore(LocalDate.parse("2020-06-12")));
        assertThat(addresses()).isZero();
    }

    private Callable<Browser.View> accepting(String link) {
        return () -> {
            var browser = new Browser();
            var page = browser.open(link);
            var name = page.body().contains("value=\"Grace\"") ? "Grace" : "Joan";
            return browser.submit(page, action(page, "acceptance"), answer(page, name));
        };
    }

    private String address(String name) {
        return name + "-" + tenant.slug() + "@example.org";
    }

    private String site() {
        return "http://" + tenant.slug() + ".localhost:" + owner.port();
    }

    private String orderPage() {
        return site() + "/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret") + "&lang=en";
    }

    private Browser.View roomPage() {
        var room = found(ROOM, buyer.open(orderPage()).body(), 1);
        return buyer.open(site() + "/c/conf27/orders/" + order.text("/code") + "/rooms/" + room + "?secret="
                + order.text("/secret"));
    }

    private Browser.View invite(Browser.View room, String email, String name) {
        return buyer.submit(
                room,
                room.address().getPath() + "/invitations",
                Map.of("secret", order.text("/secret"), "email", email, "name", name));
    }

    private Map<String, String> secret() {
        return Map.of("secret", order.text("/secret"));
    }

    private String link(String name) {
        eventually("the invitation arrives", () -> !inbox().mails(address(name)).isEmpty());
        return found(LINK, inbox().mails(address(name)).getLast().text(), 0) + "&lang=en";
    }

    private boolean isTold(String name, String words) {
        return inbox().mails(address(name)).stream()
                .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
    }

    private static String removal(Browser.View room) {
        return found(REMOVAL, room.body(), 1);
    }

    private static String action(Browser.View invitation, String what) {
        return invitation.address().getPath() + "/" + what;
    }

    private static Map<String, String> answer(Browser.View invitation, String name) {
        var secret = invitation.address().getQuery().replaceFirst(".*secret=([^&]+).*", "$1");
        return Map.of("secret", secret, "name", name);
    }

    private String guests() {
        return String.join(
                "; ",
                owner.get(PATH + "/rooming-list")
                        .expect(200)
                        .json()
                        .at("/items/0/guests")
                        .valueStream()
                        .map(guest -> guest.asString())
                        .toList());
    }

    private int addresses() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*)::int FROM room_mate WHERE email IS NOT NULL")
                        .query(Integer.class)
                        .single());
    }

    private static String found(Pattern pattern, String text, int group) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(group);
    }
}

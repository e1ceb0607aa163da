package org.plenary.lodging.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.dev.CardPage;
import org.plenary.identity.Browser;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The costs of a shared room: who pays what, with cards on the sandbox. */
class SplitIT extends PlenaryIT {
    private static final String CARD = "4242424242424242";
    private static final String HERE = "/api/v1/conferences/conf27";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovingIn movingIn;

    @Autowired
    private SplitEnding ending;

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private StockCheck stockCheck;

    private final Browser browser = new Browser();
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = aTenant();
        owner = owner(tenant);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 100.01, 2.00, 33.99, 34.01, 34.01", "JPY, 10001, 200, 3399, 3401, 3401"})
    void threePayTheirPartsAtTheSameTimeAndTogetherThatIsTheRoom(
            String currency, String rate, String tax, String first, String second, String rest) throws Exception {
        conference(currency, rate, tax);
        var ada = threeInOneRoom();
        var whole = total(ada);
        var mates = List.of(mate(ada, "Grace"), mate(ada, "Joan"));
        for (var mate : mates) ask(ada, mate);
        for (var mate : mates) ask(ada, mate);
        assertThat(costs(ada).body()).contains("Asked to pay");
        assertThat(total(ada)).isEqualTo(whole);
        var pages = mates.stream().map(this::payment).toList();
        var again = payment(mates.getFirst());
        assertThat(again.status()).isEqualTo(200);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(List.<Callable<Integer>>of(
                    () -> CardPage.open(again.address().toString()).pay(CARD),
                    () -> CardPage.open(pages.getLast().address().toString()).pay(CARD)));
        }

        eventually("both have paid", () -> statuses().equals("paid paid"));
        assertThat(total(ada)).isEqualTo(rest);
        assertThat(shares())
                .extracting(share -> share.at("/total/amount").asString())
                .containsExactly(first, second);
        assertThat(kinds(ada)).containsExactly("INVOICE", "CREDIT_NOTE", "CREDIT_NOTE");
        for (var share : shares()) assertThat(documents(share)).containsExactly("INVOICE");
        eventually("what they paid goes back to Ada", () -> refunded() == minor(first) + minor(second));
        assertThat(differences()).isEmpty();
        assertThat(page(ada).body()).contains("of it was paid by your room-mate");
        eventually("Ada is told", () -> isTold("Ada", "Joan has paid") && isTold("Ada", "Grace has paid"));
        eventually("the payers are told of their orders", () -> payerWasTold("Your order for"));
        assertThat(payerWasTold("You are registered"))
                .as("who pays a part of a room is not registered by that")
                .isFalse();
        assertThat(ledger()).as("every entry has its other side").isZero();
    }

    @Test
    void whatIsNotPaidInTimeStaysWithWhoHasTheRoomAndWhatComesLaterGoesBack() {
        conference("EUR", "100.00", "0.00");
        var ada = threeInOneRoom();
        var grace = mate(ada, "Grace");
        var joan = mate(ada, "Joan");
        ask(ada, grace);
        payment(grace);
        var changed = change(ada, "2027-05-12", "Ada\nGrace\nJoan");
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.body()).contains("Take that back first");
        late();
        Tenancy.runAs(tenant, ending::sweep);
        assertThat(statuses()).isEqualTo("lapsed");
        assertThat(shares().getFirst().at("/status").asString()).isEqualTo("cancelled");
        eventually("both are told", () -> isTold("Ada", "did not pay the part") && isTold("Grace", "was not paid by"));
        assertThat(post(grace, "/payment", payer()).status()).isEqualTo(409);

        ask(ada, joan);
        var open = payment(joan);
        sql("UPDATE room_split SET status = 'lapsed' WHERE status = 'accepted'");
        CardPage.open(open.address().toString()).pay(CARD);
        eventually("Joan's payment goes back", () -> refunded() == 3_333);
        assertThat(statuses()).isEqualTo("lapsed returned");
        assertThat(total(ada)).isEqualTo("100.00");
        assertThat(kinds(ada)).containsExactly("INVOICE");
        eventually(
                "the credit note is there",
                () -> shares().stream().anyMatch(share -> documents(share).equals(List.of("INVOICE", "CREDIT_NOTE"))));
        eventually("Ada is told", () -> isTold("Ada", "could not be taken any more"));

        var wrong = refusedPayer(ada, grace);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"e-country\"", "id=\"e-email\"", "value=\"nobody\"");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoLeavesOwesNothingMoreAndAPaidPartGoesBackWithTheRoom() {
        conference("EUR", "100.00", "0.00");
        var ada = threeInOneRoom();
        var grace = mate(ada, "Grace");
        var joan = mate(ada, "Joan");
        ask(ada, grace);
        ask(ada, joan);
        var open = payment(grace);
        leave(grace);
        eventually("nothing is asked of who left", () -> statuses().equals("withdrawn asked"));
        eventually(
                "the order over it ends",
                () -> shares().getFirst().at("/status").asString().equals("cancelled"));
        assertThat(open.status()).isEqualTo(200);
        CardPage.open(payment(joan).address().toString()).pay(CARD);
        eventually("Joan has paid", () -> statuses().equals("withdrawn paid"));
        var share = shares().stream()
                .filter(each -> each.at("/status").asString().equals("confirmed"))
                .findFirst()
                .orElseThrow();
        assertThat(total(ada)).isEqualTo("66.67");
        var room = "/c/conf27/orders/" + ada.text("/code") + "/rooms/" + Tenancy.callAs(tenant, () -> room(ada));
        var kept = browser.submit(
                anyForm(), room + "/mates/" + joan.id() + "/removal", Map.of("secret", ada.text("/secret")));
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.body()).contains("has paid a part of the room", "Joan shares the room");
        assertThat(change(ada, "2027-05-11", "Ada\nBob\nCarl").body()).contains("Every bed in this room is taken.");

        owner.post(HERE + "/orders/" + ada.text("/code") + "/cancellation", Map.of())
                .expect(200);

        eventually("the part goes with the room", () -> statuses().equals("withdrawn cancelled"));
        eventually(
                "half of it goes back, by the conditions of the hotel",
                () -> order(share).at("/refunded/amount").asString().equals("16.66")
                        || order(share).at("/refunded/amount").asString().equals("16.67"));
        assertThat(differences()).isEmpty();
        assertThat(ledger()).isZero();
    }

    private void conference(String currency, String rate, String tax) {
        owner.post("/api/v1/conferences", """
                        {"slug": "conf27", "name": {"en": "Conf 27"}, "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "%s", "languages": ["en"]}""".formatted(currency)).expect(201);
        owner.put(HERE + "/registration-form", """
                        {"sections": [{"key": "you", "title": "You", "fields": [
                          {"key": "name", "type": "text", "label": "Name", "required": true}]}]}""").expect(200);
        var none = currency.equals("JPY") ? "0" : "0.00";
        owner.post(HERE + "/fees", """
                        {"key": "free", "name": "Free", "capacity": null, "tax_rate": 0,
                         "prices": [{"amount": {"amount": "%s", "currency": "%s"}, "until": null}]}""".formatted(none, currency)).expect(201);
        var taxes = tax.startsWith("0") ? "" : """
                        , "taxes": [{"key": "city", "name": "City tax", "per": "stay", "at_hotel": false,
                            "amount": {"amount": "%s", "currency": "%s"}}]""".formatted(tax, currency);
        owner.post(HERE + "/hotels", """
                        {"key": "grand", "name": "Grand", "address": "Street 1", "cut_off_on": null,
                         "room_types": [{"key": "triple", "name": "Triple", "occupancy": 3,
                            "nightly_rate": {"amount": "%s", "currency": "%s"},
                            "nights": [{"date": "2027-05-10", "rooms": 1}, {"date": "2027-05-11", "rooms": 1}]}],
                         "terms": {"ways": [{"kind": "full"}], "cancellation": [{"days_before": 1, "percent": 50}] %s},
                         "shoulder_nights": {"before": 0, "after": 0}}""".formatted(rate, currency, taxes)).expect(201);
        owner.patch(HERE, "{\"status\": \"published\"}").expect(200);
    }

    /** Ada's room for one night, paid; Grace and Joan share it. */
    private Http.Answer threeInOneRoom() {
        var room = Map.of(
                "hotel", "grand",
                "room_type", "triple",
                "check_in", "2027-05-10",
                "check_out", "2027-05-11",
                "guests", List.of("Ada"));
        var ada = order("Ada", Map.of("rooms", List.of(room)));
        CardPage.open(ada.text("/payment/url")).pay(CARD);
        eventually("paid", () -> order(ada).at("/status").asString().equals("confirmed"));
        for (var name : List.of("Grace", "Joan")) {
            var own = order(name, Map.of());
            Tenancy.runAs(
                    tenant,
                    () -> movingIn.join(
                            conferences.bySlug("conf27"),
                            room(ada),
                            one("SELECT id FROM orders WHERE code = ?", own.text("/code")),
                            name));
        }
        return ada;
    }

    private Http.Answer order(String name, Map<String, Object> more) {
        var cart = new java.util.LinkedHashMap<String, Object>(more);
        cart.put("contact", Map.of("name", name, "email", address(name), "country", "GB"));
        cart.put("delegates", List.of(Map.of("fee", "free", "answers", Map.of("name", name))));
        cart.put("locale", "en");
        return anonymous(tenant).post(HERE + "/orders", cart).expect(201);
    }

    /** Somebody who shares the room, by their own link. */
    private record Mate(UUID id, String secret) {}

    private Mate mate(Http.Answer ada, String name) {
        return Tenancy.callAs(tenant, () -> {
            var id = one(
                    "SELECT m.id FROM room_mate m JOIN room_booking b ON b.id = m.booking_id WHERE m.name = ?", name);
            var link = movingIn.link(conferences.bySlug("conf27"), id);
            return new Mate(id, link.replaceFirst(".*secret=", ""));
        });
    }

    private Browser.View costs(Http.Answer ada) {
        return browser.open(site() + costsPath(ada) + "?lang=en&secret=" + ada.text("/secret"));
    }

    private String costsPath(Http.Answer ada) {
        return "/c/conf27/orders/" + ada.text("/code") + "/rooms/" + Tenancy.callAs(tenant, () -> room(ada)) + "/costs";
    }

    private void ask(Http.Answer ada, Mate mate) {
        var page = costs(ada);
        browser.submit(page, costsPath(ada) + "/" + mate.id() + "/request", Map.of("secret", ada.text("/secret")));
    }

    private Browser.View payment(Mate mate) {
        return post(mate, "/payment", payer());
    }

    private static Map<String, String> payer() {
        return Map.of("name", "Grace Hopper", "email", "grace-pays@example.org", "country", "US");
    }

    private Browser.View refusedPayer(Http.Answer ada, Mate mate) {
        ask(ada, mate);
        return post(mate, "/payment", Map.of("name", "Grace", "email", "nobody", "country", ""));
    }

    private Browser.View post(Mate mate, String what, Map<String, String> fields) {
        var page = browser.open(site() + "/c/conf27/room-mates/" + mate.id() + "/part?lang=en&secret=" + mate.secret());
        var all = new java.util.HashMap<>(fields);
        all.put("secret", mate.secret());
        // A page on which nothing is to be paid any more has no form.
        var form = page.body().contains("_csrf") ? page : anyForm();
        return browser.submit(form, "/c/conf27/room-mates/" + mate.id() + "/part" + what, all);
    }

    private Browser.View anyForm() {
        return browser.open(site() + "/c/conf27/register?lang=en");
    }

    private void leave(Mate mate) {
        var path = "/c/conf27/room-mates/" + mate.id();
        var page = browser.open(site() + path + "?lang=en&secret=" + mate.secret());
        browser.submit(page, path + "/departure", Map.of("secret", mate.secret()));
    }

    private Browser.View change(Http.Answer ada, String checkOut, String guests) {
        var path = "/c/conf27/orders/" + ada.text("/code") + "/stays/" + Tenancy.callAs(tenant, () -> room(ada));
        var form = browser.open(site() + path + "?lang=en&secret=" + ada.text("/secret"));
        return browser.submit(
                form,
                path,
                Map.of(
                        "secret", ada.text("/secret"),
                        "room_type", "triple",
                        "check_in", "2027-05-10",
                        "check_out", checkOut,
                        "guests", guests,
                        "pay", "full",
                        "agreed", ""));
    }

    private Browser.View page(Http.Answer ada) {
        return browser.open(
                site() + "/c/conf27/orders/" + ada.text("/code") + "?lang=en&secret=" + ada.text("/secret"));
    }

    private void late() {
        sql("UPDATE room_split SET until = now() - interval '1 minute'");
    }

    private void sql(String statement) {
        Tenancy.runAs(tenant, () -> jdbc.sql(statement).update());
    }

    private UUID room(Http.Answer ada) {
        return one(
                "SELECT b.id FROM room_booking b JOIN orders o ON o.id = b.order_id WHERE o.code = ?",
                ada.text("/code"));
    }

    private UUID one(String sql, String value) {
        return jdbc.sql(sql).param(value).query(UUID.class).single();
    }

    /** Of the parts, in the order in which they were asked. */
    private String statuses() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT coalesce(string_agg(status, ' ' ORDER BY id), '') FROM room_split")
                        .query(String.class)
                        .single());
    }

    /** The orders over parts, the first one first. */
    private List<JsonNode> shares() {
        var codes = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT o.code FROM room_split s JOIN orders o ON o.id = s.share_order ORDER BY s.id")
                        .query((row, n) -> row.getString(1))
                        .list());
        return codes.stream()
                .map(code -> owner.get(HERE + "/orders/" + code).expect(200).json())
                .toList();
    }

    private JsonNode order(Http.Answer of) {
        return owner.get(HERE + "/orders/" + of.text("/code")).expect(200).json();
    }

    private JsonNode order(JsonNode of) {
        return owner.get(HERE + "/orders/" + of.at("/code").asString())
                .expect(200)
                .json();
    }

    private String total(Http.Answer of) {
        return order(of).at("/total/amount").asString();
    }

    private List<String> kinds(Http.Answer of) {
        return documents(order(of));
    }

    private static List<String> documents(JsonNode order) {
        return new ArrayList<>(order.at("/documents").findValuesAsString("kind"));
    }

    private long refunded() {
        return balance("refunds");
    }

    /** Debits less credits of all accounts. */
    private long ledger() {
        return balance(null);
    }

    private long balance(String account) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("""
                select coalesce(sum(debit - credit), 0) from ledger_entry
                where cast(:account as text) is null or account = :account""").param("account", account).query(Long.class).single());
    }

    private static long minor(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    private List<StockCheck.Difference> differences() {
        return Tenancy.callAs(tenant, stockCheck::differences);
    }

    private boolean isTold(String name, String words) {
        return inbox().mails(address(name)).stream()
                .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
    }

    private boolean payerWasTold(String words) {
        return inbox().mails(payer().get("email")).stream()
                .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
    }

    private String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "-" + tenant.slug() + "@example.org";
    }

    private String site() {
        return "http://" + tenant.slug() + ".localhost:" + owner.port();
    }
}

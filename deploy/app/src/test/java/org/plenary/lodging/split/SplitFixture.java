package org.plenary.lodging.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.Books;
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

/** A room that Ada has paid and shares with Grace and Joan, and the pages on which they pay their parts. */
abstract class SplitFixture extends PlenaryIT {
    static final String CARD = "4242424242424242";
    static final String HERE = "/api/v1/conferences/conf27";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovingIn movingIn;

    @Autowired
    ConferenceApi conferences;

    @Autowired
    StockCheck stockCheck;

    final Browser browser = new Browser();
    Tenant tenant;
    Http owner;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = aTenant();
        owner = owner(tenant);
    }

    void conference(String currency, String rate, String tax) {
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
    Http.Answer threeInOneRoom() {
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

    Http.Answer order(String name, Map<String, Object> more) {
        var cart = new java.util.LinkedHashMap<String, Object>(more);
        cart.put("contact", Map.of("name", name, "email", address(name), "country", "GB"));
        cart.put("delegates", List.of(Map.of("fee", "free", "answers", Map.of("name", name))));
        cart.put("locale", "en");
        return anonymous(tenant).post(HERE + "/orders", cart).expect(201);
    }

    /** Somebody who shares the room, by their own link. */
    record Mate(UUID id, String secret) {}

    Mate mate(Http.Answer ada, String name) {
        return Tenancy.callAs(tenant, () -> {
            var id = one(
                    "SELECT m.id FROM room_mate m JOIN room_booking b ON b.id = m.booking_id WHERE m.name = ?", name);
            var link = movingIn.link(conferences.bySlug("conf27"), id);
            return new Mate(id, link.replaceFirst(".*secret=", ""));
        });
    }

    Browser.View costs(Http.Answer ada) {
        return browser.open(site() + costsPath(ada) + "?lang=en&secret=" + ada.text("/secret"));
    }

    String costsPath(Http.Answer ada) {
        return "/c/conf27/orders/" + ada.text("/code") + "/rooms/" + Tenancy.callAs(tenant, () -> room(ada)) + "/costs";
    }

    void ask(Http.Answer ada, Mate mate) {
        var page = costs(ada);
        browser.submit(page, costsPath(ada) + "/" + mate.id() + "/request", Map.of("secret", ada.text("/secret")));
    }

    Browser.View payment(Mate mate) {
        return post(mate, "/payment", payer());
    }

    static Map<String, String> payer() {
        return Map.of("name", "Grace Hopper", "email", "grace-pays@example.org", "country", "US");
    }

    Browser.View refusedPayer(Http.Answer ada, Mate mate) {
        ask(ada, mate);
        return post(mate, "/payment", Map.of("name", "Grace", "email", "nobody", "country", ""));
    }

    Browser.View post(Mate mate, String what, Map<String, String> fields) {
        var page = browser.open(site() + "/c/conf27/room-mates/" + mate.id() + "/part?lang=en&secret=" + mate.secret());
        var all = new java.util.HashMap<>(fields);
        all.put("secret", mate.secret());
        // A page on which nothing is to be paid any more has no form.
        var form = page.body().contains("_csrf") ? page : anyForm();
        return browser.submit(form, "/c/conf27/room-mates/" + mate.id() + "/part" + what, all);
    }

    Browser.View anyForm() {
        return browser.open(site() + "/c/conf27/register?lang=en");
    }

    void leave(Mate mate) {
        var path = "/c/conf27/room-mates/" + mate.id();
        var page = browser.open(site() + path + "?lang=en&secret=" + mate.secret());
        browser.submit(page, path + "/departure", Map.of("secret", mate.secret()));
    }

    Browser.View change(Http.Answer ada, String checkOut, String guests) {
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

    Browser.View page(Http.Answer ada) {
        return browser.open(
                site() + "/c/conf27/orders/" + ada.text("/code") + "?lang=en&secret=" + ada.text("/secret"));
    }

    void late() {
        sql("UPDATE room_split SET until = now() - interval '1 minute'");
    }

    void sql(String statement) {
        Tenancy.runAs(tenant, () -> jdbc.sql(statement).update());
    }

    UUID room(Http.Answer ada) {
        return one(
                "SELECT b.id FROM room_booking b JOIN orders o ON o.id = b.order_id WHERE o.code = ?",
                ada.text("/code"));
    }

    UUID one(String sql, String value) {
        return jdbc.sql(sql).param(value).query(UUID.class).single();
    }

    /** Of the parts, in the order in which they were asked. */
    String statuses() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT coalesce(string_agg(status, ' ' ORDER BY id), '') FROM room_split")
                        .query(String.class)
                        .single());
    }

    /** The orders over parts, the first one first. */
    List<JsonNode> shares() {
        var codes = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT o.code FROM room_split s JOIN orders o ON o.id = s.share_order ORDER BY s.id")
                        .query((row, n) -> row.getString(1))
                        .list());
        return codes.stream()
                .map(code -> owner.get(HERE + "/orders/" + code).expect(200).json())
                .toList();
    }

    JsonNode order(Http.Answer of) {
        return owner.get(HERE + "/orders/" + of.text("/code")).expect(200).json();
    }

    JsonNode order(JsonNode of) {
        return owner.get(HERE + "/orders/" + of.at("/code").asString())
                .expect(200)
                .json();
    }

    String total(Http.Answer of) {
        return order(of).at("/total/amount").asString();
    }

    List<String> kinds(Http.Answer of) {
        return documents(order(of));
    }

    static List<String> documents(JsonNode order) {
        return new ArrayList<>(order.at("/documents").findValuesAsString("kind"));
    }

    /** Debits less credits of all accounts. */
    long ledger() {
        return balance(null);
    }

    long balance(String account) {
        return Tenancy.callAs(tenant, () -> Books.balance(jdbc, account));
    }

    long received() {
        return Tenancy.callAs(tenant, () -> Books.received(jdbc));
    }

    long returned() {
        return Tenancy.callAs(tenant, () -> Books.returned(jdbc));
    }

    static long minor(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    List<StockCheck.Difference> differences() {
        return Tenancy.callAs(tenant, stockCheck::differences);
    }

    boolean isTold(String name, String words) {
        return inbox().mails(address(name)).stream()
                .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
    }

    boolean payerWasTold(String words) {
        return inbox().mails(payer().get("email")).stream()
                .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
    }

    String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "-" + tenant.slug() + "@example.org";
    }

    String site() {
        return "http://" + tenant.slug() + ".localhost:" + owner.port();
    }
}

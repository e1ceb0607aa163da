package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Browser;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

class ToursIT extends PlenaryIT {
    private static final String BASE = "/api/v1/conferences/robots";

    @Autowired
    private StockCheck stockCheck;

    private Tenant tenant;
    private Http owner;
    private Http delegate;

    @BeforeEach
    void publishAConference() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        aConference("robots");
    }

    private void aConference(String slug) {
        owner.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                slug,
                                "name",
                                Map.of("en", "Robots", "zh-CN", "机器人"),
                                "starts_on",
                                "2027-05-14",
                                "ends_on",
                                "2027-05-17",
                                "time_zone",
                                "Asia/Shanghai",
                                "venue",
                                Map.of("name", "Expo Centre", "city", "Shanghai", "country", "CN"),
                                "currency",
                                "EUR",
                                "languages",
                                List.of("en", "zh-CN")))
                .expect(201);
        var base = "/api/v1/conferences/" + slug;
        owner.put(base + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                    {"key": "name", "type": "text", "label": "Name", "required": true}]}]}""");
        owner.post(base + "/fees", """
                {"key": "regular", "name": "Regular", "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(201);
        owner.patch(base, Map.of("status", "published")).expect(200);
    }

    @Test
    void aTourIsMadeShownChangedAndDeleted() {
        var made = owner.post(BASE + "/tours", tour("harbour", "40.00", 3)).expect(201);
        var path = BASE + "/tours/harbour";
        var tag = made.headers().firstValue("ETag").orElseThrow();

        assertThat(made.text("/starts_at")).isEqualTo("2027-05-15T18:00:00+08:00");
        assertThat(delegate.get(path).expect(200).json().at("/capacity").isNull())
                .isTrue();
        assertThat(owner.get(BASE + "/tours")
                        .expect(200)
                        .json()
                        .at("/items/0/capacity")
                        .asInt())
                .isEqualTo(3);
        var shown = delegate.get(BASE + "/availability").expect(200).json();
        assertThat(shown.at("/tours/0/key").asString()).isEqualTo("harbour");
        assertThat(shown.at("/tours/0/price/amount").asString()).isEqualTo("40.00");
        assertThat(shown.at("/tours/0/left").asInt()).isEqualTo(3);

        owner.with("If-Match", tag).put(path, tour("harbour", "45.00", 1)).expect(200);
        owner.with("If-Match", tag).put(path, tour("harbour", "50.00", 9)).expect(412);
        owner.put(path, tour("other", "50.00", 9)).expect(422);
        owner.post(BASE + "/tours", tour("harbour", "1.00", 1)).expect(422);
        assertThat(left()).isEqualTo(1);

        order("harbour", 1).expect(201);
        assertThat(owner.delete(path).expect(409).text("/type")).endsWith("tour_booked");
        owner.post(BASE + "/tours", tour("unloved", "1.00", 1)).expect(201);
        owner.delete(BASE + "/tours/unloved").expect(204);
        owner.get(BASE + "/tours/unloved").expect(404);
        delegate.post(BASE + "/tours", tour("forged", "1.00", 1)).expect(401);
    }

    @Test
    void whatIsWrongWithATourIsNamed() {
        var refused = owner.post(BASE + "/tours", """
                {"key": "a b", "name": "", "starts_at": "tomorrow", "price": {"amount": "-5.00", "currency": "USD"},
                 "capacity": -1, "tax_rate": 100}""").expect(422);

        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/key", "/name", "/starts_at", "/price/currency", "/price/amount", "/capacity", "/tax_rate");
        owner.post(BASE + "/tours", tour("harbour", "1.00", 1).replace("\"capacity\"", "\"places\""))
                .expect(422);
        assertThat(owner.post(BASE + "/tours", tour("harbour", "1.00", 1).replace("2027-05-15T", "2028-05-15T"))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("far_from_conference");
        assertThat(owner.post(
                                BASE + "/tours",
                                tour("harbour", "1.00", 1).replace("\"key\"", "\"closes_on\": \"2027-05-16\", \"key\""))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/closes_on");
        assertThat(owner.get(BASE + "/tours").json().at("/items").size()).isZero();
    }

    @Test
    void aWishThatCannotBeIsNamedAndNothingIsWritten() {
        owner.post(BASE + "/tours", tour("harbour", "40.00", 3)).expect(201);
        aConference("other");
        owner.post("/api/v1/conferences/other/tours", tour("elsewhere", "40.00", 3))
                .expect(201);

        assertThat(errors(order(List.of(
                        Map.of("tour", "elsewhere", "quantity", 1),
                        Map.of("tour", "harbour", "quantity", -2),
                        Map.of("tour", "harbour", "quantity", 0),
                        Map.of("quantity", "two"),
                        Map.of("tour", "harbour", "quantity", 1, "price", 1)))))
                .containsExactlyInAnyOrder(
                        "/tours/0/tour unknown_tour",
                        "/tours/1/quantity number_range",
                        "/tours/2/tour duplicate",
                        "/tours/2/quantity number_range",
                        "/tours/3/tour required",
                        "/tours/3/quantity number",
                        "/tours/4/tour duplicate",
                        "/tours/4/price unknown_member");

        assertThat(left()).isEqualTo(3);
        assertThat(owner.get(BASE + "/orders").json().at("/items").size()).isZero();
    }

    @Test
    void aTourThatIsShortNamesItselfAndHowManyAreLeft() {
        owner.post(BASE + "/tours", tour("harbour", "0.00", 3)).expect(201);
        order("harbour", 2).expect(201);

        var refused = order("harbour", 2).expect(409);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/tours/0");
        assertThat(refused.text("/errors/0/code")).isEqualTo("sold_out");
        assertThat(refused.json().at("/errors/0/left").asInt()).isEqualTo(1);
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void aTourIsNotSoldAfterItsLastDay() {
        var closed = tour("harbour", "0.00", 3).replace("\"key\"", "\"closes_on\": \"2020-01-31\", \"key\"");
        owner.post(BASE + "/tours", closed).expect(201);

        var refused = order("harbour", 1).expect(409);

        assertThat(refused.text("/type")).endsWith("tour_closed");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/tours/0/tour");
        assertThat(left()).isZero();
    }

    @Test
    void aCancelledOrderFreesItsPlaces() {
        owner.post(BASE + "/tours", tour("harbour", "0.00", 3)).expect(201);
        var code = order("harbour", 2).expect(201).text("/code");
        assertThat(left()).isEqualTo(1);

        owner.post(BASE + "/orders/" + code + "/cancellation", Map.of()).expect(200);

        assertThat(left()).isEqualTo(3);
        assertThat(owner.get(BASE + "/tours/harbour/participants")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void whoComesAlongIsThereForPeopleAndForSpreadsheets() {
        owner.post(BASE + "/tours", tour("harbour", "0.00", 9)).expect(201);
        var code = order("harbour", 2).expect(201).text("/code");
        var path = BASE + "/tours/harbour/participants";

        var list = owner.get(path).expect(200);
        var csv = owner.with("Accept", "text/csv").get(path).expect(200);
        var xlsx = owner.with("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(path)
                .expect(200);
        delegate.get(path).expect(401);

        assertThat(list.text("/items/0/order")).isEqualTo(code);
        assertThat(list.text("/items/0/status")).isEqualTo("confirmed");
        assertThat(list.text("/items/0/delegates/0")).isEqualTo("=Ada");
        assertThat(list.json().at("/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(csv.body()).contains(code, "\"'=Ada\",\"2\"");
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(owner.get(BASE + "/delegates").expect(200).text("/items/0/tours/0"))
                .isEqualTo("harbour × 2");
        assertThat(owner.with("Accept", "text/csv").get(BASE + "/delegates").body())
                .contains("\"harbour × 2\"");
        assertThat(owner.get(BASE + "/statistics")
                        .expect(200)
                        .json()
                        .at("/tours/0/taken")
                        .asInt())
                .isEqualTo(2);
        eventually(
                "the mail names the tour",
                () -> inbox().mails("guest-" + tenant.slug() + "@example.org").stream()
                        .anyMatch(mail -> mail.text().contains("2 × Harbour cruise, Sat 15 May 2027, 18:00")));
    }

    @Test
    void theRegistrationPageSellsToursInBothLanguagesWithoutScripts() {
        owner.post(BASE + "/tours", tour("harbour", "40.00", 3)).expect(201);
        owner.post(BASE + "/tours", tour("attic", "10.00", 3).replace("T18:00", "T20:00"))
                .expect(201);
        var page = "/c/robots/register";

        assertThat(delegate.get("/c/robots").expect(200).body()).contains("Harbour cruise", "Pier 7", "€40.00");
        assertThat(delegate.with("Accept-Language", "zh-CN").get("/c/robots").body())
                .contains("海港游船", "剩3个名额");
        assertThat(delegate.get(page).expect(200).body()).contains("tours.0.quantity", "tours.1.quantity");

        var browser = new Browser();
        var site = "http://" + tenant.slug() + ".localhost:" + delegate.port();
        var blank = browser.open(site + page + "?lang=en");
        var priced = browser.submit(blank, page, form("", "2", "update", "all"));
        assertThat(priced.status()).isEqualTo(200);
        assertThat(priced.body()).contains("<strong>€20.00</strong>", "Who comes (optional)", "2. Name (Delegate)");
        var named = form("", "", "update", "all", "tours.0.guests.0.name", "Grace Hopper");
        named.putAll(Map.of("tours.0.tour", "attic", "tours.0.quantity", "2", "tours.1.tour", "harbour"));
        assertThat(browser.submit(blank, page, named).body()).contains("value=\"Grace Hopper\"");
        assertThat(browser.submit(blank, page + "/quote", form("1", "2")).body())
                .contains("<strong>€60.00</strong>");

        var refused = browser.submit(blank, page, form("", "-4"));
        assertThat(refused.status()).isEqualTo(422);
        // the wish is the first one, so its input is too
        assertThat(refused.body())
                .contains("#f-tours.0.quantity", "value=\"-4\"")
                .containsPattern("name=\"tours.0.tour\"\\s+value=\"attic\"");

        browser.open(site + page + "?lang=zh-CN");
        var tooMany = browser.submit(blank, page, form("4", ""));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("#f-tours.0\"", "仅剩 3 个", "海港游船");

        browser.open(site + page + "?lang=en");
        var closed = tour("harbour", "40.00", 3).replace("\"key\"", "\"closes_on\": \"2020-01-31\", \"key\"");
        owner.put(BASE + "/tours/harbour", closed).expect(200);
        var late = browser.submit(blank, page, form("1", "2"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("This tour can no longer be booked", "value=\"Ada\"");
        assertThat(owner.get(BASE + "/orders").json().at("/items").size()).isZero();
    }

    private static Map<String, String> form(String harbour, String attic, String... more) {
        var form = new HashMap<>(Map.of(
                "contact.name", "Ada",
                "contact.email", "ada@example.org",
                "contact.country", "GB",
                "delegates.0.at", "0",
                "delegates.0.fee", "regular",
                "delegates.0.answers.name", "Ada"));
        form.putAll(Map.of(
                "tours.0.tour",
                "harbour",
                "tours.0.quantity",
                harbour,
                "tours.1.tour",
                "attic",
                "tours.1.quantity",
                attic));
        for (var i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
        return form;
    }

    private static List<String> errors(Http.Answer answer) {
        return answer.expect(422)
                .json()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString() + " "
                        + error.at("/code").asString())
                .toList();
    }

    private Http.Answer order(String tour, int quantity) {
        return order(List.of(Map.of("tour", tour, "quantity", quantity)));
    }

    private Http.Answer order(List<Map<String, Object>> tours) {
        return delegate.post(
                BASE + "/orders",
                Map.of(
                        "contact",
                        Map.of("name", "Guest", "email", "guest-" + tenant.slug() + "@example.org", "country", "CN"),
                        "delegates",
                        List.of(Map.of("fee", "regular", "answers", Map.of("name", "=Ada"))),
                        "tours",
                        tours));
    }

    private int left() {
        return delegate.get(BASE + "/availability")
                .expect(200)
                .json()
                .at("/tours/0/left")
                .asInt(-1);
    }

    private static String tour(String key, String price, int capacity) {
        return """
                {"key": "%s", "name": {"en": "Harbour cruise", "zh-CN": "海港游船"}, "meeting_point": "Pier 7",
                 "starts_at": "2027-05-15T18:00:00+08:00", "price": {"amount": "%s", "currency": "EUR"},
                 "capacity": %d}""".formatted(key, price, capacity);
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;

class ChangingAnswersIT extends PaidOrderIT {
    private static final String FORM = """
            {"sections": [{"key": "s", "title": "You", "fields": [
              {"key": "name", "type": "text", "label": "Name", "required": true},
              {"key": "home", "type": "address", "label": "Home"},
              {"key": "photo", "type": "consent", "label": "Photos", "consent": {"version": "1", "text": "Photos are taken."}},
              {"key": "guests", "type": "accompanying_persons", "label": "Guests", "accompanying": {
                "price": {"amount": "%s", "currency": "EUR"}, "maximum": 3,
                "fields": [{"key": "name", "type": "text", "label": "Guest's name", "required": true}]}},
              {"key": "meal", "type": "meal_and_diet", "label": "Meal", "options": [%s
                {"key": "rice", "label": "Rice dish"}]},
              {"key": "dinner", "type": "choice", "label": "Dinner", "options": [
                {"key": "yes", "label": "Yes", "price": {"amount": "80.00", "currency": "EUR"}, "capacity": 5},
                {"key": "no", "label": "No"}]},
              {"key": "note", "type": "text", "label": "Note of staff", "staff_only": true}]}]}""";
    private static final String FISH =
            "{\"key\": \"fish\", \"label\": \"Fish dish\", \"price\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}},";

    @AfterEach
    void theCountersAgreeWithTheRows() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoComesAlongLaterCostsTodaysPriceAndWhoStaysHomeIsPaidBackAtTheirs() {
        form("30.00", FISH);
        var order = paid(guests("Bob"));
        form("40.00", FISH);

        var more = answers(order, guests("Bob", "Eve", "Mallory")).expect(200);

        assertThat(more.text("/due/amount")).isEqualTo("80.00");
        CardPage.open(more.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(order).equals("229.00"));
        var fewer = answers(order, guests("Bob", "Eve")).expect(200);
        assertThat(fewer.text("/refund/amount")).isEqualTo("40.00");
        assertThat(view(order).at("/documents/2/total/amount").asString()).isEqualTo("-40.00");
        assertThat(answers(order, Map.of("name", "Ada")).expect(200).text("/refund/amount"))
                .isEqualTo("70.00");
        assertThat(total(order)).isEqualTo("119.00");
        eventually("the money is back", () -> returned() == 11_000);
        assertThat(answers(order, guests("A", "B", "C", "D")).expect(422).text("/errors/0/code"))
                .isEqualTo("too_many_persons");
    }

    @Test
    void whoIsCancelledByStaffStaysHome() {
        form("30.00", FISH);
        var order = paid(guests("Bob", "Eve"));
        var line = view(order).at("/lines/1/id").asString();

        cancel(order, Map.of("lines", List.of(line))).expect(200);

        assertThat(delegateAnswers().at("/guests")).isEmpty();
        assertThat(answers(order, guests("Bob")).expect(200).text("/due/amount"))
                .isEqualTo("30.00");
    }

    @Test
    void whatWasPickedStaysThoughNobodyElseCanHaveItAnyMore() {
        form("30.00", FISH);
        var order = paid(Map.of("name", "Ada", "meal", Map.of("meal", "fish", "note", "no bones")));
        form("30.00", "");

        var change = answers(order, Map.of("name", "Ada L.", "meal", Map.of("meal", "fish", "note", "none")))
                .expect(200);

        assertThat(change.text("/change")).isEqualTo("done");
        assertThat(total(order)).isEqualTo("124.00");
        assertThat(delegateAnswers().at("/meal/note").asString()).isEqualTo("none");
        assertThat(page(new Browser(), order, "en").body()).contains("Fish dish");
        assertThat(answers(order, Map.of("name", "Ada", "meal", Map.of("meal", "rice")))
                        .expect(200)
                        .text("/refund/amount"))
                .isEqualTo("5.00");
        assertThat(answers(order, Map.of("name", "Ada", "meal", Map.of("meal", "fish")))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("not_offered");
    }

    @Test
    void whatStaffNotedStaysAndIsNotAnsweredByDelegates() {
        form("30.00", FISH);
        var order = paid(Map.of("name", "Ada"));
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE delegate SET answers = answers || '{\"note\": \"speaks first\"}'")
                        .update());

        answers(order, Map.of("name", "Ada L.")).expect(200);

        assertThat(delegateAnswers().at("/note").asString()).isEqualTo("speaks first");
        assertThat(page(new Browser(), order, "en").body()).doesNotContain("Note of staff", "speaks first");
        assertThat(answers(order, Map.of("name", "Ada", "note", "mine"))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("unknown_field");
    }

    @Test
    void aChangeCountsInTheQuotasOfTheOptionsThatItPicksWheneverTheyAreMade() {
        var first = paid(Map.of("name", "Ada"));
        var change = answers(first, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        owner.post(PATH + "/quotas", """
                        {"key": "table", "name": "Table", "size": 1, "members": {"options": ["dinner:yes"]}}""").expect(201);
        assertThat(used("quota:table")).isEqualTo(1);
        assertThat(differences()).isEmpty();
        var second = paid(Map.of("name", "Bob"));

        var refused = answers(second, Map.of("name", "Bob", "dinner", "yes")).expect(409);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/answers/dinner");
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(first).equals("199.00"));
        assertThat(used("quota:table")).isEqualTo(1);
        answers(first, Map.of("name", "Ada", "dinner", "no")).expect(200);
        assertThat(used("quota:table")).isZero();
        answers(second, Map.of("name", "Bob", "dinner", "yes")).expect(200);
        owner.delete(PATH + "/quotas/table").expect(204);
        anybody.delete(PATH + "/orders/" + second.text("/code") + "/change?secret=" + second.text("/secret"))
                .expect(204);
        assertThat(used("option:dinner:yes")).isZero();
    }

    @Test
    void changesRaceForTheLastPlaces() throws Exception {
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE stock SET capacity = 2 WHERE key = 'option:dinner:yes'")
                        .update());
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            var order = anybody.post(PATH + "/orders", RegistrationFixture.cart("free", Map.of("name", "Ada " + i)))
                    .expect(201);
            calls.add(
                    () -> answers(order, Map.of("name", "Ada", "dinner", "yes")).status());
        }

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) statuses.add(answer.get());
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 409, 409, 409, 409);
        assertThat(used("option:dinner:yes")).isEqualTo(2);
    }

    @Test
    void aChangeIsTaxedAsTheFeeIs() {
        owner.post(PATH + "/fees", """
                        {"key": "net", "name": {"en": "Net", "zh-CN": "净价"}, "capacity": 10, "tax_included": false,
                         "prices": [{"amount": {"amount": "100.00", "currency": "EUR"}, "until": null}], "tax_rate": 19}""").expect(201);
        var order = paid("net", Map.of("name", "Ada"));

        var change = answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);

        assertThat(change.text("/due/amount")).isEqualTo("95.20");
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(order).equals("214.20"));
        assertThat(view(order).at("/lines/1/tax_rate").asInt()).isEqualTo(19);
    }

    @Test
    void whatIsGivenUpIsForThoseWhoWaitBeforeAChangeGetsIt() {
        owner.put(PATH + "/waiting-list/settings", Map.of("open", true)).expect(200);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE stock SET capacity = 1 WHERE key = 'option:dinner:yes'")
                        .update());
        var first = paid(Map.of("name", "Ada", "dinner", "yes"));
        var second = paid(Map.of("name", "Bob"));
        var entry = anybody.post(
                        PATH + "/waiting-list",
                        Map.of(
                                "contact",
                                Map.of("name", "Eve", "email", "eve@example.org", "country", "GB"),
                                "carts",
                                List.of(Map.of(
                                        "delegates",
                                        List.of(Map.of(
                                                "fee",
                                                "regular",
                                                "answers",
                                                Map.of("name", "Eve", "dinner", "yes")))))))
                .expect(201);

        answers(first, Map.of("name", "Ada")).expect(200);

        assertThat(answers(second, Map.of("name", "Bob", "dinner", "yes"))
                        .expect(409)
                        .text("/type"))
                .endsWith("sold_out");
        eventually(
                "it is Eve's turn",
                () -> anybody.get(PATH + "/waiting-list/" + entry.text("/id") + "?secret=" + entry.text("/secret"))
                        .text("/status")
                        .equals("offered"));
    }

    @Test
    void thePageIsFilledWithAnswersOfManyPartsAndLosesNothing() {
        form("30.00", FISH);
        var answers = new HashMap<String, Object>(guests("Bob", "Eve"));
        answers.put("home", Map.of("lines", "Street 1\nBack door", "city", "Leeds", "country", "GB"));
        answers.put("meal", Map.of("meal", "fish", "note", "no bones"));
        answers.put("photo", true);
        var order = paid(answers);
        var before = delegateAnswers();
        var browser = new Browser();

        var page = page(browser, order, "en");

        assertThat(page.body()).contains("Street 1", "Leeds", "no bones", "value=\"Eve\"", "data-live-form");
        var path =
                "/c/conf27/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id") + "/answers";
        var fields = new HashMap<String, String>();
        fields.put("secret", order.text("/secret"));
        fields.put("delegates.0.at", "0");
        fields.put("delegates.0.fee", "regular");
        fields.put("delegates.0.answers.name", "Ada");
        fields.put("delegates.0.answers.home.lines", "Street 1\nBack door");
        fields.put("delegates.0.answers.home.city", "Leeds");
        fields.put("delegates.0.answers.home.country", "GB");
        fields.put("delegates.0.answers.photo", "true");
        fields.put("delegates.0.answers.meal.meal", "fish");
        fields.put("delegates.0.answers.meal.note", "no bones");
        for (var i = 0; i < 2; i++) {
            fields.put("delegates.0.answers.guests." + i + ".at", String.valueOf(i));
            fields.put(
                    "delegates.0.answers.guests." + i + ".name",
                    List.of("Bob", "Eve").get(i));
        }
        assertThat(browser.submit(page, path, fields).body()).contains("There was nothing to change");
        assertThat(delegateAnswers()).isEqualTo(before);

        fields.put("update", "delegates.0.answers.guests.add");
        assertThat(browser.submit(page, path, fields).body()).contains("delegates.0.answers.guests.2.name");
        fields.put("update", "delegates.0.answers.guests.remove.0");
        assertThat(browser.submit(page, path, fields).body())
                .contains("value=\"Eve\"")
                .doesNotContain("value=\"Bob\"");
    }

    private static String address(Http.Answer order) {
        return "/c/conf27/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id") + "/answers";
    }

    private static Map<String, Object> guests(String... names) {
        return Map.of(
                "name",
                "Ada",
                "guests",
                List.of(names).stream().map(name -> Map.of("name", name)).toList());
    }

    private void form(String priceOfGuests, String fish) {
        owner.put(PATH + "/registration-form", FORM.formatted(priceOfGuests, fish))
                .expect(200);
    }

    private Browser.View page(Browser browser, Http.Answer order, String language) {
        return open(
                browser,
                "/c/conf27/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id")
                        + "/answers?lang=" + language + "&secret=" + order.text("/secret"));
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aTour;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;

class AdditionIT extends PaidOrderIT {
    @Test
    void aTourIsAddedLaterAsAnOrderOfItsOwnThatKnowsTheFirst() {
        aTour(owner, "walk", "0.00", 3);
        aTour(owner, "boat", "30.00", 3);
        var order = paid(Map.of("name", "Ada"));
        var browser = new Browser();
        assertThat(page(order, "en")).contains("Add a room or a tour");
        var form = open(browser, additions(order) + "?lang=en&secret=" + order.text("/secret"));
        assertThat(form.body()).contains("Tour walk", "Tour boat");
        assertThat(browser.submit(form, additions(order), tours(order, "0")).body())
                .contains("Choose what is to be added.");
        assertThat(browser.submit(form, additions(order), tours(order, "4")).status())
                .isEqualTo(422);

        var added = browser.submit(form, additions(order), tours(order, "2"));

        assertThat(added.body()).contains("Your order is confirmed", "Tour walk", "Open");
        assertThat(used("tour:walk")).isEqualTo(2);
        var orders = owner.get(PATH + "/orders").expect(200).json().at("/items");
        assertThat(orders).hasSize(2);
        var second = orders.get(0).at("/code").asString();
        var first = open(browser, "/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret"));
        assertThat(first.body()).contains("Order " + second);
        var opened = browser.submit(first, additions(order) + "/" + second, Map.of("secret", order.text("/secret")));
        assertThat(opened.body()).contains("Tour walk", "Order " + order.text("/code"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void onlyWhoIsRegisteredAddsAndNobodyOpensTheOrdersOfOthers() {
        aTour(owner, "walk", "0.00", 3);
        var mine = paid(Map.of("name", "Ada"));
        var other = anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Bob", "email", "bob@example.org", "country", "GB"),
                                "delegates",
                                        java.util.List.of(Map.of("fee", "regular", "answers", Map.of("name", "Bob"))),
                                "locale", "en"))
                .expect(201);
        var browser = new Browser();
        var form = open(browser, additions(mine) + "?lang=en&secret=" + mine.text("/secret"));

        assertThat(browser.submit(
                                form,
                                additions(mine) + "/" + other.text("/code"),
                                Map.of("secret", mine.text("/secret")))
                        .status())
                .isEqualTo(404);
        assertThat(open(browser, additions(mine) + "?secret=guessed").status()).isEqualTo(404);
        assertThat(open(browser, additions(other) + "?secret=" + other.text("/secret"))
                        .body())
                .contains("There is nothing that can be added now.");
        assertThat(browser.submit(form, additions(other), tours(other, "1")).body())
                .doesNotContain("You are registered");
        assertThat(used("tour:walk")).isZero();
    }

    private static String additions(Http.Answer order) {
        return "/c/conf27/orders/" + order.text("/code") + "/additions";
    }

    private static Map<String, String> tours(Http.Answer order, String quantity) {
        return Map.of(
                "secret", order.text("/secret"), "tours.0.tour", "walk", "tours.0.quantity", quantity, "place", "true");
    }
}

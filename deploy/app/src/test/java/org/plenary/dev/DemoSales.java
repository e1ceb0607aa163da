package org.plenary.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.Http;
import tools.jackson.databind.JsonNode;

/** What an organizer sets up to sell: rules, a quota, vouchers, currencies, a waiting list; and people who use all that. */
final class DemoSales {
    private final Http staff;
    private final Http anybody;
    private final String conference;
    private final JsonNode sales;

    DemoSales(Http staff, Http anybody, String conference, JsonNode sales) {
        this.staff = staff;
        this.anybody = anybody;
        this.conference = conference;
        this.sales = sales;
    }

    void setUp() {
        staff.put(conference + "/sales-rules", sales.get("rules")).expect(200);
        staff.put(conference + "/registration-policy", sales.get("policy")).expect(200);
        staff.post(conference + "/quotas", sales.get("quota")).expect(201);
        sales.get("currencies")
                .forEachEntry((currency, prices) -> staff.put(conference + "/currencies/" + currency, prices)
                        .expect(200));
        for (var voucher : sales.get("vouchers"))
            staff.post(conference + "/vouchers", voucher).expect(201);
        staff.put(conference + "/waiting-list/settings", sales.get("waiting_list"))
                .expect(200);
    }

    /** The doctoral forum sells out, and others wait for it; one speaker cancels, and so does somebody who has not paid. */
    void sell() {
        for (var person : sales.get("forum")) order(person, "forum", "FORUM27", null);
        for (var person : sales.get("waiting"))
            anybody.post(
                            conference + "/waiting-list",
                            Map.of(
                                    "contact", contact(person),
                                    "carts", List.of(Map.of("delegates", List.of(delegate(person, "forum")))),
                                    "locale", "en"))
                    .expect(201);
        sales.get("paying_in").forEachEntry((currency, person) -> {
            var order = order(person, "regular", null, currency);
            if (!order.text("/payment/url").isEmpty())
                CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        });
        for (var person : sales.get("speakers")) {
            var order = order(person, "regular", "SPEAKER", null);
            if (person.equals(sales.at("/speakers/1"))) cancel(order);
        }
        cancel(order(sales.at("/speakers/0"), "student", null, null));
    }

    private Http.Answer order(JsonNode person, String fee, String code, String currency) {
        var order = new HashMap<String, Object>();
        order.put("contact", contact(person));
        order.put("delegates", List.of(delegate(person, fee)));
        order.put("locale", "en");
        if (code != null) order.put("code", code);
        if (currency != null) order.put("currency", currency);
        return anybody.post(conference + "/orders", order).expect(201);
    }

    private void cancel(Http.Answer order) {
        staff.post(conference + "/orders/" + order.text("/code") + "/cancellation", "{}")
                .expect(200);
    }

    private static Map<String, String> contact(JsonNode person) {
        return Map.of("name", name(person), "email", email(person), "country", country(person));
    }

    private static Map<String, Object> delegate(JsonNode person, String fee) {
        return Map.of(
                "fee",
                fee,
                "answers",
                Map.of(
                        "name",
                        name(person),
                        "email",
                        email(person),
                        "country",
                        country(person),
                        "affiliation",
                        "Institute of Robotics",
                        "dinner",
                        "no",
                        "photos",
                        true));
    }

    private static String name(JsonNode person) {
        return person.get(0).asString();
    }

    private static String country(JsonNode person) {
        return person.get(1).asString();
    }

    private static String email(JsonNode person) {
        return name(person).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@robotics.example";
    }
}

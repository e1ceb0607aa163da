package org.plenary.dev;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.Http;
import tools.jackson.databind.JsonNode;

/** Registrations of invented people: most pay by card, as a delegate would, some have not yet. */
final class DemoOrders {
    private final Http host;
    private final String conference;
    private final JsonNode demo;

    DemoOrders(Http host, String conference, JsonNode demo) {
        this.host = host;
        this.conference = conference;
        this.demo = demo;
    }

    void place() {
        var number = 0;
        for (var person : demo.get("people")) {
            number++;
            var order = host.post(conference + "/orders", order(number, person)).expect(201);
            var url = order.text("/payment/url");
            if (number % 6 != 0 && !url.isEmpty()) CardPage.open(url).pay("4242424242424242");
        }
    }

    Map<String, Object> order(int number, JsonNode person) {
        var name = person.get(0).asString();
        var email = "delegate" + number + "@" + demo.at("/tenant/slug").asString() + ".example";
        var country = person.get(1).asString();
        var order = new HashMap<String, Object>();
        order.put("contact", Map.of("name", name, "email", email, "country", country));
        order.put("locale", country.equals("CN") ? "zh-CN" : "en");
        order.put("delegates", List.of(Map.of("fee", fee(number), "answers", answers(number, person, email))));
        if (number % 2 == 1) order.put("rooms", List.of(room(number, name)));
        var tours = tours(number);
        if (!tours.isEmpty()) order.put("tours", tours);
        return order;
    }

    private String fee(int number) {
        return number % 3 == 0 ? "student" : "regular";
    }

    private Map<String, Object> answers(int number, JsonNode person, String email) {
        var answers = new HashMap<String, Object>();
        answers.put("name", person.get(0).asString());
        answers.put("email", email);
        answers.put("country", person.get(1).asString());
        if (demo.at("/form/sections/0/fields/3/key").asString().equals("visa")) {
            answers.put("visa", "no");
            return answers;
        }
        answers.put("affiliation", person.get(2).asString());
        var workshops = new ArrayList<String>();
        if (number % 4 == 0) workshops.add("tactile");
        if (number % 3 == 1) workshops.add("data");
        if (!workshops.isEmpty()) answers.put("workshops", workshops);
        answers.put("dinner", number % 5 == 0 ? "no" : "yes");
        if (number % 5 != 0)
            answers.put("diet", List.of("none", "vegetarian", "vegan").get(number % 3));
        answers.put("photos", true);
        return answers;
    }

    /** The first tour is the small one: it nearly fills up. */
    private List<Map<String, Object>> tours(int number) {
        var tours = demo.get("tours");
        var wished = new ArrayList<Map<String, Object>>();
        if (number <= 5) wished.add(places(tours.get(0), 1 + number % 3));
        if (number % 3 == 1) wished.add(places(tours.get(1), 1));
        if (number % 4 == 2) wished.add(places(tours.get(2), 2));
        return wished;
    }

    private static Map<String, Object> places(JsonNode tour, int quantity) {
        return Map.of("tour", tour.get("key").asString(), "quantity", quantity);
    }

    private Map<String, Object> room(int number, String guest) {
        var hotel = host.get(conference + "/hotels").expect(200).json().at("/items/0");
        var type = hotel.at("/room_types").get(number % hotel.at("/room_types").size());
        var nights = type.get("nights");
        var from = 1 + number % 2;
        var until = nights.size() - 1 - number % 3 / 2;
        return Map.of(
                "hotel", hotel.get("key").asString().toLowerCase(Locale.ROOT),
                "room_type", type.get("key").asString(),
                "check_in", nights.get(from).get("date").asString(),
                "check_out",
                        LocalDate.parse(nights.get(until).get("date").asString())
                                .toString(),
                "guests", List.of(guest));
    }
}

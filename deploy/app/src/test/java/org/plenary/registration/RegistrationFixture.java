package org.plenary.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenary.Http;

/** A published conference with a form, two fees and a hotel, made through the API; and carts for it. */
public final class RegistrationFixture {
    public static final String PATH = "/api/v1/conferences/conf27";

    private RegistrationFixture() {}

    public static void aConference(Http owner) {
        owner.post("/api/v1/conferences", """
                        {"slug": "conf27", "name": {"en": "Conf 27", "zh-CN": "会议 27"}, "starts_on": "2027-05-10",
                         "ends_on": "2027-05-12", "time_zone": "Europe/Berlin",
                         "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en", "zh-CN"]}""").expect(201);
        owner.put(PATH + "/registration-form", """
                        {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                          {"key": "name", "type": "text", "label": "Name", "required": true},
                          {"key": "dinner", "type": "choice", "label": "Dinner", "required": false, "options": [
                            {"key": "yes", "label": "Yes", "price": {"amount": "80.00", "currency": "EUR"}, "capacity": 5},
                            {"key": "no", "label": "No"}]},
                          {"key": "diet", "type": "text", "label": "Diet", "required": false,
                           "visible_if": {"field": "dinner", "in": ["yes"]}}]}]}""").expect(200);
    }

    public static void aFee(Http owner, String key, String amount, Integer capacity) {
        owner.post(PATH + "/fees", """
                        {"key": "%s", "name": {"en": "Fee %s", "zh-CN": "费用"}, "capacity": %s,
                         "prices": [{"amount": {"amount": "%s", "currency": "EUR"}, "until": null}], "tax_rate": 19}""".formatted(key, key, capacity, amount)).expect(201);
    }

    public static void aHotel(Http owner, int roomsOnTheMiddleNight) {
        owner.post(PATH + "/hotels", """
                        {"name": "Grand", "address": "Street 1", "room_types": [{"key": "single", "name": "Single",
                          "occupancy": 1, "nightly_rate": {"amount": "100.00", "currency": "EUR"}, "nights": [
                            {"date": "2027-05-10", "rooms": 40}, {"date": "2027-05-11", "rooms": %d},
                            {"date": "2027-05-12", "rooms": 40}]}],
                         "cut_off_on": "2027-05-01", "shoulder_nights": {"before": 0, "after": 0}}""".formatted(roomsOnTheMiddleNight)).expect(201);
    }

    public static void aTour(Http owner, String key, String amount, Integer capacity) {
        owner.post(PATH + "/tours", """
                        {"key": "%s", "name": {"en": "Tour %s", "zh-CN": "游览"}, "starts_at": "2027-05-11T18:00:00+02:00",
                         "price": {"amount": "%s", "currency": "EUR"}, "capacity": %s, "tax_rate": 7}""".formatted(key, key, amount, capacity)).expect(201);
    }

    public static void publish(Http owner) {
        owner.patch(PATH, "{\"status\": \"published\"}").expect(200);
    }

    /** The key by which orders name the hotel. */
    public static String hotel(Http owner) {
        return owner.get(PATH + "/hotels").expect(200).text("/items/0/key");
    }

    public static Map<String, Object> cart(String fee, Map<String, Object> answers) {
        return Map.of(
                "contact", contact(),
                "delegates", List.of(Map.of("fee", fee, "answers", answers, "form_version", 1)),
                "locale", "en");
    }

    public static Map<String, Object> cart(String fee, String hotel, String checkIn, String checkOut) {
        var cart = new java.util.LinkedHashMap<>(cart(fee, Map.of("name", "Ada Lovelace")));
        cart.put("rooms", rooms(hotel, checkIn, checkOut));
        return cart;
    }

    public static Map<String, Object> cart(
            String fee, String hotel, String checkIn, String checkOut, String tour, int quantity) {
        var cart = new java.util.LinkedHashMap<>(cart(fee, hotel, checkIn, checkOut));
        cart.put("tours", List.of(Map.of("tour", tour, "quantity", quantity)));
        return cart;
    }

    /** Of somebody who registers nobody. */
    public static Map<String, Object> onlyARoom(
            String hotel, String type, String checkIn, String checkOut, String guest) {
        var room = Map.of(
                "hotel", hotel,
                "room_type", type,
                "check_in", checkIn,
                "check_out", checkOut,
                "guests", List.of(guest));
        return Map.of(
                "contact", Map.of("name", guest, "email", "guest@example.org", "country", "DE"),
                "delegates", List.of(),
                "rooms", List.of(room));
    }

    private static List<Map<String, Object>> rooms(String hotel, String checkIn, String checkOut) {
        var rooms = new ArrayList<Map<String, Object>>();
        rooms.add(Map.of(
                "hotel", hotel,
                "room_type", "single",
                "check_in", checkIn,
                "check_out", checkOut,
                "guests", List.of("Ada Lovelace")));
        return rooms;
    }

    private static Map<String, String> contact() {
        return Map.of("name", "Ada Lovelace", "email", "ada@example.org", "country", "GB");
    }
}

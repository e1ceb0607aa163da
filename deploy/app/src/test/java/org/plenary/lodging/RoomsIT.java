package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.onlyARoom;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoomsIT extends PlenaryIT {
    private static final String BASE = "/api/v1/conferences/robots";

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Http delegate;

    @BeforeEach
    void publishAConference() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        owner.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug", "robots",
                                "name", Map.of("en", "Robots", "zh-CN", "机器人"),
                                "starts_on", "2027-05-14",
                                "ends_on", "2027-05-17",
                                "time_zone", "Asia/Shanghai",
                                "venue", Map.of("name", "Expo Centre", "city", "Shanghai", "country", "CN"),
                                "currency", "EUR",
                                "languages", List.of("en", "zh-CN")))
                .expect(201);
        owner.put(BASE + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                    {"key": "name", "type": "text", "label": "Name", "required": true}]}]}""");
        owner.post(BASE + "/fees", """
                {"key": "regular", "name": "Regular", "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(201);
        owner.patch(BASE, Map.of("status", "published")).expect(200);
    }

    @Test
    void noNightIsEverSoldTwice() throws Exception {
        owner.post(BASE + "/hotels", hotel(3, "100.00", null)).expect(201);
        List<Callable<Http.Answer>> buyers = IntStream.range(0, 12)
                .<Callable<Http.Answer>>mapToObj(i -> () -> i % 2 == 0
                        ? order("2027-05-14", "2027-05-16", "Guest " + i)
                        : order("2027-05-15", "2027-05-17", "Guest " + i))
                .toList();

        List<Http.Answer> answers;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = executor.invokeAll(buyers).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(9)
                .allSatisfy(answer -> {
                    assertThat(answer.text("/errors/0/code")).isEqualTo("sold_out");
                    assertThat(answer.text("/errors/0/pointer")).startsWith("/rooms/0");
                    assertThat(answer.json().at("/errors/0/left").asInt()).isZero();
                    // where all winners came for the first night, that one is gone too
                    assertThat(answer.json().at("/errors/0/nights").toString()).contains("2027-05-15");
                });
        assertThat(left("2027-05-15")).isZero();
        assertThat(bookings()).isEqualTo(3);
    }

    @Test
    void nothingIsSoldAfterTheCutOffDate() {
        owner.post(BASE + "/hotels", hotel(3, "100.00", "2020-01-31")).expect(201);

        var refused = order("2027-05-14", "2027-05-15", "Ada").expect(409);

        assertThat(refused.text("/type")).endsWith("cut_off_passed");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rooms/0/hotel");
        assertThat(left("2027-05-14")).isZero();
        assertThat(bookings()).isZero();
    }

    @Test
    void aNightOutsideTheBlockIsNamedAndNothingIsWritten() {
        owner.post(BASE + "/hotels", hotel(3, "100.00", null)).expect(201);

        var refused = order("2027-05-16", "2027-05-18", "Ada").expect(422);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rooms/0/check_out");
        assertThat(refused.text("/errors/0/code")).isEqualTo("night_not_offered");
        assertThat(bookings()).isZero();
    }

    @Test
    void theRoomingListIsThereForPeopleAndForSpreadsheets() {
        owner.post(BASE + "/hotels", hotel(3, "0.00", null)).expect(201);
        var code =
                order("2027-05-14", "2027-05-17", "=HYPERLINK(1)").expect(201).text("/code");

        var list = owner.get(BASE + "/rooming-list").expect(200);
        var csv = owner.with("Accept", "text/csv").get(BASE + "/rooming-list").expect(200);
        var xlsx = owner.with("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(BASE + "/rooming-list")
                .expect(200);
        delegate.get(BASE + "/rooming-list").expect(401);

        assertThat(list.text("/items/0/hotel")).isEqualTo("grand-hotel");
        assertThat(list.text("/items/0/order")).isEqualTo(code);
        assertThat(list.text("/items/0/status")).isEqualTo("confirmed");
        assertThat(list.json().at("/items/0/nights").asInt()).isEqualTo(3);
        assertThat(csv.body()).contains("\"2027-05-14\",\"2027-05-17\"", "\"'=HYPERLINK(1)\"", code);
        assertThat(xlsx.body()).startsWith("PK");

        var booking = list.text("/items/0/id");
        owner.put(BASE + "/rooming-list/" + booking + "/acknowledgement", Map.of("acknowledgement", "H-77"))
                .expect(204);
        assertThat(owner.get(BASE + "/rooming-list").text("/items/0/acknowledgement"))
                .isEqualTo("H-77");
    }

    @Test
    void statisticsAgreeWithTheRows() {
        owner.post(BASE + "/hotels", hotel(3, "0.00", null)).expect(201);
        order("2027-05-14", "2027-05-17", "Ada").expect(201);
        var second = order("2027-05-14", "2027-05-15", "Grace").expect(201).text("/code");

        var both = owner.get(BASE + "/statistics").expect(200);
        assertThat(both.json().at("/rooms/block").asInt()).isEqualTo(9);
        assertThat(both.json().at("/rooms/taken").asInt()).isEqualTo(4);
        assertThat(both.json().at("/rooms/nights/0/taken").asInt()).isEqualTo(2);
        assertThat(both.json().at("/registrations/orders").asInt()).isEqualTo(2);
        assertThat(left("2027-05-14")).isEqualTo(1);

        owner.post(BASE + "/orders/" + second + "/cancellation", Map.of()).expect(200);

        assertThat(owner.get(BASE + "/statistics").json().at("/rooms/taken").asInt())
                .isEqualTo(3);
        assertThat(left("2027-05-14")).isEqualTo(2);
        assertThat(owner.get(BASE + "/rooming-list").json().at("/items").size()).isEqualTo(1);
        delegate.get(BASE + "/statistics").expect(401);
    }

    @Test
    void aHotelIsChangedWithoutLosingItsBookings() {
        var made = owner.post(BASE + "/hotels", hotel(3, "0.00", null)).expect(201);
        var hotel = BASE + "/hotels/" + made.text("/id");
        var tag = made.headers().firstValue("ETag").orElseThrow();
        order("2027-05-14", "2027-05-15", "Ada").expect(201);

        var fewer =
                owner.with("If-Match", tag).put(hotel, hotel(1, "0.00", null)).expect(200);
        owner.with("If-Match", tag).put(hotel, hotel(2, "0.00", null)).expect(412);
        var other = hotel(1, "0.00", null).replace("\"double\"", "\"suite\"");
        var refused = owner.put(hotel, other).expect(409);

        assertThat(fewer.text("/room_types/0/id")).isEqualTo(made.text("/room_types/0/id"));
        assertThat(left("2027-05-14")).isZero();
        assertThat(refused.text("/type")).endsWith("room_type_booked");
        assertThat(owner.delete(hotel).status()).isEqualTo(409);
        order("2027-05-14", "2027-05-15", "Grace").expect(409);
    }

    @Test
    void whatIsWrongWithAHotelIsNamed() {
        var wrong = hotel(-1, "100.00", null).replace("EUR", "USD").replace("\"occupancy\": 2", "\"occupancy\": 0");

        var refused = owner.post(BASE + "/hotels", wrong).expect(422);

        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .contains(
                        "/room_types/0/occupancy",
                        "/room_types/0/nightly_rate/currency",
                        "/room_types/0/nights/0/rooms");
        owner.post(BASE + "/hotels", "{\"name\": \"Grand\", \"stars\": 5}").expect(422);
        delegate.post(BASE + "/hotels", hotel(1, "1.00", null)).expect(401);
        assertThat(delegate.get(BASE + "/hotels")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    private Http.Answer order(String checkIn, String checkOut, String guest) {
        return delegate.post(BASE + "/orders", onlyARoom("grand-hotel", "double", checkIn, checkOut, guest));
    }

    private int left(String night) {
        var answer = delegate.get(BASE + "/availability").expect(200).json();
        for (var each : answer.at("/rooms/0/room_types/0/nights"))
            if (each.path("date").asString().equals(night))
                return each.path("left").asInt();
        throw new AssertionError("no such night: " + answer);
    }

    private int bookings() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*)::int FROM room_booking WHERE status <> 'released'")
                        .query(Integer.class)
                        .single());
    }

    private static String hotel(int rooms, String rate, String cutOff) {
        return """
                {"name": {"en": "Grand Hotel", "zh-CN": "大酒店"}, "address": "1 Bund",
                 "room_types": [{"key": "double", "name": "Double room", "occupancy": 2,
                    "nightly_rate": {"amount": "%s", "currency": "EUR"},
                    "nights": [{"date": "2027-05-14", "rooms": %d}, {"date": "2027-05-15", "rooms": %d},
                        {"date": "2027-05-16", "rooms": %d}]}],
                 "cut_off_on": %s, "shoulder_nights": {"before": 0, "after": 0}}""".formatted(rate, rooms, rooms, rooms, cutOff == null ? null : "\"" + cutOff + "\"");
    }
}

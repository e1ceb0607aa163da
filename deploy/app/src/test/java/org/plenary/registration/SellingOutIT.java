package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.hotel;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class SellingOutIT extends PlenaryIT {
    private static final int HALF = 25;

    @Autowired
    private StockCheck stockCheck;

    @Test
    void fiftyBuyersRaceForTenPlacesAndThreeRooms() throws Exception {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "scarce", "0.00", 10);
        aFee(owner, "plenty", "0.00", null);
        aHotel(owner, 3);
        publish(owner);
        var grand = hotel(owner);
        var buyer = anonymous(tenant);
        var start = new CountDownLatch(1);
        var buyers = new ArrayList<Callable<Http.Answer>>();
        for (var i = 0; i < HALF; i++) {
            // the first kind wants the scarce place and a free night, the second a plentiful place and the scarce night
            buyers.add(() -> order(start, buyer, cart("scarce", grand, "2027-05-10", "2027-05-11")));
            buyers.add(() -> order(start, buyer, cart("plenty", grand, "2027-05-10", "2027-05-13")));
        }

        List<Http.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = buyers.stream().map(threads::submit).toList();
            start.countDown();
            answers = new ArrayList<>();
            for (var future : running) answers.add(future.get());
        }

        var places = every(answers, 0);
        var rooms = every(answers, 1);
        assertThat(places.stream().filter(a -> a.status() == 201)).hasSize(10);
        assertThat(rooms.stream().filter(a -> a.status() == 201)).hasSize(3);
        assertThat(places.stream().filter(a -> a.status() == 409)).hasSize(15).allSatisfy(lost -> {
            assertThat(lost.text("/errors/0/pointer")).isEqualTo("/delegates/0/fee");
            assertThat(lost.text("/errors/0/code")).isEqualTo("sold_out");
            assertThat(lost.json().at("/errors/0/left").asInt(-1)).isZero();
        });
        assertThat(rooms.stream().filter(a -> a.status() == 409)).hasSize(22).allSatisfy(lost -> {
            assertThat(lost.text("/errors/0/pointer")).startsWith("/rooms/0");
            assertThat(lost.text("/errors/0/code")).isEqualTo("sold_out");
        });
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        assertThat(owner.get(PATH + "/delegates?limit=200").json().at("/items")).hasSize(13);
    }

    @Test
    void thirtyBuyersRaceForTheLastFivePlacesOfATourAndThreeRoomsInOneCart() throws Exception {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "plenty", "0.00", null);
        aHotel(owner, 3);
        aTour(owner, "harbour", "0.00", 5);
        aTour(owner, "attic", "0.00", 40);
        publish(owner);
        var grand = hotel(owner);
        var buyer = anonymous(tenant);
        var start = new CountDownLatch(1);
        var buyers = new ArrayList<Callable<Http.Answer>>();
        for (var i = 0; i < 15; i++) {
            // both kinds want the scarce tour; the first a room of the scarce night too, and each names things in its
            // own order
            buyers.add(() -> order(start, buyer, cart("plenty", grand, "2027-05-10", "2027-05-13", "harbour", 1)));
            buyers.add(() -> {
                var cart = new java.util.LinkedHashMap<>(cart("plenty", Map.of("name", "Grace")));
                cart.put(
                        "tours",
                        List.of(Map.of("tour", "harbour", "quantity", 1), Map.of("tour", "attic", "quantity", 2)));
                return order(start, buyer, cart);
            });
        }

        List<Http.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = buyers.stream().map(threads::submit).toList();
            start.countDown();
            answers = new ArrayList<>();
            for (var future : running) answers.add(future.get());
        }

        var withRoom = every(answers, 0).stream().filter(a -> a.status() == 201).count();
        var without = every(answers, 1).stream().filter(a -> a.status() == 201).count();
        assertThat(withRoom + without).isEqualTo(5);
        assertThat(withRoom).isLessThanOrEqualTo(3);
        assertThat(answers.stream().filter(a -> a.status() != 201)).hasSize(25).allSatisfy(lost -> {
            assertThat(lost.status()).isEqualTo(409);
            assertThat(lost.text("/errors/0/code")).isEqualTo("sold_out");
            assertThat(lost.json().at("/errors").findValuesAsString("pointer"))
                    .isSubsetOf("/tours/0", "/rooms/0/check_in");
        });
        var free = owner.get(PATH + "/availability").expect(200).json();
        assertThat(free.at("/tours").findValuesAsString("left"))
                .containsExactlyInAnyOrder("0", String.valueOf(40 - 2 * without));
        assertThat(free.at("/rooms/0/room_types/0/nights/1/left").asInt(-1)).isEqualTo(3 - (int) withRoom);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        assertThat(owner.get(PATH + "/orders").json().at("/items")).hasSize(5);
    }

    @Test
    void nothingIsTakenWhenOneWishOfACartIsShort() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "standard", "100.00", 5);
        aHotel(owner, 0);
        publish(owner);

        anonymous(tenant)
                .post(PATH + "/orders", cart("standard", hotel(owner), "2027-05-10", "2027-05-12"))
                .expect(409);

        var fee = owner.get(PATH + "/availability").expect(200).json().at("/fees/0/left");
        assertThat(fee.asInt()).isEqualTo(5);
        assertThat(owner.get(PATH + "/orders").expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void aPriceSentByTheBrowserIsRefused() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "standard", "100.00", 5);
        publish(owner);
        var priced = new java.util.LinkedHashMap<String, Object>(cart("standard", Map.of("name", "Ada")));
        priced.put("total", Map.of("amount", "1.00", "currency", "EUR"));

        anonymous(tenant).post(PATH + "/orders", priced).expect(422);
        var wrong = anonymous(tenant)
                .post(PATH + "/orders", cart("standard", Map.of("price", 1, "dinner", "free")))
                .expect(422);

        assertThat(wrong.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.at("/pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/delegates/0/answers/price", "/delegates/0/answers/name", "/delegates/0/answers/dinner");
        assertThat(owner.get(PATH + "/orders").json().at("/items")).isEmpty();
    }

    private static Http.Answer order(CountDownLatch start, Http buyer, Map<String, Object> cart)
            throws InterruptedException {
        start.await();
        return buyer.post(PATH + "/orders", cart);
    }

    private static List<Http.Answer> every(List<Http.Answer> answers, int offset) {
        var some = new ArrayList<Http.Answer>();
        for (var i = offset; i < answers.size(); i += 2) some.add(answers.get(i));
        return some;
    }
}

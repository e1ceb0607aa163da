package org.plenary.faults;

import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenary.Http;
import org.plenary.dev.CardPage;

/** People who register at one conference, and what they were told. Each has a name of their own: who is there twice was doubled. */
final class Buyers {
    private static final String CARD = "4242424242424242";
    private static final int ACCEPTED = 201;
    private static final int BACK_IN_THE_SHOP = 303;

    private final Http anybody;
    private final String email;
    private final AtomicInteger names = new AtomicInteger();
    private final Map<String, String> promised = new ConcurrentHashMap<>();
    private final Queue<Http.Answer> answers = new ConcurrentLinkedQueue<>();

    Buyers(Http anybody, String email) {
        this.anybody = anybody;
        this.email = email;
    }

    String email() {
        return email;
    }

    /** What each order has to be in the end, by its code. */
    Map<String, String> promised() {
        return Map.copyOf(promised);
    }

    /** All that was answered to those who ordered or asked for a page to pay on. */
    List<Http.Answer> answers() {
        return List.copyOf(answers);
    }

    /** Somebody for whom it is free. */
    Http.Answer registers() {
        return order("free", "confirmed");
    }

    /** Somebody who has to pay, and has not yet. */
    Http.Answer holds() {
        return order("regular", "pending");
    }

    /** Pays with a card. @return whether money was taken; not when there is no page to pay on now */
    boolean pays(Http.Answer order) {
        var page = order.text("/payment/url");
        if (page.isEmpty()) {
            var asked = anybody.post(order(order) + "/payment" + secret(order), "{}");
            answers.add(asked);
            page = asked.text("/url");
        }
        if (page.isEmpty() || CardPage.open(page).pay(CARD) != BACK_IN_THE_SHOP) return false;
        promised.put(order.text("/code"), "confirmed");
        return true;
    }

    /** Nobody paid in time. */
    void isOver(Http.Answer order) {
        promised.put(order.text("/code"), "expired");
    }

    String status(Http.Answer order) {
        return anybody.get(order(order) + secret(order)).expect(200).text("/status");
    }

    /** So many order one time after the other, every second of them to pay at once, until it is closed. */
    Rush rush(int people) {
        return new Rush(people);
    }

    final class Rush implements AutoCloseable {
        private final AtomicBoolean isOver = new AtomicBoolean();
        private final List<Thread> people = new ArrayList<>();

        private Rush(int count) {
            for (var i = 0; i < count; i++) {
                var pays = i % 2 == 1;
                people.add(Thread.ofVirtual().start(() -> {
                    while (!isOver.get()) live(pays);
                }));
            }
        }

        private void live(boolean pays) {
            var order = pays ? holds() : registers();
            if (pays && order.status() == ACCEPTED) pays(order);
        }

        @Override
        public void close() throws InterruptedException {
            isOver.set(true);
            for (var person : people) person.join();
        }
    }

    private Http.Answer order(String fee, String status) {
        var name = "Mona Müller " + names.incrementAndGet();
        var cart = new HashMap<String, Object>();
        cart.put("contact", Map.of("name", name, "email", email, "country", "DE"));
        cart.put("delegates", List.of(Map.of("fee", fee, "answers", Map.of("name", name))));
        cart.put("locale", "en");
        var answer = anybody.post(PATH + "/orders", cart);
        answers.add(answer);
        if (answer.status() == ACCEPTED) promised.put(answer.text("/code"), status);
        return answer;
    }

    private static String order(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code");
    }

    private static String secret(Http.Answer order) {
        return "?secret=" + order.text("/secret");
    }
}

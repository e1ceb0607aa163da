package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.hotel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class CancellingLinesIT extends PaidOrderIT {
    @Autowired
    private Accounts accounts;

    @BeforeEach
    void aHotelAndATour() {
        aHotel(owner, 3);
        aTour(owner, "harbour", "53.50", 6);
    }

    @Test
    void chosenLinesGoAndTheRestOfTheOrderStands() {
        var order = paidOrder();
        var ada = line(order, "Ada", "fee");
        var tour = line(order, "", "tour");

        var left = cancel(order, Map.of("lines", List.of(ada, tour), "refund", "by_policy"))
                .expect(200);

        assertThat(left.text("/status")).isEqualTo("confirmed");
        assertThat(left.json()
                        .at("/lines")
                        .valueStream()
                        .filter(l -> l.at("/cancelled").asBoolean()))
                .extracting(l -> l.at("/kind").asString())
                .containsExactlyInAnyOrder("fee", "option", "tour");
        assertThat(left.json().at("/documents").findValuesAsString("kind")).containsExactly("INVOICE", "CREDIT_NOTE");
        assertThat(left.text("/documents/1/total/amount")).isEqualTo("-306.00");
        assertThat(creditedLines())
                .containsExactlyInAnyOrder(
                        "Fee regular 1 -119.00 19",
                        "Dinner: Yes 1 -80.00 19",
                        "Tour harbour, Tue 11 May 2027, 18:00 2 -107.00 7");
        var free = owner.get(PATH + "/availability").json();
        assertThat(free.at("/fees/0/left").asInt()).isEqualTo(9);
        assertThat(free.at("/tours/0/left").asInt()).isEqualTo(6);
        assertThat(free.at("/rooms/0/room_types/0/nights/0/left").asInt()).isEqualTo(39);
        assertThat(differences()).isEmpty();
        assertThat(owner.get(PATH + "/tours/harbour/participants").json().at("/items"))
                .isEmpty();
        assertThat(owner.get(PATH + "/rooming-list").json().at("/items")).hasSize(1);

        assertThat(checkIn(order, 0).expect(409).text("/type")).endsWith("ticket_not_valid");
        assertThat(checkIn(order, 1).expect(200).text("/status")).isEqualTo("checked_in");

        eventually(
                "the money is back",
                () -> view(order).at("/refunded/amount").asString().equals("306.00"));
        assertThat(view(order).at("/status").asString()).isEqualTo("confirmed");
        assertThat(returned()).isEqualTo(30_600);
        assertThat(balance(null)).isZero();
        eventually(
                "the buyer is told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().startsWith("Part of your order")
                                && mail.text().contains("€306.00")
                                && mail.attachments().size() == 2));
    }

    @Test
    void theRestGoesLaterAndTheOrderEnds() {
        var order = paidOrder();
        cancel(order, Map.of("lines", List.of(line(order, "", "tour"))));

        var ended = cancel(order, Map.of("lines", "all")).expect(200);

        assertThat(ended.text("/status"))
                .as("the money may be back before the answer is")
                .isIn("cancelled", "refunded");
        assertThat(ended.json().at("/documents").findValuesAsString("kind"))
                .containsExactly("INVOICE", "CREDIT_NOTE", "CREDIT_NOTE");
        eventually(
                "refunded",
                () -> view(order).at("/status").asString().equals("refunded")
                        && view(order).at("/refunded").equals(view(order).at("/total")));
        assertThat(returned()).isEqualTo(received());
        assertThat(differences()).isEmpty();
        assertThat(owner.get(PATH + "/availability").json().at("/fees/0/left").asInt())
                .isEqualTo(10);
    }

    @Test
    void theSameLinesCancelledManyTimesAtOnceGoOnce() throws Exception {
        var order = paidOrder();
        var tour = line(order, "", "tour");
        var ada = line(order, "Ada", "fee");
        var start = new CountDownLatch(1);
        var calls = new ArrayList<Callable<Http.Answer>>();
        for (var i = 0; i < 10; i++) {
            var lines = i % 2 == 0 ? List.of(tour) : List.of(tour, ada);
            calls.add(() -> {
                start.await();
                return cancel(order, Map.of("lines", lines));
            });
        }

        List<Http.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream().map(threads::submit).toList();
            start.countDown();
            for (var future : running) answers.add(future.get());
        }

        assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(a -> a.status() == 409))
                .hasSize(9)
                .allSatisfy(late -> assertThat(late.text("/type")).endsWith("line_cancelled"));
        assertThat(view(order).at("/documents")).hasSize(2);
        assertThat(owner.get(PATH + "/availability").json().at("/tours/0/left").asInt())
                .isEqualTo(6);
        assertThat(differences()).isEmpty();
    }

    @Test
    void partOfTheMoneyIsKeptAndNeverMoreGoesBackThanWasPaid() {
        var order = paidOrder();
        var tour = line(order, "", "tour");
        var dinner = line(order, "Ada", "option");

        assertThat(refused(order, Map.of("lines", List.of(tour), "refund", eur("107.01"))))
                .isEqualTo("/refund");
        assertThat(refused(order, Map.of("lines", List.of(tour), "refund", eur("-1.00"))))
                .isEqualTo("/refund");
        assertThat(refused(order, Map.of("lines", List.of(tour, Ids.next().toString()))))
                .isEqualTo("/lines/1");
        assertThat(refused(order, Map.of("lines", List.of()))).isEqualTo("/lines");
        assertThat(refused(order, Map.of("refund", eur("9999.00")))).isEqualTo("/refund");
        cancel(order, Map.of("lines", List.of(tour), "money", "all")).expect(422);
        cancel(anybody, order, Map.of("lines", List.of(tour))).expect(404);
        assertThat(view(order).at("/documents")).hasSize(1);

        cancel(order, Map.of("lines", List.of(tour), "refund", eur("50.00"))).expect(200);
        cancel(order, Map.of("lines", List.of(dinner), "refund", eur("0.00"))).expect(200);

        assertThat(creditedLines())
                .containsExactlyInAnyOrder(
                        "Tour harbour, Tue 11 May 2027, 18:00 2 -107.00 7", "Cancellation fee 1 57.00 7");
        assertThat(view(order).at("/documents")).hasSize(2);
        eventually(
                "the money is back",
                () -> view(order).at("/refunded/amount").asString().equals("50.00"));
        var answers = owner.get(PATH + "/delegates").json().at("/items/0/answers");
        assertThat(answers.has("dinner")).isFalse();
        assertThat(answers.at("/name").asString()).isEqualTo("Ada");
    }

    @Test
    void linesOfAnEarlierVersionKnowTheirDelegatesByTheirOrder() {
        var order = paidOrder();
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE order_line SET delegate_id = NULL").update());
        assertThat(view(order).at("/lines")).isEqualTo(order.json().at("/lines"));

        cancel(order, Map.of("lines", List.of(line(order, "Ada", "fee")))).expect(200);

        assertThat(checkIn(order, 0).expect(409).text("/type")).endsWith("ticket_not_valid");
        assertThat(checkIn(order, 1).expect(200).text("/status")).isEqualTo("checked_in");
        assertThat(creditedLines()).hasSize(2);
    }

    @Test
    void anUnpaidOrderGoesAsAWholeOnly() {
        var order = order();

        assertThat(refused(order, Map.of("lines", List.of(line(order, "", "tour")))))
                .isEqualTo("/lines");

        assertThat(cancel(order, Map.of("lines", "all")).expect(200).text("/status"))
                .isEqualTo("cancelled");
    }

    @Test
    void staffChooseLinesSeeWhatGoesBackAndConfirm() {
        var order = paidOrder();
        var page = "/manage/conferences/conf27/orders/" + order.text("/code") + "/cancellation";
        var staff = new DeskFixture(tenant, owner.port(), accounts);
        var choice = staff.open(page + "?lang=en");
        assertThat(choice.body()).contains("Fee regular (Ada) · €119.00", "2 × Tour harbour", "Cancel the whole order");
        assertThat(staff.open(page + "?chosen=true").body()).contains("Choose what is to be cancelled.");

        var tour = line(order, "", "tour");
        var preview = staff.open(page + "?chosen=true&lines=" + tour);
        assertThat(preview.body()).contains("Refund by policy", "€107.00", "value=\"107.00\"");
        var refused = staff.submit(preview, page, Map.of("lines", tour, "refund", "500"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"500\"", "#f-refund");
        assertThat(view(order).at("/documents")).hasSize(1);

        var chinese = staff.open(page + "?lang=zh-CN&lines=" + line(order, "Grace", "fee"));
        assertThat(chinese.body()).contains("按规定退款", "取消这些内容");
        staff.open("/manage?lang=en");
        var done = staff.submit(preview, page, Map.of("lines", tour, "refund", "100"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("the rest of the order stands", "Cancelled", "-€107.00");
        var again = staff.submit(preview, page, Map.of("lines", tour, "refund", "100"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("This was cancelled already.");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("-100.00");
        assertThat(owner.get("/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret"))
                        .body())
                .contains("text-decoration-line-through");
    }

    private Http.Answer order() {
        var delegates = new ArrayList<Map<String, Object>>();
        delegates.add(Map.of("fee", "regular", "answers", Map.of("name", "Ada", "dinner", "yes")));
        delegates.add(Map.of("fee", "regular", "answers", Map.of("name", "Grace")));
        return anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates", delegates,
                                "rooms",
                                        List.of(Map.of(
                                                "hotel", hotel(owner),
                                                "room_type", "single",
                                                "check_in", "2027-05-10",
                                                "check_out", "2027-05-12",
                                                "guests", List.of("Ada"))),
                                "tours", List.of(Map.of("tour", "harbour", "quantity", 2)),
                                "locale", "en"))
                .expect(201);
    }

    private Http.Answer paidOrder() {
        var order = order();
        assertThat(CardPage.open(order.text("/payment/url")).pay(CARD)).isEqualTo(303);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private static Http.Answer cancel(Http http, Http.Answer order, Map<String, ?> body) {
        return http.post(PATH + "/orders/" + order.text("/code") + "/cancellation", body);
    }

    private String refused(Http.Answer order, Map<String, ?> body) {
        return cancel(order, body).expect(422).text("/errors/0/pointer");
    }

    /** @param delegate by name; empty for what belongs to the whole order */
    private static String line(Http.Answer order, String delegate, String kind) {
        var owner = order.json()
                .at("/delegates")
                .valueStream()
                .filter(d -> d.at("/name").asString().equals(delegate))
                .map(d -> d.at("/id").asString())
                .findFirst()
                .orElse("");
        return order.json()
                .at("/lines")
                .valueStream()
                .filter(l -> l.at("/kind").asString().equals(kind)
                        && l.at("/delegate").asString("").equals(owner))
                .map(l -> l.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    private Http.Answer checkIn(Http.Answer order, int delegate) {
        var ticket = view(order).at("/delegates/" + delegate + "/ticket").asString();
        return owner.post(PATH + "/check-ins", Map.of("ticket", ticket, "gate", "A"));
    }

    private List<String> creditedLines() {
        return Tenancy.callAs(tenant, () -> jdbc.sql("""
                select (line ->> 'description') || ' ' || (line ->> 'quantity') || ' '
                    || (line #>> '{total,amount}') || ' ' || (line ->> 'tax_rate')
                from invoice, jsonb_array_elements(snapshot -> 'lines') as line where kind = 'CREDIT_NOTE'""").query(String.class).list());
    }

    private static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}

package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.billing.Books;
import org.plenary.dev.CardPage;
import org.plenary.lodging.tour.CallingOffTours;
import org.plenary.lodging.tour.TourReview;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Tours that too few people booked. */
class ToursCalledOffIT extends TourLifeFixture {
    @Autowired
    private TourReview review;

    @Autowired
    private CallingOffTours callingOff;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whoHasNotPaidLosesACancelledTourAndPaysForTheRest() {
        aFee(owner, "member", "40.00", null);
        aTour("53.50", 20, "\"meeting_point\": {\"latitude\": 53.5438, \"longitude\": 9.966}");
        var shown = owner.get(TOUR).expect(200).text("/details/map_link");
        assertThat(shown)
                .isEqualTo("https://www.openstreetmap.org/?mlat=53.543800&mlon=9.966000#map=17/53.543800/9.966000");
        var both = delegate.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", buyer(++orders), "country", "GB"),
                                "delegates", List.of(Map.of("fee", "member", "answers", Map.of("name", "Ada"))),
                                "tours", List.of(Map.of("tour", "harbour", "quantity", 2))))
                .expect(201);
        assertThat(both.text("/total/amount")).isEqualTo("147.00");
        var alone = order(1).expect(201);

        owner.post(TOUR + "/cancellation", Map.of("note", "Storm.")).expect(202);

        eventually(
                "it costs less", () -> view(both).at("/total/amount").asString().equals("40.00"));
        assertThat(view(both).at("/status").asString()).isEqualTo("pending");
        assertThat(view(both).at("/lines")).hasSize(1);
        eventually(
                "what costs nothing any more is certain",
                () -> view(alone).at("/status").asString().equals("confirmed"));
        eventually(
                "told why",
                () -> inbox().mails(both.text("/contact/email")).stream()
                        .anyMatch(mail ->
                                mail.text().contains("Storm.") && mail.text().contains("€40.00")));
        assertThat(minor("SELECT count(*) FROM tour_booking")).isZero();
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        var wrong = tour("lake", "10.00", 5, "\"meeting_point\": {\"latitude\": 91}");
        assertThat(owner.post(PATH + "/tours", wrong)
                        .expect(422)
                        .json()
                        .at("/errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/details/meeting_point/latitude", "/details/meeting_point/longitude");
    }

    @Test
    void aTourBelowItsMinimumGivesAllMoneyBackOnceThoughItsWorkIsKilledBetweenTwoOrders() throws Exception {
        aTour("53.50", 20, minimum(10, TODAY));
        var first = paid(2);
        var second = paid(3);
        Tenancy.runAs(tenant, review::sweep);
        assertThat(state()).as("the day is not over").isEqualTo("open");
        change("53.50", 20, minimum(10, TODAY.minusDays(1)));

        whileSomebodyHolds(second, () -> {
            Tenancy.runAs(tenant, review::sweep);
            assertThat(state()).isEqualTo("cancelled");
            eventually("the first order is done", () -> cancelledLines(first) == 1);
            eventually("the work on the second one is killed", this::killWhoWaits);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> Tenancy.runAs(tenant, callingOff::sweep));
            threads.submit(() -> Tenancy.runAs(tenant, callingOff::sweep));
        }

        eventually(
                "all of the money is back",
                () -> refunded(first).equals("107.00") && refunded(second).equals("160.50"));
        assertThat(Tenancy.callAs(tenant, () -> Books.returned(jdbc))).isEqualTo(26_750);
        assertThat(minor("SELECT count(*) FROM invoice WHERE kind = 'CREDIT_NOTE'"))
                .isEqualTo(2);
        assertThat(view(first).at("/status").asString()).isEqualTo("confirmed");
        for (var order : List.of(first, second)) {
            var to = order.text("/contact/email");
            eventually("the buyer is told why", () -> told(to) == 1);
        }
        eventually(
                "the organizer is told",
                () -> inbox().mails(organizer).stream()
                                .filter(mail -> mail.subject().contains("was cancelled"))
                                .count()
                        == 1);
        var cancellation = owner.get(TOUR + "/cancellation").expect(200).json();
        assertThat(cancellation.at("/called_off").asInt()).isEqualTo(5);
        assertThat(cancellation.at("/people").asInt()).isZero();
        assertThat(order(1).expect(409).text("/type")).endsWith("tour_closed");
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void theOrganizerIsWarnedOnceAndMayRunTheTourAllTheSame() {
        aTour("0.00", 20, minimum(10, TODAY.plusDays(3)));
        order(2).expect(201);

        Tenancy.runAs(tenant, review::sweep);
        Tenancy.runAs(tenant, review::sweep);

        eventually("the organizer is warned", () -> warnings() == 1);
        var warning = inbox().mails(organizer).getFirst();
        assertThat(warning.text()).contains("2 paid places", "needs 10");
        owner.post(TOUR + "/going-ahead", Map.of()).expect(200);
        change("0.00", 20, minimum(10, TODAY.minusDays(1)));
        Tenancy.runAs(tenant, review::sweep);
        assertThat(state()).isEqualTo("kept");
        assertThat(minor("SELECT count(*) FROM audit_entry WHERE action = 'tour.kept'"))
                .isEqualTo(1);
        assertThat(warnings()).isEqualTo(1);
        order(1).expect(201);
    }

    private static String minimum(int people, LocalDate by) {
        return "\"minimum\": %d, \"minimum_by\": \"%s\"".formatted(people, by);
    }

    private Http.Answer paid(int quantity) {
        var order = order(quantity).expect(201);
        assertThat(CardPage.open(order.text("/payment/url")).pay("4242424242424242"))
                .isEqualTo(303);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private JsonNode view(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).expect(200).json();
    }

    private String refunded(Http.Answer order) {
        return view(order).at("/refunded/amount").asString();
    }

    private long cancelledLines(Http.Answer order) {
        return view(order)
                .at("/lines")
                .valueStream()
                .filter(line -> line.at("/cancelled").asBoolean())
                .count();
    }

    private String state() {
        return owner.get(TOUR).expect(200).text("/state");
    }

    private long told(String buyer) {
        return inbox().mails(buyer).stream()
                .filter(mail -> mail.text().contains("does not take place: not enough people booked it"))
                .count();
    }

    private long warnings() {
        return inbox().mails(organizer).stream()
                .filter(mail -> mail.subject().contains("not enough people yet"))
                .count();
    }

    private void whileSomebodyHolds(Http.Answer order, Runnable work) throws Exception {
        var locked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> Tenancy.runAs(tenant, () -> hold(order, locked, go)));
            locked.await();
            try {
                work.run();
            } finally {
                go.countDown();
            }
        }
    }

    private void hold(Http.Answer order, CountDownLatch locked, CountDownLatch go) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM orders WHERE code = :code FOR UPDATE")
                    .param("code", order.text("/code"))
                    .query((row, n) -> row.getString(1))
                    .list();
            locked.countDown();
            await(go);
        });
    }

    /** As if the machine that does the work had died: its connection ends in the middle of an order. */
    private boolean killWhoWaits() {
        return !Tenancy.callAs(tenant, () -> jdbc.sql("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query LIKE '%FROM orders WHERE id%FOR UPDATE%'""").query(Boolean.class).list())
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.lodging.tour.CallingOffTours;
import org.plenary.lodging.tour.TourReview;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The life of a tour: its minimum, its end, its vouchers, and what its operator is told. */
class TourLifeIT extends PlenaryIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final String TOUR = PATH + "/tours/harbour";
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private TourReview review;

    @Autowired
    private CallingOffTours callingOff;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Tenant tenant;
    private Http owner;
    private Http delegate;
    private String organizer;

    @BeforeEach
    void aConferenceWithAnOwner() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        organizer = "mona-" + tenant.slug() + "@example.org";
        var account = accounts.createOwner("Mona", organizer, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
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
        assertThat(minor("SELECT coalesce(sum(debit - credit), 0) FROM ledger_entry WHERE account = 'refunds'"))
                .isEqualTo(26_750);
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

    @Test
    void aVoucherOpensTheBusOnceAndNeverForAPlaceThatIsCancelled() {
        aTour("0.00", 20, "");
        owner.post(PATH + "/tours", tour("hills", "0.00", 9, "")).expect(201);
        var order = order(2).expect(201);
        var vouchers = vouchers();
        assertThat(vouchers).hasSize(2);
        eventually(
                "the vouchers come with the confirmation",
                () -> inbox().mails(order.text("/contact/email")).stream()
                        .anyMatch(mail -> mail.attachments().stream()
                                .anyMatch(file -> file.name().equals("tours-" + order.text("/code") + ".pdf"))));

        assertThat(board("harbour", vouchers.getFirst()).expect(200).text("/status"))
                .isEqualTo("checked_in");
        var again =
                board("harbour", vouchers.getFirst().toLowerCase(Locale.ROOT)).expect(200);
        assertThat(again.text("/status")).isEqualTo("already_checked_in");
        assertThat(again.text("/name")).isEqualTo("Ada");
        assertThat(board("hills", vouchers.getLast()).expect(409).text("/type")).endsWith("voucher_of_other_tour");
        board("harbour", "NO0SUCH0CODE").expect(404);
        board("harbour", " ").expect(422);

        var line = order.json()
                .at("/lines")
                .valueStream()
                .filter(each -> each.at("/kind").asString().equals("tour"))
                .findFirst()
                .orElseThrow();
        var cancelled = Map.of("lines", List.of(line.at("/id").asString()));
        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", cancelled)
                .expect(200);
        assertThat(board("harbour", vouchers.getLast()).expect(409).text("/type"))
                .endsWith("voucher_not_valid");
        var pdf = "/c/conf27/orders/" + order.text("/code") + "/tours/vouchers.pdf?secret=" + order.text("/secret");
        delegate.get(pdf).expect(404);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void theSecondListForTheOperatorShowsOnlyWhatChanged() {
        var operator = "bus-" + tenant.slug() + "@example.org";
        aTour("0.00", 20, "\"operator\": {\"name\": \"Bus Ltd\", \"email\": \"%s\"}".formatted(operator));
        order(1).expect(201);
        var second = order(1).expect(201);

        assertThat(owner.post(TOUR + "/lists", Map.of()).expect(201).text("/number"))
                .isEqualTo("1");
        owner.post(PATH + "/orders/" + second.text("/code") + "/cancellation", Map.of())
                .expect(200);
        order(List.of(Map.of("name", "Grace", "kind", "accompanying"))).expect(201);
        owner.post(TOUR + "/lists", Map.of()).expect(201);

        eventually("both lists are sent", () -> inbox().mails(operator).size() == 2);
        var mail = inbox().mails(operator).stream()
                .filter(each -> each.subject().startsWith("List no. 2"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.text()).contains("New: Grace", "Does not come: Ada").containsOnlyOnce("Ada");
        assertThat(mail.attachments())
                .extracting(file -> file.name())
                .containsExactly("conf27-harbour-2-changes.pdf", "conf27-harbour-2.pdf", "conf27-harbour-2.xlsx");
        var whole = owner.get(TOUR + "/lists/2").expect(200).json();
        assertThat(whole.at("/participants")).hasSize(2);
        assertThat(minor("SELECT count(*) FROM audit_entry WHERE action = 'tour.list-sent'"))
                .isEqualTo(2);
        change("0.00", 20, "\"guides\": []");
        assertThat(owner.post(TOUR + "/lists", Map.of()).expect(409).text("/type"))
                .endsWith("no_operator");
    }

    @Test
    void companionsPayTheirOwnPriceTakePlacesAndAreNeverMoreThanThereAre() {
        aTour("40.00", 5, """
                "minimum": 2, "minimum_by": "%s", "maximum_per_order": 4,
                "guides": [{"name": "Mei", "languages": ["zh", "en"], "phone": "+49 30 1"}],
                "prices": {"accompanying": {"amount": "30.00", "currency": "EUR"},
                           "child": {"amount": "0.00", "currency": "EUR"}}""".formatted(TODAY.plusDays(30)));

        var order = order(List.of(
                        Map.of("kind", "delegate"),
                        Map.of("name", "Grace", "kind", "accompanying"),
                        Map.of("kind", "child")))
                .expect(201);

        assertThat(order.text("/total/amount")).isEqualTo("70.00");
        var short1 = order(3).expect(409);
        assertThat(short1.text("/errors/0/pointer")).isEqualTo("/tours/0");
        assertThat(short1.json().at("/errors/0/left").asInt()).isEqualTo(2);
        assertThat(order(5).expect(422).text("/errors/0/pointer")).isEqualTo("/tours/0/quantity");
        assertThat(order(List.of(Map.of("kind", "dog"))).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/tours/0/guests/0/kind");
        assertThat(order(2).expect(201).text("/total/amount")).isEqualTo("80.00");
        var seen = delegate.get(TOUR).expect(200).json();
        assertThat(seen.at("/details/guides/0/languages")).hasSize(2);
        assertThat(seen.at("/details/guides/0/phone").isNull()).isTrue();
        // Whoever knows nothing of the details loses nothing of them.
        owner.put(TOUR, tour("harbour", "45.00", 5, "")).expect(200);
        assertThat(owner.get(TOUR).json().at("/details/minimum").asInt()).isEqualTo(2);
        var wrong = owner.put(TOUR, tour("harbour", "45.00", 5, "\"minimum\": 9, \"guides\": [{\"name\": \"\"}]"))
                .expect(422);
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/details/minimum", "/details/minimum_by", "/details/guides/0/name");
    }

    @Test
    void staffTickPeopleOffOnAPhoneAndCancelATourKnowingWhatItCosts() {
        aTour("0.00", 20, "");
        order(2).expect(201);
        var voucher = vouchers().getFirst();
        var browser = new Browser();
        var desk = "/manage/conferences/conf27/tours";
        var site = "http://" + tenant.slug() + ".localhost:" + owner.port();
        var form = browser.open(site + desk + "?lang=en");
        browser.submit(form, "/login", Map.of("email", organizer, "password", PASSWORD));

        var scanned = browser.open(site + desk + "/harbour/boarding?code=" + voucher);
        assertThat(scanned.body()).contains("Ada", "0 of 2 on board");
        var ticked = browser.submit(scanned, desk + "/harbour/boarding", Map.of("voucher", voucher));
        assertThat(ticked.body()).contains("Ada is on board.", "1 of 2 on board");
        assertThat(browser.submit(ticked, desk + "/harbour/boarding", Map.of("voucher", site + "?code=" + voucher))
                        .body())
                .contains("Ada is already on board");
        assertThat(browser.open(site + desk + "/harbour/boarding?q=nobody").body())
                .contains("Nobody found");
        assertThat(browser.open(site + desk + "/harbour/lists").body()).contains("2 people come.");

        var question = browser.open(site + desk + "/harbour/cancellation");
        assertThat(question.body()).contains("Cancel Harbour cruise?", "2 people in one order lose their place.");
        var done = browser.submit(question, desk + "/harbour/cancellation", Map.of("note", "Storm."));
        assertThat(done.body()).contains("Harbour cruise is cancelled");
        eventually(
                "all are called off",
                () -> owner.get(TOUR + "/cancellation").json().at("/called_off").asInt() == 2);
        assertThat(browser.open(site + desk).body()).contains("Cancelled", "Refunds");
        eventually(
                "the buyer is told why",
                () -> inbox().mails(buyer(1)).stream()
                        .anyMatch(mail -> mail.text().contains("Storm.")));
    }

    private int orders;

    private String buyer(int number) {
        return "buyer-" + number + "-" + tenant.slug() + "@example.org";
    }

    private void aTour(String price, int capacity, String details) {
        owner.post(PATH + "/tours", tour("harbour", price, capacity, details)).expect(201);
    }

    private void change(String price, int capacity, String details) {
        owner.put(TOUR, tour("harbour", price, capacity, details)).expect(200);
    }

    private static String minimum(int people, LocalDate by) {
        return "\"minimum\": %d, \"minimum_by\": \"%s\"".formatted(people, by);
    }

    /** @param details empty for saying nothing of them */
    private static String tour(String key, String price, int capacity, String details) {
        return """
                {"key": "%s", "name": {"en": "Harbour cruise", "zh-CN": "海港游船"}, "meeting_point": "Pier 7",
                 "starts_at": "2027-05-11T18:00:00+02:00", "price": {"amount": "%s", "currency": "EUR"},
                 "tax_rate": 7, "capacity": %d%s}""".formatted(key, price, capacity, details.isEmpty() ? "" : ", \"details\": {" + details + "}");
    }

    private Http.Answer order(int quantity) {
        return ordered(Map.of("tour", "harbour", "quantity", quantity));
    }

    private Http.Answer order(List<Map<String, String>> guests) {
        return ordered(Map.of("tour", "harbour", "quantity", guests.size(), "guests", guests));
    }

    private Http.Answer ordered(Map<String, Object> wish) {
        return delegate.post(
                PATH + "/orders",
                Map.of(
                        "contact",
                        Map.of("name", "Ada", "email", buyer(++orders), "country", "GB"),
                        "delegates",
                        List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                        "tours",
                        List.of(wish)));
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

    private Http.Answer board(String tour, String voucher) {
        return owner.post(PATH + "/tours/" + tour + "/check-ins", Map.of("voucher", voucher));
    }

    private List<String> vouchers() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT code FROM tour_place ORDER BY booking_id, number")
                        .query(String.class)
                        .list());
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

    private long minor(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(Long.class).single());
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

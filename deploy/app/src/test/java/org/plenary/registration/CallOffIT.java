package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.Books;
import org.plenary.billing.stripe.StripeCalls;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.payments.DeskPayments;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A conference that does not take place: everything that was ordered ends, and all money goes back, once. */
class CallOffIT extends PlenaryIT {
    private static final String PAGE = "/manage/conferences/conf27/cancellation";
    private static final int FREE = 120;
    private static final int UNPAID = 12;
    private static final int PAID = 16;
    private static final int PARTLY = 3;
    private static final int AT_THE_DESK = 3;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StripeSettings settings;

    @Autowired
    private StripeCalls stripe;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private DeskPayments deskPayments;

    @Autowired
    private TransactionTemplate transactions;

    private Tenant tenant;
    private Http owner;
    private DeskFixture desk;

    @BeforeEach
    void aConference() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "free", "0.00", 500);
        RegistrationFixture.aFee(owner, "regular", "119.00", 100);
        RegistrationFixture.publish(owner);
        desk = new DeskFixture(tenant, owner.port(), accounts);
    }

    @Test
    void everyOrderEndsOnceAndAllMoneyGoesBackOnce() {
        var refused = manyOrders();
        var paid = Tenancy.callAs(tenant, () -> Books.received(jdbc));
        sandbox(Map.of("kind", "429", "count", 4, "path", "/v1/refunds"));
        sandbox(Map.of("kind", "close", "when", "after", "count", 3, "path", "/v1/refunds"));
        sandbox(Map.of("kind", "500", "count", 2, "path", "/v1/checkout/sessions"));

        callOff();
        killWorkers();
        act("/pause");
        assertThat(desk.open(PAGE).body()).contains("Paused.");
        act("/resume");
        act("/pause");
        act("/resume");
        killWorkers();
        eventually("ended", () -> desk.open(PAGE).body().contains("ended"));
        eventually("nothing waits", () -> {
            if (of("select count(*) from cancelled_order where state = 'failed'") > 0) act("/again");
            return of("select count(*) from cancelled_order where state <> 'done'") == 0;
        });
        eventually("the refused one is told", () -> desk.open(PAGE).body().contains("No such payment_intent"));

        assertThat(of("select count(*) from cancelled_order")).isEqualTo(FREE + UNPAID + PAID + PARTLY + AT_THE_DESK);
        assertThat(of("select count(*) from orders where status in ('pending', 'confirmed', 'awaiting_approval')"))
                .isZero();
        run("update payment set intent_id = replace(intent_id, 'pi_lost', 'pi') where reference = '" + refused + "'");
        act("/again");
        eventually(
                "all cards have their money",
                () -> of("select count(*) from payment where confirmed and amount > refunded") == 0);
        handOut();
        assertThat(Tenancy.callAs(tenant, () -> Books.returned(jdbc))).isEqualTo(paid);
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, "receivables")))
                .isZero();
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, null))).isZero();
        nothingWentBackTwice();
        documentsHaveNoGaps();
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        assertThat(of("select coalesce(sum(used), 0) from stock")).isZero();
        var page = desk.open(PAGE).body();
        assertThat(page).contains("All " + (FREE + UNPAID + PAID + PARTLY + AT_THE_DESK) + " orders have ended.");
        assertThat(page).doesNotContain("Try these again");
    }

    @Test
    void whoCancelsSaysSoAndNothingIsSoldAfterIt() {
        var page = desk.open(PAGE);
        assertThat(desk.submit(page, PAGE, form("cancel", "Conf 28")).status()).isEqualTo(422);
        var preview = desk.submit(page, PAGE, form("preview", ""));
        assertThat(preview.body()).contains("<p lang=\"en\">The hall is closed.</p>");
        assertThat(owner.get(PATH).text("/status")).isEqualTo("published");
        assertThat(owner.patch(PATH, Map.of("status", "cancelled")).status()).isEqualTo(422);

        callOff();

        assertThat(owner.get(PATH).text("/status")).isEqualTo("cancelled");
        var order = anonymous(tenant)
                .post(PATH + "/orders", RegistrationFixture.cart("free", Map.of("name", "Late")))
                .expect(409);
        assertThat(order.text("/code")).isEqualTo("conference_cancelled");
        assertThat(anonymous(tenant).get("/c/conf27").body()).contains("This conference is cancelled");
        assertThat(anonymous(tenant).get("/").body()).contains("Cancelled");
        eventually("nothing was to end", () -> desk.open(PAGE).body().contains("There was no order to end."));
        assertThat(desk.submit(desk.open(PAGE), PAGE, form("cancel", "Conf 27")).status())
                .isEqualTo(409);
        assertThat(owner.patch(PATH, Map.of("status", "published")).status()).isEqualTo(409);
    }

    @Test
    void whatIsPaidInTheLastSecondGoesBackToo() {
        var order = order("regular");
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        callOff();

        eventually("it went back", () -> Tenancy.callAs(tenant, () -> Books.returned(jdbc)) == 11_900);
        eventually("it has ended", () -> List.of("cancelled", "refunded").contains(status(order)));
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, "receivables")))
                .isZero();
    }

    /** @return one whose payment Stripe will not know */
    private String manyOrders() {
        var refused = new ArrayList<String>();
        try (var hands = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            IntStream.range(0, FREE).forEach(n -> all.add(hands.submit(() -> order("free"))));
            IntStream.range(0, UNPAID + AT_THE_DESK).forEach(n -> all.add(hands.submit(() -> order("regular"))));
            var paid = IntStream.range(0, PAID)
                    .mapToObj(n -> hands.submit(() -> paid(order("regular"))))
                    .toList();
            var partly = IntStream.range(0, PARTLY)
                    .mapToObj(n -> hands.submit(() -> paid(order("regular", "regular"))))
                    .toList();
            for (var each : all) get(each);
            for (var each : paid) refused.add(get(each));
            for (var each : partly) {
                var code = get(each);
                var line = owner.get(PATH + "/orders/" + code).text("/lines/0/id");
                owner.post(PATH + "/orders/" + code + "/cancellation", Map.of("lines", List.of(line)))
                        .expect(200);
            }
        }
        var codes = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select code from orders where status = 'pending' order by id limit " + AT_THE_DESK)
                        .query(String.class)
                        .list());
        for (var code : codes) desk.take(code, "119.00", "cash", "");
        assertThat(of("select count(*) from orders where status = 'confirmed'"))
                .isEqualTo(FREE + PAID + PARTLY + AT_THE_DESK);
        var code = refused.getFirst();
        run("update payment set intent_id = replace(intent_id, 'pi', 'pi_lost') where reference = '" + code + "'");
        return code;
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Http.Answer order(String... fees) {
        var delegates = java.util.Arrays.stream(fees)
                .map(fee -> Map.of("fee", fee, "answers", Map.of("name", "Ada"), "form_version", 1))
                .toList();
        return anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact",
                                Map.of("name", "Ada", "email", "ada@example.org", "country", "GB"),
                                "delegates",
                                delegates,
                                "locale",
                                "en"))
                .expect(201);
    }

    private String paid(Http.Answer order) {
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        eventually("paid", () -> status(order).equals("confirmed"));
        return order.text("/code");
    }

    private String status(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).text("/status");
    }

    private void callOff() {
        var done = desk.submit(desk.open(PAGE), PAGE, form("cancel", "Conf 27"));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private static Map<String, String> form(String step, String name) {
        return Map.of(
                "step", step,
                "name", name,
                "refund", "full",
                "message.en", "The hall is closed.",
                "message.zh-CN", "会场关闭。");
    }

    private void act(String what) {
        desk.submit(desk.open(PAGE), PAGE + what, Map.of());
    }

    /** In the middle of what they do, as when a node is lost. */
    private void killWorkers() {
        for (var n = 0; n < 20; n++) jdbc.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                            where state = 'idle in transaction' and query like '%cancelled_order%' and pid <> pg_backend_pid()""").query(Long.class).single();
    }

    private void handOut() {
        var conference = UUID.fromString(owner.get(PATH).text("/id"));
        Tenancy.runAs(
                tenant,
                () -> deskPayments
                        .waitingReturns(conference, 100)
                        .forEach(each -> transactions.executeWithoutResult(state -> deskPayments.handedOut(
                                each.subject(), each.id(), new DeskPayments.Cashier("mona", "Mona")))));
    }

    private record Paid(String account, String intent, long amount) {}

    private void nothingWentBackTwice() {
        var payments = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select account_id, intent_id, amount from payment where confirmed")
                        .query((row, n) -> new Paid(row.getString(1), row.getString(2), row.getLong(3)))
                        .list());
        assertThat(payments).hasSize(PAID + PARTLY);
        for (var payment : payments) {
            var refunds = stripe.refundsOfIntent(payment.account(), payment.intent());
            assertThat(refunds.stream().mapToLong(each -> each.getAmount()).sum())
                    .isEqualTo(payment.amount());
        }
    }

    private void documentsHaveNoGaps() {
        var numbers = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select number from invoice where kind = 'CREDIT_NOTE'")
                        .query(String.class)
                        .list());
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(PAID + 2 * PARTLY);
        var counted = numbers.stream()
                .map(number -> Integer.parseInt(number.substring(number.lastIndexOf('-') + 1)))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(counted).hasSize(numbers.size());
        assertThat(counted.stream().mapToInt(n -> n).max().orElseThrow()
                        - counted.stream().mapToInt(n -> n).min().orElseThrow())
                .isEqualTo(numbers.size() - 1);
    }

    private long of(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(Long.class).single());
    }

    private void run(String sql) {
        Tenancy.runAs(tenant, () -> jdbc.sql(sql).update());
    }

    private void sandbox(Map<String, ?> fault) {
        new Http(settings.apiBase().getPort(), "localhost", Map.of())
                .post("/_sandbox/faults", fault)
                .expect(200);
    }
}

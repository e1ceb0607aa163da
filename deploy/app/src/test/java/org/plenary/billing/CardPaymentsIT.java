package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentStatus;
import org.plenary.payments.Payments;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CardPaymentsIT extends PlenaryIT {
    private static final Money PRICE = Money.of(CurrencyUnit.EUR, new BigDecimal("119.00"));

    @Autowired
    private Payments payments;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCardPaysAndTheBooksBalance() {
        var tenant = aTenant();
        var subject = Ids.next();
        var page = start(tenant, subject, PRICE);

        assertThat(CardHolder.look(page).body()).contains("Full fee", "119.00");
        assertThat(CardHolder.pay(page, CardHolder.GOOD).statusCode()).isEqualTo(303);

        eventually("paid", () -> status(tenant, subject) == PaymentStatus.PAID);
        var payment = as(tenant, () -> payments.of(subject)).getFirst();
        assertThat(payment.paidWith()).isEqualTo("visa •••• 4242");
        assertThat(payment.amount()).isEqualTo(PRICE);
        assertThat(received(tenant)).isEqualTo(11_900);
        assertThat(balance(tenant, "stripe_fees")).isPositive();
        assertThat(balance(tenant, "stripe_balance")).isEqualTo(11_900 - balance(tenant, "stripe_fees"));
        assertThatThrownBy(() -> start(tenant, subject, PRICE))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.code()).isEqualTo("already_paid"));
    }

    @Test
    void cardsAreTakenAlsoInTheMomentInWhichTheAccountIsOpened() {
        for (var i = 0; i < 10; i++) {
            var tenant = aTenant();
            while (jdbc.sql("select count(*) from control.connected_account where tenant_id = ?")
                            .param(tenant.id().value())
                            .query(Long.class)
                            .single()
                    == 0) assertThat(as(tenant, payments::takesCards)).isTrue();
            assertThat(as(tenant, payments::takesCards)).isTrue();
        }
    }

    @Test
    void aDeclinedCardLeavesThePageOpenForAnother() {
        var tenant = aTenant();
        var subject = Ids.next();
        var page = start(tenant, subject, PRICE);

        assertThat(CardHolder.pay(page, CardHolder.DECLINED).statusCode()).isEqualTo(402);
        as(tenant, () -> {
            payments.refresh(subject);
            return true;
        });
        assertThat(status(tenant, subject)).isEqualTo(PaymentStatus.OPEN);
        assertThat(start(tenant, subject, PRICE)).isEqualTo(page);

        assertThat(CardHolder.pay(page, CardHolder.GOOD).statusCode()).isEqualTo(303);
        eventually("paid", () -> status(tenant, subject) == PaymentStatus.PAID);
        assertThat(as(tenant, () -> payments.of(subject)).getFirst().failure()).isNull();
    }

    @Test
    void theSameEventTwiceIsOneMovement() {
        var tenant = aTenant();
        var subject = Ids.next();
        CardHolder.pay(start(tenant, subject, PRICE), CardHolder.GOOD);
        eventually("paid", () -> status(tenant, subject) == PaymentStatus.PAID);
        var event = jdbc.sql("""
                        select e.id, e.account, e.object_id from control.stripe_event e
                        join control.connected_account a on a.account_id = e.account
                        where a.tenant_id = ? and e.type = 'checkout.session.completed'""")
                .param(tenant.id().value())
                .query((row, n) -> body(row.getString(1), row.getString(2), row.getString(3)))
                .single();

        for (var i = 0; i < 5; i++) assertThat(hook(event, secret(), 0)).isEqualTo(200);
        var again = body("evt_again" + Ids.reference(8), account(tenant), session(tenant, subject));
        assertThat(hook(again, secret(), 0)).isEqualTo(200);
        eventually("all done", () -> undone(tenant) == 0);

        assertThat(movements(tenant, "payment")).isEqualTo(1);
        assertThat(received(tenant)).isEqualTo(11_900);
    }

    @Test
    void anEventThatIsNotSignedByStripeChangesNothing() {
        var tenant = aTenant();
        var subject = Ids.next();
        start(tenant, subject, PRICE);
        var id = "evt_forged" + Ids.reference(10);
        var forged = body(id, account(tenant), session(tenant, subject));

        assertThat(hook(forged, "whsec_guessed", 0)).isEqualTo(400);
        assertThat(hook(forged, secret(), -600)).isEqualTo(400);
        assertThat(hook(forged, secret(), 3000)).isEqualTo(400);
        assertThat(platform()
                        .send(
                                "POST",
                                "/webhooks/stripe/connect",
                                "application/json",
                                forged.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);

        assertThat(jdbc.sql("select count(*) from control.stripe_event where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSignedEventOfSomethingUnpaidPaysNothing() {
        var tenant = aTenant();
        var subject = Ids.next();
        start(tenant, subject, PRICE);
        var early = body("evt_early" + Ids.reference(10), account(tenant), session(tenant, subject));

        assertThat(hook(early, secret(), 0)).isEqualTo(200);
        eventually("all done", () -> undone(tenant) == 0);

        assertThat(status(tenant, subject)).isEqualTo(PaymentStatus.OPEN);
        assertThat(movements(tenant, "payment")).isZero();
    }

    @Test
    void moneyGoesBackOnceForItsKeyAndNeverMoreThanCame() {
        var tenant = aTenant();
        var subject = Ids.next();
        CardHolder.pay(start(tenant, subject, PRICE), CardHolder.GOOD);
        eventually("paid", () -> status(tenant, subject) == PaymentStatus.PAID);
        var part = Money.of(CurrencyUnit.EUR, 19);

        refund(tenant, subject, part, "policy:1");
        refund(tenant, subject, part, "policy:1");
        eventually("partly refunded", () -> status(tenant, subject) == PaymentStatus.PARTLY_REFUNDED);
        assertThatThrownBy(() -> refund(tenant, subject, PRICE, "policy:2"))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.code()).isEqualTo("over_refund"));
        refund(tenant, subject, Money.of(CurrencyUnit.EUR, 100), "policy:3");
        eventually("refunded", () -> status(tenant, subject) == PaymentStatus.REFUNDED);
        eventually("all done", () -> undone(tenant) == 0);

        assertThat(movements(tenant, "refund")).isEqualTo(2);
        assertThat(returned(tenant)).isEqualTo(11_900);
    }

    @Test
    void aClosedPageTakesNoMoneyAndAPaidOneCannotBeClosed() {
        var tenant = aTenant();
        var unpaid = Ids.next();
        var page = start(tenant, unpaid, PRICE);
        assertThat(close(tenant, unpaid)).isTrue();
        assertThat(CardHolder.pay(page, CardHolder.GOOD).statusCode()).isEqualTo(410);
        assertThat(status(tenant, unpaid)).isEqualTo(PaymentStatus.CLOSED);

        var paid = Ids.next();
        CardHolder.pay(start(tenant, paid, PRICE), CardHolder.GOOD);
        assertThat(close(tenant, paid)).isFalse();
        assertThat(status(tenant, paid)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void anotherTotalClosesTheFormerPage() {
        var tenant = aTenant();
        var subject = Ids.next();
        var first = start(tenant, subject, PRICE);
        var second = start(tenant, subject, Money.of(CurrencyUnit.EUR, 50));

        assertThat(second).isNotEqualTo(first);
        assertThat(CardHolder.look(first).statusCode()).isEqualTo(410);
        assertThat(CardHolder.pay(second, CardHolder.GOOD).statusCode()).isEqualTo(303);
        eventually("paid", () -> status(tenant, subject) == PaymentStatus.PAID);
        assertThat(received(tenant)).isEqualTo(5_000);
    }

    @Test
    void eachOrganizationHasItsOwnAccountAndBooks() {
        var one = aTenant();
        var other = aTenant();
        var subject = Ids.next();
        CardHolder.pay(start(one, subject, PRICE), CardHolder.GOOD);
        start(other, subject, PRICE);
        eventually("paid", () -> status(one, subject) == PaymentStatus.PAID);

        assertThat(account(one)).isNotEqualTo(account(other));
        assertThat(status(other, subject)).isEqualTo(PaymentStatus.OPEN);
        // the session of one, told of the account of the other
        var crossed = body("evt_crossed" + Ids.reference(8), account(other), session(one, subject));
        assertThat(hook(crossed, secret(), 0)).isEqualTo(200);
        eventually("all done", () -> undone(other) == 0);
        assertThat(movements(other, "payment")).isZero();
    }

    private URI start(Tenant tenant, UUID subject, Money total) {
        var line = new PaymentRequest.Line("Full fee", 1, total, total, new BigDecimal("19"));
        return as(
                tenant,
                () -> payments.start(new PaymentRequest(
                        subject,
                        "7KQ2M",
                        List.of(line),
                        total,
                        new PaymentRequest.Payer("Ada Lovelace", "ada@example.org", "GB"),
                        Locale.ENGLISH,
                        URI.create("http://localhost/paid"),
                        URI.create("http://localhost/cancelled"),
                        Instant.now().plus(Duration.ofMinutes(40)))));
    }

    private boolean close(Tenant tenant, UUID subject) {
        return as(tenant, () -> payments.close(subject));
    }

    private void refund(Tenant tenant, UUID subject, Money amount, String key) {
        as(tenant, () -> {
            payments.refund(subject, amount, "requested", key);
            return true;
        });
    }

    private PaymentStatus status(Tenant tenant, UUID subject) {
        return as(tenant, () -> payments.of(subject)).getFirst().status();
    }

    private long balance(Tenant tenant, String account) {
        return as(tenant, () -> Books.balance(jdbc, account));
    }

    private long received(Tenant tenant) {
        return as(tenant, () -> Books.received(jdbc));
    }

    private long returned(Tenant tenant) {
        return as(tenant, () -> Books.returned(jdbc));
    }

    private long movements(Tenant tenant, String source) {
        return as(
                tenant,
                () -> jdbc.sql("select count(distinct entry) from ledger_entry where source = ?")
                        .param(source)
                        .query(Long.class)
                        .single());
    }

    private String session(Tenant tenant, UUID subject) {
        return as(
                tenant,
                () -> jdbc.sql("select session_id from payment where subject = ?")
                        .param(subject)
                        .query(String.class)
                        .single());
    }

    private String account(Tenant tenant) {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
    }

    private long undone(Tenant tenant) {
        return jdbc.sql("select count(*) from control.stripe_event where account = ? and done_at is null")
                .param(account(tenant))
                .query(Long.class)
                .single();
    }

    private static String secret() {
        return String.valueOf(services().stripe().get("connect-webhook-secret"));
    }

    private static String body(String id, String account, String session) {
        return """
                {"id": "%s", "object": "event", "account": "%s", "api_version": "2026-07-29.dahlia", "livemode": false,
                 "type": "checkout.session.completed", "created": 1, "data": {"object": {"id": "%s", "object": "checkout.session"}}}""".formatted(id, account, session);
    }

    private static int hook(String body, String secret, long shiftSeconds) {
        var at = Instant.now().getEpochSecond() + shiftSeconds;
        return StripeHook.tell(platform(), body, secret, at);
    }

    private static <T> T as(Tenant tenant, Supplier<T> work) {
        return Tenancy.callAs(tenant, work::get);
    }
}

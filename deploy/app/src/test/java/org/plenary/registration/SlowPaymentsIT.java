package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.billing.CardSandboxControl;
import org.plenary.billing.reconcile.Reconciling;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentStatus;
import org.plenary.payments.Payments;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that banks decide on in their own time: direct debits on their way here, and refunds on their way back. */
class SlowPaymentsIT extends PaidOrderIT {
    private static final String SUCCEEDS = "AT321904300235473204";
    private static final String BOUNCES = "AT051904300235473205";
    private static final String REFUND_FAILS = "4000000000005126";
    private static final String REFUND_WAITS = "4000000000007726";

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private ChangeEnding changeEnding;

    @Autowired
    private Payments payments;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void aFreshInbox() {
        assertThat(inbox().mails(email)).isEmpty();
    }

    @Test
    void whileTheBankDecidesThePlacesAreKeptAndThenTheOrderIsConfirmed() {
        var order = ordered();
        assertThat(CardPage.open(order.text("/payment/url")).debit(SUCCEEDS)).isEqualTo(303);
        eventually(
                "the places are kept for days",
                () -> expires(order).isAfter(Instant.now().plus(Duration.ofDays(14))));
        eventually("the buyer was told", () -> mailed("with your bank") == 1);
        var day = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
                .format(expires(order).atZone(ZoneId.of("Europe/Berlin")));
        assertThat(inbox().mails(email).getFirst().text()).contains("until " + day);
        Tenancy.runAs(tenant, sweeper::sweep);
        assertThat(view(order).at("/status").asString()).isEqualTo("pending");
        assertThat(page(order, "en")).contains("Your payment is with your bank").doesNotContain("/payment\"");
        assertThat(anybody.post(order(order) + "/payment?secret=" + order.text("/secret"), "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("payment_processing");

        bank("debits");

        eventually("confirmed", () -> view(order).at("/status").asString().equals("confirmed"));
        eventually("the books are even", () -> balance("receivables") == 0);
        assertThat(received()).isEqualTo(11_900);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whenTheBankSaysNoTheBuyerIsToldAndPaysAnotherWay() {
        var order = ordered();
        CardPage.open(order.text("/payment/url")).debit(BOUNCES);
        eventually(
                "the places are kept for days",
                () -> expires(order).isAfter(Instant.now().plus(Duration.ofDays(14))));

        bank("debits");

        eventually(
                "the hold is short again",
                () -> expires(order).isBefore(Instant.now().plus(Duration.ofDays(1))));
        eventually("the buyer was told", () -> mailed("declined") == 1);
        assertThat(balance("stripe_balance")).isZero();
        var again = anybody.post(order(order) + "/payment?secret=" + order.text("/secret"), "{}")
                .expect(200);
        assertThat(CardPage.open(again.text("/url")).pay(CARD)).isEqualTo(303);
        eventually("confirmed", () -> view(order).at("/status").asString().equals("confirmed"));
    }

    @Test
    void aRefundThatTheBankSendsBackIsOwedUntilItIsAskedForAgainOrSettled() {
        var staff = staff();
        var order = paidWith(REFUND_FAILS);
        cancel(order, Map.of("lines", "all", "refund", Map.of("amount", "119.00", "currency", "EUR")))
                .expect(200);
        eventually("gone", () -> balance("receivables") == 0 && returned() == 11_900);

        bank("refunds");

        eventually("it is back", () -> returned() == 0);
        assertThat(balance("receivables")).isEqualTo(-11_900);
        var list = open(staff, "/manage/billing/refunds?lang=en");
        assertThat(list.body()).contains("Failed", order.text("/code"));
        eventually(
                "the organizer is told", () -> inbox().mails("money-" + email).size() == 1);
        assertThat(inbox().mails("money-" + email).getFirst().text())
                .contains("The card has expired or was cancelled.");
        settle(staff, "bank");
        assertThat(balance("receivables")).isZero();
        assertThat(returned()).isEqualTo(11_900);
        assertThat(balance("bank")).isEqualTo(-11_900);
        assertThat(balance(null)).isZero();
    }

    @Test
    void aRefundThatWaitsForTheBankHasLeftTheBalanceAndCountsWhenItArrived() {
        var order = paidWith(REFUND_WAITS);
        cancel(order, Map.of("lines", "all", "refund", Map.of("amount", "119.00", "currency", "EUR")))
                .expect(200);
        eventually("it left", () -> returned() == 11_900);
        assertThat(view(order).at("/refunded/amount").asString()).isEqualTo("0.00");

        bank("refunds");

        eventually(
                "it arrived",
                () -> view(order).at("/refunded/amount").asString().equals("119.00"));
        assertThat(returned()).isEqualTo(11_900);
    }

    @Test
    void whatCameUnaskedGoesBackOfItselfThoughAPartOfItWentBackAtStripe() {
        var order = Ids.next();
        pay(order, "35.70", false);
        pay(order, "83.30", true);
        var jobs = new MoneyStory.Jobs(reconciling, sweeper, changeEnding);
        new MoneyStory(tenant, owner, jdbc, services().stripe(), jobs).giveBackAtStripe(intent("8330"), 2_000);
        eventually("it is seen", () -> returned() == 20_00);

        Tenancy.runAs(tenant, () -> payments.refund(order, Money.parse("EUR 83.30"), "late", "late:" + order));

        eventually("the rest of it is back", () -> returned() == 83_30);
        assertThat(Tenancy.callAs(tenant, () -> payments.of(order)))
                .extracting(payment -> payment.refunded().toString())
                .containsExactly("EUR 83.30", "EUR 0.00");
    }

    private void pay(UUID order, String amount, boolean further) {
        var page = Tenancy.callAs(
                tenant,
                () -> payments.start(new PaymentRequest(
                        order,
                        "7KQ2M",
                        List.of(),
                        Money.parse("EUR " + amount),
                        new PaymentRequest.Payer("Ada", email, "GB"),
                        Locale.ENGLISH,
                        URI.create("http://localhost/paid"),
                        URI.create("http://localhost/cancelled"),
                        Instant.now().plus(Duration.ofMinutes(40)),
                        further)));
        CardPage.open(page.toString()).pay(CARD);
        eventually(
                "it is paid",
                () -> Tenancy.callAs(tenant, () -> payments.of(order)).stream()
                        .allMatch(payment -> payment.status() == PaymentStatus.PAID));
    }

    private String intent(String amount) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select intent_id from payment where amount = " + amount)
                        .query(String.class)
                        .single());
    }

    @Test
    void whatSomebodyGivesBackAtStripeIsNotGivenBackAgainWhileTheBankTakesItsTime() {
        paidWith(REFUND_WAITS);
        var jobs = new MoneyStory.Jobs(reconciling, sweeper, changeEnding);
        var world = new MoneyStory(tenant, owner, jdbc, services().stripe(), jobs);
        world.giveBackAtStripe(new Random(1));
        eventually("it is seen", () -> returned() > 0);
        var given = returned();

        for (var i = 0; i < 3; i++) world.reconcile();
        world.banksAnswerRefunds();

        eventually(
                "it arrived",
                () -> Tenancy.callAs(
                                tenant,
                                () -> jdbc.sql("select count(*) from refund where status = 'SUCCEEDED'")
                                        .query(Long.class)
                                        .single())
                        == 1);
        world.reconcile();
        assertThat(returned()).isEqualTo(given);
        assertThat(balance("stripe_balance")).isEqualTo(world.atStripe().get("EUR"));
    }

    private Browser staff() {
        var account = accounts.createOwner("Mona Müller", "money-" + email, quickHash("four unrelated words"));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        var login = open(browser, "/manage/billing?lang=en");
        browser.submit(login, "/login", Map.of("email", "money-" + email, "password", "four unrelated words"));
        return browser;
    }

    private void settle(Browser staff, String way) {
        var id = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select id from refund where status = 'FAILED'")
                        .query(String.class)
                        .single());
        var address = "/manage/billing/refunds/" + id;
        var page = open(staff, address);
        var refused = staff.submit(page, address + "/settlement", Map.of("way", way, "note", ""));
        assertThat(refused.status()).isEqualTo(422);
        var form = Map.of("way", way, "note", "Sent by hand");
        assertThat(staff.submit(page, address + "/settlement", form).body()).contains("The refund is settled.");
        assertThat(staff.submit(page, address + "/settlement", form).body()).contains("settled meanwhile");
    }

    private Http.Answer ordered() {
        return anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                                "locale", "en"))
                .expect(201);
    }

    private Http.Answer paidWith(String card) {
        var order = ordered();
        CardPage.open(order.text("/payment/url")).pay(card);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private static String order(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code");
    }

    private Instant expires(Http.Answer order) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT expires_at FROM orders WHERE code = :code")
                        .param("code", order.text("/code"))
                        .query((row, number) ->
                                row.getObject(1, Timestamp.class).toInstant())
                        .single());
    }

    private long mailed(String words) {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().contains(words))
                .count();
    }

    private void bank(String what) {
        var account = jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
        CardSandboxControl.change(services().stripe().get("api-base"), what, "{\"account\": \"" + account + "\"}");
    }
}

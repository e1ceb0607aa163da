package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenary.embedded.sandbox.SandboxFixture.aSession;
import static org.plenary.embedded.sandbox.SandboxFixture.as;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutJourneyIT {
    @TempDir
    Path data;

    SandboxFixture sandbox;
    String account;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SandboxFixture(data);
        account = sandbox.account("Society of Examples");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aPayerPaysAndTheMoneyIsBooked() throws Exception {
        Session session = sandbox.open(account);
        assertThat(session.getId()).startsWith("cs_test_");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getStatus()).isEqualTo("open");

        var page = Payer.at(session.getUrl()).look();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Society of Examples", "Full fee &amp; dinner", "100.00 EUR")
                .doesNotContain("<script");
        var sent = Payer.at(session.getUrl()).pay("4242 4242 4242 4242");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location"))
                .hasValue("https://t.example.org/paid?session=" + session.getId());
        Session paid = expanded(session);
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getCustomerDetails().getEmail()).isEqualTo("ada@example.org");
        assertThat(paid.getMetadata()).containsEntry("tenant", "t1");
        PaymentIntent intent = paid.getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(10_000);
        assertThat(intent.getMetadata()).containsEntry("tenant", "t1");
        assertThat(intent.getLatestChargeObject()
                        .getPaymentMethodDetails()
                        .getCard()
                        .getLast4())
                .isEqualTo("4242");
        var booking = sandbox.stripe
                .v1()
                .balanceTransactions()
                .retrieve(intent.getLatestChargeObject().getBalanceTransaction(), as(account));
        assertThat(booking.getFee()).isEqualTo(175 + 100);
        assertThat(booking.getNet()).isEqualTo(10_000 - 275);
        assertThat(Payer.at(session.getUrl()).look().statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, card_declined, generic_decline, declined",
        "4000000000009995, card_declined, insufficient_funds, insufficient funds",
        "4000000000000069, expired_card, , expired",
        "4000000000000127, incorrect_cvc, , security code",
        "4111111111111111, card_declined, test_mode_live_card, not a test card"
    })
    void aDeclinedPayerIsToldWhyAndMayPayWithAnotherCard(String number, String code, String reason, String words)
            throws Exception {
        Session session = sandbox.open(account);

        var declined = Payer.at(session.getUrl()).pay(number);

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains(words).doesNotContain(number);
        var error = expanded(session).getPaymentIntentObject().getLastPaymentError();
        assertThat(error.getCode()).isEqualTo(code);
        assertThat(error.getDeclineCode()).isEqualTo(reason);
        assertThat(Payer.at(session.getUrl()).pay("4242424242424242").statusCode())
                .isEqualTo(303);
        PaymentIntent intent = expanded(session).getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getLastPaymentError()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"4000002760003184", "4000000000003220"})
    void theBankMayWantToSeeThePayer(String number) throws Exception {
        Session session = sandbox.open(account);

        var failed = Payer.at(session.getUrl()).payAndPress(number, "fail");
        assertThat(failed.statusCode()).isEqualTo(402);
        assertThat(failed.body()).contains("authenticate");
        assertThat(expanded(session).getPaymentIntentObject().getStatus()).isEqualTo("requires_payment_method");

        var completed = Payer.at(session.getUrl()).payAndPress(number, "complete");
        assertThat(completed.statusCode()).isEqualTo(303);
        assertThat(expanded(session).getPaymentIntentObject().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void typingMistakesNeverReachTheBank() throws Exception {
        Session session = sandbox.open(account);
        Payer payer = Payer.at(session.getUrl());

        assertThat(payer.pay("4242424242424241").body()).contains("card number is invalid");
        assertThat(payer.submit(Map.of("exp", "01/20")).statusCode()).isEqualTo(422);
        assertThat(payer.submit(Map.of("csrf", "forged")).statusCode()).isEqualTo(403);

        assertThat(expanded(session).getPaymentIntent()).isNull();
    }

    @Test
    void thePageSpeaksChinese() throws Exception {
        Session session = sandbox.open(
                account,
                aSession(5_000, "jpy").setLocale(SessionCreateParams.Locale.ZH).build());

        assertThat(Payer.at(session.getUrl()).look().body()).contains("lang=\"zh-CN\"", "支付 10000 JPY", "中国");
    }

    @Test
    void anExpiredSessionCannotBePaidAndAPaidOneCannotExpire() throws Exception {
        Session session = sandbox.open(account);
        var expired = sandbox.stripe.v1().checkout().sessions().expire(session.getId(), as(account));
        assertThat(expired.getStatus()).isEqualTo("expired");
        assertThat(Payer.at(session.getUrl()).submit(Map.of()).statusCode()).isEqualTo(410);

        Session paid = sandbox.paid(account);
        assertThatThrownBy(() -> sandbox.stripe.v1().checkout().sessions().expire(paid.getId(), as(account)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("complete");
    }

    @Test
    void aSessionExpiresWhenItsTimeHasCome() throws Exception {
        Session session = sandbox.open(account);

        sandbox.control("clock", "advance=PT31M");

        assertThat(expanded(session).getStatus()).isEqualTo("expired");
        sandbox.receiver.await(1, hook -> hook.isOf("checkout.session.expired"));
    }

    @Test
    void sessionsAreListedNewestFirstInPages() throws Exception {
        String first = sandbox.open(account).getId();
        String second = sandbox.open(account).getId();

        var page = sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder().setLimit(1L).build(), as(account));

        assertThat(page.getData()).extracting(Session::getId).containsExactly(second);
        assertThat(page.getHasMore()).isTrue();
        assertThat(page.autoPagingIterable()).extracting(Session::getId).containsExactly(second, first);
    }

    @Test
    void wrongAmountsAndTimesAreRefused() {
        assertThatThrownBy(() -> sandbox.open(account, aSession(10, "eur").build()))
                .hasMessageContaining("at least 0.50 EUR");
        assertThatThrownBy(() -> sandbox.open(
                        account,
                        aSession(5_000, "eur")
                                .setExpiresAt(Instant.now().getEpochSecond() + 60)
                                .build()))
                .hasMessageContaining("30 minutes");
        assertThatThrownBy(() -> sandbox.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .create(aSession(5_000, "eur").build()))
                .hasMessageContaining("application_fee_amount");
    }

    private Session expanded(Session session) throws Exception {
        return sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge")
                                .build(),
                        as(account));
    }
}

package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plenary.embedded.sandbox.SandboxFixture.aSession;
import static org.plenary.embedded.sandbox.SandboxFixture.as;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.v2.core.AccountRetrieveParams;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireIT {
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
    void anotherKeyIsRefused() {
        var stranger = SandboxFixture.client(sandbox.server.port(), "sk_test_other");

        assertThatThrownBy(() -> stranger.v1().accounts().retrieve(account))
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aNewAccountTakesCardsAtOnce() throws Exception {
        var found = sandbox.stripe
                .v2()
                .core()
                .accounts()
                .retrieve(
                        account,
                        AccountRetrieveParams.builder()
                                .addInclude(AccountRetrieveParams.Include.CONFIGURATION__MERCHANT)
                                .build());

        assertThat(found.getDisplayName()).isEqualTo("Society of Examples");
        assertThat(found.getConfiguration()
                        .getMerchant()
                        .getCapabilities()
                        .getCardPayments()
                        .getStatus())
                .isEqualTo("active");
        assertThat(sandbox.stripe.v1().accounts().retrieve(account).getChargesEnabled())
                .isTrue();
    }

    @Test
    void oneAccountDoesNotSeeAnothersObjects() throws Exception {
        String other = sandbox.account("Other");
        Session session = sandbox.paid(account);

        var refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().checkout().sessions().retrieve(session.getId(), as(other)));
        assertThat(refused.getStatusCode()).isEqualTo(404);
        assertThat(refused.getCode()).isEqualTo("resource_missing");
        assertThatThrownBy(() -> sandbox.stripe.v1().paymentIntents().retrieve(session.getPaymentIntent()))
                .hasMessageContaining("No such payment_intent");
        assertThatThrownBy(() -> sandbox.open("acct_unknown")).isInstanceOf(PermissionException.class);
    }

    @Test
    void aKeyGivesTheFirstAnswerAgainAndRefusesAnotherRequest() throws Exception {
        Session session = sandbox.paid(account);
        var half = refundOf(session).setAmount(5_000L).build();

        Refund first = sandbox.stripe.v1().refunds().create(half, as(account, "refund-1"));
        Refund again = sandbox.stripe.v1().refunds().create(half, as(account, "refund-1"));

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThatThrownBy(() -> sandbox.stripe
                        .v1()
                        .refunds()
                        .create(refundOf(session).setAmount(1L).build(), as(account, "refund-1")))
                .isInstanceOf(IdempotencyException.class);
        assertThat(sandbox.stripe
                        .v1()
                        .refunds()
                        .list(
                                RefundListParams.builder()
                                        .setPaymentIntent(session.getPaymentIntent())
                                        .build(),
                                as(account))
                        .getData())
                .hasSize(1);
        assertThat(Payer.at("http://localhost:" + sandbox.server.port() + "/_sandbox/requests")
                        .look()
                        .body())
                .contains("\"idempotency_key\" : \"refund-1\"");
    }

    @Test
    void aKeyInUseIsAConflict() throws Exception {
        sandbox.control("faults", "latency_ms=1000");
        var params = aSession(5_000, "eur").build();
        Callable<Session> creation =
                () -> sandbox.stripe.v1().checkout().sessions().create(params, as(account, "same"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(creation);
            threads.submit(creation);
        }

        // the client may try again by itself, so the refusal is looked for on the other side
        assertThat(Payer.at("http://localhost:" + sandbox.server.port() + "/_sandbox/requests")
                        .look()
                        .body())
                .contains("\"status\" : 409");
        assertThat(sandbox.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder().build(), as(account))
                        .getData())
                .hasSize(1);
    }

    @Test
    void refundsNeverExceedTheChargeAndReturnTheFeeInProportion() throws Exception {
        Session session = sandbox.paid(account);
        var refunds = sandbox.stripe.v1().refunds();

        Refund part = refunds.create(
                refundOf(session)
                        .setAmount(4_000L)
                        .setRefundApplicationFee(true)
                        .putMetadata("order", "R-1")
                        .build(),
                as(account));
        assertThat(part.getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(
                        () -> refunds.create(refundOf(session).setAmount(6_001L).build(), as(account)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("greater than unrefunded amount");
        refunds.create(refundOf(session).build(), as(account));
        var over = catchThrowableOfType(
                InvalidRequestException.class,
                () -> refunds.create(refundOf(session).build(), as(account)));
        assertThat(over.getCode()).isEqualTo("charge_already_refunded");

        var booking = sandbox.stripe.v1().balanceTransactions().retrieve(part.getBalanceTransaction(), as(account));
        assertThat(booking.getNet()).isEqualTo(-4_000 + 40);
        assertThat(refunds.retrieve(part.getId(), as(account)).getMetadata()).containsEntry("order", "R-1");
    }

    @Test
    void whatIsNotKnownIsNotSwallowed() {
        var unknown = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.open(
                        account,
                        aSession(5_000, "eur").putExtraParam("surprise", "x").build()));
        assertThat(unknown.getCode()).isEqualTo("parameter_unknown");
        assertThat(unknown.getParam()).isEqualTo("surprise");
        var missing = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.open(
                        account,
                        SessionCreateParams.builder()
                                .setMode(SessionCreateParams.Mode.PAYMENT)
                                .setSuccessUrl("https://t.example.org/")
                                .build()));
        assertThat(missing.getCode()).isEqualTo("parameter_missing");
        assertThat(missing.getParam()).isEqualTo("line_items");
        var unsupported = catchThrowableOfType(
                ApiException.class,
                () -> sandbox.stripe
                        .v1()
                        .coupons()
                        .create(CouponCreateParams.builder().build()));
        assertThat(unsupported.getStatusCode()).isEqualTo(501);
    }

    @Test
    void orderedFaultsHappenOnce() throws Exception {
        sandbox.control("faults", "kind=500&path=/v1/checkout");
        assertThatThrownBy(() -> sandbox.open(account)).isInstanceOf(ApiException.class);
        sandbox.control("faults", "kind=close&when=after");
        assertThatThrownBy(() -> sandbox.open(account)).isInstanceOf(ApiConnectionException.class);

        assertThat(sandbox.open(account).getStatus()).isEqualTo("open");
        assertThat(sandbox.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder().build(), as(account))
                        .getData())
                .hasSize(2);
    }

    private static RefundCreateParams.Builder refundOf(Session session) {
        return RefundCreateParams.builder().setPaymentIntent(session.getPaymentIntent());
    }
}

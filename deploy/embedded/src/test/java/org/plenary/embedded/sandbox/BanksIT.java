package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.embedded.sandbox.SandboxFixture.as;

import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What banks decide in their own time: direct debits, and what becomes of refunds. */
class BanksIT {
    @TempDir
    Path data;

    private SandboxFixture sandbox;
    private String account;

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
    void aDirectDebitIsUnpaidUntilTheBankSaysYes() throws Exception {
        var session = debit("AT321904300235473204");

        var waiting = again(session);
        assertThat(waiting.getStatus()).isEqualTo("complete");
        assertThat(waiting.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(waiting.getPaymentIntentObject().getStatus()).isEqualTo("processing");
        assertThat(balance()).isZero();

        sandbox.control("debits", "account=" + account);

        var paid = again(session);
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getPaymentIntentObject()
                        .getLatestChargeObject()
                        .getPaymentMethodDetails()
                        .getType())
                .isEqualTo("sepa_debit");
        assertThat(balance()).isPositive();
    }

    @Test
    void aDirectDebitThatBouncesLeavesTheSessionUnpaid() throws Exception {
        var session = debit("AT051904300235473205");
        sandbox.control("debits", "account=" + account);

        var bounced = again(session);
        assertThat(bounced.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(bounced.getPaymentIntentObject().getStatus()).isEqualTo("requires_payment_method");
        assertThat(balance()).isZero();
    }

    @Test
    void alipayAsksOnItsOwnPage() throws Exception {
        var session = sandbox.open(account);
        var sent = Payer.at(session.getUrl()).submit(Map.of("method", "alipay", "card_number", ""));
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/authenticate"));
        assertThat(again(session).getPaymentStatus()).isEqualTo("unpaid");
    }

    @Test
    void aRefundThatTheBankSendsBackIsThereAgain() throws Exception {
        var session = sandbox.open(account);
        Payer.at(session.getUrl()).pay("4000000000005126");
        var before = balance();
        var refund = refund(session);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(balance()).isEqualTo(before - 10_000);

        sandbox.control("refunds", "account=" + account);

        var failed = sandbox.stripe.v1().refunds().retrieve(refund.getId(), as(account));
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isEqualTo("expired_or_canceled_card");
        assertThat(balance()).isEqualTo(before);
        assertThat(again(session)
                        .getPaymentIntentObject()
                        .getLatestChargeObject()
                        .getAmountRefunded())
                .isZero();
    }

    @Test
    void aRefundThatWaitsForTheBankSucceedsLater() throws Exception {
        var session = sandbox.open(account);
        Payer.at(session.getUrl()).pay("4000000000007726");
        var refund = refund(session);
        assertThat(refund.getStatus()).isEqualTo("pending");

        sandbox.control("refunds", "account=" + account);

        assertThat(sandbox.stripe
                        .v1()
                        .refunds()
                        .retrieve(refund.getId(), as(account))
                        .getStatus())
                .isEqualTo("succeeded");
    }

    private Session debit(String iban) throws Exception {
        var session = sandbox.open(account);
        var sent = Payer.at(session.getUrl()).submit(Map.of("method", "sepa_debit", "iban", iban));
        assertThat(sent.statusCode()).isEqualTo(303);
        return session;
    }

    private Session again(Session session) throws Exception {
        var params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge")
                .build();
        return sandbox.stripe.v1().checkout().sessions().retrieve(session.getId(), params, as(account));
    }

    private Refund refund(Session session) throws Exception {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(again(session).getPaymentIntent())
                .build();
        return sandbox.stripe.v1().refunds().create(params, as(account));
    }

    private long balance() throws Exception {
        var moved = sandbox.stripe
                .v1()
                .balanceTransactions()
                .list(BalanceTransactionListParams.builder().setLimit(100L).build(), as(account));
        return moved.getData().stream().mapToLong(each -> each.getNet()).sum();
    }
}

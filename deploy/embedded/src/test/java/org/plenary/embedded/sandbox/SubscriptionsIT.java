package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionsIT extends SubscriptionTests {
    @Test
    void aSubscriptionRenewsFallsBehindAndComesBackWhenItIsPaid() throws Exception {
        Subscription begun = subscribed(GOOD, monthly, 0);
        assertThat(begun.getStatus()).isEqualTo("active");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("paid");
        assertThat(invoices().getFirst().getNumber()).endsWith("-0001");

        pass("P32D");
        assertThat(invoices())
                .extracting(Invoice::getBillingReason)
                .containsExactly("subscription_cycle", "subscription_create");
        assertThat(invoices()).extracting(Invoice::getAmountPaid).containsExactly(3_000L, 3_000L);

        useCard(FAILS_LATER);
        pass("P31D");
        assertThat(retrieved(begun).getStatus()).isEqualTo("past_due");
        Invoice open = invoices().getFirst();
        assertThat(open.getStatus()).isEqualTo("open");
        assertThat(open.getAttemptCount()).isEqualTo(1);
        assertThat(open.getNextPaymentAttempt()).isNotNull();
        pass("P16D");
        assertThat(retrieved(begun).getStatus()).isEqualTo("unpaid");
        assertThat(invoices().getFirst().getAttemptCount()).isEqualTo(4);

        assertThat(Payer.at(open.getHostedInvoiceUrl()).pay("4000000000000002").statusCode())
                .isEqualTo(402);
        assertThat(Payer.at(open.getHostedInvoiceUrl()).pay(GOOD).statusCode()).isEqualTo(200);
        assertThat(retrieved(begun).getStatus()).isEqualTo("active");
        for (String type : List.of(
                "customer.subscription.created",
                "customer.subscription.updated",
                "invoice.finalized",
                "invoice.paid",
                "invoice.payment_failed")) {
            var hook = sandbox.receiver.await(1, one -> one.isOf(type)).getFirst();
            assertThat(hook.path()).isEqualTo("/platform");
            assertThat(Webhook.constructEvent(hook.body(), hook.signature(), SandboxFixture.PLATFORM_SECRET)
                            .getDataObjectDeserializer()
                            .getObject())
                    .isPresent();
        }
    }

    @Test
    void aTrialAsksForNothingUntilItEnds() throws Exception {
        Subscription begun = subscribed(FAILS_LATER, monthly, 14);
        assertThat(begun.getStatus()).isEqualTo("trialing");
        assertThat(invoices().getFirst().getAmountDue()).isZero();

        pass("P12D");
        sandbox.receiver.await(1, one -> one.isOf("customer.subscription.trial_will_end"));
        pass("P3D");

        assertThat(retrieved(begun).getStatus()).isEqualTo("past_due");
        assertThatThrownBy(
                        () -> stripe.v1().invoices().pay(invoices().getFirst().getId()))
                .isInstanceOf(CardException.class);
    }

    @Test
    void whatIsToEndEndsWithItsPeriodAndCanBeKeptUntilThen() throws Exception {
        Subscription begun = subscribed(GOOD, monthly, 0);
        portal(Map.of("action", "cancel", "subscription", begun.getId()));
        assertThat(retrieved(begun).getCancelAtPeriodEnd()).isTrue();
        portal(Map.of("action", "keep", "subscription", begun.getId()));
        assertThat(retrieved(begun).getCancelAt()).isNull();

        stripe.v1()
                .subscriptions()
                .update(
                        begun.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        pass("P32D");

        assertThat(retrieved(begun).getStatus()).isEqualTo("canceled");
        assertThat(invoices()).hasSize(1);
        sandbox.receiver.await(1, one -> one.isOf("customer.subscription.deleted"));
        Subscription next = stripe.v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(monthly.getId())
                                .build())
                        .build());
        assertThat(next.getStatus()).isEqualTo("active");
        stripe.v1().subscriptions().cancel(next.getId());
        assertThat(retrieved(next).getStatus()).isEqualTo("canceled");
    }

    @Test
    void whatIsNotSimulatedIsSaidToBeSo() {
        assertThatThrownBy(() -> stripe.v1()
                        .customers()
                        .create(CustomerCreateParams.builder().setBalance(1L).build()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("does not simulate");
        assertThat(lookedUp("small")).isEqualTo(monthly.getId());
    }
}

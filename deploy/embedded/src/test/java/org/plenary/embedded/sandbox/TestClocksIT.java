package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestClocksIT extends SubscriptionTests {
    @Test
    void aSubscriptionOnATestClockRenewsWhenItsClockIsAdvancedAndNoOtherDoes() throws Exception {
        Customer living = customer;
        Subscription ofToday = subscribed(GOOD, monthly, 0);
        TestClock other = clock("2026-01-31T10:00:00Z");
        Customer beside = customer = on(other);
        Subscription still = subscribed(GOOD, monthly, 0);
        TestClock clock = clock("2026-01-31T10:00:00Z");
        customer = on(clock);
        Subscription begun = subscribed(GOOD, monthly, 14);
        assertThat(begun.getStatus()).isEqualTo("trialing");
        assertThat(begun.getTestClock()).isEqualTo(clock.getId());
        assertThat(begun.getTrialEnd()).isEqualTo(seconds("2026-02-14T10:00:00Z"));

        TestClock moving = advance(clock, "2026-02-15T10:00:00Z");
        assertThat(moving.getStatus()).isEqualTo("advancing");
        assertThat(moving.getFrozenTime()).isEqualTo(seconds("2026-01-31T10:00:00Z"));
        assertThat(moving.getStatusDetails().getAdvancing().getTargetFrozenTime())
                .isEqualTo(seconds("2026-02-15T10:00:00Z"));
        assertThat(arrived(clock).getFrozenTime()).isEqualTo(seconds("2026-02-15T10:00:00Z"));
        assertThat(retrieved(begun).getStatus()).isEqualTo("active");
        assertThat(invoices()).extracting(Invoice::getAmountPaid).containsExactly(3_000L, 0L);
        assertThat(invoices()).extracting(Invoice::getTestClock).containsOnly(clock.getId());
        assertThat(invoices().getFirst().getCreated()).isEqualTo(seconds("2026-02-14T10:00:00Z"));

        useCard(FAILS_LATER);
        advance(clock, "2026-03-15T10:00:00Z");
        arrived(clock);
        assertThat(retrieved(begun).getStatus()).isEqualTo("past_due");
        Thread.sleep(1_100);
        assertThat(invoices().getFirst().getAttemptCount())
                .as("time stands still")
                .isEqualTo(1);
        sandbox.control("customers", "customer=" + customer.getId() + "&advance=P4D");
        assertThat(arrived(clock).getFrozenTime()).isEqualTo(seconds("2026-03-19T10:00:00Z"));
        assertThat(invoices().getFirst().getAttemptCount()).isEqualTo(2);

        for (Customer another : List.of(living, beside)) {
            customer = another;
            assertThat(invoices()).hasSize(1);
        }
        assertThat(List.of(retrieved(ofToday), retrieved(still)))
                .extracting(Subscription::getStatus)
                .containsOnly("active");
        for (String what : List.of("created", "advancing", "ready"))
            sandbox.receiver.await(1, one -> one.isOf("test_helpers.test_clock." + what));
    }

    @Test
    void aClockGoesForwardOnlyAndNotTooFarAtOnceAndHasFewCustomers() throws Exception {
        TestClock clock = clock("2026-01-31T10:00:00Z");
        refused("frozen_time", () -> advance(clock, "2026-01-31T10:00:00Z"));
        refused("frozen_time", () -> advance(clock, "2028-01-31T10:00:01Z"));
        customer = on(clock);
        for (int i = 0; i < 3; i++) onTrial();
        refused("customer", this::onTrial);
        refused("frozen_time", () -> advance(clock, "2026-03-31T10:00:01Z"));
        on(clock);
        on(clock);
        refused("test_clock", () -> on(clock));
        assertThatThrownBy(() -> clocks().retrieve("clock_of_nobody"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("No such test clock");

        boolean locked = false;
        for (int hour = 11; hour < 20 && !locked; hour++) {
            advance(clock, "2026-01-31T" + hour + ":00:00Z");
            try {
                stripe.v1()
                        .customers()
                        .update(
                                customer.getId(),
                                CustomerUpdateParams.builder().setName("Ada").build());
            } catch (RateLimitException e) {
                locked = e.getMessage().contains("Test clock advancement underway");
            }
            arrived(clock);
        }
        assertThat(locked).as("what lives on a moving clock is not changed").isTrue();
    }

    @Test
    void withAClockGoAllWhoLivedInItsTime() throws Exception {
        TestClock clock = clock("2026-01-31T10:00:00Z");
        customer = on(clock);
        Subscription begun = subscribed(FAILS_LATER, monthly, 14);
        advance(clock, "2026-02-15T10:00:00Z");
        arrived(clock);
        assertThat(invoices().getFirst().getNextPaymentAttempt()).isNotNull();
        assertThat(clocks().list().getData()).extracting(TestClock::getId).containsExactly(clock.getId());
        assertThat(customers(null)).doesNotContain(customer.getId());
        assertThat(customers(clock.getId())).containsExactly(customer.getId());
        assertThat(subscriptions(null)).isEmpty();
        assertThat(subscriptions(clock.getId())).containsExactly(begun.getId());

        assertThat(clocks().delete(clock.getId()).getDeleted()).isTrue();

        assertThatThrownBy(() -> clocks().retrieve(clock.getId())).hasMessageContaining("No such test clock");
        assertThat(retrieved(begun).getStatus()).isEqualTo("canceled");
        assertThat(invoices().getFirst().getNextPaymentAttempt()).isNull();
        assertThat(stripe.v1().customers().retrieve(customer.getId()).getDeleted())
                .isTrue();
        assertThat(customers(clock.getId())).isEmpty();
        sandbox.receiver.await(1, one -> one.isOf("test_helpers.test_clock.deleted"));
        sandbox.receiver.await(1, one -> one.isOf("customer.deleted"));
    }

    private interface Asked {
        Object ask() throws StripeException;
    }

    private static void refused(String param, Asked what) {
        assertThatThrownBy(what::ask)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getParam()).isEqualTo(param));
    }

    private com.stripe.service.testhelpers.TestClockService clocks() {
        return stripe.v1().testHelpers().testClocks();
    }

    private TestClock clock(String at) throws StripeException {
        return clocks().create(TestClockCreateParams.builder()
                .setFrozenTime(seconds(at))
                .setName("Years of a plan")
                .build());
    }

    private TestClock advance(TestClock clock, String to) throws StripeException {
        return clocks().advance(
                        clock.getId(),
                        TestClockAdvanceParams.builder()
                                .setFrozenTime(seconds(to))
                                .build());
    }

    private TestClock arrived(TestClock clock) throws Exception {
        for (int i = 0; i < 200; i++) {
            TestClock now = clocks().retrieve(clock.getId());
            if (now.getStatus().equals("ready")) return now;
            Thread.sleep(25);
        }
        throw new AssertionError("It did not arrive");
    }

    private Customer on(TestClock clock) throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("owner@example.org")
                        .setTestClock(clock.getId())
                        .build());
    }

    private Subscription onTrial() throws StripeException {
        return stripe.v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setTrialPeriodDays(10L)
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(monthly.getId())
                                .build())
                        .build());
    }

    private List<String> customers(String clock) throws StripeException {
        var params = CustomerListParams.builder();
        if (clock != null) params.setTestClock(clock);
        return stripe.v1().customers().list(params.build()).getData().stream()
                .map(Customer::getId)
                .toList();
    }

    private List<String> subscriptions(String clock) throws StripeException {
        var params = SubscriptionListParams.builder();
        if (clock != null) params.setTestClock(clock);
        return stripe.v1().subscriptions().list(params.build()).getData().stream()
                .map(Subscription::getId)
                .toList();
    }

    private static long seconds(String at) {
        return Instant.parse(at).getEpochSecond();
    }
}

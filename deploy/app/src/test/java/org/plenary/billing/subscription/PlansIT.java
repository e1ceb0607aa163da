package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.billing.CardHolder;
import org.plenary.billing.CardSandboxControl;
import org.plenary.billing.stripe.StripeEvents;
import org.plenary.billing.webhook.Undelivered;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantStatus;
import org.springframework.beans.factory.annotation.Autowired;

class PlansIT extends PlanTests {
    @Autowired
    private StripeEvents stripeEvents;

    @Autowired
    private Undelivered undelivered;

    @Test
    void whoDoesNotPayIsWarnedThenSuspendedAndBackOnceItIsPaid() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        assertThat(owner.open("").body()).contains("Free of charge", "49.00", "1,900.00");

        var back = owner.subscribe("conference", Subscriber.GOOD);

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body()).contains("Your plan has begun", "The trial lasts until");
        var shown = owner(tenant).get("/api/v1/billing/subscription").expect(200);
        assertThat(shown.text("/plan")).isEqualTo("conference");
        assertThat(shown.text("/status")).isEqualTo("trialing");
        assertThat(shown.json().at("/usage/conferences/limit").asInt()).isEqualTo(1);

        pass(tenant, "P15D");
        eventually("active", () -> status(tenant) == SubscriptionStatus.ACTIVE);
        eventually(
                "invoice",
                () -> owner(tenant)
                        .get("/api/v1/billing/subscription")
                        .text("/invoices/0/status")
                        .equals("paid"));

        owner.useCard(Subscriber.FAILS_LATER);
        pass(tenant, "P31D");
        eventually("past due", () -> status(tenant) == SubscriptionStatus.PAST_DUE);
        eventually("mail", () -> mails(owner, "could not be paid") == 1);
        eventually("warning", () -> owner.open("").body().contains("Your plan could not be paid"));
        keeping.keep();
        assertThat(tenant(tenant).status()).isEqualTo(TenantStatus.ACTIVE);

        graceIsOver(tenant);
        keeping.keep();
        keeping.keep();
        eventually("suspended", () -> Dunning.REASON.equals(tenant(tenant).statusReason()));
        anonymous(tenant).get("/").expect(503);
        var mail = mail(owner, "is suspended");
        assertThat(mails(owner, "is suspended")).isEqualTo(1);

        assertThat(CardHolder.pay(link(mail), Subscriber.GOOD).statusCode()).isEqualTo(200);
        eventually("back", () -> tenant(tenant).isActive());
        eventually("mail", () -> mails(owner, "is back") == 1);
        anonymous(tenant).get("/").expect(200);
        assertThat(status(tenant)).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(audited(tenant)).contains("billing.plan-changed", "billing.suspended", "billing.resumed");
        var browser = anOperator();
        var address = "http://localhost:" + platform().port() + "/operator/revenue";
        assertThat(browser.open(address + "?from=2020-01&to=2030-12").body()).contains(tenant.name(), "Paid in EUR");
        assertThat(browser.open(address + ".csv?from=2020-01&to=2030-12").body())
                .contains("\"" + tenant.slug() + "\",", "\"49.00\",\"EUR\"");
        assertThat(browser.open(address + "?from=2026-xx").status()).isEqualTo(422);
    }

    @Test
    void whatAnOperatorSuspendedStaysSoWhenTheInvoiceIsPaid() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        owner.subscribe("conference", Subscriber.FAILS_LATER);
        pass(tenant, "P15D");
        eventually("past due", () -> status(tenant) == SubscriptionStatus.PAST_DUE);
        eventually("the invoice is known", () -> mails(owner, "could not be paid") == 1);
        graceIsOver(tenant);
        keeping.keep();
        eventually("suspended", () -> tenant(tenant).status() == TenantStatus.SUSPENDED);
        operator()
                .patch("/api/v1/operator/tenants/" + tenant.slug(), Map.of("status", "suspended", "reason", "Fraud"))
                .expect(200);

        CardHolder.pay(link(mail(owner, "is suspended")), Subscriber.GOOD);

        eventually("paid", () -> rows.of(tenant.id()).suspendedAt() == null);
        assertThat(tenant(tenant).status()).isEqualTo(TenantStatus.SUSPENDED);
        assertThat(tenant(tenant).statusReason()).isEqualTo("Fraud");
        assertThat(mails(owner, "is back")).isZero();
    }

    @Test
    void aLargerPlanBeginsAtOnceAndASmallerOneWhenThePeriodIsOver() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        owner.subscribe("conference", Subscriber.GOOD);
        pass(tenant, "P20D");
        eventually("active", () -> status(tenant) == SubscriptionStatus.ACTIVE);

        var question = owner.press("", Map.of("plan", "year"));
        assertThat(question.body()).contains("Due now: ");
        owner.useCard(Subscriber.FAILS_LATER);
        assertThat(owner.press("/change", Map.of("plan", "year")).body()).contains("The card was declined");
        assertThat(tenant(tenant).plan()).isEqualTo("conference");
        owner.useCard(Subscriber.GOOD);
        assertThat(owner.press("/change", Map.of("plan", "year")).body()).contains("The larger plan is yours now");
        assertThat(tenant(tenant).plan()).isEqualTo("year");

        aConference(tenant, "one");
        aConference(tenant, "two");
        assertThat(owner.press("/change", Map.of("plan", "conference")).body())
                .contains("You have more conferences (2) than this plan allows (1)");
        jdbc.sql("update " + tenant.schema() + ".conference set status = 'ARCHIVED' where slug = 'two'")
                .update();
        assertThat(owner.press("/change", Map.of("plan", "conference")).body())
                .contains("After that your plan is: One conference", "Begins next");
        assertThat(tenant(tenant).plan()).isEqualTo("year");
        assertThat(owner.press("/keep", Map.of()).body()).contains("The plan goes on as it was");
        owner.press("/change", Map.of("plan", "conference"));

        pass(tenant, "P366D");

        eventually("smaller", () -> tenant(tenant).plan().equals("conference"));
        eventually("active", () -> status(tenant) == SubscriptionStatus.ACTIVE);
        assertThat(rows.of(tenant.id()).nextPlan()).isNull();
        var free = owner.press("/change", Map.of("plan", "free"));
        assertThat(free.body()).contains("After that your plan is: Free");
        pass(tenant, "P32D");
        eventually("free", () -> tenant(tenant).plan().equals("free"));
    }

    @Test
    void whatStripeCouldNotTellOfAPlanIsFetchedOnce() {
        var tenant = aTenant();
        new Subscriber(tenant, platform().port(), accounts).subscribe("conference", Subscriber.GOOD);
        eventually("told so far", () -> lost(tenant).isEmpty());
        webhooks("{\"drop\": 1000}");
        try {
            pass(tenant, "P15D");
            var lost = lost(tenant);
            assertThat(lost).hasSizeGreaterThan(2);
            assertThat(kept(lost)).isEmpty();
            assertThat(status(tenant)).isEqualTo(SubscriptionStatus.TRIALING);

            undelivered.catchUpOwn();

            assertThat(kept(lost)).hasSameSizeAs(lost);
            eventually("active", () -> status(tenant) == SubscriptionStatus.ACTIVE);
            eventually("all are done", () -> kept(lost).stream().noneMatch(one -> one.contains("undone")));
            var before = kept(lost);
            undelivered.catchUpOwn();
            assertThat(kept(lost)).isEqualTo(before);
            assertThat(owner(tenant).get("/api/v1/billing/subscription").json().at("/invoices"))
                    .as("what the trial cost nothing is not shown")
                    .hasSize(1);
        } finally {
            webhooks("{\"drop\": 0}");
        }
    }

    private static void webhooks(String json) {
        CardSandboxControl.change(services().stripe().get("api-base"), "webhooks", json);
    }

    /** Events of the organization's customer that Stripe holds because nobody took them. */
    private List<String> lost(Tenant tenant) {
        var customer = String.valueOf(rows.of(tenant.id()).customer());
        return stripeEvents.undelivered(null, null).getData().stream()
                .filter(event -> event.toJson().contains(customer))
                .map(Event::getId)
                .toList();
    }

    private List<String> kept(List<String> ids) {
        return jdbc.sql("""
                        select id || ' ' || received_at || ' ' || coalesce(done_at::text, 'undone') from control.stripe_event
                        where endpoint = 'platform' and id in (:ids) order by id""").param("ids", ids).query(String.class).list();
    }
}

package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.billing.CardHolder;
import org.plenary.embedded.Inbox;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaUsed;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class PlansIT extends PlenaryIT {
    @Autowired
    private Accounts accounts;

    @Autowired
    private TenantDirectory tenants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private SubscriptionRows rows;

    @Autowired
    private PlanCheckout checkout;

    @Autowired
    private PlanKeeping keeping;

    @Autowired
    private Plans plans;

    @Autowired
    private Metering metering;

    @Autowired
    private QuotaWatch watch;

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
        var login = "operator-" + Ids.reference(8) + "@example.org";
        accounts.createOperator("Otto", login, quickHash("correct horse battery staple"));
        var browser = new Browser();
        var address = "http://localhost:" + platform().port() + "/operator/revenue";
        var page = browser.submit(
                browser.open(address + "?lang=en"),
                "/login",
                Map.of("email", login, "password", "correct horse battery staple"));
        assertThat(browser.open(address + "?from=2020-01&to=2030-12").body()).contains(tenant.name(), "Paid in EUR");
        assertThat(page.status()).isEqualTo(200);
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
                .contains("You have more (2) than this plan allows (1)");
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
    void eachPaidDelegateIsCountedOnceHereAndAtStripe() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        owner.subscribe("year", Subscriber.GOOD);
        assertThat(metering.counts(tenant.id())).isTrue();
        var client = owner(tenant);
        RegistrationFixture.aConference(client);
        RegistrationFixture.aFee(client, "full", "100.00", null);
        RegistrationFixture.aFee(client, "free", "0.00", null);
        RegistrationFixture.publish(client);
        var path = RegistrationFixture.PATH + "/orders";
        var paid = anonymous(tenant)
                .post(path, RegistrationFixture.cart("full", Map.of("name", "Ada")))
                .expect(201);
        anonymous(tenant)
                .post(path, RegistrationFixture.cart("free", Map.of("name", "Bo")))
                .expect(201);
        CardHolder.pay(URI.create(paid.text("/payment/url")), CardHolder.GOOD);
        eventually("counted", () -> counted(tenant) == 1);

        var again = List.of(
                jdbc.sql("select delegate_id from control.counted_delegate where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(java.util.UUID.class)
                        .single(),
                Ids.next());
        Tenancy.runAs(
                tenant(tenant),
                () -> transactions.executeWithoutResult(status -> {
                    events.publishEvent(new QuotaUsed(tenant.id(), Quota.DELEGATES, again));
                    events.publishEvent(new QuotaUsed(tenant.id(), Quota.DELEGATES, again));
                }));
        eventually("counted", () -> counted(tenant) == 2);

        metering.tell();
        // as if what was told had not been written down
        jdbc.sql("update control.counted_delegate set told_at = null where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        metering.tell();
        assertThat(metering.difference(rows.of(tenant.id()))).isZero();
        assertThat(owner.open("").body()).contains("Paid delegates");
        assertThat(jdbc.sql("select count(*) from control.counted_delegate where tenant_id = ? and told_at is null")
                        .param(tenant.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPlanThatIsUsedUpPausesRegistrationAndTellsTheOwnerOnce() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        var client = owner(tenant);
        RegistrationFixture.aConference(client);
        RegistrationFixture.aFee(client, "free", "0.00", null);
        RegistrationFixture.publish(client);
        plan(tenant, "tiny");
        var path = RegistrationFixture.PATH + "/orders";
        for (var name : List.of("Ada", "Bo"))
            anonymous(tenant)
                    .post(path, RegistrationFixture.cart("free", Map.of("name", name)))
                    .expect(201);

        var refused = anonymous(tenant)
                .post(path, RegistrationFixture.cart("free", Map.of("name", "Cy")))
                .expect(409);

        assertThat(refused.text("/code")).isEqualTo("registration_paused");
        var second = client.post("/api/v1/conferences", conference("second")).expect(409);
        assertThat(second.text("/code")).isEqualTo("plan_limit");
        var limited = tenant(tenant);
        Tenancy.runAs(limited, () -> watch.warn(limited));
        Tenancy.runAs(limited, () -> watch.warn(limited));
        eventually("mail", () -> mails(owner, "registration is paused") == 1);
        assertThat(mails(owner, "all conferences of your plan")).isEqualTo(1);
        eventually("notice", () -> owner.open("").body().contains("All 2 delegates that your plan allows"));
        assertThatThrownBy(() ->
                        Tenancy.callAs(tenant(tenant), () -> checkout.start(tenant(tenant), plans.chosen("free"))))
                .isInstanceOf(Problem.InvalidInput.class);

        plan(tenant, "free");
        anonymous(tenant)
                .post(path, RegistrationFixture.cart("free", Map.of("name", "Cy")))
                .expect(201);
    }

    @Test
    void thePortalIsOpenedByTheApiAndASecondPaymentPageClosesTheFirst() {
        var tenant = aTenant();
        var url = owner(tenant)
                .post("/api/v1/billing/portal-session", Map.of())
                .expect(200)
                .text("/url");
        assertThat(CardHolder.look(URI.create(url)).statusCode()).isEqualTo(200);
        var first = Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("conference")));

        var second = Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("year")));

        assertThat(CardHolder.look(first).statusCode()).isEqualTo(410);
        assertThat(CardHolder.pay(second, CardHolder.GOOD).statusCode()).isEqualTo(303);
        eventually("year", () -> tenant(tenant).plan().equals("year"));
        assertThatThrownBy(() -> Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("year"))))
                .isInstanceOf(Problem.Conflict.class);
    }

    private void plan(Tenant tenant, String plan) {
        operator()
                .patch("/api/v1/operator/tenants/" + tenant.slug(), Map.of("plan", plan))
                .expect(200);
    }

    private void aConference(Tenant tenant, String slug) {
        owner(tenant).post("/api/v1/conferences", conference(slug)).expect(201);
    }

    private static String conference(String slug) {
        return """
                {"slug": "%s", "name": {"en": "C"}, "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                 "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                 "currency": "EUR", "languages": ["en"]}""".formatted(slug);
    }

    private void pass(Tenant tenant, String time) {
        var sandbox = services().service(Kind.SANDBOX).address().replace("127.0.0.1", "localhost");
        var answer = Subscriber.post(
                URI.create(sandbox + "/_sandbox/customers"),
                Map.of("customer", String.valueOf(rows.of(tenant.id()).customer()), "advance", time));
        assertThat(answer.statusCode()).isLessThan(400);
    }

    private void graceIsOver(Tenant tenant) {
        eventually("overdue", () -> rows.of(tenant.id()).overdueSince() != null);
        jdbc.sql(
                        "update control.subscription set overdue_since = overdue_since - interval '15 days' where tenant_id = ?")
                .param(tenant.id().value())
                .update();
    }

    private SubscriptionStatus status(Tenant tenant) {
        return rows.of(tenant.id()).status();
    }

    private Tenant tenant(Tenant tenant) {
        return tenants.byId(tenant.id()).orElseThrow();
    }

    private int counted(Tenant tenant) {
        return jdbc.sql("select count(*) from control.counted_delegate where tenant_id = ?")
                .param(tenant.id().value())
                .query(Integer.class)
                .single();
    }

    private static int mails(Subscriber owner, String subject) {
        return (int) inbox().mails(owner.email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .count();
    }

    private static Inbox.Mail mail(Subscriber owner, String subject) {
        eventually("mail " + subject, () -> mails(owner, subject) > 0);
        return inbox().mails(owner.email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static URI link(Inbox.Mail mail) {
        var link = java.util.regex.Pattern.compile("http\\S+/i/in_\\S+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }

    private List<String> audited(Tenant tenant) {
        return jdbc.sql("select action from " + tenant.schema() + ".audit_entry")
                .query(String.class)
                .list();
    }
}

package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Inbox;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What tests of plans look at, and how time passes for one organization. */
abstract class PlanTests extends PlenaryIT {
    @Autowired
    Accounts accounts;

    @Autowired
    TenantDirectory tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    SubscriptionRows rows;

    @Autowired
    PlanCheckout checkout;

    @Autowired
    PlanKeeping keeping;

    @Autowired
    Plans plans;

    @Autowired
    Metering metering;

    @Autowired
    QuotaWatch watch;

    void plan(Tenant tenant, String plan) {
        operator()
                .patch("/api/v1/operator/tenants/" + tenant.slug(), Map.of("plan", plan))
                .expect(200);
    }

    void aConference(Tenant tenant, String slug) {
        owner(tenant).post("/api/v1/conferences", conference(slug)).expect(201);
    }

    static String conference(String slug) {
        return """
                {"slug": "%s", "name": {"en": "C"}, "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                 "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                 "currency": "EUR", "languages": ["en"]}""".formatted(slug);
    }

    void pass(Tenant tenant, String time) {
        var sandbox = services().service(Kind.SANDBOX).address().replace("127.0.0.1", "localhost");
        var answer = Subscriber.post(
                URI.create(sandbox + "/_sandbox/customers"),
                Map.of("customer", String.valueOf(rows.of(tenant.id()).customer()), "advance", time));
        assertThat(answer.statusCode()).isLessThan(400);
    }

    void graceIsOver(Tenant tenant) {
        eventually("overdue", () -> rows.of(tenant.id()).overdueSince() != null);
        jdbc.sql(
                        "update control.subscription set overdue_since = overdue_since - interval '15 days' where tenant_id = ?")
                .param(tenant.id().value())
                .update();
    }

    SubscriptionStatus status(Tenant tenant) {
        return rows.of(tenant.id()).status();
    }

    Tenant tenant(Tenant tenant) {
        return tenants.byId(tenant.id()).orElseThrow();
    }

    int counted(Tenant tenant) {
        return jdbc.sql("select count(*) from control.counted_delegate where tenant_id = ?")
                .param(tenant.id().value())
                .query(Integer.class)
                .single();
    }

    static int mails(Subscriber owner, String subject) {
        return (int) inbox().mails(owner.email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .count();
    }

    static Inbox.Mail mail(Subscriber owner, String subject) {
        eventually("mail " + subject, () -> mails(owner, subject) > 0);
        return inbox().mails(owner.email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    static URI link(Inbox.Mail mail) {
        var link = java.util.regex.Pattern.compile("http\\S+/i/in_\\S+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }

    List<String> audited(Tenant tenant) {
        return jdbc.sql("select action from " + tenant.schema() + ".audit_entry")
                .query(String.class)
                .list();
    }

    Browser anOperator() {
        var login = "operator-" + Ids.reference(8) + "@example.org";
        accounts.createOperator("Otto", login, quickHash("correct horse battery staple"));
        var browser = new Browser();
        var page = browser.submit(
                browser.open("http://localhost:" + platform().port() + "/operator/revenue?lang=en"),
                "/login",
                Map.of("email", login, "password", "correct horse battery staple"));
        assertThat(page.status()).isEqualTo(200);
        return browser;
    }
}

package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of the platform: how each organization does, the jobs, and what needs them. */
class ConsoleIT extends PlenaryIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final Browser browser = new Browser();
    private Tenant tenant;

    @BeforeEach
    void anOperatorAndAnOrganization() {
        tenant = aTenant();
        var email = "operator-" + Ids.reference(8) + "@example.org";
        accounts.createOperator("Otto Operator", email, quickHash(PASSWORD));
        browser.submit(
                browser.open(urls.platform("/operator?lang=en").toString()),
                "/login",
                Map.of("email", email, "password", PASSWORD));
    }

    private String open(String path) {
        var page = browser.open(urls.platform(path).toString());
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.body();
    }

    private Browser.View post(String path, Map<String, String> fields) {
        return browser.submit(browser.open(urls.platform("/operator/tenants").toString()), path, fields);
    }

    private String measured() {
        return post("/operator/tenants/" + tenant.slug() + "/measurement", Map.of())
                .body();
    }

    private boolean isListed(String filter) {
        return open("/operator/tenants?q=" + tenant.slug() + "&" + filter).contains("Society " + tenant.slug());
    }

    @Test
    void anOrganizationIsFoundByItsHealthAndItsSecretsAreNotShown() {
        assertThat(open("/operator/tenants?q=" + tenant.slug())).contains("Not measured yet");
        jdbc.sql("insert into " + tenant.schema() + """
                        .webhook_endpoint (id, url, description, events, active, failing_since, nonce, created_at)
                        values (gen_random_uuid(), 'https://hooks.example.org/t0psecret', '', '{order.confirmed}', true,
                            now() - interval '2 days', 'n', now())""").update();
        jdbc.sql("insert into " + tenant.schema() + """
                        .conference (id, slug, status, starts_on, ends_on, time_zone, currency, details, created_at, version)
                        select gen_random_uuid(), 'c-' || n, 'DRAFT', '2027-05-01', '2027-05-02', 'UTC', 'EUR', '{}', now(), 1
                        from generate_series(1, 201) n""").update();

        assertThat(measured())
                .contains("Webhooks fail", "Over its plan", "hooks.example.org")
                .doesNotContain("t0psecret");

        // no page but the operator's could show these
        jdbc.sql("delete from " + tenant.schema() + ".conference").update();
        assertThat(isListed("health=webhooks")).isTrue();
        assertThat(isListed("health=over_quota&plan=free&status=active")).isTrue();
        assertThat(isListed("health=troubled")).isTrue();
        assertThat(isListed("health=well")).isFalse();
        assertThat(isListed("health=unreachable")).isFalse();
        assertThat(isListed("plan=year")).isFalse();
        assertThat(open("/operator/webhooks")).contains("hooks.example.org").doesNotContain("t0psecret");
        assertThat(open("/operator")).contains("not answer", "/operator/webhooks");
        assertThat(browser.open(urls.platform("/operator/tenants?health=ill").toString())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anOrganizationIsPutOnAPlanThatThereIs() {
        var path = "/operator/tenants/" + tenant.slug();
        assertThat(open(path)).contains("<option value=\"year\"", "<option value=\"free\" selected");

        assertThat(post(path + "/plan", Map.of("plan", "yaer")).status()).isEqualTo(422);
        assertThat(operator()
                        .patch("/api/v1" + path, Map.of("plan", "yaer"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/plan");
        assertThat(post(path + "/plan", Map.of("plan", "year")).status()).isEqualTo(200);

        assertThat(isListed("plan=year")).isTrue();
    }

    @Test
    void anOrganizationWhoseDataIsGoneIsSeenAndTheOthersAreMeasured() {
        jdbc.sql("alter schema " + tenant.schema() + " rename to " + tenant.schema() + "_lost")
                .update();
        try {
            assertThat(measured()).contains("Not reachable");
            assertThat(isListed("health=unreachable")).isTrue();
            assertThat(open("/operator")).contains("cannot be reached");
        } finally {
            jdbc.sql("alter schema " + tenant.schema() + "_lost rename to " + tenant.schema())
                    .update();
        }

        assertThat(measured()).doesNotContain("Not reachable");
        assertThat(isListed("health=well")).isTrue();
    }

    @Test
    void aJobThatFailsIsSeenWithItsErrorAndRunsAgainWhenAsked() {
        var job = "admin-export-and-erase";
        jdbc.sql("alter table control.tenant_deletion rename to tenant_deletion_lost")
                .update();
        try {
            eventually(
                    "the job fails", () -> open("/operator/jobs?state=failing").contains(job));
            eventually(
                    "its error is kept",
                    () -> open("/operator/jobs?state=failing")
                            .contains("tenant_deletion&quot; does not exist (42P01)"));
            assertThat(open("/operator")).contains("/operator/jobs?state=failing");
        } finally {
            jdbc.sql("alter table control.tenant_deletion_lost rename to tenant_deletion")
                    .update();
        }
        jdbc.sql(
                        "update control.scheduled_tasks set execution_time = now() + interval '1 day' where task_name = ? and not picked")
                .param(job)
                .update();

        post("/operator/jobs/run", Map.of("name", job, "instance", "recurring"));

        eventually("it works again", () -> !open("/operator/jobs?state=failing").contains(job));
        assertThat(post("/operator/jobs/run", Map.of("name", "no-such-job", "instance", "recurring"))
                        .status())
                .isEqualTo(404);
    }
}

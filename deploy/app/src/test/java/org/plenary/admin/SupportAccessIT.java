package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SupportAccessIT extends PlenaryIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final String owner = "owner-" + Ids.reference(8).toLowerCase() + "@example.org";
    private final Browser operator = new Browser();
    private Tenant tenant;

    @BeforeEach
    void anOperatorAndAnOrganization() {
        tenant = aTenant();
        var account = accounts.createOwner("Olga Owner", owner, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var email = "operator-" + Ids.reference(8) + "@example.org";
        accounts.createOperator("Otto Operator", email, quickHash(PASSWORD));
        signIn(operator, urls.platform("/operator/tenants?lang=en").toString(), email);
    }

    private static Browser.View signIn(Browser browser, String address, String email) {
        return browser.submit(browser.open(address), "/login", Map.of("email", email, "password", PASSWORD));
    }

    private Browser.View begin(String reason, String hours) {
        var path = "/operator/tenants/" + tenant.slug() + "/support";
        return operator.submit(
                operator.open(urls.platform(path).toString()), path, Map.of("reason", reason, "hours", hours));
    }

    private Browser.View look(String path) {
        return operator.open(urls.tenant(tenant, path).toString());
    }

    private String trail(String query) {
        return owner(tenant)
                .get("/api/v1/audit?" + query)
                .expect(200)
                .json()
                .at("/items")
                .toString();
    }

    @Test
    void anOperatorSeesNothingOfAnOrganizationWithoutAReasonThatItsOwnersAreTold() {
        assertThat(look("/manage/billing").status()).isEqualTo(403);
        assertThat(begin(" ", "1").status()).isEqualTo(422);
        assertThat(begin("A question", "48").status()).isEqualTo(422);
        assertThat(look("/manage/billing").status()).isEqualTo(403);

        assertThat(begin("Your request 4711 about refunds", "1").body()).contains("You may look into it now");

        assertThat(look("/manage/billing").status()).isEqualTo(200);
        assertThat(trail("action=support.begun")).contains("Your request 4711 about refunds");
        assertThat(trail("action=support.viewed")).contains("/manage/billing", "Otto Operator");
        eventually(
                "the owner is told",
                () -> inbox().mails(owner).stream()
                        .anyMatch(mail -> mail.text().contains("Your request 4711 about refunds")));
        var other = aTenant();
        assertThat(operator.open(urls.tenant(other, "/manage/billing").toString())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoLooksForSupportChangesNothingAndGetsNoOwnersRights() {
        begin("A question", "2");
        var page = look("/manage");

        assertThat(page.body()).contains("You can change nothing");
        assertThat(operator.submit(page, "/manage/billing/seller", Map.of("name", "Mine now"))
                        .status())
                .isEqualTo(403);
        assertThat(look("/manage/members").status()).isEqualTo(403);
        assertThat(look("/manage/audit").status()).isEqualTo(403);
    }

    @Test
    void theOwnerSeesTheAccessAndEndsItAtOnce() {
        begin("A question", "8");
        assertThat(look("/manage").status()).isEqualTo(200);
        var theirs = new Browser();
        signIn(theirs, urls.tenant(tenant, "/manage/support?lang=en").toString(), owner);
        var page = theirs.open(urls.tenant(tenant, "/manage/support").toString());
        assertThat(page.body()).contains("Otto Operator", "A question", "can look into this organization until");

        var id = jdbc.sql("select id from control.support_access where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
        assertThat(theirs.submit(page, "/manage/support/" + id + "/end", Map.of())
                        .body())
                .contains("The access has ended", "Ended by Olga Owner");

        assertThat(look("/manage").status()).isEqualTo(403);
    }

    @Test
    void anAccessIsOverAtItsTimeAndWithTheOperatorsRights() {
        begin("A question", "1");
        assertThat(look("/manage").status()).isEqualTo(200);
        jdbc.sql("update control.account set operator = false where name = 'Otto Operator'")
                .update();
        assertThat(look("/manage").status()).isEqualTo(403);
        jdbc.sql("update control.account set operator = true where name = 'Otto Operator'")
                .update();
        assertThat(look("/manage").status()).isEqualTo(200);

        jdbc.sql("update control.support_access set ends_at = now() - interval '1 second' where tenant_id = ?")
                .param(tenant.id().value())
                .update();

        assertThat(look("/manage").status()).isEqualTo(403);
    }
}

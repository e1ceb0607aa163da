package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A tenant is to be deleted, is closed meanwhile, and can be had back. */
class OffboardingIT extends OffboardingFixture {
    @Test
    void aTenantThatIsToBeDeletedIsClosedAndCanBeHadBack() {
        var tenant = aTenant();
        var belongings = furnish(tenant);
        begin(tenant);

        var api = anonymous(tenant)
                .get("/api/v1/conferences/" + belongings.conference())
                .expect(503);
        assertThat(api.text("/code")).isEqualTo("tenant_deleting");
        var page = anonymous(tenant).with("Accept", "text/html").get("/").expect(503);
        assertThat(page.body()).contains("This site is closed", "is leaving the platform");
        var chinese = anonymous(tenant)
                .with("Accept", "text/html")
                .with("Accept-Language", "zh-CN")
                .get("/");
        assertThat(chinese.body()).contains("本网站已关闭");

        operator().delete(address(tenant)).expect(204);

        anonymous(tenant).get("/").expect(200);
        assertThat(owner(tenant)
                        .get("/api/v1/conferences/" + belongings.conference())
                        .body())
                .contains(belongings.mark());
        operator().get(address(tenant)).expect(404);
        operator().delete(address(tenant)).expect(404);
    }

    @Test
    void askedForTwiceTheFirstDateStands() {
        var tenant = aTenant();
        var first = operator().post(address(tenant), "").expect(202);

        var second = operator().post(address(tenant), "").expect(202);

        assertThat(second.text("/erase_after")).isEqualTo(first.text("/erase_after"));
    }

    @Test
    void aSuspendedTenantComesBackSuspended() {
        var tenant = aTenant();
        var one = "/api/v1/operator/tenants/" + tenant.slug();
        operator().patch(one, Map.of("status", "suspended", "reason", "Unpaid")).expect(200);
        begin(tenant);
        assertThat(operator().get(one).text("/status")).isEqualTo("deleting");
        operator().patch(one, Map.of("status", "active")).expect(409);

        operator().delete(address(tenant)).expect(204);

        assertThat(operator().get(one).text("/status")).isEqualTo("suspended");
        assertThat(operator().get(one).text("/reason")).isEqualTo("Unpaid");
    }

    @Test
    void theOperatorsTrailKeepsWhatWasDone() {
        var tenant = aTenant();

        begin(tenant);
        operator().delete(address(tenant)).expect(204);

        assertThat(jdbc.sql("select action from control.audit_entry where subject = ? order by id")
                        .param(tenant.slug())
                        .query(String.class)
                        .list())
                .containsExactly("tenant.deletion-begun", "tenant.deletion-taken-back");
    }

    @Test
    void onlyAnOperatorDeletes() {
        var tenant = aTenant();

        platform().post(address(tenant), "").expect(401);
        owner(tenant).post(address(tenant), "").expect(404);
        platform().withToken(token(tenant)).post(address(tenant), "").expect(401);
    }

    @Test
    void thePageAsksForTheAddressBeforeItDeletes() {
        var tenant = aTenant();
        var email = "operator-" + tenant.slug() + "@example.org";
        accounts.createOperator("Olga", email, quickHash(PASSWORD));
        var browser = signedIn("/operator/tenants", email);
        var page = "/operator/tenants/" + tenant.slug();
        var confirm = browser.open(urls.platform(page + "/deletion/confirm").toString());
        assertThat(confirm.body()).contains("Delete Society " + tenant.slug() + "?");

        var wrong = browser.submit(confirm, page + "/deletion", Map.of("slug", "another"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not the address of the organization.", "value=\"another\"");
        anonymous(tenant).get("/").expect(200);

        var begun = browser.submit(confirm, page + "/deletion", Map.of("slug", tenant.slug()));
        assertThat(begun.body()).contains("Its data is being exported.", "Take the deletion back");
        anonymous(tenant).get("/").expect(503);
        var back = browser.submit(begun, page + "/deletion/cancellation", Map.of());
        assertThat(back.body()).contains("stays, as it was before.");
        anonymous(tenant).get("/").expect(200);
    }
}

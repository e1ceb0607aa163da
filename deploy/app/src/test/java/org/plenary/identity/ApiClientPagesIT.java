package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner gives programs access on pages, exchanges their secrets, and takes it away. */
class ApiClientPagesIT extends PlenaryIT {
    private static final String HERE = "/manage/api-clients";
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    @Test
    void anOwnerIssuesRotatesAndRevokes() {
        var tenant = aTenant();
        var login = "programs-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        var host = "http://" + tenant.slug() + ".localhost:" + platform().port();
        browser.submit(browser.open(host + HERE + "?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));

        var form = browser.open(host + HERE + "/new");
        var past = Map.of("name", "Sync", "scopes", "papers:read", "last_day", "2020-01-01");
        var refused = browser.submit(form, HERE, past);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This day is over", "2020-01-01");
        var tomorrow = LocalDate.now(tenant.timeZone()).plusDays(1).toString();
        var issued = browser.submit(
                refused,
                HERE,
                Map.of("name", "Sync", "description", "Papers", "scopes", "papers:read", "last_day", tomorrow));
        assertThat(issued.body()).contains("Copy the secret now");

        var id = issued.body().replaceAll("(?s).*(pc_[0-9a-z]{16}).*", "$1");
        var page = browser.open(host + HERE + "/" + id);
        assertThat(page.body()).contains("Papers", tomorrow, "papers:read");
        var rotated = browser.submit(page, HERE + "/" + id + "/secret", Map.of("overlap", "72"));
        assertThat(rotated.body()).contains("The new secret is ready", "is good until");
        assertThat(browser.open(host + HERE + "/" + id + "?lang=zh-CN").body()).contains("立即停用旧密钥");
        var ending = browser.open(host + HERE + "/" + id + "/former-secret/confirm?lang=en");
        assertThat(browser.submit(ending, HERE + "/" + id + "/former-secret", Map.of())
                        .body())
                .contains("The former secret has ended");
        browser.submit(browser.open(host + HERE + "/" + id), HERE + "/" + id, Map.of("name", "Other", "last_day", ""));
        assertThat(browser.open(host + HERE).body()).contains("Other", "No end");
        var revocation = browser.open(host + HERE + "/" + id + "/revocation/confirm");
        assertThat(browser.submit(revocation, HERE + "/" + id + "/revocation", Map.of())
                        .body())
                .contains("The API client was revoked");
        owner(tenant).get("/api/v1/api-clients/" + id).expect(404);
    }
}

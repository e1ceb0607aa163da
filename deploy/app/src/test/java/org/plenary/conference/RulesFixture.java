package org.plenary.conference;

import java.util.Locale;
import java.util.Map;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization that follows the published rules, with a conference called robots and a secretary. */
abstract class RulesFixture extends PlenaryIT {
    static final String APPROVAL = "/manage/conferences/robots/approval";

    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;
    Browser secretary;

    /** @param names of the conference, as JSON */
    void aConferenceThatKeepsToTheRules(String names) {
        tenant = aTenant();
        owner = owner(tenant);
        jdbc.sql("insert into control.rule_pack_choice (tenant_id, code, chosen_at) values (?, 'CN-University', now())")
                .param(tenant.id().value())
                .update();
        secretary = signedIn("Hua Li", "sg-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org");
        owner.post("/api/v1/conferences", """
                        {"slug": "robots", "name": %s,
                         "starts_on": "2037-08-09", "ends_on": "2037-08-12", "time_zone": "Asia/Shanghai",
                         "venue": {"name": "Hall", "city": "Shanghai", "country": "CN"}, "currency": "CNY", "languages": ["en"]}""".formatted(names)).expect(201);
    }

    Browser signedIn(String name, String email) {
        var account = accounts.createOwner(name, email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        browser.submit(browser.open(at("/manage")), "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
    }

    String at(String path) {
        return urls.tenant(tenant, path).toString();
    }
}

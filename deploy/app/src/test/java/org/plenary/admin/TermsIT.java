package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
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

class TermsIT extends PlenaryIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final Browser operator = new Browser();

    @BeforeEach
    void anOperator() {
        none();
        var email = "operator-" + Ids.reference(8) + "@example.org";
        accounts.createOperator("Otto Operator", email, quickHash(PASSWORD));
        signIn(operator, urls.platform("/operator/terms?lang=en").toString(), email);
    }

    /** Others sign up without terms. */
    @AfterEach
    void none() {
        jdbc.sql("delete from control.terms_acceptance").update();
        jdbc.sql("delete from control.terms").update();
    }

    private static Browser.View signIn(Browser browser, String address, String email) {
        return browser.submit(browser.open(address), "/login", Map.of("email", email, "password", PASSWORD));
    }

    private Browser.View publish(int version, String english) {
        var page = operator.open(urls.platform("/operator/terms").toString());
        return operator.submit(
                page,
                "/operator/terms",
                Map.of("version", String.valueOf(version), "texts.en", english, "texts.zh-CN", "条款"));
    }

    private Browser ownerOf(Tenant tenant) {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Olga Owner", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        signIn(browser, urls.tenant(tenant, "/manage?lang=en").toString(), email);
        return browser;
    }

    @Test
    void ownersAreAskedToAcceptEachVersionAndWhatTheyAcceptedIsKept() {
        var tenant = aTenant();
        assertThat(publish(1, "").status()).isEqualTo(422);
        assertThat(publish(1, "Be kind <b>always</b>.").body()).contains("Published. Owners are asked");
        assertThat(publish(1, "Two at once").status()).isEqualTo(422);
        var owner = ownerOf(tenant);
        var page = urls.tenant(tenant, "/manage/terms").toString();
        eventually("asked", () -> owner.open(page).body().contains("The terms of use have changed."));

        var accepted = owner.submit(owner.open(page), "/manage/terms", Map.of("version", "1"));

        assertThat(accepted.body())
                .contains("Thank you, the terms are accepted.", "Version 1: Olga Owner", "&lt;b&gt;always")
                .doesNotContain("The terms of use have changed.");
        assertThat(owner(tenant)
                        .get("/api/v1/audit?action=terms.accepted")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
        publish(2, "Be kinder.");
        eventually("asked again", () -> owner.open(page).body().contains("The terms of use have changed."));
        assertThat(owner.submit(owner.open(page), "/manage/terms", Map.of("version", "1"))
                        .body())
                .contains("There is a newer version");
        assertThat(platform().get("/terms/1").expect(200).body()).contains("Be kind");
        assertThat(platform().get("/terms").expect(200).body()).contains("Be kinder");
        platform().get("/terms/3").expect(404);
    }

    @Test
    void whoSignsUpOnThePageAcceptsTheTermsThatCountNow() {
        var browser = new Browser();
        var signup = urls.platform("/signup").toString();
        assertThat(browser.open(signup + "?lang=en").body()).doesNotContain("accepted_terms");
        publish(7, "Be kind.");
        var slug = "terms-" + Ids.reference(6).toLowerCase();
        var fields = new TreeMap<>(Map.of(
                "organization.name", "Society",
                "organization.slug", slug,
                "organization.country", "DE",
                "organization.locale", "en",
                "organization.time_zone", "Europe/Berlin",
                "owner.name", "Olga Owner",
                "owner.email", slug + "@example.org",
                "owner.password", PASSWORD));

        var page = browser.open(signup);
        assertThat(page.body()).contains("Terms of use, version 7");
        var refused = browser.submit(page, "/signup", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Please read and accept the terms of use.", slug);
        fields.put("accepted_terms", "6");
        assertThat(browser.submit(page, "/signup", fields).status()).isEqualTo(422);
        fields.put("accepted_terms", "7");
        assertThat(browser.submit(page, "/signup", fields).status()).isEqualTo(200);

        assertThat(jdbc.sql("select accepted_terms from control.signup where slug = ?")
                        .param(slug)
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
        var code = code(slug + "@example.org");
        var waiting = browser.open(urls.platform("/signup/" + id(slug)).toString());
        browser.submit(waiting, "/signup/" + id(slug) + "/code", Map.of("code", code));
        eventually(
                "accepted for the organization",
                () -> jdbc.sql(
                                        "select count(*) from control.terms_acceptance a join control.tenant t on t.id = a.tenant_id where t.slug = ? and a.version = 7")
                                .param(slug)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private String id(String slug) {
        return jdbc.sql("select id::text from control.signup where slug = ?")
                .param(slug)
                .query(String.class)
                .single();
    }

    private static String code(String email) {
        eventually("the code is mailed", () -> !inbox().mails(email).isEmpty());
        return inbox().mails(email)
                .getFirst()
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\d{6}"))
                .findFirst()
                .orElseThrow();
    }
}

package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** People: from a tenant's host to the platform's and back, as a browser goes. */
class SignInIT extends PlenaryIT {
    private static final String PASSWORD = "four unrelated words";
    private static final String SESSION = "plenary";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    private final String email = "owner-" + Ids.reference(8) + "@example.org";

    private UUID account() {
        return accounts.createOwner("Mona Müller", email, accounts.hashPassword(PASSWORD));
    }

    private void own(Tenant tenant, UUID account) {
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
    }

    private String at(Tenant tenant, String path) {
        return urls.tenant(tenant, path).toString();
    }

    private Browser.View signIn(Browser browser, Browser.View form) {
        return browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
    }

    @Test
    void signingInLeadsBackToThePageThatWasAskedFor() {
        var tenant = aTenant();
        own(tenant, account());
        var browser = new Browser();

        var form = browser.open(at(tenant, "/manage/members"));
        assertThat(form.address()).isEqualTo(urls.platform("/login"));
        var page = signIn(browser, form);

        assertThat(page.address().getPath()).isEqualTo("/manage/members");
        assertThat(page.address().getHost()).isEqualTo(tenant.slug() + ".localhost");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Mona Müller", email.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void aSecondTenantAsksForNoPassword() {
        var first = aTenant();
        var second = aTenant();
        var account = account();
        own(first, account);
        own(second, account);
        var browser = new Browser();
        signIn(browser, browser.open(at(first, "/manage/members")));

        var page = browser.open(at(second, "/manage/api-clients"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address().getHost()).isEqualTo(second.slug() + ".localhost");
    }

    @Test
    void whoIsNoMemberIsToldSo() {
        account();
        var browser = new Browser();

        var page = signIn(browser, browser.open(at(aTenant(), "/manage/members")));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("This account is not a member here");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
        account();
        var browser = new Browser();
        var form = browser.open(urls.platform("/login").toString());

        var wrong = browser.submit(form, "/login", Map.of("email", email, "password", "not the password"));
        var unknown = browser.submit(form, "/login", Map.of("email", "x" + email, "password", "not the password"));

        assertThat(wrong.address()).isEqualTo(unknown.address()).isEqualTo(urls.platform("/login?wrong"));
        assertThat(wrong.body()).contains("The e-mail or the password is wrong.");
    }

    @Test
    void guessingIsStopped() {
        account();
        var browser = new Browser();
        var form = browser.open(urls.platform("/login").toString());
        for (var i = 0; i < 10; i++) browser.submit(form, "/login", Map.of("email", email, "password", "guess " + i));

        var page = signIn(browser, form);

        assertThat(page.address()).isEqualTo(urls.platform("/login?limited"));
    }

    @Test
    void aSessionOfOneTenantIsNothingOnAnother() {
        var first = aTenant();
        var second = aTenant();
        var account = account();
        own(first, account);
        own(second, account);
        var browser = new Browser();
        signIn(browser, browser.open(at(first, "/manage/members")));
        var stolen = browser.cookies.get(first.slug() + ".localhost").get(SESSION);
        var thief = new Browser();
        thief.cookies.put(second.slug() + ".localhost", new java.util.HashMap<>(Map.of(SESSION, stolen)));
        thief.cookies.put("localhost", new java.util.HashMap<>(Map.of(SESSION, stolen)));

        assertThat(thief.open(at(second, "/manage/members")).address()).isEqualTo(urls.platform("/login"));
    }

    @Test
    void aSessionIsNoTokenForTheApi() {
        var tenant = aTenant();
        own(tenant, account());
        var browser = new Browser();
        signIn(browser, browser.open(at(tenant, "/manage/members")));

        assertThat(browser.open(at(tenant, "/api/v1/members")).status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsBothSessions() {
        var tenant = aTenant();
        own(tenant, account());
        var browser = new Browser();
        var page = signIn(browser, browser.open(at(tenant, "/manage/members")));

        var out = browser.submit(page, "/logout", Map.of());

        assertThat(out.address()).isEqualTo(urls.platform("/signed-out"));
        assertThat(browser.open(at(tenant, "/manage/members")).address()).isEqualTo(urls.platform("/login"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var tenant = aTenant();
        own(tenant, account());
        var browser = new Browser();
        var page = signIn(browser, browser.open(at(tenant, "/manage/members")));
        var forged = new Browser.View(page.address(), 200, "", page.headers(), new byte[0]);

        var answer = browser.submit(forged, "/manage/api-clients", Map.of("name", "x", "scopes", "papers:read"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void pagesCarryAStrictPolicy() {
        var page = new Browser().open(urls.platform("/login").toString());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self' http://localhost");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SESSION + "="));
    }

    @Test
    void anAddedMemberSetsAPasswordByTheLinkAndComesIn() {
        var tenant = aTenant();
        var added = owner(tenant)
                .post("/api/v1/members", Map.of("name", "Li Na", "email", email, "role", "registration_desk"))
                .expect(201);
        var browser = new Browser();

        var form = browser.open(added.text("/password_url"));
        var fields = Map.of("link", form.address().getQuery().substring("link=".length()), "password", PASSWORD);
        var login = browser.submit(form, "/password", fields);
        signIn(browser, login);

        assertThat(browser.open(at(tenant, "/manage/members")).status()).isEqualTo(403);
        assertThat(browser.open(at(tenant, "/manage/members")).body()).contains("You may not open this page");
        assertThat(browser.open(added.text("/password_url")).status()).isEqualTo(410);
    }

    @Test
    void theLastOwnerStays() {
        var tenant = aTenant();
        own(tenant, account());
        var owner = owner(tenant);
        var id = owner.get("/api/v1/members").expect(200).text("/items/0/id");

        assertThat(owner.delete("/api/v1/members/" + id).expect(409).text("/code"))
                .isEqualTo("last_owner");
        owner.patch("/api/v1/members/" + id, Map.of("role", "finance")).expect(409);
    }

    @Test
    void anOperatorLandsOnTheTenantsAndOthersOnTheirOrganizations() {
        own(aTenant(), account());
        var browser = new Browser();

        var page = signIn(browser, browser.open(urls.platform("/login").toString()));

        assertThat(page.address()).isEqualTo(urls.platform("/organizations"));
        assertThat(page.body()).contains("Society ");
    }
}

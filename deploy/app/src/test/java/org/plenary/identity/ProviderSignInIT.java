package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** People sign in by the word of an OpenID provider that is none of ours. */
class ProviderSignInIT extends ProviderFixture {
    @Test
    void aMemberWhomTheOrganizationHasAddedComesInByItsProviderAtOnce() {
        var tenant = aTenant();
        var account = added(tenant, "owner");
        var entry = entry(tenant);
        provider.knows(subject, email, true);

        var login = browser.open(members(tenant));
        assertThat(login.body()).contains("For Society " + tenant.slug(), "Sign in with Uni " + tenant.slug());
        var page = come(browser, tenant, entry);

        assertThat(page.address().toString()).startsWith(members(tenant));
        assertThat(page.status()).isEqualTo(200);
        assertThat(come(new Browser(), tenant, entry).status()).isEqualTo(200);
        assertThat(identities(account)).isOne();
        assertThat(audited("account.identity-added", account)).isOne();
        assertThat(jdbc.sql("select verified from control.account where id = ?")
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .as("an organization's word confirms no address")
                .isFalse();
    }

    @Test
    void anAccountWithAPasswordIsLinkedWhenItsOwnerHasSignedInOnce() {
        var account = account();
        var tenant = owned(account);
        var entry = entry(tenant);
        provider.knows(subject, email, true);

        var login = come(browser, tenant, entry);

        assertThat(login.address()).isEqualTo(urls.platform("/login"));
        assertThat(login.body()).contains("Sign in to it once, and from then on Uni " + tenant.slug());
        assertThat(identities(account)).isZero();
        assertThat(signIn(browser, login, PASSWORD).address().toString()).startsWith(members(tenant));
        assertThat(identities(account)).isOne();
        eventually("the owner is told", () -> mails("Your Plenary account was changed") == 1);
        assertThat(come(other, tenant, entry).address().toString()).startsWith(members(tenant));
    }

    @Test
    void whoSignsInToAnotherAccountMeanwhileLinksNothing() {
        var account = account();
        var tenant = owned(account);
        var entry = entry(tenant);
        provider.knows(subject, email, true);
        var login = come(browser, tenant, entry);

        browser.submit(
                login, "/login", Map.of("email", "olga-" + tenant.slug() + "@example.org", "password", PASSWORD));
        signIn(browser);

        assertThat(identities(account)).isZero();
        assertThat(jdbc.sql("select count(*) from control.external_identity where subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondFactorIsAskedForAsAlways() {
        var account = account();
        var tenant = owned(account);
        var entry = entry(tenant);
        provider.knows(subject, email, true);
        signIn(browser, come(browser, tenant, entry), PASSWORD);
        var secret =
                browser.submit(open(browser, "/account/code-app"), "/account/code-app", Map.of("current", PASSWORD));
        var app = CodeApp.of(secret);
        browser.submit(secret, "/account/code-app/confirmation", Map.of("code", app.code(0)));

        var half = come(other, tenant, entry);

        assertThat(half.address()).isEqualTo(urls.platform("/login/code"));
        var page = other.submit(half, "/login/code", Map.of("code", app.code(1)));
        assertThat(page.address().toString()).startsWith(members(tenant));
        assertThat(open(other, "/account").address())
                .as("it is the organization's word still")
                .isEqualTo(urls.platform("/login"));
    }

    @Test
    void somebodyWithoutAnAccountIsToldSoAndGetsNone() {
        var tenant = aTenant();
        var entry = entry(tenant);
        provider.knows(subject, email, true);

        var page = come(browser, tenant, entry);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("You have no account here");
        assertThat(jdbc.sql("select count(*) from control.account where email = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedIsShownToBeTheirsByACode() {
        var tenant = aTenant();
        var account = added(tenant, "owner");
        var entry = entry(tenant);
        provider.knows(subject, email, false);

        var form = come(browser, tenant, entry);
        assertThat(form.address()).isEqualTo(urls.platform("/login/address"));
        assertThat(form.body()).contains("value=\"" + email + "\"");
        assertThat(browser.submit(form, "/login/address", Map.of("email", "no address"))
                        .status())
                .isEqualTo(422);
        var code = browser.submit(form, "/login/address", Map.of("email", email));
        var right = code(email);
        var wrong = "000000".equals(right) ? "000001" : "000000";
        assertThat(browser.submit(code, "/login/address/code", Map.of("code", wrong))
                        .status())
                .isEqualTo(422);
        assertThat(identities(account)).isZero();

        var page = browser.submit(code, "/login/address/code", Map.of("code", right));

        assertThat(page.address().toString()).startsWith(members(tenant));
        assertThat(identities(account)).isOne();
    }

    @Test
    void guessingACodeIsStopped() {
        var tenant = aTenant();
        added(tenant, "owner");
        var entry = entry(tenant);
        provider.knows(subject, Map.of());
        var form = come(browser, tenant, entry);
        var code = browser.submit(form, "/login/address", Map.of("email", email));
        var right = code(email);
        var wrong = "000000".equals(right) ? "000001" : "000000";

        for (var i = 0; i < 5; i++) browser.submit(code, "/login/address/code", Map.of("code", wrong));

        assertThat(browser.submit(code, "/login/address/code", Map.of("code", right))
                        .address())
                .isEqualTo(urls.platform("/login?over"));
    }

    @Test
    void onlyAddressesOfTheAdmittedDomainsComeIn() {
        var tenant = aTenant();
        added(tenant, "owner");
        var entry = entry(tenant, OpenIdProvider.issuer(), "@uni.example, staff.uni.example");
        provider.knows(subject, email, true);

        assertThat(come(browser, tenant, entry).body()).contains("This address is not admitted");
        change(tenant, entry.toString(), Map.of("active", "true", "domains", "example.org"));
        assertThat(come(other, tenant, entry).status()).isEqualTo(200);
        change(tenant, entry.toString(), Map.of("active", "true", "domains", "uni.example"));
        assertThat(come(new Browser(), tenant, entry).body()).contains("This address is not admitted");
    }

    @Test
    void tokensForOthersOfOthersOrOfAnotherSignInAreNotTrusted() {
        var tenant = aTenant();
        var account = added(tenant, "owner");
        var entry = entry(tenant);
        provider.knows(subject, email, true);
        var past = Instant.parse("2020-01-01T00:00:00Z");
        var twists = List.<Consumer<JwtClaimsSet.Builder>>of(
                claims -> claims.audience(List.of("somebody-else")),
                claims -> claims.issuer("https://issuer.example"),
                claims -> claims.claim("nonce", "of another sign-in"),
                claims -> claims.issuedAt(past).expiresAt(past.plusSeconds(60)));
        for (var twist : twists) {
            provider.twist(twist);

            var page = come(new Browser(), tenant, entry);

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("We cannot trust the answer");
        }
        assertThat(identities(account)).isZero();
        assertThat(open(browser, "/login/with/" + entry + "/answer?code=x&state=y")
                        .body())
                .as("nobody has asked")
                .contains("That took too long");
    }

    @Test
    void whoChangesTheirMindThereIsToldThatNothingHappened() {
        var tenant = aTenant();
        added(tenant, "owner");
        var entry = entry(tenant);
        browser.open(members(tenant));
        var there = open(browser, "/login/with/" + entry);
        assertThat(there.address().toString()).startsWith(OpenIdProvider.issuer());

        var page = open(browser, "/login/with/" + entry + "/answer?error=access_denied&state=x");

        assertThat(page.body()).contains("That took too long");
    }

    @Test
    void aProviderThatIsDownHasAPageOfItsOwnAndPasswordsGoOnWorking() {
        var account = account();
        var tenant = owned(account);
        var entry = entry(tenant, "http://127.0.0.1:9", "");

        browser.open(members(tenant));
        var page = open(browser, "/login/with/" + entry);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("The sign-in service does not answer");
        assertThat(signIn(browser, open(browser, "/login"), PASSWORD).address().toString())
                .startsWith(members(tenant));
    }

    @Test
    void aProviderThatIsRemovedSignsNobodyInAndEndsWhoCameByIt() {
        var tenant = aTenant();
        var account = added(tenant, "owner");
        var entry = entry(tenant);
        provider.knows(subject, email, true);
        assertThat(come(browser, tenant, entry).status()).isEqualTo(200);
        var there = open(other, "/login/with/" + entry);

        submit(manage(tenant, "/" + entry + "/removal"), "/manage/sign-in/" + entry + "/removal", Map.of());

        assertThat(browser.open(members(tenant)).address()).isEqualTo(urls.platform("/login"));
        assertThat(browser.open(members(tenant)).body()).doesNotContain("Sign in with Uni");
        assertThat(provider.signIn(other, there, subject).body()).contains("This way to sign in is not offered");
        assertThat(identities(account)).isZero();
        assertThat(manage(tenant, "").body()).contains("Google").doesNotContain("Uni " + tenant.slug());
    }

    @Test
    void switchingAProviderOffEndsWhoCameByIt() {
        var tenant = aTenant();
        added(tenant, "owner");
        var entry = entry(tenant);
        provider.knows(subject, email, true);
        come(browser, tenant, entry);

        change(tenant, entry.toString(), Map.of());

        assertThat(browser.open(members(tenant)).address()).isEqualTo(urls.platform("/login"));
        assertThat(open(browser, "/login/with/" + entry).body()).contains("This way to sign in is not offered");
    }

    @Test
    void wherePeopleComeByTheProviderAloneAPasswordOpensNothingButToOwners() {
        var account = account();
        var tenant = aTenant();
        var entry = entry(tenant);
        owner(tenant)
                .post("/api/v1/members", Map.of("name", "Mona", "email", email, "role", "finance"))
                .expect(201);
        var billing = urls.tenant(tenant, "/manage/billing").toString();
        provider.knows(subject, email, true);
        change(tenant, entry.toString(), Map.of());
        var refused = submit(manage(tenant, ""), "/manage/sign-in/rule", Map.of("providersOnly", "true"));
        assertThat(refused.status()).as("nobody could come").isEqualTo(422);
        change(tenant, entry.toString(), Map.of("active", "true"));
        submit(manage(tenant, ""), "/manage/sign-in/rule", Map.of("providersOnly", "true"));

        var login = browser.open(billing);
        assertThat(login.body()).doesNotContain("name=\"password\"").contains("/login?password");
        var held = signIn(browser, open(browser, "/login?password"), PASSWORD);

        assertThat(held.status()).isEqualTo(403);
        assertThat(held.body()).contains("Sign in with your organization");
        browser.open(urls.platform("/login/for/" + tenant.slug()).toString());
        var once = provider.signIn(browser, open(browser, "/login/with/" + entry), subject);
        var page = signIn(browser, once, PASSWORD);
        assertThat(page.address().toString())
                .startsWith(urls.tenant(tenant, "/manage").toString());
        assertThat(browser.open(billing).status()).isEqualTo(200);
        assertThat(identities(account)).isOne();
        assertThat(come(other, tenant, entry).address().getHost()).isEqualTo(tenant.slug() + ".localhost");
        assertThat(other.open(billing).status()).isEqualTo(200);
        assertThat(manage(tenant, "").status()).as("the owner's password").isEqualTo(200);
    }

    @Test
    void theSettingsSayWhatIsWrongWithThem() {
        var tenant = aTenant();
        entry(tenant);
        var name = "Uni " + Ids.reference(4);

        var page = submit(
                manage(tenant, "/new"),
                "/manage/sign-in",
                Map.of(
                        "name",
                        name,
                        "issuer",
                        "http://10.0.0.1/realm",
                        "clientId",
                        "",
                        "secret",
                        "",
                        "domains",
                        "no domain!"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"" + name + "\"", "value=\"http://10.0.0.1/realm\"")
                .contains("e-issuer", "e-clientId", "e-secret", "e-domains");
        assertThat(jdbc.sql("select sealed_secret from control.sign_in_provider where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("client-");
    }
}

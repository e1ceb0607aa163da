package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenant;

/** Google and ORCID, which the whole platform trusts; here both are the same provider, which tells of people what it is told. */
class SharedProviderIT extends ProviderFixture {
    @BeforeEach
    void register() {
        provider.register(
                OpenIdProvider.PLATFORM,
                urls.platform("/login/with/google/answer").toString(),
                urls.platform("/login/with/orcid/answer").toString());
    }

    private Tenant offering(String... keys) {
        var tenant = aTenant();
        entry(tenant);
        for (var key : keys) change(tenant, key, Map.of("active", "true"));
        return tenant;
    }

    @Test
    void anOrganizationOffersThemWhenItWants() {
        var tenant = offering("google");
        provider.knows(subject, email, true);

        var login = browser.open(members(tenant));

        assertThat(login.body()).contains("Sign in with Google").doesNotContain("Sign in with ORCID");
        assertThat(open(browser, "/login/with/orcid").body()).contains("This way to sign in is not offered");
        assertThat(open(other, "/login").body())
                .as("for no organization")
                .contains("Sign in with Google", "Sign in with ORCID");
    }

    @Test
    void whoIsKnownByGoogleIsSignedInForAllThatIsTheirs() {
        var account = account();
        jdbc.sql("update control.account set password_hash = null where id = ?")
                .param(account)
                .update();
        var tenant = owned(account);
        change(tenant(tenant), "google", Map.of("active", "true"));
        provider.knows(subject, email, true);

        var page = come(browser, tenant, "google");

        assertThat(page.address().toString()).startsWith(members(tenant));
        assertThat(open(browser, "/account").body()).contains("Google, as " + email);
        assertThat(browser.open(members(owned(account))).status()).isEqualTo(200);
        assertThat(jdbc.sql("select verified from control.account where id = ?")
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The organization with an owner whose browser sets it up. */
    private Tenant tenant(Tenant tenant) {
        entry(tenant);
        return tenant;
    }

    @Test
    void orcidTellsNoAddressSoOneIsAskedForAndTheAccountsPasswordToo() {
        var account = account();
        var tenant = tenant(owned(account));
        change(tenant, "orcid", Map.of("active", "true"));
        provider.knows(subject, Map.of("given_name", "Mona"));

        var form = come(browser, tenant, "orcid");
        assertThat(form.address()).isEqualTo(urls.platform("/login/address"));
        var code = browser.submit(form, "/login/address", Map.of("email", email));
        var login = browser.submit(code, "/login/address/code", Map.of("code", code(email)));

        assertThat(login.address()).isEqualTo(urls.platform("/login"));
        assertThat(identities(account)).isZero();
        assertThat(signIn(browser, login, PASSWORD).address().toString()).startsWith(members(tenant));
        assertThat(identities(account)).isOne();
        assertThat(come(other, tenant, "orcid").address().toString()).startsWith(members(tenant));
    }

    @Test
    void strangersAddressesGetNoMailAndTheSameAnswer() {
        var tenant = offering("orcid");
        provider.knows(subject, Map.of());

        var form = come(browser, tenant, "orcid");
        var page = browser.submit(form, "/login/address", Map.of("email", email));

        assertThat(page.body()).contains("If there is an account with this address");
        account();
        var second = come(other, tenant, "orcid");
        other.submit(second, "/login/address", Map.of("email", email));
        code(email);
        assertThat(inbox().mails(email)).hasSize(1);
    }

    @Test
    void whoIsSignedInLinksThemWithTheirPasswordAndTakesThemAway() {
        var account = account();
        signIn(browser);
        provider.knows(subject, "another-" + email, true);
        var form = open(browser, "/account/identities/new/google");
        assertThat(browser.submit(form, "/account/identities/new/google", Map.of("current", "not the password"))
                        .status())
                .isEqualTo(422);
        browser.submit(form, "/account/identities/new/google", Map.of("current", PASSWORD));

        var page = provider.signIn(browser, open(browser, "/login/with/google"), subject);

        assertThat(page.address()).isEqualTo(urls.platform("/account"));
        assertThat(page.body()).contains("Google signs you in from now on.", "Google, as another-" + email);
        assertThat(audited("account.identity-added", account)).isOne();
        assertThat(provider.signIn(other, open(other, "/login/with/google"), subject)
                        .address())
                .isEqualTo(urls.platform("/organizations"));
        var id = jdbc.sql("select id from control.external_identity where account_id = ?")
                .param(account)
                .query(String.class)
                .single();
        var removal = "/account/identities/" + id + "/removal";
        var question = open(browser, removal);
        assertThat(browser.submit(question, removal, Map.of("current", "not the password"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(question, removal, Map.of("current", PASSWORD))
                        .body())
                .contains("It does not sign you in any more.");
        var third = new Browser();
        assertThat(provider.signIn(third, open(third, "/login/with/google"), subject)
                        .body())
                .contains("You have no account here");
        eventually("the owner is told twice", () -> mails("Your Plenary account was changed") == 2);
    }

    @Test
    void whatIsLinkedToOneAccountIsNotLinkedToAnother() {
        var first = account();
        signIn(browser);
        provider.knows(subject, email, true);
        browser.submit(
                open(browser, "/account/identities/new/google"),
                "/account/identities/new/google",
                Map.of("current", PASSWORD));
        provider.signIn(browser, open(browser, "/login/with/google"), subject);
        var second = "second-" + email;
        var account = accounts.createOwner("Eve", second, quickHash(PASSWORD));
        other.submit(open(other, "/login"), "/login", Map.of("email", second, "password", PASSWORD));
        other.submit(
                open(other, "/account/identities/new/google"),
                "/account/identities/new/google",
                Map.of("current", PASSWORD));

        var page = provider.signIn(other, open(other, "/login/with/google"), subject);

        assertThat(page.body()).contains("This is linked to another account");
        assertThat(identities(first)).isOne();
        assertThat(identities(account)).isZero();
    }
}

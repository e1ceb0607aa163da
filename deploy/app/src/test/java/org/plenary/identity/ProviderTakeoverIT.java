package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** An organization whose OpenID provider says of people whatever it likes gets nothing but its own. */
class ProviderTakeoverIT extends ProviderFixture {
    private Tenant hostile;
    private UUID entry;

    @BeforeEach
    void setUp() {
        hostile = aTenant();
        entry = entry(hostile);
    }

    private String page(Tenant tenant) {
        return urls.tenant(tenant, "/manage/members").toString();
    }

    @Test
    void itCannotNameSomebodyOfAnotherOrganization() {
        var account = account();
        owned(account);
        provider.knows(subject, email, true);

        var page = come(browser, hostile, entry);

        assertThat(page.body()).contains("You have no account here");
        assertThat(identities(account)).isZero();
        assertThat(open(browser, "/account").address()).isEqualTo(urls.platform("/login"));
    }

    @Test
    void itCannotNameAnOperatorNotEvenOneWhoIsItsMember() {
        var account = accounts.createOperator("Opal", email, quickHash(PASSWORD));
        Tenancy.runAs(hostile, () -> accounts.grantOwner(account));
        provider.knows(subject, email, true);
        jdbc.sql("""
                        insert into control.external_identity
                            (id, account_id, kind, provider_id, issuer, subject, linked_at)
                        values (gen_random_uuid(), ?, 'OWN', ?, ?, ?, now())""")
                .params(account, entry, OpenIdProvider.issuer(), subject + "-linked")
                .update();
        provider.knows(subject + "-linked", email, true);

        assertThat(come(browser, hostile, entry).body()).contains("You have no account here");
        assertThat(come(browser, hostile, entry, subject + "-linked").body())
                .as("linked before they became one")
                .contains("You have no account here");
        assertThat(open(browser, "/operator/tenants").address()).isEqualTo(urls.platform("/login"));
    }

    @Test
    void ofItsOwnMemberItLearnsNothingAndOpensNothingButItsOwnPages() {
        var account = account();
        var other = owned(account);
        Tenancy.runAs(hostile, () -> accounts.grantOwner(account));
        provider.knows(subject, email, true);
        assertThat(come(browser, hostile, entry).address())
                .as("the account has a password: its owner has to be there")
                .isEqualTo(urls.platform("/login"));
        signIn(browser, open(browser, "/login"), PASSWORD);
        var thief = this.other;

        assertThat(come(thief, hostile, entry).status()).isEqualTo(200);

        assertThat(thief.open(page(hostile)).status()).isEqualTo(200);
        for (var path : new String[] {"/account", "/account/email", "/organizations", "/operator/tenants"})
            assertThat(new Browser(thief).open(urls.platform(path).toString()).address())
                    .as(path)
                    .isEqualTo(urls.platform("/login"));
        assertThat(thief.open(page(other)).address()).isEqualTo(urls.platform("/login"));
        assertThat(thief.open(page(hostile)).status())
                .as("what it may open stays open")
                .isEqualTo(200);
        thief.open(page(other));
        assertThat(provider.signIn(thief, open(thief, "/login/with/" + entry), subject)
                        .address())
                .as("nor by coming again on the way to the other")
                .isEqualTo(urls.platform("/login"));
        assertThat(thief.open(urls.tenant(other, "/manage").toString()).address())
                .isEqualTo(urls.platform("/login"));
    }

    @Test
    void whatOneProviderSaysOfAPersonIsNothingToTheOther() {
        var account = added(hostile, "owner");
        var home = aTenant();
        var homeEntry = entry(home);
        Tenancy.runAs(home, () -> accounts.grantOwner(account));
        provider.knows(subject, email, true);
        assertThat(come(browser, hostile, entry).status()).isEqualTo(200);

        assertThat(come(other, home, homeEntry).address())
                .as("the same issuer and subject, by another organization's client")
                .isEqualTo(urls.platform("/login/address"));
        assertThat(identities(account)).isOne();
    }

    @Test
    void itCannotUseAnotherOrganizationsEntryNorItsAnswer() {
        var account = added(hostile, "owner");
        provider.knows(subject, email, true);
        var home = aTenant();
        var homeEntry = entry(home);
        browser.open(members(home));
        var there = open(browser, "/login/with/" + homeEntry);
        assertThat(there.address().toString()).startsWith(OpenIdProvider.issuer());

        assertThat(open(browser, "/login/with/" + entry + "/answer?code=stolen&state=x")
                        .body())
                .contains("That took too long");
        assertThat(submit(manage(hostile, ""), "/manage/sign-in/" + homeEntry, Map.of("active", "true"))
                        .status())
                .isEqualTo(404);
        assertThat(submit(manage(hostile, ""), "/manage/sign-in/" + homeEntry + "/removal", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(submit(manage(hostile, ""), "/manage/sign-in/" + homeEntry + "/trial", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(identities(account)).isZero();
    }

    /** The account was made by the organization; its true owner confirms the address later. */
    @Test
    void whatItSaidBeforeAnAddressWasConfirmedCountsNoMore() {
        var account = added(hostile, "owner");
        provider.knows(subject, email, true);
        assertThat(come(browser, hostile, entry).status()).isEqualTo(200);

        accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));

        assertThat(identities(account)).isZero();
        assertThat(browser.open(page(hostile)).address()).isEqualTo(urls.platform("/login"));
        assertThat(come(other, hostile, entry).address()).isEqualTo(urls.platform("/login"));
        assertThat(identities(account)).isZero();
    }

    @Test
    void whoHasLeftTheOrganizationComesInNoMore() {
        var account = added(hostile, "finance");
        provider.knows(subject, email, true);
        come(browser, hostile, entry);
        assertThat(identities(account)).isOne();
        jdbc.sql("delete from control.account_tenant where account_id = ?")
                .param(account)
                .update();

        assertThat(come(other, hostile, entry).body()).contains("You have no account here");
    }

    /** An account without a password is one of somebody who comes by Google, or who has just had it taken back. */
    @Test
    void whoeverAddsSomebodyToAnOrganizationGetsNoLinkForTheirAccount() {
        var account = account();
        jdbc.sql("update control.account set password_hash = null where id = ?")
                .param(account)
                .update();

        var added = owner(hostile)
                .post("/api/v1/members", Map.of("name", "Mona", "email", email, "role", "finance"))
                .expect(201);

        assertThat(added.json().at("/password_url").isString()).isFalse();
        provider.knows(subject, email, true);
        assertThat(come(browser, hostile, entry).address()).isEqualTo(urls.platform("/login/address"));
    }
}

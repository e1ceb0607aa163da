package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.embedded.Inbox;

/** People are known by several addresses, each of them theirs alone. */
class SeveralAddressesIT extends AccountFixture {
    private final String second = "second-" + email;

    private Browser.View ask(Browser with, String address) {
        return with.submit(
                open(with, "/account/addresses/new"),
                "/account/addresses",
                Map.of("email", address, "current", PASSWORD));
    }

    private String link(String to, String path) {
        eventually("the link is mailed", () -> inbox().mails(to).stream().anyMatch(mail -> linkIn(mail, path) != null));
        return linkIn(
                inbox().mails(to).stream()
                        .filter(mail -> linkIn(mail, path) != null)
                        .toList()
                        .getLast(),
                path);
    }

    private String linkIn(Inbox.Mail mail, String path) {
        return mail.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(urls.platform(path).toString()))
                .findFirst()
                .orElse(null);
    }

    private Browser.View press(String link) {
        var with = new Browser();
        var page = with.open(link);
        if (page.status() != 200) return page;
        return with.submit(
                page,
                page.address().getPath(),
                Map.of("link", page.address().getQuery().substring("link=".length())));
    }

    private boolean signsIn(String address) {
        var with = new Browser();
        return with.submit(open(with, "/login"), "/login", Map.of("email", address, "password", PASSWORD))
                .address()
                .equals(urls.platform("/organizations"));
    }

    private void add(String address) {
        ask(browser, address);
        assertThat(press(link(address, "/email/confirmation")).body()).contains("Your address was added");
    }

    private String id(String address) {
        return jdbc.sql("select id from control.account_address where email = ?")
                .param(address)
                .query(String.class)
                .single();
    }

    @Test
    void anAddressIsAddedWhenItIsConfirmedAndSignsInLikeTheFirst() {
        var account = account();
        signIn(browser);
        assertThat(ask(browser, email).status()).as("theirs already").isEqualTo(422);
        ask(browser, second);
        assertThat(signsIn(second)).as("not confirmed yet").isFalse();

        assertThat(press(link(second, "/email/confirmation")).body()).contains("Your address was added");

        assertThat(signsIn(second)).isTrue();
        assertThat(signsIn(email)).isTrue();
        assertThat(open(browser, "/account").body()).contains(second, "Gets the mails");
        assertThat(audited("account.address-added", account)).isOne();
        assertThat(link(email, "/email/undoing")).isNotNull();
    }

    @Test
    void anAddressBelongsToOneAccountOnly() {
        account();
        signIn(browser);
        add(second);
        var third = "third-" + email;
        accounts.createOwner("Eve", third, quickHash(PASSWORD));
        other.submit(open(other, "/login"), "/login", Map.of("email", third, "password", PASSWORD));

        assertThat(ask(other, second).body()).contains("A link is on its way to " + second);
        ask(browser, third);

        assertThat(inbox().mails(third)).isEmpty();
        assertThat(inbox().mails(second)).hasSize(1);
        assertThat(accounts.createOwner("Second", second, quickHash("another password")))
                .as("somebody signs up with it")
                .isEqualTo(jdbc.sql("select id from control.account where email = ?")
                        .param(email)
                        .query(UUID.class)
                        .single());
        assertThat(signsIn(second)).as("with the password that was there").isTrue();
    }

    @Test
    void anotherOfThemGetsTheMailsAndTheOneBeforeCanHaveThemBack() {
        var account = account();
        var tenant = owned(account);
        signIn(browser);
        add(second);
        var path = "/account/addresses/" + id(second) + "/first";
        assertThat(browser.submit(open(browser, path), path, Map.of("current", "not the password"))
                        .status())
                .isEqualTo(422);

        assertThat(browser.submit(open(browser, path), path, Map.of("current", PASSWORD))
                        .body())
                .contains("Mails go to " + second + " from now on.");

        assertThat(signsIn(email)).isTrue();
        eventually(
                "the organization knows",
                () -> browser.open(members(tenant)).body().contains(second));
        eventually(
                "both mails have come",
                () -> inbox().mails(email).stream().anyMatch(mail -> mail.text().contains("Mails about your account")));
        assertThat(press(link(email, "/email/undoing")).body()).contains("The old address is back");
        assertThat(jdbc.sql("select email from control.account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo(email);
        assertThat(jdbc.sql("select count(*) from control.account_address where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(open(browser, "/account").address()).isEqualTo(urls.platform("/login"));
    }

    /** Whoever has the password adds an address, has the mails go there and removes the owner's. */
    @Test
    void theOwnerGetsTheAccountBackFromSomebodyWhoHasTakenAllAddresses() {
        var account = account();
        signIn(browser);
        add(second);
        var undoing = link(email, "/email/undoing");
        var first = "/account/addresses/" + id(second) + "/first";
        browser.submit(open(browser, first), first, Map.of("current", PASSWORD));
        var removal = "/account/addresses/" + id(email) + "/removal";
        assertThat(browser.submit(open(browser, removal), removal, Map.of("current", PASSWORD))
                        .body())
                .contains(email + " is not yours here any more.");
        assertThat(signsIn(email)).isFalse();

        assertThat(press(undoing).body()).contains("The old address is back");

        assertThat(jdbc.sql("select email || ' ' || (password_hash is null) from control.account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo(email + " true");
        assertThat(signsIn(second)).isFalse();
        assertThat(audited("account.address-removed", account)).isOne();
    }

    @Test
    void anInvitationToAnyOfThemIsTheirs() {
        var account = account();
        signIn(browser);
        add(second);
        var tenant = aTenant();

        owner(tenant)
                .post("/api/v1/members", Map.of("name", "Mona", "email", second, "role", "finance"))
                .expect(201);

        assertThat(jdbc.sql("select count(*) from control.account_tenant where account_id = ? and tenant_id = ?")
                        .params(account, tenant.id().value())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from control.account where email = ?")
                        .param(second)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aLinkForANewPasswordGoesToTheAddressThatWasTyped() {
        account();
        signIn(browser);
        add(second);
        var before = inbox().mails(second).size();

        other.submit(open(other, "/password/forgotten"), "/password/forgotten", Map.of("email", second));

        eventually("the link is mailed", () -> inbox().mails(second).size() > before);
        assertThat(link(second, "/password/new")).isNotNull();
    }
}

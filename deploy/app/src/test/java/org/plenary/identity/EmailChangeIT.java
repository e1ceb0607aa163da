package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** People sign in with another address from now on, and have the old one back. */
class EmailChangeIT extends AccountFixture {
    private final String next = "new-" + email;

    private Browser.View ask(String address, String password) {
        return browser.submit(
                open(browser, "/account/email"), "/account/email", Map.of("email", address, "current", password));
    }

    private String link(String to, String path) {
        eventually("the link is mailed", () -> !inbox().mails(to).isEmpty());
        return inbox().mails(to)
                .getLast()
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(urls.platform(path).toString()))
                .findFirst()
                .orElseThrow();
    }

    private Browser.View press(Browser with, String link) {
        var page = with.open(link);
        if (page.status() != 200) return page;
        var secret = page.address().getQuery().substring("link=".length());
        return with.submit(page, page.address().getPath(), Map.of("link", secret));
    }

    private Browser.View signInAs(Browser with, String address) {
        return with.submit(open(with, "/login"), "/login", Map.of("email", address, "password", PASSWORD));
    }

    @Test
    void theAddressChangesWhenItIsConfirmedAndTheOldOneCanTakeItBack() {
        var account = account();
        var tenant = owned(account);
        signIn(browser);
        assertThat(ask(next, "not the password").status()).isEqualTo(422);
        assertThat(ask("no address", PASSWORD).status()).isEqualTo(422);
        assertThat(ask(next, PASSWORD).body()).contains("A link is on its way to " + next);
        var confirmation = link(next, "/email/confirmation");
        new Browser().open(confirmation);
        assertThat(open(browser, "/account").body())
                .as("looking changes nothing")
                .doesNotContain(next);

        assertThat(press(new Browser(), confirmation).body()).contains("Your address was changed");

        assertThat(press(new Browser(), confirmation).status()).isEqualTo(410);
        assertThat(signInAs(other, email).address()).isEqualTo(urls.platform("/login?wrong"));
        assertThat(signInAs(other, next).address()).isEqualTo(urls.platform("/organizations"));
        eventually(
                "the organization knows",
                () -> browser.open(members(tenant)).body().contains(next));
        var undoing = link(email, "/email/undoing");
        assertThat(press(new Browser(), undoing + "x").status()).isEqualTo(410);
        jdbc.sql(
                        "insert into control.code_app (account_id, sealed_secret, begun_at, confirmed_at) values (?, 'x', now(), now())")
                .param(account)
                .update();
        assertThat(press(new Browser(), undoing).body()).contains("The old address is back");
        assertThat(open(other, "/account").address()).isEqualTo(urls.platform("/login"));
        assertThat(signInAs(new Browser(), email).address())
                .as("somebody else knew the password")
                .isEqualTo(urls.platform("/login?wrong"));
        assertThat(jdbc.sql("select count(*) from control.code_app where account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .as("codes that somebody else set up")
                .isZero();
        assertThat(press(new Browser(), undoing).status()).isEqualTo(410);
        assertThat(audited("account.email-changed", account)).isOne();
    }

    @Test
    void anAddressThatHasAnAccountGetsNoMailAndTheSameAnswer() {
        account();
        var taken = "taken-" + email;
        accounts.createOwner("Eve", taken, quickHash(PASSWORD));
        signIn(browser);

        assertThat(ask(taken, PASSWORD).body()).contains("A link is on its way to " + taken);
        ask(next, PASSWORD);

        link(next, "/email/confirmation");
        assertThat(inbox().mails(taken)).isEmpty();
    }
}

package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People look after their own accounts. */
class OwnAccountIT extends AccountFixture {
    private static final Pattern ENDING = Pattern.compile("action=\"(/account/sign-ins/[^/\"]+/ending)\"");
    private static final String NEW_DEVICE = "New sign-in to your Plenary account";
    private static final String CHANGED = "Your Plenary account was changed";
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    @Test
    void whoIsNotSignedInIsLedToSigningInAndBack() {
        account();

        var page = signIn(browser, open(browser, "/account"), PASSWORD);

        assertThat(page.address().getPath()).isEqualTo("/account");
        assertThat(page.body()).contains("Your account", "Mona Müller", email, "This browser");
    }

    @Test
    void theNameInTheCornerLeadsToTheAccountFromEveryHost() {
        var tenant = owned(account());
        signIn(browser);

        assertThat(browser.open(members(tenant)).body()).contains("href=\"" + urls.platform("/account") + "\"");
        assertThat(open(browser, "/organizations").body()).contains("href=\"" + urls.platform("/account") + "\"");
    }

    @Test
    void aSignInElsewhereIsShownAndItsSessionsOnAllHostsEndAtTheNextRequest() {
        var tenant = owned(account());
        signIn(browser);
        other.agent = CHROME;
        signIn(other);
        assertThat(other.open(members(tenant)).status()).isEqualTo(200);
        var stolen = new Browser();
        other.cookies.forEach((host, all) -> stolen.cookies.put(host, new HashMap<>(all)));
        assertThat(stolen.open(members(tenant)).address().getPath()).isEqualTo("/manage/members");

        var page = open(browser, "/account");
        assertThat(page.body()).contains("Chrome on Windows", "Firefox on Linux", "127.0.0.1");
        var ending = ENDING.matcher(page.body());
        assertThat(ending.find()).isTrue();
        browser.submit(page, ending.group(1), Map.of());

        for (var each : new Browser[] {other, stolen}) {
            assertThat(each.open(members(tenant)).address()).isEqualTo(urls.platform("/login"));
            assertThat(open(each, "/account").address()).isEqualTo(urls.platform("/login"));
        }
        assertThat(open(browser, "/account").body()).doesNotContain("Chrome on Windows");
    }

    @Test
    void signingOutEverywhereElseLeavesThisBrowserSignedIn() {
        var account = account();
        var tenant = owned(account);
        signIn(browser);
        signIn(other);
        other.open(members(tenant));

        var page = browser.submit(open(browser, "/account"), "/account/sign-ins/ending", Map.of());

        assertThat(page.body()).contains("Signed out everywhere else.");
        assertThat(other.open(members(tenant)).address()).isEqualTo(urls.platform("/login"));
        assertThat(browser.open(members(tenant)).address().getPath()).isEqualTo("/manage/members");
        assertThat(audited("account.sign-ins-ended", account)).isOne();
    }

    @Test
    void nobodyEndsWhatIsAnothersSignIn() {
        account();
        signIn(browser);
        var id = jdbc.sql(
                        "select s.id::text from control.sign_in s join control.account a on a.id = s.account_id where a.email = ?")
                .param(email)
                .query(String.class)
                .single();
        var stranger = "x" + email;
        accounts.createOwner("Eve", stranger, quickHash(PASSWORD));
        other.submit(open(other, "/login"), "/login", Map.of("email", stranger, "password", PASSWORD));

        other.submit(open(other, "/account"), "/account/sign-ins/" + id + "/ending", Map.of());

        assertThat(open(browser, "/account").address()).isEqualTo(urls.platform("/account"));
    }

    @Test
    void signingOutOnOneHostEndsTheSessionsOfAll() {
        var account = account();
        var first = owned(account);
        var second = owned(account);
        signIn(browser);
        browser.open(members(second));
        var page = browser.open(members(first));

        browser.submit(page, "/logout", Map.of());

        assertThat(browser.open(members(second)).address()).isEqualTo(urls.platform("/login"));
    }

    @Test
    void theOldPasswordIsAskedForAndTheNewOneEndsEveryOtherSignIn() {
        var account = account();
        signIn(browser);
        signIn(other);
        var form = open(browser, "/account/password");

        var wrong = browser.submit(
                form,
                "/account/password",
                Map.of("current", "not the password", "password", "five other unrelated words"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your password.");
        var weak = browser.submit(form, "/account/password", Map.of("current", PASSWORD, "password", "liverpool1999"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("known from leaks");
        var done = browser.submit(
                form, "/account/password", Map.of("current", PASSWORD, "password", "five other unrelated words"));

        assertThat(done.body()).contains("Your password was changed.");
        assertThat(open(other, "/account").address()).isEqualTo(urls.platform("/login"));
        assertThat(signIn(other, open(other, "/login"), PASSWORD).address()).isEqualTo(urls.platform("/login?wrong"));
        assertThat(signIn(other, open(other, "/login"), "five other unrelated words")
                        .address()
                        .getPath())
                .isEqualTo("/account");
        eventually("the owner is told", () -> mails(CHANGED) == 1);
        assertThat(audited("account.password-changed", account)).isOne();
    }

    @Test
    void guessingThePasswordWithAStolenSessionIsStopped() {
        account();
        signIn(browser);
        var form = open(browser, "/account/password");
        for (var i = 0; i < 10; i++)
            browser.submit(
                    form,
                    "/account/password",
                    Map.of("current", "guess " + i, "password", "five other unrelated words"));

        assertThat(browser.submit(
                                form,
                                "/account/password",
                                Map.of("current", PASSWORD, "password", "five other unrelated words"))
                        .status())
                .isEqualTo(429);
        assertThat(signIn(other).address()).isEqualTo(urls.platform("/organizations"));
    }

    @Test
    void aNewNameIsKnownToTheOrganizationsToo() {
        var tenant = owned(account());
        signIn(browser);

        assertThat(browser.submit(open(browser, "/account/name"), "/account/name", Map.of("name", " "))
                        .status())
                .isEqualTo(422);
        var page = browser.submit(open(browser, "/account/name"), "/account/name", Map.of("name", "Mona Maier"));

        assertThat(page.body()).contains("Your name was changed.", "Mona Maier");
        eventually(
                "the organization knows",
                () -> browser.open(members(tenant)).body().contains("Mona Maier"));
    }

    @Test
    void aSignInWithANewBrowserIsMailedAndTheFirstAndTheKnownOnesAreNot() {
        account();
        signIn(browser);
        browser.submit(open(browser, "/account"), "/logout", Map.of());
        signIn(browser);
        other.agent = CHROME;
        signIn(other);

        eventually("the new one is mailed", () -> mails(NEW_DEVICE) == 1);
        var mail = inbox().mails(email).getLast();
        assertThat(mail.text())
                .contains(
                        "Chrome on Windows",
                        "127.0.0.1",
                        urls.platform("/account").toString());
        var forged = new Browser();
        forged.cookies.put("localhost", new HashMap<>(Map.of("plenary-device", "forged.mark")));
        signIn(forged);
        eventually("a forged mark counts for nothing", () -> mails(NEW_DEVICE) == 2);
    }

    @Test
    void aSessionGetsANewIdWithTheSignIn() {
        account();
        var form = open(browser, "/account");
        var before = session(browser);

        signIn(browser, form, PASSWORD);

        assertThat(before).isNotNull();
        assertThat(session(browser)).isNotEqualTo(before);
        var planted = new Browser();
        planted.cookies.put("localhost", new HashMap<>(Map.of(SESSION, before)));
        assertThat(open(planted, "/account").address()).isEqualTo(urls.platform("/login"));
    }
}

package org.plenary.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** One-time codes and the codes for when the phone is lost. */
class SecondFactorIT extends AccountFixture {
    private static final Pattern RECOVERY = Pattern.compile("<code>([0-9A-Z-]{19})</code>");

    private CodeApp app;
    private List<String> recovery;

    /** In the first browser, which stays signed in. */
    private UUID withCodes() {
        var account = account();
        signIn(browser);
        setUp(browser);
        return account;
    }

    private Browser.View setUp(Browser with) {
        var secret = with.submit(open(with, "/account/code-app"), "/account/code-app", Map.of("current", PASSWORD));
        app = CodeApp.of(secret);
        var done = with.submit(secret, "/account/code-app/confirmation", Map.of("code", app.code(0)));
        recovery = RECOVERY.matcher(done.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return done;
    }

    private static Browser.View code(Browser with, Browser.View page, String code) {
        return with.submit(page, "/login/code", Map.of("code", code));
    }

    @Test
    void aCodeIsAskedForAfterThePasswordAndHalfASignInOpensNothing() {
        var tenant = owned(withCodes());
        var asked = other.open(members(tenant));

        var half = signIn(other, asked, PASSWORD);
        var halfSession = session(other);

        assertThat(half.address()).isEqualTo(urls.platform("/login/code"));
        assertThat(halfSession).isNotNull();
        for (var path : List.of("/account", "/organizations", "/account/code-app/removal", "/operator/tenants"))
            assertThat(new Browser(other).open(urls.platform(path).toString()).address())
                    .as(path)
                    .isEqualTo(urls.platform("/login"));
        assertThat(new Browser(other).open(members(tenant)).address()).isEqualTo(urls.platform("/login"));
        var wrong = code(other, half, app.wrong());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This code is not right.");
        var page = code(other, half, app.code(1));

        assertThat(page.address().toString()).startsWith(members(tenant));
        assertThat(page.status()).isEqualTo(200);
        assertThat(session(other)).isNotEqualTo(halfSession);
    }

    @Test
    void settingItUpAsksForThePasswordAndForAFirstCodeAndEndsWhoSignedInWithout() {
        var account = account();
        signIn(browser);
        signIn(other);
        var start = open(browser, "/account/code-app");
        assertThat(browser.submit(start, "/account/code-app", Map.of("current", "not the password"))
                        .status())
                .isEqualTo(422);
        var secret = browser.submit(start, "/account/code-app", Map.of("current", PASSWORD));
        assertThat(secret.body()).contains("data:image/svg+xml;base64,");
        app = CodeApp.of(secret);
        assertThat(browser.submit(secret, "/account/code-app/confirmation", Map.of("code", app.wrong()))
                        .status())
                .isEqualTo(422);
        assertThat(signIn(new Browser()).address())
                .as("not asked for before it is confirmed")
                .isEqualTo(urls.platform("/organizations"));

        var done = browser.submit(secret, "/account/code-app/confirmation", Map.of("code", app.code(0)));

        assertThat(RECOVERY.matcher(done.body()).results().count()).isEqualTo(10);
        assertThat(open(other, "/account").address()).isEqualTo(urls.platform("/login"));
        assertThat(open(browser, "/account").body()).contains("10 are left.");
        eventually("the owner is told", () -> mails("Your Plenary account was changed") == 1);
        assertThat(audited("account.codes-set-up", account)).isOne();
    }

    @Test
    void theSecretIsSealedAndRecoveryCodesAreHashed() {
        var account = withCodes();

        var stored = jdbc.sql("""
                        select a.sealed_secret || string_agg(c.code_hash, ' ') from control.code_app a
                        join control.recovery_code c using (account_id) where account_id = ? group by a.sealed_secret""").param(account).query(String.class).single();

        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        for (var code : recovery) assertThat(stored).doesNotContain(code, code.replace("-", ""));
        var kept = java.util.Base64.getDecoder().decode(stored.substring(0, 64));
        assertThat(kept).as("a nonce, the secret and the seal").hasSize(48);
        assertThat(new String(kept, ISO_8859_1)).doesNotContain(new String(app.secret(), ISO_8859_1));
    }

    @Test
    void aCodeCannotBeUsedTwice() {
        withCodes();
        var used = app.code(1);
        assertThat(code(other, signIn(other), used).address()).isEqualTo(urls.platform("/organizations"));

        var again = new Browser();

        assertThat(code(again, signIn(again), used).status()).isEqualTo(422);
        assertThat(code(again, open(again, "/login/code"), app.code(0)).status())
                .as("nor one of before it")
                .isEqualTo(422);
    }

    @Test
    void aRecoveryCodeWorksOnceAndTheOwnerIsTold() {
        withCodes();
        var typed = recovery.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(code(other, signIn(other), typed).address()).isEqualTo(urls.platform("/organizations"));
        assertThat(open(other, "/account").body()).contains("9 are left.");

        var again = new Browser();

        assertThat(code(again, signIn(again), typed).status()).isEqualTo(422);
        eventually(
                "the owner is told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.text().contains("A recovery code of your account was used.")));
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        withCodes();
        var old = recovery.getLast();

        var page = browser.submit(
                open(browser, "/account/recovery-codes"), "/account/recovery-codes", Map.of("current", PASSWORD));

        var fresh = RECOVERY.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(fresh).hasSize(10).doesNotContain(old);
        assertThat(code(other, signIn(other), old).status()).isEqualTo(422);
        assertThat(code(other, open(other, "/login/code"), fresh.getFirst()).address())
                .isEqualTo(urls.platform("/organizations"));
    }

    @Test
    void guessingCodesIsStoppedAndTheOwnerStillComesIn() {
        withCodes();
        browser.submit(open(browser, "/account"), "/logout", Map.of());
        var half = signIn(other);
        for (var i = 0; i < 4; i++)
            assertThat(code(other, half, app.wrong()).status()).isEqualTo(422);
        assertThat(code(other, half, app.wrong()).address())
                .as("the password has to be typed again")
                .isEqualTo(urls.platform("/login?over"));
        assertThat(code(other, half, app.code(1)).address()).isEqualTo(urls.platform("/login?over"));
        half = signIn(other);
        for (var i = 0; i < 4; i++) code(other, half, app.wrong());
        code(other, signIn(other), app.wrong());
        assertThat(code(other, open(other, "/login/code"), app.code(1)).status())
                .isEqualTo(429);

        assertThat(code(browser, signIn(browser), app.code(1)).address())
                .as("with the browser that the account knows")
                .isEqualTo(urls.platform("/organizations"));
    }

    @Test
    void aNewPasswordEndsWhatWasHalfSignedInWithTheOldOne() {
        withCodes();
        var half = signIn(other);
        browser.submit(
                open(browser, "/account/password"),
                "/account/password",
                Map.of("current", PASSWORD, "password", "five other unrelated words"));

        assertThat(code(other, half, app.code(1)).address()).isEqualTo(urls.platform("/login?over"));
    }

    @Test
    void removingItTakesThePasswordAndACode() {
        var account = withCodes();
        var form = open(browser, "/account/code-app/removal");
        var path = "/account/code-app/removal";

        assertThat(browser.submit(form, path, Map.of("current", "not the password", "code", app.code(1)))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(form, path, Map.of("current", PASSWORD, "code", app.wrong()))
                        .status())
                .isEqualTo(422);
        assertThat(signIn(new Browser()).address()).isEqualTo(urls.platform("/login/code"));
        assertThat(browser.submit(form, path, Map.of("current", PASSWORD, "code", app.code(1)))
                        .body())
                .contains("One-time codes were removed.");

        assertThat(signIn(other).address()).isEqualTo(urls.platform("/organizations"));
        assertThat(audited("account.codes-removed", account)).isOne();
        assertThat(jdbc.sql("select count(*) from control.recovery_code where account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Whoever signs up one more organization has shown that the address is theirs, and no more. */
    @Test
    void signingUpAnotherOrganizationIsNoWayAroundIt() {
        var account = withCodes();
        var request = new MockHttpServletRequest();

        accounts.signIn(account, request, new MockHttpServletResponse());

        assertThat(request.getSession(false)).isNull();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void aRoleThatNeedsItOpensNothingWithoutAndEverythingWith() {
        var account = account();
        var tenant = owned(account);
        signIn(browser);
        var page = browser.open(members(tenant));
        var saved = browser.submit(page, "/manage/members/second-factor", Map.of("roles", "owner"));

        assertThat(saved.status()).isEqualTo(403);
        assertThat(saved.body()).contains("A second proof is needed here", urls.platform("/account/code-app") + "\"");
        assertThat(browser.open(urls.tenant(tenant, "/manage").toString()).status())
                .isEqualTo(403);
        assertThat(browser.submit(page, "/manage/members/second-factor", Map.of())
                        .status())
                .as("nor can the rule be taken back without")
                .isEqualTo(403);
        setUp(browser);
        assertThat(browser.open(members(tenant)).status()).isEqualTo(200);
        assertThat(browser.open(urls.tenant(tenant, "/manage/members/second-factor")
                                .toString())
                        .body())
                .containsPattern("value=\"owner\"[^>]*checked");
        assertThat(code(other, signIn(other, other.open(members(tenant)), PASSWORD), app.code(1))
                        .status())
                .isEqualTo(200);
        owner(tenant).get("/api/v1/members").expect(200);

        jdbc.sql("update control.sign_in set proof = 'PASSWORD' where account_id = ?")
                .param(account)
                .update();
        assertThat(browser.open(members(tenant)).status()).isEqualTo(403);
    }
}

package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who forgot their password. */
class PasswordResetIT extends PlenaryIT {
    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+/password/new\\?link=(\\S+))\\r?$");
    private static final String OLD = "four unrelated words";
    private static final String NEW = "five other unrelated words";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "forgetful-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final Browser browser = new Browser();

    private UUID account() {
        return accounts.createOwner("Mona Müller", email, accounts.hashPassword(OLD));
    }

    private Browser.View open(String path) {
        return browser.open(urls.platform(path).toString());
    }

    private Browser.View ask(String address) {
        return browser.submit(open("/password/forgotten"), "/password/forgotten", Map.of("email", address));
    }

    private String link() {
        eventually("the link is mailed", () -> !inbox().mails(email).isEmpty());
        var found = LINK.matcher(inbox().mails(email).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Browser.View set(Browser.View form, String password) {
        var secret = form.address().getQuery().substring("link=".length());
        return browser.submit(form, "/password/new", Map.of("link", secret, "password", password));
    }

    private static Browser.View signIn(Browser browser, Browser.View form, String email, String password) {
        return browser.submit(form, "/login", Map.of("email", email, "password", password));
    }

    @Test
    void signingInLeadsToTheForgottenPasswordAndBackWithANewOne() {
        account();
        assertThat(open("/login").body()).contains("href=\"/password/forgotten\"");
        assertThat(ask(email.toUpperCase(Locale.ROOT)).body()).contains("Look into your mail");

        var login = set(browser.open(link()), NEW);

        assertThat(login.address()).isEqualTo(urls.platform("/login?changed"));
        assertThat(login.body()).contains("Your password was changed.");
        assertThat(signIn(browser, login, email, OLD).address()).isEqualTo(urls.platform("/login?wrong"));
        assertThat(signIn(browser, login, email, NEW).address()).isEqualTo(urls.platform("/organizations"));
    }

    @Test
    void anAddressWithoutAnAccountGetsTheSameAnswerAndNoMail() {
        account();

        var known = ask(email);
        var unknown = ask("nobody-" + email);

        assertThat(unknown.address()).isEqualTo(known.address());
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
        assertThat(withoutToken(unknown)).isEqualTo(withoutToken(known));
        eventually("what was asked for is forgotten", () -> resets("nobody-" + email) == 0);
        assertThat(inbox().mails("nobody-" + email)).isEmpty();
    }

    @Test
    void theLinkWorksOnceAndLookingAtItUsesNothingUp() {
        account();
        ask(email);
        var link = link();

        browser.open(link);
        new Browser().open(link);
        var form = browser.open(link);
        assertThat(form.body()).contains(email);
        set(form, NEW);

        assertThat(browser.open(link).status()).isEqualTo(410);
        assertThat(set(form, "six entirely different words").status()).isEqualTo(410);
        assertThat(signIn(browser, open("/login"), email, NEW).address()).isEqualTo(urls.platform("/organizations"));
    }

    @Test
    void theLinkIsKeptAsAHashAndEndsAfterAnHour() {
        account();
        ask(email);
        var link = link();
        var secret = link.substring(link.indexOf("link=") + 5);

        assertThat(secret).hasSizeGreaterThanOrEqualTo(22);
        assertThat(jdbc.sql("select row_to_json(r)::text from control.password_reset r where secret_hash = ?")
                        .param(Secrets.hash(secret))
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
        assertThat(jdbc.sql("""
                                select expires_at between now() + interval '55 minutes' and now() + interval '61 minutes'
                                from control.password_reset where secret_hash = ?""")
                        .param(Secrets.hash(secret))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        jdbc.sql("update control.password_reset set expires_at = now() - interval '1 second' where secret_hash = ?")
                .param(Secrets.hash(secret))
                .update();
        assertThat(browser.open(link).status()).isEqualTo(410);
        assertThat(browser.open(link).body()).contains("href=\"/password/forgotten\"");
    }

    @Test
    void theNewPasswordFollowsTheRulesOfSigningUp() {
        account();
        ask(email);
        var form = browser.open(link());

        var tooShort = set(form, "short");
        var common = set(form, "password123");

        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body()).contains("At least 10 characters.");
        assertThat(common.status()).isEqualTo(422);
        assertThat(set(form, NEW).address()).isEqualTo(urls.platform("/login?changed"));
    }

    @Test
    void everyBrowserThatWasSignedInIsSignedOut() {
        var tenant = aTenant();
        var account = account();
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var members = urls.tenant(tenant, "/manage/members").toString();
        var other = new Browser();
        assertThat(signIn(other, other.open(members), email, OLD).status()).isEqualTo(200);
        assertThat(other.open(members).address().getPath()).isEqualTo("/manage/members");

        ask(email);
        var login = set(browser.open(link()), NEW);

        assertThat(other.open(members).address()).isEqualTo(urls.platform("/login"));
        signIn(browser, login, email, NEW);
        assertThat(browser.open(members).address().getPath()).isEqualTo("/manage/members");
        assertThat(browser.open(members).status()).isEqualTo(200);
    }

    @Test
    void theNewestOfTwoLinksEndsTheOtherWhenItIsUsed() {
        account();
        ask(email);
        var first = link();
        ask(email);
        eventually("the second link is mailed", () -> inbox().mails(email).size() == 2);

        set(browser.open(first), NEW);

        assertThat(resets(email)).isZero();
    }

    @Test
    void itIsWrittenIntoTheAuditTrail() {
        var account = account();
        ask(email);

        set(browser.open(link()), NEW);

        assertThat(jdbc.sql(
                                "select caller from control.audit_entry where action = 'account.password-reset' and subject = ?")
                        .param(account.toString())
                        .query(String.class)
                        .list())
                .containsExactly("anonymous");
    }

    @Test
    void aMistypedAddressIsSaidAndKept() {
        var page = ask("mona at example");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("This is not an e-mail address.", "value=\"mona at example\"");
    }

    @Test
    void oneAccountCannotBeFloodedWithLinks() {
        account();
        for (var i = 0; i < 5; i++) assertThat(ask(email).status()).isEqualTo(200);

        var page = ask(email);

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("Please wait an hour.");
    }

    @Test
    void theMailAndThePagesAreChineseForWhoReadsChinese() {
        account();
        var form = open("/password/forgotten?lang=zh-CN");
        assertThat(form.body()).contains("忘记密码？", "发送链接");

        browser.submit(form, "/password/forgotten", Map.of("email", email));

        link();
        assertThat(inbox().mails(email).getLast().subject()).isEqualTo("设置新密码");
        assertThat(inbox().mails(email).getLast().text()).contains("一小时内有效");
    }

    /** Each answer has a token of its own for its forms. */
    private static String withoutToken(Browser.View page) {
        return page.body().replaceAll("data-csrf-token=\"[^\"]*\"", "").replaceAll("name=\"_csrf\"[^>]*", "");
    }

    private int resets(String address) {
        return jdbc.sql("select count(*) from control.password_reset where email = ?")
                .param(address)
                .query(Integer.class)
                .single();
    }
}

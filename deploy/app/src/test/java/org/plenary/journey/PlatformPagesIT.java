package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** The platform's own pages in a browser, in both languages, on a desk and on a phone. */
class PlatformPagesIT extends Journey {
    private static final String PASSWORD = "four unrelated words";

    @Autowired
    private Urls urls;

    private String at(String path) {
        return urls.platform(path).toString();
    }

    private interface Look {
        void at(Browsing.Screen screen, String name);
    }

    private void everywhere(Look look) {
        look.at(browsing.desktop("en"), "en-desktop");
        look.at(browsing.phone("zh-CN"), "zh-CN-phone");
    }

    @Test
    void aForgottenPasswordIsAskedForAndSet() {
        everywhere((screen, name) -> {
            var email = "forgetful-" + name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
            accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
            screen.open(at("/login")).shoot("login-" + name);
            screen.goBy("a[href='/password/forgotten']").shoot("password-forgotten-" + name);
            screen.fill("email", "no address")
                    .page()
                    .evaluate("document.querySelector('form.form-width').noValidate = true");
            screen.submit().shoot("password-forgotten-wrong-" + name);
            screen.fill("email", email).submit().shoot("password-forgotten-sent-" + name);
            eventually("the link is mailed", () -> !inbox().mails(email).isEmpty());
            var text = inbox().mails(email).getLast().text();
            var link = text.lines()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
            screen.open(link.strip()).shoot("password-new-" + name);
            screen.fill("password", "five other unrelated words").submit().shoot("password-changed-" + name);
            screen.open(link.strip()).shoot("password-new-gone-" + name);
            screen.open("about:blank")
                    .page()
                    .setContent(inbox().mails(email).getLast().html());
            screen.shoot("password-mail-" + name);
        });
        browsing.assertQuiet();
    }

    @Test
    void anOrganizationIsDeletedAndHadBack() {
        everywhere((screen, name) -> {
            var tenant = aTenant();
            var email = "owner@" + tenant.slug() + ".example";
            var account = accounts.createOperator("Olga", email, quickHash(PASSWORD));
            Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
            var page = at("/operator/tenants/" + tenant.slug());
            screen.open(page).fill("email", email, "password", PASSWORD).submit();
            screen.open(at("/operator/tenants?q=" + tenant.slug())).shoot("operator-list-" + name);
            screen.open(page).shoot("operator-tenant-" + name);
            screen.open(page + "/deletion/confirm").shoot("deletion-confirm-" + name);
            screen.fill("slug", "another").goBy(".confirm-bar button").shoot("deletion-wrong-" + name);
            screen.fill("slug", tenant.slug()).goBy(".confirm-bar button").shoot("deletion-begun-" + name);
            eventually("the owner is told", () -> !inbox().mails(email).isEmpty());
            screen.open(page).shoot("deletion-exported-" + name);
            screen.open(at("/exports/" + tenant.id())).shoot("export-" + name);
            screen.open("about:blank")
                    .page()
                    .setContent(inbox().mails(email).getLast().html());
            screen.shoot("export-mail-" + name);
            screen.open(page).goBy("form[action$=cancellation] button").shoot("deletion-taken-back-" + name);
        });
        browsing.assertQuiet();
    }

    /** Answered with 503 on purpose. */
    @Test
    void aLeavingOrganizationsSiteSaysThatItIsClosed() {
        var tenant = aTenant();
        operator()
                .post("/api/v1/operator/tenants/" + tenant.slug() + "/deletion", "")
                .expect(202);
        everywhere((screen, name) -> {
            var answer = screen.page().navigate(urls.tenant(tenant, "/").toString());
            assertThat(answer.status()).isEqualTo(503);
            screen.shoot("closed-" + name);
        });
    }

    @Test
    void theDescriptionOfTheApiIsDrawnUnderTheStrictPolicy() {
        everywhere((screen, name) -> {
            screen.open(at("/api/docs"));
            screen.page().locator(".opblock-summary-path").first().waitFor();
            assertThat(screen.page().locator(".opblock-summary-path").count()).isGreaterThan(30);
            screen.page()
                    .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                            .setPath(java.nio.file.Path.of("target/screenshots", "api-docs-" + name + ".png")));
        });
        browsing.assertQuiet();
    }
}

package org.plenary.journey;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.plenary.journey.Browsing.Screen;
import org.plenary.tenancy.Tenancy;

/** Somebody looks after their account, and signs in with a passkey from then on. */
class AccountJourneyIT extends Journey {
    private static final String PASSWORD = "robots-walk-the-alps";

    @Test
    void aPasskeyIsAddedAndSignsInWithoutAPassword() {
        through(browsing.desktop("en"), "1280-en");
        through(browsing.phone("zh-CN"), "390-zh-CN");
        browsing.assertQuiet();
    }

    private void through(Screen screen, String name) {
        var tenant = aTenant();
        var email = "mona@" + tenant.slug() + ".example";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        withAuthenticator(screen);
        var members = "http://" + tenant.slug() + ".localhost:" + platform().port() + "/manage/members";
        screen.open(members).fill("email", email, "password", PASSWORD).submit();
        screen.arrivesAt(members + "**").shoot("account-members-" + name);
        screen.open(members + "/second-factor")
                .check("roles", "owner")
                .goBy("form[action$='/second-factor'] button")
                .shoot("account-needed-" + name);

        screen.goBy("a[href$='/account/code-app']").shoot("account-codes-" + name);
        screen.fill("current", PASSWORD).submit().shoot("account-codes-secret-" + name);
        screen.fill("code", "000000").submit().shoot("account-codes-wrong-" + name);
        screen.open(at("/account/passkeys/new")).shoot("account-passkey-new-" + name);
        screen.fill("name", "Laptop", "current", PASSWORD).submit().shoot("account-passkey-make-" + name);
        screen.submit().shoot("account-recovery-" + name);
        screen.goBy("a[href='/account']").shoot("account-" + name);
        screen.open(members).sees("Mona Müller");

        screen.goBy("form[action='/logout'] button").arrivesAt(at("/signed-out"));
        screen.open(members).shoot("account-login-" + name);
        screen.goBy("form[data-passkey-use] button").arrivesAt(members + "**");
        screen.goBy("form[action='/logout'] button").arrivesAt(at("/signed-out"));
        screen.open(at("/login")).fill("email", email, "password", PASSWORD).submit();
        screen.arrivesAt(at("/login/code")).shoot("account-code-" + name);
        screen.goBy("form[data-passkey-use] button").arrivesAt(at("/organizations"));
        screen.open(at("/account")).goBy(".account-passkeys a").shoot("account-passkey-removal-" + name);
        anotherAddress(screen, "new-" + email, name);
    }

    private void anotherAddress(Screen screen, String address, String name) {
        screen.open(at("/account/email")).fill("email", address, "current", PASSWORD);
        screen.shoot("account-email-" + name).submit().shoot("account-email-sent-" + name);
        eventually("the link is mailed", () -> !inbox().mails(address).isEmpty());
        var mail = inbox().mails(address).getLast();
        var link = mail.text().lines().filter(line -> line.startsWith("http")).findFirst();
        screen.open(link.orElseThrow().strip()).shoot("email-confirmation-" + name);
        screen.submit().shoot("email-confirmed-" + name);
        screen.open("about:blank").page().setContent(mail.html());
        screen.shoot("email-mail-" + name);
    }

    private static String at(String path) {
        return "http://localhost:" + platform().port() + path;
    }

    /** A device that makes sure of its owner and keeps passkeys. */
    private static void withAuthenticator(Screen screen) {
        var devtools = screen.page().context().newCDPSession(screen.page());
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}

package org.plenary.journey;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.billing.CardSandboxControl;
import org.plenary.billing.subscription.TimeOfPlans;
import org.plenary.journey.Browsing.Screen;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization's own business with Stripe in a browser: onboarded, subscribed, fallen behind, suspended, back. */
class OwnBillJourneyIT extends RobotsJourney {
    private static final String CARD = "4242424242424242";
    private static final String FAILS_LATER = "4000000000000341";
    private static final Pattern LINK = Pattern.compile("http\\S+/i/in_\\S+");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ListableBeanFactory beans;

    @Test
    void itOnboardsSubscribesFallsBehindIsSuspendedAndComesBack() {
        eventually("there is an account", () -> !accounts().isEmpty());
        CardSandboxControl.change(
                services().stripe().get("api-base"),
                "accounts",
                "{\"account\": \"" + accounts().getFirst() + "\", \"standing\": \"asked\"}");
        var screen = browsing.desktop("en");
        organizer.signIn(screen);
        eventually(
                "Stripe asks",
                () -> screen.open(site + "/manage/billing/payments?lang=en")
                        .page()
                        .content()
                        .contains("Go on at Stripe"));
        everywhere("/manage/billing/payments", "90-asked");
        screen.goBy("form[action$='/onboarding'] button").shoot("91-onboarding-1280-en");
        var phone = browsing.phone("zh-CN");
        organizer.signIn(phone);
        phone.open(site + "/manage/billing/payments?lang=zh-CN").goBy("form[action$='/onboarding'] button");
        phone.shoot("91-onboarding-390-zh-CN");
        phone.fill("legal_name", "Society", "country", "DE", "bank_account", "DE89370400440532013000");
        phone.check("identity", "true").goBy("button[name=submit]");
        phone.arrivesAt(site + "/**").shoot("92-onboarded-390-zh-CN");
        screen.open(site + "/manage/billing/payments").sees("Delegates can pay by card.");

        screen.open(site + "/manage/billing/plan").goBy("form:has(input[value='conference']) button");
        screen.shoot("93-subscribe-1280-en");
        card(screen, CARD);
        screen.arrivesAt(site + "/**").sees("Your plan has begun").shoot("94-subscribed-1280-en");
        everywhere("/manage/billing/plan", "94-plan");
        var time = TimeOfPlans.of(beans, services().stripe().get("api-base"));
        time.pass(tenant, "P15D");
        eventually("active", () -> time.status(tenant).equals("ACTIVE"));
        screen.open(site + "/manage/billing/plan").goBy("form[action$='/portal'] button");
        screen.shoot("95-portal-1280-en");
        card(screen, FAILS_LATER);
        time.pass(tenant, "P31D");
        eventually("past due", () -> time.status(tenant).equals("PAST_DUE"));
        everywhere("/manage/billing/plan", "96-behind");
        eventually("suspended", () -> time.graceIsOver(tenant));
        eventually("closed", () -> anonymous(tenant).get("/").status() == 503);
        browsing.expects(503);
        screen.open(site + "/?lang=en").shoot("97-suspended-1280-en");
        browsing.phone("zh-CN").open(site + "/?lang=zh-CN").shoot("97-suspended-390-zh-CN");

        eventually("the owner is told", () -> !bill().isEmpty());
        screen.open(bill()).shoot("98-bill-1280-en");
        card(screen, CARD);
        screen.shoot("98-paid-bill-1280-en");
        eventually("open again", () -> anonymous(tenant).get("/").status() == 200);
        screen.open(site + "/manage/billing/plan").sees("Conference").shoot("99-back-1280-en");
        browsing.assertQuiet();
    }

    private void everywhere(String path, String name) {
        for (var language : List.of("en", "zh-CN")) {
            var each = language.equals("en") ? browsing.desktop(language) : browsing.phone(language);
            organizer.signIn(each);
            each.open(site + path + "?lang=" + language).shoot(name + "-" + each.width() + "-" + language);
        }
    }

    private List<String> accounts() {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .list();
    }

    /** Address of the open invoice, from the mail about the suspension; empty while there is none. */
    private String bill() {
        return inbox().mails(organizer.email()).stream()
                .filter(mail -> mail.subject().contains("is suspended"))
                .flatMap(mail -> LINK.matcher(mail.text()).results().map(found -> found.group()))
                .findFirst()
                .orElse("");
    }

    private static void card(Screen screen, String number) {
        screen.page().locator("[name=card_number]").waitFor();
        screen.fill("card_number", number, "exp", "12/34", "cvc", "123", "name", "O. Owner", "country", "DE");
        if (screen.page().locator("[name=email]").inputValue().isEmpty()) screen.fill("email", "owner@example.org");
        screen.goBy("form:has([name=card_number]) button[type=submit]");
    }
}

package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OnboardingIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String PAGE = "/manage/billing/payments";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private Http owner;
    private Browser browser;

    @BeforeEach
    void aConferenceOfAnOrganizationThatStripeKnowsNothingOf() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        aFee(owner, "student", "0.00", 10);
        publish(owner);
        eventually("there is an account", () -> !accountIds().isEmpty());
        browser = new Browser();
        signIn();
        stand("asked");
    }

    @Test
    void untilStripeKnowsTheOrganizationOnlyWhatIsFreeIsSoldAndEverybodyIsTold() {
        assertThat(page().body()).contains("Details missing", "The legal name of your organization", "Go on at Stripe");
        assertThat(anonymous(tenant).get("/c/conf27/register").expect(200).body())
                .contains("cannot take card payments yet");
        var refused = anonymous(tenant)
                .post(PATH + "/orders", cart("regular", Map.of("name", "Ada")))
                .expect(409);
        assertThat(refused.text("/code")).isEqualTo("payments_not_ready");
        assertThat(anonymous(tenant)
                        .post(PATH + "/orders", cart("student", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/status"))
                .isEqualTo("confirmed");
        assertThat(open("/manage/conferences/conf27").body()).contains(PAGE);
    }

    @Test
    void leavingEarlyAndReviewAndRefusalAreShownAndCardsAreTakenOnceItIsAccepted() {
        var left = send(start(), Map.of("leave", "true"));
        assertThat(left.body()).contains("Details missing");
        assertThat(left.address().getPath()).isEqualTo(PAGE);

        var wrong = send(start(), Map.of("country", "DE"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter the legal name.");

        fillIn("review");
        assertThat(page().body()).contains("Under review").doesNotContain("Go on at Stripe");
        stand("refused");
        assertThat(page().body()).contains("Switched off", "Stripe has restricted the account");

        fillIn("accept");
        assertThat(page().body()).contains("Delegates can pay by card.");
        assertThat(anonymous(tenant).get("/c/conf27/register").body()).doesNotContain("cannot take card payments yet");
        assertThat(anonymous(tenant)
                        .post(PATH + "/orders", cart("regular", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/payment/url"))
                .contains("/c/pay/");
    }

    @Test
    void anAddressThatWasUsedLeadsBackForAnother() {
        var used = start();
        assertThat(browser.open(used.address().toString()).body()).contains("That address was used already");
    }

    @Test
    void whoeverTakesTheAccessAwayConnectsAnotherAccountLater() {
        var former = account();
        stand("deauthorized");
        assertThat(page().body()).contains("Disconnected", "Connect an account again");
        anonymous(tenant)
                .post(PATH + "/orders", cart("regular", Map.of("name", "Ada")))
                .expect(409);

        start();
        assertThat(account()).isNotEqualTo(former);
        assertThat(page().body()).contains("Delegates can pay by card.");
    }

    private Browser.View page() {
        return open(PAGE + "?lang=en");
    }

    private Browser.View open(String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }

    private void signIn() {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(page(), "/login", Map.of("email", login, "password", PASSWORD));
    }

    /** The page at Stripe. */
    private Browser.View start() {
        var page = browser.submit(page(), PAGE + "/onboarding", Map.of());
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    private Browser.View send(Browser.View page, Map<String, String> fields) {
        var found = CSRF.matcher(page.body());
        var all = new HashMap<>(fields);
        all.put("csrf", found.find() ? found.group(1) : "");
        return browser.submit(page, page.address().getPath(), all);
    }

    private void fillIn(String outcome) {
        send(
                start(),
                Map.of(
                        "legal_name", "Society of Test",
                        "country", "DE",
                        "bank_account", "DE89370400440532013000",
                        "identity", "true",
                        "outcome", outcome));
    }

    /** What Stripe does of itself is heard by its message. */
    private void stand(String standing) {
        CardSandboxControl.change(
                services().stripe().get("api-base"),
                "accounts",
                "{\"account\": \"" + account() + "\", \"standing\": \"" + standing + "\"}");
        var kept = switch (standing) {
            case "asked" -> "DETAILS_MISSING";
            case "refused" -> "OFF";
            default -> "DISCONNECTED";
        };
        eventually(
                "the account is " + kept,
                () -> kept.equals(jdbc.sql("select standing from control.connected_account where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(String.class)
                        .single()));
    }

    private String account() {
        return accountIds().getFirst();
    }

    private List<String> accountIds() {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .list();
    }
}

package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OnboardingIT extends PlenaryIT {
    private static final String PAGE = "/manage/billing/payments";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceOfAnOrganizationThatStripeKnowsNothingOf() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        aFee(owner, "student", "0.00", 10);
        publish(owner);
        owner.form(PAGE + "/onboarding", Map.of()).expect(302);
        stand("asked");
    }

    @Test
    void untilStripeKnowsTheOrganizationOnlyWhatIsFreeIsSoldAndEverybodyIsTold() {
        assertThat(owner.get(PAGE).expect(200).body())
                .contains("Details missing", "The legal name of your organization", "Go on at Stripe");
        assertThat(anonymous(tenant).get("/c/conf27/register").expect(200).body())
                .contains("cannot take card payments yet");
        var refused =
                anonymous(tenant).post(PATH + "/orders", cart("regular", Map.of("name", "Ada"))).expect(409);
        assertThat(refused.text("/code")).isEqualTo("payments_not_ready");
        assertThat(anonymous(tenant)
                        .post(PATH + "/orders", cart("student", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/status"))
                .isEqualTo("confirmed");
        assertThat(owner.get("/manage/conferences/conf27").expect(200).body()).contains(PAGE);
    }

    @Test
    void leavingEarlyAndReviewAndRefusalAreShownAndCardsAreTakenOnceItIsAccepted() {
        leave(onboard());
        assertThat(owner.get(PAGE).body()).contains("Details missing");

        var wrong = CardSandboxControl.post(onboardOpen(), Map.of("csrf", csrf, "country", "DE"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter the legal name.");

        fillIn("review");
        assertThat(owner.get(PAGE).body()).contains("Under review").doesNotContain("Go on at Stripe");
        stand("refused");
        assertThat(owner.get(PAGE).body()).contains("Switched off", "Stripe has rejected the account");

        fillIn("accept");
        assertThat(owner.get(PAGE).body()).contains("Delegates can pay by card.");
        assertThat(anonymous(tenant).get("/c/conf27/register").body()).doesNotContain("cannot take card payments yet");
        assertThat(anonymous(tenant)
                        .post(PATH + "/orders", cart("regular", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/payment/url"))
                .contains("/c/pay/");
    }

    @Test
    void anAddressThatWasUsedLeadsBackForAnother() {
        var page = onboard();
        CardSandboxControl.get(page);
        var again = CardSandboxControl.get(page);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith(PAGE + "/expired");
    }

    @Test
    void whoeverTakesTheAccessAwayConnectsAnotherAccountLater() {
        var former = account();
        stand("deauthorized");
        assertThat(owner.get(PAGE).body()).contains("Disconnected", "Connect an account again");
        anonymous(tenant).post(PATH + "/orders", cart("regular", Map.of("name", "Ada"))).expect(409);

        owner.form(PAGE + "/onboarding", Map.of()).expect(302);
        assertThat(account()).isNotEqualTo(former);
        assertThat(owner.get(PAGE).body()).contains("Delegates can pay by card.");
    }

    @Test
    void onlyThoseWhoMayChangeBillingOpenTheWayToStripe() {
        var reader = as(tenant, org.plenary.identity.Permission.BILLING_READ);
        assertThat(reader.get(PAGE).expect(200).body()).doesNotContain("Go on at Stripe");
        reader.form(PAGE + "/onboarding", Map.of()).expect(403);
        anonymous(tenant).form(PAGE + "/onboarding", Map.of()).expect(401);
    }

    private String csrf = "";

    private URI onboard() {
        var answer = owner.form(PAGE + "/onboarding", Map.of()).expect(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private URI onboardOpen() {
        var page = onboard();
        var found = CSRF.matcher(CardSandboxControl.get(page).body());
        csrf = found.find() ? found.group(1) : "";
        return page;
    }

    private void leave(URI page) {
        var found = CSRF.matcher(CardSandboxControl.get(page).body());
        csrf = found.find() ? found.group(1) : "";
        back(CardSandboxControl.post(page, Map.of("csrf", csrf, "leave", "true"))
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    private void fillIn(String outcome) {
        var page = onboardOpen();
        back(CardSandboxControl.post(
                        page,
                        Map.of(
                                "csrf", csrf,
                                "legal_name", "Society of Test",
                                "country", "DE",
                                "bank_account", "DE89370400440532013000",
                                "identity", "true",
                                "outcome", outcome))
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    private void back(String address) {
        assertThat(address).endsWith(PAGE + "/return");
        owner.get(PAGE + "/return").expect(302);
    }

    /** What Stripe does of itself is heard by its message. */
    private void stand(String standing) {
        CardSandboxControl.change(
                services().stripe().get("api-base"),
                "accounts",
                "{\"account\": \"" + account() + "\", \"standing\": \"" + standing + "\"}");
        var kept =
                switch (standing) {
                    case "asked" -> "DETAILS_MISSING";
                    case "refused" -> "OFF";
                    default -> "DISCONNECTED";
                };
        eventually(
                "the account is " + kept,
                () -> kept.equals(
                        jdbc.sql("select standing from control.connected_account where tenant_id = ?")
                                .param(tenant.id().value())
                                .query(String.class)
                                .single()));
    }

    private String account() {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
    }
}

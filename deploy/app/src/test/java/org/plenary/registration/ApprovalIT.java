package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ApprovalIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private Http owner;
    private String email;

    @BeforeEach
    void aFeeThatNeedsApproval() {
        tenant = aTenant();
        owner = owner(tenant);
        email = "ada-" + tenant.slug() + "@example.org";
        aConference(owner);
        aFee(owner, "student", "50.00", 10);
        aFee(owner, "guest", "0.00", 10);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
        owner.put(PATH + "/registration-policy", Map.of("needs_approval", List.of("student", "guest")))
                .expect(200);
    }

    @Test
    void anOrderIsPaidOnlyAfterItsApproval() {
        var order = order("student");

        assertThat(order.text("/status")).isEqualTo("awaiting_approval");
        assertThat(order.json().has("payment") && !order.json().at("/payment").isNull())
                .isFalse();
        assertThat(left("student")).isEqualTo(9);
        assertThat(differences()).isEmpty();
        assertThat(pay(order).expect(409).text("/type")).endsWith("awaiting_approval");
        eventually("received", () -> hasMail("We have your registration", "nothing to pay"));
        assertThat(page(order, "en")).contains("being looked at");
        assertThat(page(order, "zh-CN")).contains("正在审核");
        decide(anonymous(tenant), order, Map.of("decision", "approve")).expect(401);

        var approved = decide(owner, order, Map.of("decision", "approve", "message", "Welcome, Ada!"))
                .expect(200);

        assertThat(approved.text("/status")).isEqualTo("pending");
        assertThat(java.time.Instant.parse(approved.text("/expires_at")))
                .isAfter(java.time.Instant.now().plus(java.time.Duration.ofDays(6)));
        eventually("approved", () -> hasMail("is approved", "Welcome, Ada!"));
        assertThat(decide(owner, order, Map.of("decision", "reject", "reason", "too late"))
                        .expect(409)
                        .text("/type"))
                .endsWith("not_awaiting");
        CardPage.open(pay(order).expect(200).text("/url")).pay("4242424242424242");
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        assertThat(view(order).at("/delegates/0/ticket").asString()).isNotBlank();
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatCostsNothingIsConfirmedByItsApproval() {
        var order = order("guest");
        assertThat(order.text("/status")).isEqualTo("awaiting_approval");

        assertThat(decide(owner, order, Map.of("decision", "approve"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("confirmed");

        eventually("confirmed", () -> hasMail("Your registration for Conf 27", ""));
    }

    @Test
    void aRejectionHasAReasonFreesThePlacesAndIsTold() {
        var order = order("student");
        assertThat(decide(owner, order, Map.of("decision", "reject", "message", "Sorry"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/reason");
        assertThat(decide(owner, order, Map.of("decision", "maybe")).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/decision");

        decide(owner, order, Map.of("decision", "reject", "reason", "no proof", "message", "Please send proof."))
                .expect(200);

        assertThat(view(order).at("/status").asString()).isEqualTo("rejected");
        assertThat(left("student")).isEqualTo(10);
        assertThat(differences()).isEmpty();
        eventually("told", () -> hasMail("was not approved", "Please send proof."));
        assertThat(page(order, "en"))
                .contains("was not approved", "Please send proof.")
                .doesNotContain("no proof");
        pay(order).expect(409);
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'order.rejected'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotDecidedInTimeFreesItsPlaces() {
        var order = order("student");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 minute'")
                        .update());

        eventually("expired", () -> {
            Tenancy.runAs(tenant, sweeper::sweep);
            return view(order).at("/status").asString().equals("expired");
        });

        assertThat(left("student")).isEqualTo(10);
        eventually("told", () -> hasMail("was not decided in time", "ask the organizer"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void otherFeesArePaidAtOnceAndWhoAppliedMayCancel() {
        assertThat(order("regular").text("/status")).isEqualTo("pending");
        var order = order("student");

        var cancelled = anonymous(tenant)
                .post(
                        PATH + "/orders/" + order.text("/code") + "/cancellation?secret=" + order.text("/secret"),
                        Map.of("lines", "all"))
                .expect(200);

        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(left("student")).isEqualTo(10);
        owner.put(PATH + "/registration-policy", Map.of("needs_approval", List.of("nobody")))
                .expect(422);
    }

    @Test
    void staffReadTheAnswersAndDecideOnThePage() {
        var order = order("student");
        var desk = "/manage/conferences/conf27/orders/" + order.text("/code");
        var browser = new Browser();
        assertThat(signIn(browser, desk + "?lang=en").body()).contains("Decide");
        var page = open(browser, desk + "/approval");
        assertThat(page.body()).contains("Approve order", "Dinner", "Yes", "Ada");
        assertThat(open(browser, desk + "/approval?lang=zh-CN").body()).contains("审核结果");
        open(browser, desk + "?lang=en");
        var list = "/manage/conferences/conf27/delegates?status=awaiting_approval";
        assertThat(open(browser, list).body())
                .contains("Ada", "Awaiting approval")
                .doesNotContain("status.awaiting");

        var refused = browser.submit(page, desk + "/approval", Map.of("decision", "reject", "message", "Sorry"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Sorry", "#f-reason");
        var done = browser.submit(page, desk + "/approval", Map.of("decision", "approve"));

        assertThat(done.body()).contains("The order was approved.");
        assertThat(open(browser, list).body()).doesNotContain("Ada Lovelace");
        var policy = open(browser, "/manage/conferences/conf27/registration-policy");
        assertThat(policy.body()).contains("Fees that need approval", "Last day to change answers");
        var saved = browser.submit(
                policy,
                "/manage/conferences/conf27/registration-policy",
                Map.of(
                        "version",
                        "1",
                        "self_withdrawal",
                        "true",
                        "refunds.0.until",
                        "2027-04-01",
                        "refunds.0.percent",
                        "70"));
        assertThat(saved.body()).contains("The policy was saved.", "value=\"70\"");
        assertThat(browser.submit(
                                policy,
                                "/manage/conferences/conf27/registration-policy",
                                Map.of("version", "2", "refunds.0.until", "2027-04-01", "refunds.0.percent", "700"))
                        .status())
                .isEqualTo(422);
    }

    private Http.Answer order(String fee) {
        return anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates",
                                        List.of(Map.of(
                                                "fee",
                                                fee,
                                                "answers",
                                                fee.equals("student")
                                                        ? Map.of("name", "Ada", "dinner", "yes")
                                                        : Map.of("name", "Ada"))),
                                "locale", "en"))
                .expect(201);
    }

    private Http.Answer pay(Http.Answer order) {
        return anonymous(tenant)
                .post(PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret"), "{}");
    }

    private Http.Answer decide(Http http, Http.Answer order, Map<String, String> decision) {
        return http.post(PATH + "/orders/" + order.text("/code") + "/approval", decision);
    }

    private JsonNode view(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).expect(200).json();
    }

    private int left(String fee) {
        return owner.get(PATH + "/availability")
                .json()
                .at("/fees")
                .valueStream()
                .filter(each -> each.at("/key").asString().equals(fee))
                .findFirst()
                .orElseThrow()
                .at("/left")
                .asInt();
    }

    private boolean hasMail(String subject, String text) {
        return inbox().mails(email).stream()
                .anyMatch(
                        mail -> mail.subject().contains(subject) && mail.text().contains(text));
    }

    private List<StockCheck.Difference> differences() {
        return Tenancy.callAs(tenant, stockCheck::differences);
    }

    private String page(Http.Answer order, String language) {
        return open(
                        new Browser(),
                        "/c/conf27/orders/" + order.text("/code") + "?lang=" + language + "&secret="
                                + order.text("/secret"))
                .body();
    }

    private Browser.View signIn(Browser browser, String path) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return browser.submit(open(browser, path), "/login", Map.of("email", login, "password", PASSWORD));
    }

    private Browser.View open(Browser browser, String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }
}

package org.plenary.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.stripe.StripeDisputes;
import org.plenary.dev.CardPage;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DisputesIT extends PlenaryIT {
    private static final String DISPUTED = "4000000000000259";
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String PAGES = "/manage/billing/disputes";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StripeDisputes stripe;

    private Tenant tenant;
    private Http owner;
    private Browser browser;
    private String login;

    @BeforeEach
    void aConference() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
        browser = new Browser();
        login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(open(PAGES + "?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    @Test
    void aDisputeTakesTheMoneyAndEvidenceThatWinsBringsItBack() {
        var order = disputedOrder();
        var before = books("stripe_balance");
        assertThat(books("disputes")).isEqualTo(11_900);
        assertThat(order(order)).isEqualTo("confirmed");
        assertThat(open("/manage/conferences/conf27/orders/" + order).body()).contains("has asked for", PAGES);
        eventually(
                "the organizer is told",
                () -> inbox().mails(login).stream()
                        .anyMatch(mail -> mail.subject().contains("asks for money back")));

        eventually(
                "the ticket was mailed",
                () -> open(PAGES + "/" + dispute("id")).body().contains("Mail sent"));
        var page = open(PAGES + "/" + dispute("id"));
        assertThat(page.body())
                .contains("The cardholder says that the payment was not theirs.", "Ada", "Ticket", "Mail sent");
        var sent = browser.submit(
                page, PAGES + "/" + dispute("id") + "/evidence", Map.of("words", "She came. winning_evidence"));
        assertThat(sent.body()).contains("The evidence was sent.", "Answered by Mona");

        eventually("won", () -> "won".equals(dispute("status")));
        assertThat(books("disputes")).isZero();
        assertThat(books("stripe_balance")).isEqualTo(before + 11_900 + 1_500);
        equalsStripe();
        for (var i = 0; i < 3; i++) look();
        equalsStripe();
        assertThat(books(null)).isZero();
        assertThat(open(PAGES).body()).contains("Won");
    }

    @Test
    void aDisputeThatIsAcceptedIsLostAndTheMoneyStaysAway() {
        var order = disputedOrder();
        var page = open(PAGES + "/" + dispute("id"));
        var answer = browser.submit(page, PAGES + "/" + dispute("id") + "/acceptance", Map.of());
        assertThat(answer.body()).contains("The dispute was accepted.");

        eventually("lost", () -> "lost".equals(dispute("status")));
        assertThat(books("disputes")).isEqualTo(11_900);
        assertThat(order(order)).isEqualTo("confirmed");
        assertThat(browser.submit(page, PAGES + "/" + dispute("id") + "/evidence", Map.of("words", "Late"))
                        .body())
                .contains("answered already");
        equalsStripe();
        eventually(
                "the organizer is told",
                () -> inbox().mails(login).stream()
                        .anyMatch(mail -> mail.subject().contains("Dispute lost")));
    }

    @Test
    void filesGoToTheBankBesideTheWords() throws Exception {
        var unused = disputedOrder();
        var path = PAGES + "/" + dispute("id");
        var page = open(path);

        var refused = browser.upload(page, path + "/evidence", "service", "list.pdf", "a,b,c".getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("neither a PDF nor a PNG or JPEG");
        var tooLarge = browser.upload(page, path + "/evidence", "other", "x.pdf", pdf(4_500_001));
        assertThat(tooLarge.body()).contains("larger than 4.5 MB together");
        assertThat(dispute("coalesce(answer, '')")).isEmpty();
        assertThat(browser.upload(page, path + "/evidence", "service", "名单 of who came.pdf", pdf(2_000_000))
                        .body())
                .contains("The evidence was sent.");

        eventually("reviewed", () -> "under_review".equals(dispute("status")));
        var evidence =
                stripe.dispute(dispute("account_id"), dispute("stripe_id")).getEvidence();
        assertThat(stripe.file(dispute("account_id"), evidence.getServiceDocumentation())
                        .getFilename())
                .isEqualTo("名单 of who came.pdf");
        assertThat(evidence.getUncategorizedFile()).isNull();
        assertThat(evidence.getUncategorizedText()).contains("Ada Lovelace");
    }

    @Test
    void eventsOfADisputeComeInAnyOrderAndSeveralTimes() {
        webhooks("{\"reorder\": \"true\", \"duplicate\": \"40\"}");
        try {
            var order = disputedOrder();
            CardSandboxControl.change(
                    sandbox(), "disputes", "{\"dispute\": \"" + dispute("stripe_id") + "\", \"outcome\": \"won\"}");
            eventually("won", () -> "won".equals(dispute("status")));
            for (var type : List.of("closed", "created", "updated", "created")) tellAgain("charge.dispute." + type);
            equalsStripe();

            assertThat(dispute("status")).isEqualTo("won");
            assertThat(books("disputes")).isZero();
            assertThat(books(null)).isZero();
            assertThat(order(order)).isEqualTo("confirmed");
            eventually("told of the end", () -> mails("Dispute won") == 1);
            assertThat(mails("asks for money back")).isEqualTo(1);
        } finally {
            webhooks("{\"reorder\": \"false\", \"duplicate\": \"0\"}");
        }
    }

    private void tellAgain(String type) {
        var id = "evt_again" + Ids.reference(10);
        var body = """
                {"id": "%s", "object": "event", "type": "%s", "account": "%s", "livemode": false, "created": 1, "pending_webhooks": 1,
                 "api_version": "2026-07-29.dahlia", "data": {"object": {"id": "%s", "object": "dispute"}}}""".formatted(id, type, dispute("account_id"), dispute("stripe_id"));
        var secret = String.valueOf(services().stripe().get("connect-webhook-secret"));
        assertThat(StripeHook.tell(platform(), body, secret, Instant.now().getEpochSecond()))
                .isEqualTo(200);
        eventually(
                "worked off",
                () -> jdbc.sql("select count(*) from control.stripe_event where id = ? and done_at is not null")
                                .param(id)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private long mails(String subject) {
        return inbox().mails(login).stream()
                .filter(mail -> mail.subject().contains(subject))
                .count();
    }

    private void webhooks(String mode) {
        CardSandboxControl.change(sandbox(), "webhooks", mode);
    }

    private static String sandbox() {
        return services().service(Kind.SANDBOX).address();
    }

    private static byte[] pdf(int size) {
        return Arrays.copyOf("%PDF-1.4\n".getBytes(UTF_8), size);
    }

    /** Paid with the card whose payments are disputed at once. */
    private String disputedOrder() {
        var placed = anonymous(tenant)
                .post(PATH + "/orders", cart("regular", Map.of("name", "Ada Lovelace")))
                .expect(201);
        assertThat(CardPage.open(placed.text("/payment/url")).pay(DISPUTED)).isEqualTo(303);
        eventually(
                "disputed",
                () -> Tenancy.callAs(
                                tenant,
                                () -> jdbc.sql("select count(*) from dispute where fee > 0")
                                        .query(Long.class)
                                        .single())
                        == 1);
        eventually("confirmed", () -> order(placed.text("/code")).equals("confirmed"));
        eventually("the fees are known", () -> books("stripe_fees") > 1_500);
        return placed.text("/code");
    }

    private String order(String code) {
        return owner.get(PATH + "/orders/" + code).expect(200).text("/status");
    }

    private String dispute(String column) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select " + column + "::text from dispute")
                        .query(String.class)
                        .single());
    }

    /** Stripe tells it again. */
    private void look() {
        owner.post("/api/v1/billing/reconciliation", Map.of()).expect(202);
    }

    private void equalsStripe() {
        look();
        eventually("the books are what Stripe says", () -> {
            var view = owner.get("/api/v1/billing/reconciliation").expect(200).json();
            return !view.at("/running").asBoolean(true)
                    && view.at("/differences").isEmpty()
                    && view.at("/balances/0/ours").equals(view.at("/balances/0/theirs"));
        });
    }

    private long books(String account) {
        return Tenancy.callAs(tenant, () -> Books.balance(jdbc, account));
    }

    private Browser.View open(String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }
}

package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LettersIT extends PlenaryIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private final Browser browser = new Browser();
    private Tenant tenant;
    private Http owner;
    private Http.Answer order;
    private String letters;

    @BeforeEach
    void somebodyWithAPassport() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "passport", "type": "passport", "label": "Passport", "personal": {"retention_months": 6}}]}]}""").expect(200);
        aFee(owner, "free", "0.00", null);
        publish(owner);
        order = order(Map.of("name", "Ada", "passport", passport("C01X00T47")));
        letters = "/c/conf27/orders/" + order.text("/code") + "/letters";
    }

    @Test
    void anInvitationIsIssuedOnceAndAnewWhenThePassportIsAnother() {
        desk().givesLettersAtOnce();
        var page = open(letters + "?lang=en&secret=" + order.text("/secret"));
        assertThat(page.body())
                .contains("Invitation letter for a visa")
                .doesNotContain("<span>Certificate of attendance</span>");

        var first = issue(page, "invitation");
        assertThat(first.body()).startsWith("%PDF");
        assertThat(issue(page, "invitation").address()).isEqualTo(first.address());
        assertThat(numbers()).containsExactly("CONF27-VISA-00001");
        var verified = open("/c/conf27/letters/" + code("CONF27-VISA-00001") + "?lang=en");
        assertThat(verified.body())
                .contains("This letter is genuine and stands.", "Ada Byron", "CONF27-VISA-00001")
                .doesNotContain("C01X00T47");

        Tenancy.runAs(tenant, () -> jdbc.sql("""
                UPDATE delegate SET answers = jsonb_set(answers, '{passport,number}', '"C99"')""").update());
        assertThat(browser.open(first.address().toString()).status()).isEqualTo(409);
        assertThat(issue(page, "invitation").body()).startsWith("%PDF");
        assertThat(numbers()).containsExactly("CONF27-VISA-00001", "CONF27-VISA-00002");
        assertThat(open("/c/conf27/letters/" + code("CONF27-VISA-00001") + "?lang=zh-CN")
                        .body())
                .contains("已被新文件取代");

        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", "{}")
                .expect(200);
        assertThat(open("/c/conf27/letters/" + code("CONF27-VISA-00002") + "?lang=en")
                        .body())
                .contains("no longer takes part");
    }

    @Test
    void aCertificateComesAfterCheckIn() {
        var page = open(letters + "?lang=en&secret=" + order.text("/secret"));
        assertThat(issue(page, "certificate").status()).isEqualTo(409);
        var ticket = owner.get(PATH + "/orders/" + order.text("/code")).text("/delegates/0/ticket");
        owner.post(PATH + "/check-ins", Map.of("ticket", ticket, "gate", "A")).expect(200);

        assertThat(issue(page, "certificate").body()).startsWith("%PDF");

        assertThat(numbers()).containsExactly("CONF27-CERT-00001");
    }

    @Test
    void aLetterOpensByItsOwnOrderOnly() {
        desk().givesLettersAtOnce();
        var page = open(letters + "?lang=en&secret=" + order.text("/secret"));
        var letter = issue(page, "invitation").address().getPath();
        var other = order(Map.of("name", "Grace"));
        var elsewhere = letter.replace(order.text("/code"), other.text("/code"));

        assertThat(open(elsewhere + "?secret=" + other.text("/secret")).status())
                .isEqualTo(404);
        assertThat(open(letter + "?secret=guessed").status()).isEqualTo(404);
        assertThat(open("/c/conf27/letters/ABCDEFGH12345678").status()).isEqualTo(404);
        assertThat(open("/c/conf27/orders/" + other.text("/code") + "/letters?lang=en&secret=" + other.text("/secret"))
                        .body())
                .contains("Nothing to be had yet");
    }

    @Test
    void aSignerWhosePostIsTooLongIsRefusedBesideTheField() {
        var desk = desk();
        var path = "/manage/conferences/conf27/letters/rule";
        var refused = desk.submit(desk.open(path), path, Map.of("signer_post.en", "p".repeat(201)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"e-signer_post.en\"", "Use at most 200 characters.");
    }

    @Test
    void staffIssueALetterAndTakeItBack() {
        var desk = desk().givesLettersAtOnce();
        var delegate = "/manage/conferences/conf27/delegates/" + order.text("/delegates/0/id");
        var path = delegate + "/letters";
        var own = open(letters + "?lang=en&secret=" + order.text("/secret"));
        assertThat(desk.open(delegate).body()).contains(path);
        var page = desk.open(path);
        assertThat(page.body()).contains("No letter was issued yet", "Can be issued after check-in.");
        assertThat(desk.submit(page, path, Map.of("kind", "certificate")).status())
                .isEqualTo(409);

        var issued = desk.submit(page, path, Map.of("kind", "invitation"));
        assertThat(issued.body()).contains("Letter CONF27-VISA-00001 is issued", "Stands");
        assertThat(desk.open(DeskFixture.link(issued, path + "/[0-9a-f-]{36}")).body())
                .startsWith("%PDF");
        var question = desk.open(DeskFixture.link(issued, path + "/[0-9a-f-]{36}/revocation"));
        var revoked = desk.submit(question, question.address().getPath(), Map.of());
        assertThat(revoked.body()).contains("Letter CONF27-VISA-00001 is revoked.", "Revoked");
        assertThat(desk.submit(question, question.address().getPath(), Map.of()).status())
                .isEqualTo(409);
        assertThat(open("/c/conf27/letters/" + code("CONF27-VISA-00001") + "?lang=en")
                        .body())
                .contains("the organizer has revoked it");

        assertThat(open(letters + "?lang=en&secret=" + order.text("/secret")).body())
                .doesNotContain("<span>Invitation letter for a visa</span>");
        assertThat(issue(own, "invitation").status()).isEqualTo(409);
        assertThat(desk.submit(desk.open(path), path, Map.of("kind", "invitation"))
                        .body())
                .contains("CONF27-VISA-00002");
        assertThat(issue(own, "invitation").body()).startsWith("%PDF");
        assertThat(numbers()).containsExactly("CONF27-VISA-00001", "CONF27-VISA-00002");
        assertThat(desk.open("/manage/audit").body()).contains("letter.issued", "letter.revoked", "aria-current");
    }

    @Test
    void anInvitationIsHadOnlyAfterStaffLookedAtThePassportThatItNames() {
        var own = letters + "?lang=en&secret=" + order.text("/secret");
        var page = open(own);
        assertThat(page.body()).contains("Ask for an invitation letter").doesNotContain("Invitation letter for a visa");
        assertThat(issue(page, "invitation").status()).as("nobody looked at it").isEqualTo(409);

        assertThat(request(page).body()).contains("We look at your request and write to you.");
        request(page);

        var desk = desk();
        var requests = "/manage/conferences/conf27/letters";
        assertThat(desk.open("/manage/conferences/conf27/delegates").body()).contains(requests);
        var asked = desk.open(requests);
        assertThat(asked.body()).contains("Byron", "C01X00T47").containsOnlyOnce("Passport number");
        var one = requests + "/" + order.text("/delegates/0/id");
        assertThat(desk.submit(asked, one + "/refusal", Map.of("reason", " ")).status())
                .isEqualTo(422);
        assertThat(desk.submit(asked, one + "/refusal", Map.of("reason", "The passport expires too early."))
                        .body())
                .contains("Refused. A mail says so");
        eventually("told", () -> mailed().contains("The passport expires too early."));
        assertThat(mailed()).doesNotContain("C01X00T47");
        assertThat(open(own).body()).contains("could not be issued", "The passport expires too early.");
        assertThat(issue(page, "invitation").status()).isEqualTo(409);
        assertThat(desk.submit(asked, one + "/approval", Map.of()).status())
                .as("decided")
                .isEqualTo(409);

        Tenancy.runAs(tenant, () -> jdbc.sql("""
                UPDATE delegate SET answers = jsonb_set(answers, '{passport,number}', '"C99"')""").update());
        request(open(own));
        assertThat(desk.submit(desk.open(requests), one + "/approval", Map.of()).body())
                .contains("Approved. The letter can be had");
        eventually("told again", () -> mailed().contains("can be had now"));

        assertThat(issue(page, "invitation").body()).startsWith("%PDF");
        Tenancy.runAs(tenant, () -> jdbc.sql("""
                UPDATE delegate SET answers = jsonb_set(answers, '{passport,number}', '"X00"')""").update());
        assertThat(issue(page, "invitation").status())
                .as("another passport than was looked at")
                .isEqualTo(409);
        assertThat(desk.open("/manage/audit").body()).contains("letter-request.approved", "letter-request.refused");
    }

    private String mailed() {
        return inbox().mails("ada@example.org").stream()
                .filter(mail -> mail.subject().startsWith("Invitation letter"))
                .map(mail -> mail.text())
                .collect(Collectors.joining());
    }

    private DeskFixture desk() {
        return new DeskFixture(tenant, owner.port(), accounts);
    }

    private Browser.View request(Browser.View page) {
        return browser.submit(
                page,
                letters + "/request",
                Map.of("secret", order.text("/secret"), "delegate", order.text("/delegates/0/id")));
    }

    private Browser.View issue(Browser.View page, String kind) {
        return browser.submit(
                page,
                letters,
                Map.of("secret", order.text("/secret"), "delegate", order.text("/delegates/0/id"), "kind", kind));
    }

    private List<String> numbers() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT number FROM letter ORDER BY number")
                        .query(String.class)
                        .list());
    }

    private String code(String number) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT code FROM letter WHERE number = ?")
                        .param(number)
                        .query(String.class)
                        .single());
    }

    private Http.Answer order(Map<String, Object> answers) {
        return anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", "ada@example.org", "country", "GB"),
                                "delegates", List.of(Map.of("fee", "free", "answers", answers)),
                                "locale", "en"))
                .expect(201);
    }

    private static Map<String, String> passport(String number) {
        return Map.of(
                "surname", "Byron",
                "given_names", "Ada",
                "birth_date", "1990-12-10",
                "nationality", "GB",
                "number", number,
                "issued_on", "2020-01-01",
                "expires_on", "2030-01-01");
    }

    private Browser.View open(String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }
}

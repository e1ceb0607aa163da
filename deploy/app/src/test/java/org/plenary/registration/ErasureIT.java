package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aTour;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.registration.privacy.ErasureDecided;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What people may do with their own data. */
class ErasureIT extends PaidOrderIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String STAFF = "/manage/conferences/conf27/erasures";

    /** Invoices stay as they were issued, and so does the payment that they are about. */
    private static final Set<String> KEPT = Set.of("invoice");

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private final Browser browser = new Browser();

    @Test
    void somebodyTakesACopyAndIsForgottenWithoutATraceButTheBooks() throws Exception {
        var order = somebodyWithEverything();
        var link = "?lang=en&secret=" + order.text("/secret");
        var data = "/c/conf27/orders/" + order.text("/code") + "/data";
        var page = open(browser, data + link);
        assertThat(page.body())
                .contains("My data", "Purpose: Pictures in the report", "We take pictures.", "Version P-2, answered")
                .contains("You are registered, and the conference is not over");

        var copy = zip(browser.submit(page, data + "/copy", Map.of("secret", order.text("/secret")))
                .content());

        assertThat(copy.keySet()).contains("README.txt", "data.json", "files/1-proof/a.pdf");
        assertThat(copy.get("data.json"))
                .contains("Zebedee", email, "\"version\":\"P-2\"", "\"label\":\"Proof\"", "\"tours\":[{", "\"119.00\"");
        assertThat(copy.get("files/1-proof/a.pdf")).startsWith("%PDF-1.4 mine");
        assertThat(ask(order).body()).contains("You are registered, and the conference is not over");
        var letter = letterCode(order);

        giveBack(order, "149.00");
        var ledger = received();
        assertThat(ask(order).body()).contains("Your request was sent");
        assertThat(ask(order).body()).contains("You have asked for this already");
        signIn();
        assertThat(open(browser, STAFF + "?lang=en").body()).contains("Zebedee", "To be decided");
        decide(Map.of("decision", "approve"), "It is being erased");

        eventually("forgotten", () -> status().equals("done"));
        assertThat(tablesWith("zebedee")).isSubsetOf(KEPT);
        assertThat(tablesWith(email)).isSubsetOf(KEPT);
        assertThat(count("stored_file")).isZero();
        assertThat(received()).isEqualTo(ledger);
        assertThat(view(order).at("/total/amount").asString()).isEqualTo("149.00");
        assertThat(view(order).at("/lines").size()).isEqualTo(2);
        assertThat(open(new Browser(), data + link).status()).isEqualTo(404);
        assertThat(open(new Browser(), "/c/conf27/letters/" + letter + "?lang=en")
                        .body())
                .contains("the data of its holder was erased")
                .doesNotContain("Zebedee");
        assertThat(open(browser, STAFF + "?lang=zh-CN").body()).contains("已删除").doesNotContain("Zebedee");
        assertThat(inbox().mails(email)).anyMatch(mail -> mail.subject().contains("is erased"));
        var mails = inbox().mails(email).size();
        again();
        assertThat(inbox().mails(email)).hasSize(mails);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aRefusalHasAReasonThatThePersonIsTold() {
        var order = paid(Map.of("name", "Ada"));
        giveBack(order, "119.00");
        ask(order);
        signIn();
        var request = open(browser, STAFF + "/" + id() + "?lang=en");

        assertThat(browser.submit(request, STAFF + "/" + id(), Map.of("decision", "refuse"))
                        .status())
                .isEqualTo(422);
        decide(Map.of("decision", "refuse", "reason", "A lawsuit is pending."), "Refused. The person is told why.");

        eventually(
                "told",
                () -> inbox().mails(email).stream().anyMatch(mail -> mail.text().contains("A lawsuit is pending.")));
        var page = open(
                new Browser(),
                "/c/conf27/orders/" + order.text("/code") + "/data?lang=en&secret=" + order.text("/secret"));
        assertThat(page.body()).contains("The organizers refused it on", "A lawsuit is pending.", "Ask for erasure");
        assertThat(owner.get(PATH + "/erasures").expect(200).text("/items/0/status"))
                .isEqualTo("refused");
        var own = PATH + "/orders/" + order.text("/code");
        assertThat(anybody.get(own + "/data?secret=" + order.text("/secret"))
                        .expect(200)
                        .text("/erasure_requests/0/reason"))
                .isEqualTo("A lawsuit is pending.");
        anybody.get(own + "/data?secret=wrong").expect(404);
        anybody.post(own + "/erasure?secret=" + order.text("/secret"), "{}").expect(202);
        owner.post(PATH + "/erasures/" + id() + "/decision", "{\"decision\": \"refuse\"}")
                .expect(422);
        assertThat(view(order).at("/delegates/0/name").asString()).isEqualTo("Ada");
    }

    @Test
    void afterTheConferenceWhoeverTookPartIsForgottenToo() {
        var order = paid(Map.of("name", "Zebedee"));
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE conference SET starts_on = '2020-01-01', ends_on = '2020-01-02'")
                        .update());
        ask(order);
        signIn();

        decide(Map.of("decision", "approve"), "It is being erased");

        eventually("forgotten", () -> status().equals("done"));
        assertThat(tablesWith("zebedee")).isSubsetOf(KEPT);
        assertThat(view(order).at("/status").asString()).isEqualTo("confirmed");
        assertThat(owner.get(PATH + "/delegates").expect(200).text("/items/0/name"))
                .isEmpty();
        assertThat(differences()).isEmpty();
    }

    private Http.Answer somebodyWithEverything() {
        owner.put(PATH + "/registration-form", """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "name", "type": "text", "label": "Name"},
                          {"key": "passport", "type": "passport", "label": "Passport", "personal": {"retention_months": 6}},
                          {"key": "proof", "type": "file", "label": "Proof"},
                          {"key": "pictures", "type": "consent", "label": "Pictures", "consent": {"version": "P-2",
                            "text": "We take pictures.", "purpose": "Pictures in the report"}}]}]}""").expect(200);
        aTour(owner, "harbour", "30.00", 20);
        var answers = new LinkedHashMap<String, Object>();
        answers.put("name", "Zebedee");
        answers.put("proof", upload("mine"));
        answers.put("pictures", true);
        answers.put(
                "passport",
                Map.of(
                        "surname", "Zebedee",
                        "given_names", "Z",
                        "birth_date", "1990-12-10",
                        "nationality", "GB",
                        "number", "C01X00T47",
                        "issued_on", "2020-01-01",
                        "expires_on", "2030-01-01"));
        var order = anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Zebedee", "email", email, "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", answers)),
                                "tours", List.of(Map.of("tour", "harbour", "quantity", 1)),
                                "locale", "en"))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private Browser.View ask(Http.Answer order) {
        var visitor = new Browser();
        var data = "/c/conf27/orders/" + order.text("/code") + "/data";
        var page = open(visitor, data + "/erasure?lang=en&secret=" + order.text("/secret"));
        return visitor.submit(page, data + "/erasure", Map.of("secret", order.text("/secret")));
    }

    private String letterCode(Http.Answer order) {
        new DeskFixture(tenant, owner.port(), accounts).givesLettersAtOnce();
        var letters = "/c/conf27/orders/" + order.text("/code") + "/letters";
        var visitor = new Browser();
        visitor.submit(
                open(visitor, letters + "?lang=en&secret=" + order.text("/secret")),
                letters,
                Map.of(
                        "secret",
                        order.text("/secret"),
                        "delegate",
                        order.text("/delegates/0/id"),
                        "kind",
                        "invitation"));
        return text("SELECT code FROM letter");
    }

    private void decide(Map<String, String> decision, String said) {
        var request = open(browser, STAFF + "/" + id() + "?lang=en");
        assertThat(browser.submit(request, STAFF + "/" + id(), decision).body()).contains(said);
    }

    /** The message comes a second time, as after a crash. */
    private void again() {
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(_ -> events.publishEvent(new ErasureDecided(
                        tenant.id(),
                        UUID.fromString(text("SELECT conference_id::text FROM erasure")),
                        UUID.fromString(id())))));
        quiet();
    }

    private void giveBack(Http.Answer order, String amount) {
        cancel(order, Map.of("refund", Map.of("amount", amount, "currency", "EUR")))
                .expect(200);
        eventually("given back", () -> view(order).at("/status").asString().equals("refunded"));
        quiet();
    }

    /** Nothing of the organization is on its way any more, no mail either. */
    private void quiet() {
        eventually(
                "heard",
                () -> jdbc.sql("SELECT count(*) FROM control.event_publication WHERE strpos(serialized_event, ?) > 0")
                                .param(tenant.id().value().toString())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private void signIn() {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(open(browser, STAFF + "?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    /** The tables of the organization that hold a text anywhere. */
    private List<String> tablesWith(String text) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc
                        .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = ?")
                        .param(tenant.schema())
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(table -> jdbc.sql("SELECT EXISTS (SELECT FROM " + table
                                        + " AS t WHERE strpos(lower(CAST(t AS text)), lower(?)) > 0)")
                                .param(text)
                                .query(Boolean.class)
                                .single())
                        .toList());
    }

    private String status() {
        return text("SELECT status FROM erasure");
    }

    private String id() {
        return text("SELECT id::text FROM erasure ORDER BY id DESC LIMIT 1");
    }

    private String text(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(String.class).single());
    }

    private int count(String table) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Integer.class)
                        .single());
    }

    private static Map<String, String> zip(byte[] content) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }
}

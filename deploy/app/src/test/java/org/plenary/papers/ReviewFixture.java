package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plenary.Http;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** A conference with papers, and people who review them. */
abstract class ReviewFixture extends CallFixture {
    static final String PASSWORD = "a-quiet-place-to-read";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+/(?:c|password|review)[^\\s\"<]*");

    @Autowired
    Urls urls;

    @Autowired
    Accounts accounts;

    /** Somebody with a browser of their own. */
    record Person(String name, String email, Browser browser) {}

    String at(Tenant tenant, String path) {
        return urls.tenant(tenant, path).toString();
    }

    /** An owner of the organization, signed in. */
    Browser chair(Tenant tenant) {
        return chair(tenant, "chair-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org");
    }

    Browser chair(Tenant tenant, String email) {
        var account = accounts.createOwner("Carla Chair", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        var path = "/manage/conferences/robots/papers/reviewing";
        var page =
                browser.submit(browser.open(at(tenant, path)), "/login", Map.of("email", email, "password", PASSWORD));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return browser;
    }

    /** Hands a paper in. @return the author's secret */
    String submit(Tenant tenant, String title, Map<String, Object> author) {
        var paper = new HashMap<>(paper(title));
        var corresponding = new HashMap<>(author);
        corresponding.put("corresponding", true);
        paper.put("authors", List.of(corresponding));
        return anonymous(tenant)
                .post(CONFERENCE + "/submissions", paper)
                .expect(201)
                .text("/secret");
    }

    /** Hands a paper in with its PDF. @return the author's secret */
    String submit(Tenant tenant, String title, Map<String, Object> author, byte[] pdf) {
        var paper = new HashMap<>(paper(title));
        var corresponding = new HashMap<>(author);
        corresponding.put("corresponding", true);
        paper.put("authors", List.of(corresponding));
        paper.put("file_token", upload(tenant, pdf));
        return anonymous(tenant)
                .post(CONFERENCE + "/submissions", paper)
                .expect(201)
                .text("/secret");
    }

    /** @return the token of the file */
    static String upload(Tenant tenant, byte[] pdf) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--XX\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\npaper\r\n--XX\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"quillacanary.pdf\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(pdf);
        body.writeBytes("\r\n--XX--\r\n".getBytes(StandardCharsets.US_ASCII));
        return anonymous(tenant)
                .send("POST", "/api/v1/files", "multipart/form-data; boundary=XX", body.toByteArray())
                .expect(201)
                .text("/file_token");
    }

    /** Reviewers know, or do not know, the authors. @param blinding {@code none}, {@code single} or {@code double} */
    static void blinding(Http owner, String blinding) {
        owner.post(
                        CONFERENCE + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "blinding", blinding,
                                "deadline", Map.of("at", "2099-01-31T23:59", "zone", "AoE")))
                .expect(200);
    }

    /** Somebody is asked, says yes, sets a password and signs in. */
    Person reviewer(Tenant tenant, String name, String email) {
        ask(tenant, name, email);
        return accept(tenant, name, email);
    }

    void ask(Tenant tenant, String name, String email) {
        owner(tenant)
                .post(CONFERENCE + "/reviewers", Map.of("reviewers", List.of(Map.of("name", name, "email", email))))
                .expect(201);
    }

    Person accept(Tenant tenant, String name, String email) {
        var browser = new Browser();
        var link = link(email, "/reviewers/");
        var parts = link.substring(link.indexOf("/c/")).split("\\?secret=");
        var answered = browser.submit(browser.open(link), parts[0], Map.of("secret", parts[1], "answer", "yes"));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        var page = browser.open(link(email, "/password?"));
        var set = browser.submit(
                page,
                "/password",
                Map.of("link", page.address().getQuery().substring("link=".length()), "password", PASSWORD));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        var form = browser.open(at(tenant, "/review/robots"));
        var desk = browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
        assertThat(desk.status()).as(desk.body()).isEqualTo(200);
        assertThat(desk.address().getPath()).as(mailsTo(email)).isEqualTo("/review/robots");
        return new Person(name, email, browser);
    }

    /** The newest link with this part that was mailed to somebody. */
    String link(String email, String part) {
        eventually("a link " + part + " to " + email, () -> newest(email, part).isPresent());
        return newest(email, part).orElseThrow();
    }

    private Optional<String> newest(String email, String part) {
        return LINK.matcher(mailsTo(email))
                .results()
                .map(match -> match.group())
                .filter(link -> link.contains(part))
                .reduce((earlier, later) -> later);
    }

    static String reviewerId(Http owner, String email) {
        for (var one : owner.get(CONFERENCE + "/reviewers?limit=200")
                .expect(200)
                .json()
                .at("/items"))
            if (one.at("/email").asString().equals(email)) return one.at("/id").asString();
        throw new AssertionError("nobody is called " + email);
    }

    static void give(Http owner, int paper, String email) {
        owner.post(CONFERENCE + "/submissions/" + paper + "/reviews", Map.of("reviewer", reviewerId(owner, email)))
                .expect(201);
    }

    /** Fills the review of a paper and hands it in. */
    Browser.View review(Tenant tenant, Person person, int paper, int score, String text) {
        var path = "/review/robots/papers/" + paper;
        var page = person.browser().open(at(tenant, path));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return person.browser()
                .submit(
                        page,
                        path,
                        Map.of(
                                "version",
                                value(page, "version"),
                                "score",
                                String.valueOf(score),
                                "confidence",
                                "4",
                                "for_authors",
                                text,
                                "for_chairs",
                                "Between us: " + text,
                                "action",
                                "submit"));
    }

    static String value(Browser.View page, String field) {
        var input = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(input.find()).as(field + " in " + page.body()).isTrue();
        return input.group(1);
    }

    /** The chairs' plan, as their page sends it. */
    void plan(Browser chair, Tenant tenant, Map<String, String> fields) {
        var path = "/manage/conferences/robots/papers/reviewing/plan";
        var page = chair.open(at(tenant, path));
        var sent = new HashMap<>(Map.of(
                "version",
                value(page, "version"),
                "per_paper",
                "2",
                "highest",
                "6",
                "round",
                "1",
                "rebuttal_characters",
                "2000"));
        sent.putAll(fields);
        assertThat(chair.submit(page, path, sent).body()).contains("Saved.");
    }

    /** How decisions are told, as the page of it sends it. */
    void decidingPlan(Browser chair, Tenant tenant, Map<String, String> fields) {
        var path = "/manage/conferences/robots/papers/decisions/plan";
        var page = chair.open(at(tenant, path));
        var sent = new HashMap<>(Map.of("version", value(page, "version")));
        sent.putAll(fields);
        assertThat(chair.submit(page, path, sent).body()).contains("Saved.");
    }

    /** Everything that was ever mailed to somebody. */
    String mailsTo(String email) {
        var texts = new ArrayList<String>();
        inbox().mails(email).forEach(mail -> texts.add(mail.subject() + "\n" + mail.text()));
        return String.join("\n", texts);
    }
}

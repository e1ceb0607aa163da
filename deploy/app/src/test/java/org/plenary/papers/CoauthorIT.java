package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is named as an author by another says whether they are one. */
class CoauthorIT extends CallFixture {
    private static final Pattern LINK =
            Pattern.compile("http://[^/\\s]+(/c/robots/co-authors/[0-9a-f-]{36}\\?secret=[0-9A-Za-z_-]+)");

    @Autowired
    private Urls urls;

    @Test
    void aNamedAuthorIsAskedByMailAndTheirAnswerStandsOnThePaper() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var email = "grace-" + tenant.slug() + "@example.org";
        var secret = author.post(CONFERENCE + "/submissions", with(email))
                .expect(201)
                .text("/secret");
        var paper = "/c/robots/submissions/1?secret=" + secret;
        var link = linkTo(email);

        assertThat(author.get(paper).expect(200).body()).contains("Asked", "0 of 1 have done so");
        assertThat(author.get(link).expect(200).body()).contains("Together", "Grace Hopper", email);
        assertThat(author.get(paper).expect(200).body())
                .as("a link alone changes nothing")
                .contains("Asked");
        answer(tenant, link, "yes");
        assertThat(author.get(paper).expect(200).body())
                .contains("Confirmed", "1 of 1 have done so")
                .doesNotContain("Asked");
        answer(tenant, link, "no");

        assertThat(author.get(paper).expect(200).body()).contains("Says no");
        eventually(
                "the one who named them is told",
                () -> inbox().mails("ada@example.org").stream()
                        .anyMatch(mail -> mail.text().contains("Grace Hopper says")
                                && mail.text().contains("Together")));
    }

    @Test
    void aForgedLinkAndThatOfSomebodyWhoIsNoAuthorAnyMoreOpenNothing() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var email = "grace-" + tenant.slug() + "@example.org";
        var secret = author.post(CONFERENCE + "/submissions", with(email))
                .expect(201)
                .text("/secret");
        var link = linkTo(email);

        author.get(link + "x").expect(404);
        anonymous(aTenantWithCall("2099-01-31T23:59")).get(link).expect(404);
        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("authors", List.of(ada())))
                .expect(200);
        author.get(link).expect(404);
    }

    @Test
    void whoIsNamedAlreadyIsNotAskedAgainWhenThePaperChanges() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var email = "grace-" + tenant.slug() + "@example.org";
        var secret = author.post(CONFERENCE + "/submissions", with(email))
                .expect(201)
                .text("/secret");
        var link = linkTo(email);
        answer(tenant, link, "yes");

        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Together again"))
                .expect(200);

        assertThat(author.get("/c/robots/submissions/1?secret=" + secret)
                        .expect(200)
                        .body())
                .contains("Confirmed");
        assertThat(inbox().mails(email)).hasSize(1);
    }

    @Test
    void whoChangesTheAuthorsAgainAndAgainIsStoppedBeforeManyAreWrittenTo() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var secret = author.post(CONFERENCE + "/submissions", paper("Named at random"))
                .expect(201)
                .text("/secret");
        var paper = CONFERENCE + "/submissions/1?secret=" + secret;

        for (var round = 0; round < 3; round++)
            author.patch(paper, Map.of("authors", many(round))).expect(200);

        author.patch(paper, Map.of("authors", many(3))).expect(429);
    }

    private static List<Map<String, Object>> many(int round) {
        var authors = new ArrayList<Map<String, Object>>();
        authors.add(ada());
        for (var i = 0; i < 49; i++)
            authors.add(Map.of("name", "Somebody", "email", "some-" + round + "-" + i + "@example.org"));
        return authors;
    }

    private String linkTo(String email) {
        eventually("asked", () -> !inbox().mails(email).isEmpty());
        var link = LINK.matcher(inbox().mails(email).getFirst().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void answer(Tenant tenant, String link, String answer) {
        var browser = new Browser();
        var page = browser.open(urls.tenant(tenant, link).toString());
        var parts = link.split("\\?secret=");
        var answered = browser.submit(page, parts[0], Map.of("secret", parts[1], "answer", answer));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    }

    private static Map<String, Object> with(String email) {
        var paper = new HashMap<>(paper("Together"));
        paper.put("authors", List.of(ada(), Map.of("name", "Grace Hopper", "email", email)));
        return paper;
    }

    private static Map<String, Object> ada() {
        return Map.of("name", "Ada Lovelace", "email", "ada@example.org", "corresponding", true);
    }
}

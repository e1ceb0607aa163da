package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.papers.likeness.LikenessCatchUp;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Content;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of papers whose text is in another one, and who sees it. */
class LikenessIT extends ReviewFixture {
    private static final String LIST = "/manage/conferences/robots/papers/likeness";
    private static final Pattern PAIR = Pattern.compile("/papers/likeness/([0-9a-f-]{36})");
    private static final Map<String, Object> ADA = Map.of("name", "Ada Canaryfirst", "email", "ada@one.example");
    private static final Map<String, Object> BEA = Map.of("name", "Bea Canarysecond", "email", "bea@two.example");

    @Autowired
    private LikenessCatchUp catchUp;

    @Autowired
    private Papers papers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCopyIsFoundShownSideBySideAndDecidedUntilItsFileChanges() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Towels are folded by one arm", ADA, pdf(text(0)));
        var secret = submit(tenant, "How laundry gets into a drawer", BEA, pdf(text(1) + " " + text(0)));
        submit(tenant, "Wheels on sand that gives way", ADA, pdf(text(2)));

        var pair = thePair(tenant, chair);
        var page = chair.open(at(tenant, LIST + "/" + pair));
        assertThat(page.body())
                .contains("Towels are folded by one arm", "How laundry gets", "Nobody is an author of both papers")
                .doesNotContain("words the same", "Wheels on sand");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1")).body())
                .contains("One paper is similar to it. One pair is still to be looked at.");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/3")).body())
                .doesNotContain("similar to it");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/2/likeness"))
                        .body())
                .contains(pair);

        chair.submit(page, LIST + "/" + pair + "/passages", Map.of());
        chair.submit(page, LIST + "/" + pair + "/passages", Map.of());
        eventually(
                "read", () -> chair.open(at(tenant, LIST + "/" + pair)).body().contains("words the same"));
        assertThat(chair.open(at(tenant, LIST + "/" + pair)).body()).contains("<mark>" + text(0).substring(0, 40));

        var wrong = chair.submit(page, LIST + "/" + pair + "/ruling", Map.of("verdict", "maybe"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("#f-verdict", "#f-reason");
        assertThat(asked(owner, "has:likeness")).isEqualTo(2);
        var fine = Map.of("verdict", "fine", "reason", "A thesis and a paper of it.");
        assertThat(chair.submit(page, LIST + "/" + pair + "/ruling", fine).body())
                .contains("Saved.", "A thesis and a paper of it.", "Carla Chair");
        assertThat(asked(owner, "has:likeness")).isZero();
        assertThat(asked(owner, "missing:likeness")).isEqualTo(3);
        assertThat(chair.open(at(tenant, LIST + "/export")).body())
                .contains(
                        "\"1\",\"Towels are folded by one arm\",\"Robots\",\"2\",\"How laundry gets into a drawer\",\"100\"")
                .contains("\"others\",\"fine\",\"A thesis and a paper of it.\"");
        assertThat(chair.open(at(tenant, "/manage/audit")).body())
                .contains("Pair of similar papers looked at, nothing wrong");

        again(tenant);
        assertThat(chair.open(at(tenant, LIST + "?show=fine")).body())
                .as("kept when it is compared again")
                .contains(pair);
        anonymous(tenant)
                .patch(
                        CONFERENCE + "/submissions/2?secret=" + secret,
                        Map.of("file_token", upload(tenant, pdf(text(3) + " " + text(0)))))
                .expect(200);
        eventually(
                "another file is another pair",
                () -> chair.open(at(tenant, LIST + "?show=open")).body().contains("How laundry gets"));
        assertThat(passages(tenant)).as("of the file before").isZero();

        anonymous(tenant)
                .patch(CONFERENCE + "/submissions/2?secret=" + secret, Map.of("status", "withdrawn"))
                .expect(200);
        eventually(
                "withdrawn",
                () -> chair.open(at(tenant, LIST)).body().contains("No similar papers") && prints(tenant) == 2);
    }

    @Test
    void whoeverMayNotReadThePapersOfTheOtherConferenceLearnsNothingOfThem() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var all = chair(tenant);
        var past = aPastPaper(tenant, "Hidden past title of a paper", text(4), "eva@three.example");
        submit(tenant, "Present title of a paper here", ADA, text(4));
        again(tenant);

        var pair = thePair(tenant, all);
        assertThat(all.open(at(tenant, LIST + "/" + pair)).body())
                .contains("Hidden past title", "Eva Canarythird", "Meeting in autumn", "<mark>");
        var pastList = "/manage/conferences/autumn/papers/likeness";
        assertThat(all.open(at(tenant, pastList)).body()).contains("Present title", "Robots");

        var some = member(tenant, "robots");
        var pages = List.of(LIST, LIST + "/" + pair, LIST + "/export", "/manage/conferences/robots/papers/1/likeness");
        for (var path : pages) {
            var view = some.open(at(tenant, path));
            assertThat(view.status()).as(path).isEqualTo(200);
            assertThat(view.body())
                    .contains("Present title")
                    .doesNotContain("Hidden past", "Canarythird", "autumn", "<mark>", past.toString());
        }
        assertThat(some.open(at(tenant, LIST + "/" + pair)).body())
                .contains("A paper of another conference of your organization");
        some.submit(some.open(at(tenant, LIST + "/" + pair)), LIST + "/" + pair + "/passages", Map.of());
        assertThat(some.open(at(tenant, LIST + "/" + pair)).body()).doesNotContain("Reading both files");
        assertThat(some.open(at(tenant, pastList)).status()).isIn(403, 404);
        var said = Map.of("verdict", "concern", "reason", "Said in robots only");
        assertThat(some.submit(some.open(at(tenant, LIST + "/" + pair)), LIST + "/" + pair + "/ruling", said)
                        .body())
                .contains("Said in robots only");
        assertThat(all.open(at(tenant, pastList + "/" + pair)).body())
                .as("what one conference says is not the other's")
                .doesNotContain("Said in robots only");
    }

    @Test
    void neitherAuthorsNorReviewersNorStaffWhoWroteOneOfThemSeeThePair() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var email = "carl-" + tenant.slug() + "@example.org";
        var writing = chair(tenant, email);
        submit(tenant, "First paper with this very abstract", ADA, text(5));
        var secret = submit(
                tenant,
                "Second paper with this very abstract",
                Map.of("name", "Carl Writing", "email", email),
                text(5));
        var pair = thePair(tenant, chair);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());

        for (var path : List.of(LIST, "/manage/conferences/robots/papers/1/likeness", LIST + "/export"))
            assertThat(writing.open(at(tenant, path)).body()).as(path).doesNotContain(pair, "Second paper", "others\"");
        assertThat(writing.open(at(tenant, LIST + "/" + pair)).status()).isEqualTo(404);
        for (var paper = 1; paper <= 2; paper++)
            assertThat(writing.open(at(tenant, "/manage/conferences/robots/papers/" + paper))
                            .body())
                    .doesNotContain("similar to it");
        var query = "/manage/conferences/robots/papers/selection?q=";
        assertThat(writing.open(at(tenant, query + "has%3Alikeness")).body()).doesNotContain("with this very abstract");
        assertThat(writing.open(at(tenant, query + "missing%3Alikeness")).body())
                .contains("First paper with this very abstract")
                .doesNotContain("Second paper with");
        assertThat(chair.open(at(tenant, query + "has%3Alikeness")).body())
                .contains("First paper with this very abstract", "Second paper with this very abstract");

        for (var path : List.of(LIST, LIST + "/" + pair, LIST + "/export", LIST + "/rules"))
            for (var browser : List.of(rita.browser(), new Browser()))
                assertThat(browser.open(at(tenant, path)).body())
                        .as(path)
                        .doesNotContain("First paper", "Second paper", pair);
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("First paper")
                .doesNotContain("Second paper", "similar");
        assertThat(new Browser()
                        .open(at(tenant, "/c/robots/submissions/2?secret=" + secret))
                        .body())
                .contains("Second paper")
                .doesNotContain("First paper", "similar");
    }

    @Test
    void whatWasBegunAndNotEndedIsEndedLaterAndNothingComesTwice() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        submit(tenant, "Walks on ice without falling down", ADA, text(6));
        submit(tenant, "Skates where others can only walk", ADA, text(6));
        var pair = thePair(tenant, chair);
        assertThat(chair.open(at(tenant, LIST + "/" + pair)).body()).contains("The same authors wrote both papers");

        // as after a node that died between keeping and comparing
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("delete from paper_likeness").update();
            jdbc.sql("update paper_print set compared = false").update();
        });
        again(tenant);
        again(tenant);
        assertThat(PAIR.matcher(chair.open(at(tenant, LIST)).body()).results().count())
                .isEqualTo(1);

        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update paper set summary = ?, version = version + 1 where number = 2")
                        .param(text(7))
                        .update());
        again(tenant);
        assertThat(chair.open(at(tenant, LIST)).body()).contains("No similar papers");
    }

    @Test
    void theChairsSayFromHowMuchOnAPairIsShown() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        submit(tenant, "Half of this one is elsewhere too", ADA, text(8));
        submit(tenant, "Half of that one is borrowed again", BEA, half(text(8)) + " " + half(text(9)) + " " + text(10));
        thePair(tenant, chair);

        var form = chair.open(at(tenant, LIST + "/rules"));
        var version = value(form, "version");
        var wrong = chair.submit(form, LIST + "/rules", Map.of("version", version, "percent", "5"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("#f-percent");
        var rules = Map.of("version", version, "percent", "80");
        assertThat(chair.submit(form, LIST + "/rules", rules).body())
                .contains("Saved.", "at least 80 %", "No similar papers");
        assertThat(chair.submit(form, LIST + "/rules", rules).status())
                .as("an older page")
                .isEqualTo(409);
        assertThat(asked(owner(tenant), "has:likeness")).isZero();
    }

    private String thePair(Tenant tenant, Browser chair) {
        var found = new ArrayList<String>();
        eventually("found", () -> {
            PAIR.matcher(chair.open(at(tenant, LIST)).body()).results().forEach(each -> found.add(each.group(1)));
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private void again(Tenant tenant) {
        Tenancy.runAs(tenant, () -> {
            while (catchUp.run(Instant.now()) > 0) continue;
        });
    }

    private static int asked(org.plenary.Http owner, String query) {
        return owner.get(CONFERENCE + "/submissions:query?q=" + query.replace(":", "%3A"))
                .expect(200)
                .json()
                .at("/items")
                .size();
    }

    private long passages(Tenant tenant) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from paper_likeness where passages is not null")
                        .query(Long.class)
                        .single());
    }

    private long prints(Tenant tenant) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(distinct print) from paper_print_value")
                        .query(Long.class)
                        .single());
    }

    /** A paper of a conference before this one, as an import brings it. */
    private UUID aPastPaper(Tenant tenant, String title, String summary, String email) {
        var conference = UUID.fromString(
                owner(tenant).post("/api/v1/conferences", """
                        {"slug": "autumn", "name": "Meeting in autumn", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201).text("/id"));
        var author = new Author("Eva Canarythird", email, null, null, true, null);
        var paper = new Paper(
                Ids.next(),
                conference,
                1,
                null,
                new Content(title, summary, List.of(), null, null, List.of(), List.of(author), List.of()),
                Answers.NONE,
                PaperStatus.REJECTED,
                PaperStatus.REJECTED,
                null,
                null,
                null,
                Locale.ENGLISH,
                Instant.EPOCH,
                1);
        Tenancy.runAs(tenant, () -> papers.insert(List.of(paper)));
        return paper.id();
    }

    private String submit(Tenant tenant, String title, Map<String, Object> author, String summary) {
        var paper = new java.util.HashMap<>(paper(title));
        var corresponding = new java.util.HashMap<>(author);
        corresponding.put("corresponding", true);
        paper.put("authors", List.of(corresponding));
        paper.put("abstract", summary);
        return anonymous(tenant)
                .post(CONFERENCE + "/submissions", paper)
                .expect(201)
                .text("/secret");
    }

    /** Somebody whose role is for this conference alone, signed in. */
    private Browser member(Tenant tenant, String conference) {
        var email = "pc-" + tenant.slug() + "@example.org";
        accounts.createOwner("Pia Programme", email, quickHash(PASSWORD));
        owner(tenant)
                .post(
                        "/api/v1/members",
                        Map.of(
                                "name",
                                "Pia Programme",
                                "email",
                                email,
                                "role",
                                "programme_committee",
                                "conference",
                                conference))
                .expect(201);
        var browser = new Browser();
        var path = "/manage/conferences/" + conference + "/papers";
        var page =
                browser.submit(browser.open(at(tenant, path)), "/login", Map.of("email", email, "password", PASSWORD));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return browser;
    }

    /** Abstracts of real papers. */
    private static String text(int which) {
        return Texts.OF_CORL.get(which);
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static byte[] pdf(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (line.length() + word.length() > 90) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return PaperPdf.of(lines.toArray(String[]::new));
    }

    private static final class Texts {
        static final List<String> OF_CORL = read();

        private static List<String> read() {
            try (var file = LikenessIT.class.getResourceAsStream("/demo/papers-corl2024.json")) {
                var texts = new ArrayList<String>();
                for (var paper : JsonMapper.shared().readTree(file)) {
                    var text = paper.get("abstract").asString().replaceAll("\\s+", " ");
                    if (text.matches("[A-Za-z0-9 .,;:()%-]+")) texts.add(text);
                }
                return texts;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}

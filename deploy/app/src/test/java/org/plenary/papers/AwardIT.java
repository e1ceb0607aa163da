package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.papers.award.AwardAnnouncementJob;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** A jury ranks the nominees of an award, the chairs confirm who wins, and nobody else knows before it is announced (CFP-11). */
class AwardIT extends ReviewFixture {
    private static final String AWARDS = "/manage/conferences/robots/papers/awards";
    private static final String JURY = "/manage/conferences/robots/papers/jury";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    private AwardAnnouncementJob job;

    @Test
    void aJuryRanksTheNomineesAndTheCountProposesAndTheWinnersCertificateVerifies() throws Exception {
        var scene = scene(3, "");
        var tenant = scene.tenant;
        var jurors = List.of("one", "two", "three").stream()
                .map(each -> each + "-" + tenant.slug() + "@jury-" + each + ".example")
                .toList();
        for (var juror : jurors) ask(scene, juror);
        act(scene, "/opening");
        // Borda: paper 1 gets 2 + 1 + 1 points, paper 2 gets 1 + 2 + 2, paper 3 none
        rank(jurors.get(0), scene, Map.of(1, "1", 2, "2"));
        rank(jurors.get(1), scene, Map.of(1, "3", 2, "1", 3, "2"));
        rank(jurors.get(1), scene, Map.of(1, "2", 2, "1"));
        var page = scene.chair.open(at(tenant, scene.path));
        assertThat(page.body()).contains("2 of 3 have voted").doesNotContain("points", "proposed");
        assertThat(scene.chair.open(at(tenant, JURY)).body()).contains("Remind one person");
        rank(jurors.get(2), scene, Map.of(1, "2", 2, "1"));

        var closed = act(scene, "/closing");
        assertThat(closed.body())
                .contains("proposed")
                .contains("place 1 · 5 points in 3 votes", "place 2 · 4 points in 3 votes", "place 3 · 0 points");
        assertThat(scene.chair
                        .submit(closed, scene.path + "/outcome", Map.of("winner", "1"))
                        .body())
                .contains("Say why, for this is not what the votes propose.");
        var confirmed = scene.chair.submit(closed, scene.path + "/outcome", Map.of("winner", "2"));
        assertThat(confirmed.body()).contains("The winners are confirmed");
        nothingIsKnown(scene, jurors.getFirst());

        var announced = act(scene, "/announcement");

        assertThat(announced.body()).contains("The award is announced");
        var printed = found("(/manage/[^\"]*/certificates/[^\"]*language=zh-CN)", announced.body());
        assertThat(text(scene.chair.open(at(tenant, printed)).content())).contains("获奖证书", "ROBOTS-AWD-00001");
        var visitor = new Browser();
        assertThat(visitor.open(at(tenant, "/c/robots/awards")).body())
                .contains("Best paper", "Paper number 2", "A fine piece")
                .doesNotContain("Paper number 1");
        assertThat(visitor.open(at(tenant, "/c/robots")).body()).contains("The awards are announced.");
        assertThat(visitor.open(at(tenant, "/c/robots/submissions/2?secret=" + scene.secrets.get(1)))
                        .body())
                .contains("Your paper has won: Best paper.");
        assertThat(visitor.open(at(tenant, "/c/robots/submissions/1?secret=" + scene.secrets.get(0)))
                        .body())
                .doesNotContain("Your paper has won");
        eventually("told", () -> mailsTo(scene.author(2)).contains("has won the award “Best paper”"));
        assertThat(mailsTo(scene.author(1))).doesNotContain("Best paper");
        var mailed = inbox().mails(scene.author(2)).stream()
                .filter(mail -> mail.subject().startsWith("Best paper"))
                .findFirst()
                .orElseThrow()
                .attachments()
                .getFirst();
        var certificate = text(mailed.bytes());
        assertThat(certificate)
                .contains("Certificate of award", "Best paper", "ROBOTS-AWD-00001", "Paper number 2", "Author 2");
        var code = found("/c/robots/awards/certificates/(\\w+)", certificate.replaceAll("\\s", ""));
        assertThat(visitor.open(at(tenant, "/c/robots/awards/certificates/" + code))
                        .body())
                .contains("This certificate is genuine", "ROBOTS-AWD-00001", "Author 2");
        var won = visitor.open(at(tenant, "/c/robots/submissions/2/award?secret=" + scene.secrets.get(1)));
        var chinese = found("(/c/robots/submissions/2/award/certificates/[^\"]*language=zh-CN)", won.body())
                .replace("&amp;", "&");
        assertThat(text(visitor.open(at(tenant, chinese)).content())).contains("获奖证书", "最佳论文奖", "ROBOTS-AWD-00001");
    }

    @Test
    void aJurorWhoIsAnAuthorIsNotOfferedTheirOwnPaperAndWhoIsToldNothingSeesNothing() {
        var scene = scene(3, "");
        var tenant = scene.tenant;
        ask(scene, scene.author(1));
        act(scene, "/opening");

        var ballot = new Browser().open(link(scene.author(1), "/awards/jury/"));
        assertThat(ballot.body())
                .contains("Paper number 2", "Paper number 3")
                .doesNotContain("Paper number 1", "rank.1\"");
        assertThat(rank(scene.author(1), scene, Map.of(1, "1", 2, "2")).status())
                .isEqualTo(200);
        assertThat(rank(scene.author(1), scene, Map.of(2, "1", 3, "1")).body())
                .contains("Another paper has this rank.");
        act(scene, "/closing");
        var page = scene.chair.open(at(tenant, scene.path));
        assertThat(page.body())
                .as("one vote is not told by its points")
                .contains("With fewer than three, points are not shown")
                .doesNotContain("place 1");
        assertThat(found("(?s)value=\"(\\d)\"\\s+checked", page.body())).isEqualTo("2");

        var link = link(scene.author(1), "/awards/jury/");
        assertThat(new Browser()
                        .open(link.substring(0, link.length() - 3) + "xyz")
                        .status())
                .isEqualTo(404);
        assertThat(new Browser().open(link.substring(0, link.indexOf('?'))).status())
                .isEqualTo(404);
    }

    @Test
    void aVoteAfterTheEndIsRefusedAndAWithdrawnPaperCannotWin() {
        var scene = scene(3, "");
        var tenant = scene.tenant;
        var juror = "late-" + tenant.slug() + "@jury.example";
        ask(scene, juror);
        act(scene, "/opening");
        rank(juror, scene, Map.of(1, "1", 2, "2"));
        var late = new Browser();
        var ballot = late.open(link(juror, "/awards/jury/"));
        act(scene, "/closing");
        assertThat(rank(late, ballot, scene, Map.of(1, "2", 2, "1")).status()).isEqualTo(409);
        var page = scene.chair.open(at(tenant, scene.path));
        assertThat(scene.chair
                        .submit(page, scene.path + "/outcome", Map.of("winner", "1"))
                        .body())
                .contains("The winners are confirmed");

        owner(tenant)
                .post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "reject"))
                .expect(200);

        var gone = scene.chair.open(at(tenant, scene.path));
        assertThat(gone.body()).contains("dropped out", "A paper that was to win is not in the conference any more");
        assertThat(act(scene, "/announcement").body()).contains("Confirm the winners anew.");
        assertThat(scene.chair
                        .submit(gone, scene.path + "/outcome", Map.of("winner", "1", "reason", "Still."))
                        .status())
                .isEqualTo(422);
        assertThat(new Browser().open(at(tenant, "/c/robots/awards")).status()).isEqualTo(404);
        scene.chair.submit(gone, scene.path + "/outcome", Map.of("winner", "2"));
        act(scene, "/announcement");
        assertThat(new Browser().open(at(tenant, "/c/robots/awards")).body())
                .contains("Paper number 2")
                .doesNotContain("Paper number 1");
    }

    @Test
    void anAwardWithATimeIsAnnouncedByItselfOnceAndNotBefore() {
        var closing = LocalDateTime.now(SHANGHAI).plusDays(3).withSecond(0).withNano(0);
        var due = closing.atZone(SHANGHAI).toInstant();
        var scene = scene(2, closing.toString());
        var tenant = scene.tenant;
        var page = scene.chair.open(at(tenant, scene.path));
        assertThat(scene.chair
                        .submit(page, scene.path + "/outcome", Map.of("winner", "1"))
                        .status())
                .as("without a vote only with a reason")
                .isEqualTo(422);
        scene.chair.submit(page, scene.path + "/outcome", Map.of("winner", "1", "reason", "The committee agreed."));

        assertThat(act(scene, "/announcement").body()).contains("This award is announced at the time that was set.");
        Tenancy.runAs(tenant, () -> job.announce(due.minusSeconds(1)));
        nothingIsKnown(scene, null);

        Tenancy.runAs(tenant, () -> job.announce(due));
        Tenancy.runAs(tenant, () -> job.announce(due.plus(Duration.ofMinutes(5))));

        assertThat(new Browser().open(at(tenant, "/c/robots/awards")).body()).contains("Paper number 1");
        eventually("told", () -> mailsTo(scene.author(1)).contains("has won the award “Best paper”"));
        assertThat(inbox().mails(scene.author(1)).stream()
                        .filter(mail -> mail.subject().startsWith("Best paper")))
                .hasSize(1);
    }

    /** Neither everybody nor the authors nor the jury. */
    private void nothingIsKnown(Scene scene, String juror) {
        var tenant = scene.tenant;
        var visitor = new Browser();
        assertThat(visitor.open(at(tenant, "/c/robots/awards")).status()).isEqualTo(404);
        assertThat(visitor.open(at(tenant, "/c/robots")).body()).doesNotContain("awards");
        for (var paper = 1; paper <= scene.secrets.size(); paper++) {
            var own = "/submissions/" + paper;
            var secret = "?secret=" + scene.secrets.get(paper - 1);
            assertThat(visitor.open(at(tenant, "/c/robots" + own + secret)).body())
                    .doesNotContain("Best paper");
            assertThat(visitor.open(at(tenant, "/c/robots" + own + "/award" + secret))
                            .status())
                    .isEqualTo(404);
            assertThat(anonymous(tenant)
                            .get(CONFERENCE + own + secret)
                            .expect(200)
                            .json()
                            .toString())
                    .doesNotContain("award");
            assertThat(mailsTo(scene.author(paper))).doesNotContain("Best paper");
        }
        if (juror != null)
            assertThat(visitor.open(link(juror, "/awards/jury/")).body())
                    .contains("Voting has ended", "kept back until it is announced")
                    .doesNotContain("Paper number");
    }

    /** An award with nominees: all papers of a conference, each by an author of their own institution. */
    private record Scene(Tenant tenant, Browser chair, String path, List<String> secrets) {
        String author(int paper) {
            return "author" + paper + "-" + tenant.slug() + "@uni-" + paper + ".example";
        }
    }

    private Scene scene(int papers, String known) {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        var form = chair.open(at(tenant, AWARDS + "/new"));
        var fields = new HashMap<String, String>();
        fields.put("name.en", "Best paper");
        fields.put("name.zh-CN", "最佳论文奖");
        fields.put("winners", "1");
        var end = LocalDateTime.now(SHANGHAI).plusDays(2).withSecond(0).withNano(0);
        fields.put("voting_until", end.toString());
        fields.put("known_at", known);
        var made = chair.submit(form, AWARDS + "/new", fields);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        var scene = new Scene(tenant, chair, made.address().getPath(), new ArrayList<>());
        assertThat(scene.path).startsWith(AWARDS + "/");
        for (var paper = 1; paper <= papers; paper++) {
            var author = Map.<String, Object>of("name", "Author " + paper, "email", scene.author(paper));
            scene.secrets.add(submit(tenant, "Paper number " + paper, author));
            if (paper == 1)
                assertThat(chair.submit(made, scene.path + "/nominees", Map.of("number", "1"))
                                .body())
                        .contains("No accepted and announced paper has this number.");
            owner(tenant)
                    .post(CONFERENCE + "/submissions/" + paper + "/decision", Map.of("decision", "accept"))
                    .expect(200);
            var nominated = chair.submit(
                    made,
                    scene.path + "/nominees",
                    Map.of("number", String.valueOf(paper), "laudation.en", "A fine piece of work."));
            assertThat(nominated.body()).contains("The paper is nominated.");
        }
        return scene;
    }

    private void ask(Scene scene, String email) {
        var page = scene.chair.open(at(scene.tenant, JURY));
        var asked = scene.chair.submit(page, JURY, Map.of("name", "Judge " + email, "email", email, "language", "en"));
        assertThat(asked.body()).contains("They are in the jury.");
    }

    private Browser.View act(Scene scene, String verb) {
        return scene.chair.submit(scene.chair.open(at(scene.tenant, scene.path)), scene.path + verb, Map.of());
    }

    private Browser.View rank(String juror, Scene scene, Map<Integer, String> ranks) {
        var browser = new Browser();
        return rank(browser, browser.open(link(juror, "/awards/jury/")), scene, ranks);
    }

    private Browser.View rank(Browser browser, Browser.View ballot, Scene scene, Map<Integer, String> ranks) {
        var fields = new HashMap<>(Map.of("secret", value(ballot, "secret")));
        ranks.forEach((paper, rank) -> fields.put("rank." + paper, rank));
        var award = scene.path.substring(scene.path.lastIndexOf('/') + 1);
        return browser.submit(ballot, ballot.address().getPath() + "/" + award, fields);
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            // the font has some signs twice, and the text names the rarer one of the two
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }
}

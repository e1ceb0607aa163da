package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Papers are decided, authors are told when they are to know, and get letters that can be checked. */
class DecisionIT extends ReviewFixture {
    private static final String DECISIONS = "/manage/conferences/robots/papers/decisions";
    private static final Map<String, Object> ADA =
            Map.of("name", "Ada Authorsen", "affiliation", "Analytical Institute", "country", "GB");

    @Test
    void anAcceptedAuthorGetsANumberedLetterAndAPersonalLinkInTheSameMail() throws Exception {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var email = "ada-" + tenant.slug() + "@example.org";
        var secret = submit(tenant, "Counting with gears", with(ADA, email));

        owner(tenant)
                .post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);

        eventually("told", () -> mailsTo(email).contains("Accepted: your paper 1"));
        var mail = inbox().mails(email).stream()
                .filter(each -> each.subject().startsWith("Accepted"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.text()).contains("Counting with gears", "/c/robots/register?occasion=paper-1-0-");
        assertThat(mail.attachments()).hasSize(1);
        var letter = text(mail.attachments().getFirst().bytes());
        assertThat(letter)
                .contains("Letter of acceptance", "ROBOTS-ACC-00001", "Ada Authorsen", "Analytical Institute")
                .contains("Counting with gears", "Hall", "Shanghai");

        var code = found("/c/robots/acceptances/(\\w+)", letter.replaceAll("\\s", ""));
        var visitor = new Browser();
        assertThat(visitor.open(at(tenant, "/c/robots/acceptances/" + code)).body())
                .contains("This letter is genuine", "Ada Authorsen", "ROBOTS-ACC-00001");
        assertThat(visitor.open(at(tenant, "/c/robots/acceptances/NOSUCHCODE")).status())
                .isEqualTo(404);
        var page = visitor.open(at(tenant, "/c/robots/submissions/1/acceptance?secret=" + secret));
        var chinese = found("(/c/robots/submissions/1/acceptance/letters/[^\"]*language=zh-CN)", page.body())
                .replace("&amp;", "&");
        assertThat(text(visitor.open(at(tenant, chinese)).content())).contains("论文录用函", "Ada Authorsen");
        assertThat(visitor.open(at(tenant, "/c/robots/submissions/1/acceptance?secret=wrong"))
                        .status())
                .isEqualTo(404);

        owner(tenant)
                .post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "reject"))
                .expect(200);
        assertThat(visitor.open(at(tenant, "/c/robots/acceptances/" + code)).body())
                .contains("the paper is not in the conference any more");
        eventually("told of the other decision", () -> mailsTo(email).contains("could not be accepted"));
        assertThat(inbox().mails(email).getFirst().attachments()).isEmpty();
    }

    @Test
    void untilDecisionsAreAnnouncedNeitherTheAuthorNorThePublicLearnsOfThem() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var email = "ada-" + tenant.slug() + "@example.org";
        var secret = submit(tenant, "Counting with gears", with(ADA, email));
        var other = submit(tenant, "Counting with beads", with(ADA, "bea-" + tenant.slug() + "@example.org"));
        decidingPlan(chair, tenant, Map.of("held", "true"));

        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        owner.post(CONFERENCE + "/submissions/2/decision", Map.of("decision", "reject"))
                .expect(200);

        var author = new Browser();
        var page = at(tenant, "/c/robots/submissions/1?secret=" + secret);
        assertThat(author.open(page).body()).doesNotContain("Accepted", "accepted");
        assertThat(author.open(at(tenant, "/c/robots/submissions/1/acceptance?secret=" + secret))
                        .status())
                .isEqualTo(404);
        assertThat(shown(tenant, 1, secret)).isEqualTo("submitted");
        assertThat(shown(tenant, 2, other)).isEqualTo("submitted");
        anonymous(tenant)
                .patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Counting with more gears"))
                .expect(200);
        eventually("staff find it", () -> total(owner, "gears&status=accepted") == 1);
        assertThat(total(anonymous(tenant), "gears")).isZero();
        assertThat(owner.get(CONFERENCE + "/submissions/1").expect(200).text("/status"))
                .isEqualTo("accepted");
        assertThat(author.open(at(tenant, "/c/robots")).body()).doesNotContain("1 accepted");
        var overview = chair.open(at(tenant, DECISIONS));
        assertThat(overview.body()).contains("2 decisions are not announced", "1 accepted, 1 rejected");
        assertThat(mailsTo(email)).doesNotContain("Accepted");

        var stale = chair.submit(overview, DECISIONS + "/announcement", Map.of("seen", "7"));
        assertThat(stale.body()).contains("There are more or fewer papers now");
        var done = chair.submit(overview, DECISIONS + "/announcement", Map.of("seen", "2"));

        assertThat(done.body()).contains("2 decisions are announced.");
        assertThat(shown(tenant, 1, secret)).isEqualTo("accepted");
        assertThat(shown(tenant, 2, other)).isEqualTo("rejected");
        eventually("told", () -> mailsTo(email).contains("Accepted: your paper 1"));
        eventually(
                "told, too",
                () -> mailsTo("bea-" + tenant.slug() + "@example.org").contains("could not be accepted"));
        eventually("everybody finds it", () -> total(anonymous(tenant), "gears") == 1);
        assertThat(owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "reopen"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("illegal_status");
    }

    @Test
    void aDecisionThatNobodyWasToldOfIsTakenBack() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        submit(tenant, "Counting with gears", with(ADA, "ada-" + tenant.slug() + "@example.org"));
        decidingPlan(chair(tenant), tenant, Map.of("held", "true"));

        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "reopen"))
                .expect(200);

        assertThat(owner.get(CONFERENCE + "/submissions/1").expect(200).text("/status"))
                .isEqualTo("submitted");
    }

    @Test
    void theBestOfATrackAreAcceptedAsTheSimulationShowedThem() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        for (var title : new String[] {"Fair", "Fine", "Poor", "Unread"})
            submit(tenant, title, Map.of("name", "Ann", "email", title.toLowerCase(Locale.ROOT) + "@far.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        var scores = new int[] {4, 6, 1};
        for (var paper = 1; paper <= 3; paper++) {
            give(owner, paper, rita.email());
            review(tenant, rita, paper, scores[paper - 1], "Read.");
        }

        var page = chair.open(at(tenant, DECISIONS + "?accept.learning=2"));
        assertThat(page.body())
                .contains("Accept 2, reject 1; 0 accepted already.", "The lowest mean score that is accepted: 4.00")
                .contains("One paper has no score and stays undecided.");
        assertThat(chair.open(at(tenant, DECISIONS + "?accept.learning=many")).status())
                .isEqualTo(422);
        var mark = value(page, "mark");
        assertThat(chair.submit(page, DECISIONS, Map.of("accept.learning", "1", "mark", mark))
                        .status())
                .as("not what was shown")
                .isEqualTo(409);
        var done = chair.submit(page, DECISIONS, Map.of("accept.learning", "2", "mark", mark));

        assertThat(done.body()).contains("3 papers are decided");
        var statuses = new HashMap<String, String>();
        for (var paper = 1; paper <= 4; paper++) {
            var json = owner.get(CONFERENCE + "/submissions/" + paper).expect(200);
            statuses.put(json.text("/title"), json.text("/status"));
        }
        assertThat(statuses)
                .isEqualTo(Map.of("Fair", "accepted", "Fine", "accepted", "Poor", "rejected", "Unread", "submitted"));
    }

    @Test
    void anAuthorWhoseNameIsCorrectedGetsANewLetterAndTheOldOneSaysSo() throws Exception {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var email = "ada-" + tenant.slug() + "@example.org";
        var secret = submit(tenant, "Counting with gears", with(ADA, email));
        var owner = owner(tenant);
        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        eventually("told", () -> mailsTo(email).contains("Accepted: your paper 1"));
        owner.patch(CONFERENCE + "/submissions/1", Map.of("title", "Counting with wheels"))
                .expect(200);

        var author = new Browser();
        var path = "/c/robots/submissions/1/acceptance";
        var page = author.open(at(tenant, path + "?secret=" + secret));
        assertThat(page.body()).contains("Something in this letter has changed", "Get a new letter");
        author.submit(page, path + "/letters", Map.of("secret", secret, "author", "0"));
        var again = author.submit(page, path + "/letters", Map.of("secret", secret, "author", "0"));

        assertThat(again.body())
                .contains("ROBOTS-ACC-00002")
                .doesNotContain("ROBOTS-ACC-00003", "Something in this letter has changed");
        var mailed = inbox().mails(email).getFirst().attachments().getFirst().bytes();
        var code = found("/c/robots/acceptances/(\\w+)", text(mailed).replaceAll("\\s", ""));
        assertThat(author.open(at(tenant, "/c/robots/acceptances/" + code)).body())
                .contains("A newer letter was issued");
    }

    @Test
    void aLetterThatStaffTakeBackDoesNotStandAnyMoreAndItsAuthorGetsNoOther() throws Exception {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var email = "ada-" + tenant.slug() + "@example.org";
        var secret = submit(tenant, "Counting with gears", with(ADA, email));
        owner(tenant)
                .post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        eventually("told", () -> mailsTo(email).contains("Accepted: your paper 1"));
        var mailed = inbox().mails(email).getFirst().attachments().getFirst().bytes();
        var code = found("/c/robots/acceptances/(\\w+)", text(mailed).replaceAll("\\s", ""));
        var chair = chair(tenant);
        var letters = "/manage/conferences/robots/papers/1/letters";
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1")).body())
                .contains("One letter of acceptance is issued.");
        var page = chair.open(at(tenant, letters));
        var revocation = found("(/manage/conferences/robots/papers/1/letters/[^\"]+/revocation)", page.body());

        assertThat(chair.submit(page, revocation, Map.of()).body()).contains("The letter is taken back.");

        var visitor = new Browser();
        var verification = at(tenant, "/c/robots/acceptances/" + code);
        assertThat(visitor.open(verification).body()).contains("This letter was taken back by the organizers.");
        var own = visitor.open(at(tenant, "/c/robots/submissions/1/acceptance?secret=" + secret));
        assertThat(own.body()).doesNotContain("Get the letter", "Get a new letter", "Letter in English");
        assertThat(chair.submit(page, letters, Map.of("author", "0")).body()).contains("ROBOTS-ACC-00002");
        assertThat(visitor.open(verification).body()).doesNotContain("genuine, and the paper is accepted");
    }

    private String shown(Tenant tenant, int paper, String secret) {
        return anonymous(tenant)
                .get(CONFERENCE + "/submissions/" + paper + "?secret=" + secret)
                .expect(200)
                .text("/status");
    }

    @Test
    void aChairWhoIsAnAuthorLearnsWhatWasDecidedAboutTheirPaperWithAllAuthors() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var email = "carla-" + tenant.slug() + "@example.org";
        var carla = chair(tenant, email);
        var other = chair(tenant);
        submit(tenant, "By the chair", with(ADA, email));
        submit(tenant, "By another", with(ADA, "bea-" + tenant.slug() + "@example.org"));
        decidingPlan(other, tenant, Map.of("held", "true"));
        for (var paper = 1; paper <= 2; paper++)
            owner.post(CONFERENCE + "/submissions/" + paper + "/decision", Map.of("decision", "accept"))
                    .expect(200);

        var papers = "/manage/conferences/robots/papers";
        for (var path :
                List.of("?status=accepted", "/selection?q=status:accepted", "/export?format=csv&status=accepted")) {
            assertThat(other.open(at(tenant, papers + path)).body()).contains("By the chair", "By another");
            assertThat(carla.open(at(tenant, papers + path)).body())
                    .contains("By another")
                    .doesNotContain("By the chair");
        }
        for (var path : List.of("?status=submitted", "/selection?q=status:submitted"))
            assertThat(carla.open(at(tenant, papers + path)).body())
                    .contains("By the chair")
                    .doesNotContain("By another");
        assertThat(carla.open(at(tenant, papers + "/1")).body()).doesNotContain("Accepted", "Letters of acceptance");
        assertThat(other.open(at(tenant, papers + "/1")).body()).contains("Accepted");
        eventually(
                "staff find both",
                () -> other.open(at(tenant, "/manage/conferences/robots/search?q=chair&status=accepted"))
                        .body()
                        .contains("/papers/1\""));
        assertThat(carla.open(at(tenant, "/manage/conferences/robots/search?q=chair&status=accepted"))
                        .body())
                .doesNotContain("/papers/1\"");

        counts(other, tenant, 2);
        counts(carla, tenant, 1);

        other.submit(other.open(at(tenant, DECISIONS)), DECISIONS + "/announcement", Map.of("seen", "2"));

        assertThat(carla.open(at(tenant, papers + "?status=accepted")).body()).contains("By the chair");
    }

    /** How many papers whoever asks may know to be accepted and not announced. */
    private void counts(Browser staff, Tenant tenant, int accepted) {
        var page = staff.open(at(tenant, DECISIONS));
        assertThat(value(page, "seen")).isEqualTo(String.valueOf(accepted));
        assertThat(found("data-label=\"Accepted\"[^>]*>(\\d+)<", page.body())).isEqualTo(String.valueOf(accepted));
        assertThat(found("data-label=\"Undecided\"[^>]*><span>(\\d+)", page.body()))
                .isEqualTo(String.valueOf(2 - accepted));
        assertThat(staff.open(at(tenant, "/manage/conferences/robots/papers/selection/figures.csv?q="))
                        .body()
                        .replace("\"", "")
                        .lines())
                .contains("status,accepted,Accepted," + accepted);
    }

    private static Map<String, Object> with(Map<String, Object> author, String email) {
        var all = new HashMap<>(author);
        all.put("email", email);
        return all;
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

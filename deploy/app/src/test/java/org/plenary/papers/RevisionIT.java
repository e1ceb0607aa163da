package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Authors are asked to revise their papers, hand them in again, and the same reviewers look at them once more. */
class RevisionIT extends ReviewFixture {
    private static final String PAPERS = "/manage/conferences/robots/papers";
    private static final String REVISION = "/c/robots/submissions/1/revision";

    @Test
    void aPaperIsRevisedAndLookedAtAgainByThoseWhoReviewedIt() {
        var tenant = aTenantWithRevisions("2099-03-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var email = "quilla-" + tenant.slug() + "@secret-lab.example";
        var secret = submit(tenant, "Grasping in the dark", author(email), PaperPdf.of("First try"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        var omar = reviewer(tenant, "Omar Otherwise", "omar-" + tenant.slug() + "@uni-two.example");
        give(owner, 1, rita.email());
        give(owner, 1, omar.email());
        review(tenant, rita, 1, 2, "Please add a lamp.");
        var author = new Browser();
        assertThat(author.open(at(tenant, REVISION + "?secret=" + secret)).status())
                .as("nobody asked for one")
                .isEqualTo(404);

        var page = chair.open(at(tenant, PAPERS + "/1/revision"));
        var asked = chair.submit(
                page, PAPERS + "/1/revision", Map.of("note", "Show that it works at night.", "again", "true"));

        assertThat(asked.body()).contains("The revision is asked for.", "Show that it works at night.");
        eventually("told", () -> mailsTo(email).contains("Please revise your paper 1"));
        assertThat(mailsTo(email)).contains("Show that it works at night.", "2099-03-31 23:59 AoE");
        var link = link(email, REVISION);
        var form = author.open(link);
        assertThat(form.body()).contains("Show that it works at night.").doesNotContain("Rita", "Omar", "Carla");
        assertThat(author.open(at(tenant, "/c/robots/submissions/1?secret=" + secret))
                        .body())
                .contains("You are asked for a revision by 2099-03-31 23:59 AoE.");

        var nothing = author.submit(form, REVISION, sent(secret, "", "Grasping at night"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("This is required.", "Grasping at night");
        var done = author.upload(
                form,
                REVISION,
                sent(secret, "We added a lamp.", "Grasping at night"),
                "file",
                "r.pdf",
                PaperPdf.of("Lamp"));

        assertThat(done.body()).contains("Your revision has arrived.", "Grasping at night");
        eventually("confirmed", () -> mailsTo(email).contains("Revision of your paper 1 received"));
        eventually("Rita is told", () -> inbox().mails(rita.email()).size() == 4);
        var again = rita.browser().open(at(tenant, "/review/robots/papers/1"));
        assertThat(again.body())
                .contains(
                        "Grasping at night",
                        "We added a lamp.",
                        "Your review of the version before",
                        "Please add a lamp.")
                .doesNotContain("Quilla", "secret-lab");
        assertThat(inbox().mails(omar.email()))
                .as("who had not reviewed it does not look again")
                .hasSize(3);
        review(tenant, rita, 1, 6, "Now I see.");
        assertThat(scored(chair, tenant, "score>=6")).isTrue();
        assertThat(scored(chair, tenant, "score<6"))
                .as("the review of the version before does not count")
                .isFalse();
        assertThat(chair.open(at(tenant, PAPERS + "/revisions")).body()).contains("1 of 1 looked again");

        var anew = author.open(link);
        var twice = author.submit(anew, REVISION, sent(secret, "We added two lamps.", "Grasping at night"));
        assertThat(twice.body()).contains("Your revision has arrived.", "We added two lamps.");
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("We added two lamps.")
                .doesNotContain("We added a lamp.");
        var files = chair.open(at(tenant, PAPERS + "/1/revision"));
        assertThat(files.body()).contains("The version before");
        var before = chair.open(at(tenant, PAPERS + "/1/revision/1/file-before"));
        assertThat(PaperPdf.text(before.content())).contains("First try");
        assertThat(PaperPdf.text(chair.open(at(tenant, PAPERS + "/1/file")).content()))
                .contains("Lamp");

        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        eventually("accepted", () -> mailsTo(email).contains("Accepted: your paper 1"));
        var late = author.submit(anew, REVISION, sent(secret, "And a third.", "Grasping at night"));
        assertThat(late.status()).as("decided").isEqualTo(404);
    }

    @Test
    void whatIsKeptBackReachesAuthorsOnlyWithTheAnnouncementAndIsGoneWhenItIsDecidedOtherwise() {
        var tenant = aTenantWithRevisions("2099-03-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var ada = "ada-" + tenant.slug() + "@example.org";
        var bea = "bea-" + tenant.slug() + "@example.org";
        var secret = submit(tenant, "Counting with gears", author(ada));
        submit(tenant, "Counting with beads", author(bea));
        decidingPlan(chair, tenant, Map.of("held", "true"));

        var selection = chair.open(at(tenant, PAPERS + "/selection?q=counting"));
        chair.submit(selection, PAPERS + "/selection", Map.of("q", "counting", "seen", "2", "action", "revise"));
        chair.submit(selection, PAPERS + "/selection", Map.of("q", "counting", "seen", "2", "action", "revise"));

        assertThat(chair.open(at(tenant, PAPERS + "/revisions?standing=kept-back"))
                        .body())
                .contains("Counting with gears", "Counting with beads");
        var author = new Browser();
        assertThat(author.open(at(tenant, "/c/robots/submissions/1?secret=" + secret))
                        .body())
                .doesNotContain("revision", "Revision");
        assertThat(author.open(at(tenant, REVISION + "?secret=" + secret)).status())
                .isEqualTo(404);
        owner.post(CONFERENCE + "/submissions/2/decision", Map.of("decision", "reject"))
                .expect(200);
        var overview = chair.open(at(tenant, PAPERS + "/decisions"));
        assertThat(overview.body()).contains("2 decisions are not announced", "1 to be revised", "1 being revised");

        chair.submit(overview, PAPERS + "/decisions/announcement", Map.of("seen", "2"));

        eventually("Ada is told", () -> mailsTo(ada).contains("Please revise your paper 1"));
        eventually("Bea is told", () -> mailsTo(bea).contains("could not be accepted"));
        assertThat(mailsTo(bea)).doesNotContain("revise");
        assertThat(inbox().mails(ada)).as("asked twice, told once").hasSize(2);
        assertThat(chair.open(at(tenant, PAPERS + "/selection?q=revision:asked"))
                        .body())
                .contains("Counting with gears")
                .doesNotContain("Counting with beads");
    }

    @Test
    void withoutARoundForThemNobodyIsAskedForRevisionsAndAfterItOnlyWhoHasLeaveHandsIn() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var email = "ada-" + tenant.slug() + "@example.org";
        var secret = submit(tenant, "Counting with gears", author(email));
        var refused = owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "revise"))
                .expect(409);
        assertThat(refused.text("/code")).isEqualTo("no_revision_round");
        revisionsUntil(owner, "2099-03-31T23:59");
        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "revise"))
                .expect(200);
        var author = new Browser();
        var form = author.open(at(tenant, REVISION + "?secret=" + secret));
        call(owner, "2020-01-31T23:59", "2020-03-31T23:59");

        var late = author.submit(form, REVISION, sent(secret, "We oiled them.", "Counting with gears"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("The deadline has passed.");
        assertThat(owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("accepted");
    }

    private boolean scored(Browser chair, Tenant tenant, String query) {
        return chair.open(at(
                        tenant,
                        PAPERS + "/selection?q=" + query.replace(">", "%3E").replace("<", "%3C")))
                .body()
                .contains("Grasping at night");
    }

    private static Map<String, Object> author(String email) {
        return new HashMap<>(Map.of("name", "Quilla Authorsen", "email", email, "affiliation", "Secret Laboratory"));
    }

    private static Map<String, String> sent(String secret, String response, String title) {
        return Map.of(
                "secret",
                secret,
                "response",
                response,
                "title",
                title,
                "abstract",
                "A beginning, a middle and an end.");
    }

    private Tenant aTenantWithRevisions(String until) {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        revisionsUntil(owner(tenant), until);
        return tenant;
    }

    private static void revisionsUntil(Http owner, String until) {
        call(owner, "2099-01-31T23:59", until);
    }

    private static void call(Http owner, String papers, String revisions) {
        owner.post(
                        CONFERENCE + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "blinding", "double",
                                "deadline", Map.of("at", papers, "zone", "AoE"),
                                "rounds",
                                        List.of(
                                                Map.of("stage", "full"),
                                                Map.of(
                                                        "stage",
                                                        "revision",
                                                        "deadline",
                                                        Map.of("at", revisions, "zone", "AoE")))))
                .expect(200);
    }
}

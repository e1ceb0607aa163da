package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** From asking somebody to review to the authors' answer, and what each side sees on the way. */
class ReviewIT extends ReviewFixture {
    private static final Map<String, Object> AUTHOR = Map.of(
            "name", "Quilla Authorsen", "email", "quilla@secret-lab.example", "affiliation", "Secret Laboratory");

    @Test
    void aPaperIsReviewedDiscussedAndAnsweredAndNobodyLearnsANameThatIsHidden() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        blind(owner);
        var secret = submit(tenant, "Grasping in the dark", AUTHOR);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        var omar = reviewer(tenant, "Omar Otherwise", "omar-" + tenant.slug() + "@uni-two.example");
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).status())
                .as("nobody gave it to her")
                .isEqualTo(404);
        give(owner, 1, rita.email());
        give(owner, 1, omar.email());
        eventually("told", () -> inbox().mails(rita.email()).size() == 3);

        var desk = rita.browser().open(at(tenant, "/review/robots"));
        assertThat(desk.body()).contains("Grasping in the dark", "Not begun");
        var paper = rita.browser().open(at(tenant, "/review/robots/papers/1"));
        assertThat(paper.body()).contains("A beginning, a middle and an end.", "you are reviewer 1");
        hides(paper, "Quilla", "secret-lab", "Secret Laboratory", "Omar");
        assertThat(paper.body()).as("before her own is handed in").doesNotContain("The other reviews");

        assertThat(review(tenant, rita, 1, 5, "Well lit after all.").body()).contains("Your review is handed in");
        assertThat(review(tenant, omar, 1, 2, "Too dark for me.").body()).contains("Your review is handed in");
        plan(chair, tenant, Map.of("discussion", "true"));
        var others = rita.browser().open(at(tenant, "/review/robots/papers/1"));
        assertThat(others.body()).contains("Too dark for me.", "Reviewer 2");
        hides(others, "Omar", "Between us: Too dark", "Quilla");
        say(tenant, omar, "I could be talked round.", "reviewers");
        say(tenant, omar, "I know this group.", "chairs");
        var talk = rita.browser().open(at(tenant, "/review/robots/papers/1"));
        assertThat(talk.body())
                .contains("I could be talked round.")
                .doesNotContain("I know this group.", "Omar", "Chairs alone");

        var author = new Browser();
        var page = "/c/robots/submissions/1/reviews?secret=" + secret;
        assertThat(author.open(at(tenant, page)).status()).as("not shown yet").isEqualTo(404);
        plan(chair, tenant, Map.of("discussion", "true", "rebuttal_until", "2099-03-01T12:00"));
        show(chair, tenant);
        var reviews = author.open(at(tenant, page));
        assertThat(reviews.body()).contains("Well lit after all.", "Too dark for me.", "5 of 6");
        hides(reviews, "Rita", "Omar", "Between us", "talked round", "I know this group");
        var answered = author.submit(
                reviews, "/c/robots/submissions/1/reviews", Map.of("secret", secret, "text", "We add a lamp."));
        assertThat(answered.body()).contains("Your answer is sent.", "We add a lamp.");
        assertThat(omar.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("We add a lamp.", "The authors")
                .doesNotContain("Quilla");
        var mailed = link("quilla@secret-lab.example", "/c/robots/submissions/1/reviews?secret=");
        assertThat(new Browser().open(mailed).body())
                .as("the mailed link opens the reviews without the first one")
                .contains("Well lit after all.");

        for (var person : List.of(rita, omar)) {
            assertThat(mailsTo(person.email())).doesNotContain("Quilla", "secret-lab", "Grasping");
        }
        assertThat(mailsTo("quilla@secret-lab.example")).doesNotContain("Rita", "Omar", "uni-one", "uni-two");
        var seen = owner.get(CONFERENCE + "/submissions/1/reviews").expect(200).json();
        assertThat(seen.at("/0/name").asString()).isEqualTo("Rita Readwell");
        assertThat(seen.at("/1/for_chairs").asString()).isEqualTo("Between us: Too dark for me.");
    }

    @Test
    void aConflictThatComesUpClosesAPaperThatWasGivenAtOnce() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        blind(owner);
        var secret = submit(tenant, "Walking home", AUTHOR);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).status())
                .isEqualTo(200);

        anonymous(tenant)
                .patch(
                        CONFERENCE + "/submissions/1?secret=" + secret,
                        Map.of("conflicts", List.of(Map.of("who", "uni-one.example", "reason", "Same project"))))
                .expect(200);

        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).status())
                .isEqualTo(404);
        assertThat(rita.browser().open(at(tenant, "/review/robots")).body()).doesNotContain("Walking home");
        assertThat(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/file"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPaperIsNotGivenToItsAuthorsTheirColleaguesOrWhomTheyWroteWith() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var slug = tenant.slug();
        submit(tenant, "Alone", Map.of("name", "Ada", "email", "ada-" + slug + "@uni-one.example"));
        anonymous(tenant)
                .post(CONFERENCE + "/submissions", together("Together", slug))
                .expect(201);
        for (var email : List.of("ada-%s@uni-one.example", "bo-%s@cs.uni-one.example", "grace-%s@uni-three.example"))
            reviewer(tenant, "Rev " + email.charAt(0), email.formatted(slug));
        reviewer(tenant, "Rev d", "dee-" + slug + "@gmail.com");

        refused(owner, "ada-" + slug + "@uni-one.example");
        refused(owner, "bo-" + slug + "@cs.uni-one.example");
        refused(owner, "grace-" + slug + "@uni-three.example");
        give(owner, 1, "dee-" + slug + "@gmail.com");
    }

    @Test
    void whoIsRemovedSeesNothingFromTheNextClickOnAndWhatTheyHadIsFree() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        submit(tenant, "Somewhere else", AUTHOR);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());

        owner.delete(CONFERENCE + "/reviewers/" + reviewerId(owner, rita.email()))
                .expect(204);

        assertThat(rita.browser().open(at(tenant, "/review/robots")).status()).isEqualTo(403);
        assertThat(owner.get(CONFERENCE + "/submissions/1/reviews")
                        .expect(200)
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void aReviewerHasNoBusinessOnThePagesOfStaffNorInAnotherOrganization() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var other = aTenantWithCall("2099-01-31T23:59");
        submit(tenant, "Here", AUTHOR);
        submit(other, "There", AUTHOR);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");

        for (var path : List.of("/manage/conferences/robots/papers", "/manage/conferences/robots/papers/1/reviews"))
            assertThat(rita.browser().open(at(tenant, path)).status()).as(path).isEqualTo(403);
        assertThat(rita.browser().open(at(tenant, "/manage")).address().getPath())
                .as("there is nothing else to land on")
                .isEqualTo("/review/robots");
        assertThat(new Browser(rita.browser()).open(at(other, "/review/robots")).body())
                .doesNotContain("There");
    }

    @Test
    void aReviewIsWrittenOfflineAndComesBackAsADraft() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        submit(tenant, "Read on a train", AUTHOR);
        submit(tenant, "Not for her", AUTHOR);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());
        var path = "/review/robots/offline";
        var file = rita.browser().open(at(tenant, path + "/reviews.txt")).body();
        assertThat(file).contains("Paper 1", "Read on a train").doesNotContain("Not for her", "Quilla");

        var written = file.replace("==*== For the authors\n", "==*== For the authors\nWritten without a network.\n")
                + "\n==+== Paper 2\n==*== For the authors\nNot mine.\n";
        var back = rita.browser()
                .upload(
                        rita.browser().open(at(tenant, path)),
                        path,
                        "file",
                        "reviews.txt",
                        written.getBytes(StandardCharsets.UTF_8));

        assertThat(back.body()).contains("Paper 1", "Kept.", "Paper 2");
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("Written without a network.", "Keep as a draft");
        assertThat(owner.get(CONFERENCE + "/submissions/2/reviews")
                        .expect(200)
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void whoWasAskedTodayIsNotRemindedToday() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        var email = "rita-" + tenant.slug() + "@uni-one.example";
        ask(tenant, "Rita Readwell", email);
        eventually("asked", () -> inbox().mails(email).size() == 1);
        var path = "/manage/conferences/robots/papers/reviewers";

        var page = chair.submit(chair.open(at(tenant, path)), path + "/reminder", Map.of());

        assertThat(page.body()).contains("Nobody has to be asked again.");
        ask(tenant, "Rita Readwell", email);
        assertThat(inbox().mails(email)).as("asked by a list once more").hasSize(1);
    }

    private void refused(Http owner, String email) {
        assertThat(owner.post(CONFERENCE + "/submissions/1/reviews", Map.of("reviewer", reviewerId(owner, email)))
                        .expect(409)
                        .text("/code"))
                .as(email)
                .isEqualTo("conflict_of_interest");
    }

    private static Map<String, Object> together(String title, String slug) {
        return Map.of(
                "title",
                title,
                "abstract",
                "By two.",
                "track",
                "learning",
                "authors",
                List.of(
                        Map.of("name", "Ada", "email", "ada-" + slug + "@uni-one.example", "corresponding", true),
                        Map.of("name", "Grace", "email", "grace-" + slug + "@uni-three.example")));
    }

    private static void hides(Browser.View page, String... names) {
        assertThat(page.body()).doesNotContain(names);
    }

    private void say(Tenant tenant, Person person, String text, String audience) {
        var path = "/review/robots/papers/1";
        var said = person.browser()
                .submit(
                        person.browser().open(at(tenant, path)),
                        path + "/comments",
                        Map.of("text", text, "audience", audience));
        assertThat(said.status()).as(said.body()).isEqualTo(200);
    }

    private static void blind(Http owner) {
        owner.post(
                        CONFERENCE + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "blinding", "double",
                                "deadline", Map.of("at", "2099-01-31T23:59", "zone", "AoE")))
                .expect(200);
    }

    private void show(Browser chair, Tenant tenant) {
        var path = "/manage/conferences/robots/papers/reviewing";
        var shown = chair.submit(chair.open(at(tenant, path)), path + "/plan/shown", Map.of("shown", "true"));
        assertThat(shown.body()).contains("Authors see the reviews from now on");
    }
}

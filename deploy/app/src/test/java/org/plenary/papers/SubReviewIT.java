package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** A reviewer has somebody write for them, answers for it, and nobody but the chairs learns who wrote. */
class SubReviewIT extends ReviewFixture {
    private static final Map<String, Object> AUTHOR = Map.of(
            "name", "Quilla Authorsen", "email", "quilla@secret-lab.example", "affiliation", "Secret Laboratory");

    private static final String OWN = "/review/robots/papers/1/sub-review";
    private static final String RULE = "/manage/conferences/robots/papers/reviewing/sub-reviewers";

    @Test
    void aReviewIsWrittenByAnotherReadSentBackAndHandedInByItsReviewer() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        blinding(owner, "double");
        var secret = submit(tenant, "Grasping in the dark", AUTHOR);
        var rita = given(tenant, owner, "Rita Readwell", "uni-one");
        var omar = given(tenant, owner, "Omar Otherwise", "uni-two");
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .as("nobody may before the chairs say so")
                .doesNotContain("You can ask somebody");
        allow(chair, tenant, 1);
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("You can ask somebody");

        var sam = "sam-" + tenant.slug() + "@uni-four.example";
        assertThat(ask(tenant, rita, "Sam Subwriter", sam).body()).contains("Sam Subwriter gets a mail.");
        var link = link(sam, "/sub-reviews/");
        var browser = new Browser();
        var question = browser.open(link);
        assertThat(question.body()).contains("Rita Readwell", "Grasping in the dark");
        hides(question, "Quilla", "secret-lab", "Omar");
        assertThat(rita.browser().open(at(tenant, OWN)).body())
                .as("opening changes nothing")
                .contains("Asked");
        assertThat(browser.open(fileOf(link)).status()).as("before a yes").isEqualTo(404);

        var form = answer(browser, link, "yes");
        assertThat(form.body()).contains("Hand over to Rita Readwell");
        eventually("the reviewer is told", () -> mailsTo(rita.email()).contains("Sam Subwriter writes the review"));
        var unfinished = write(browser, link, form, "hand", Map.of("score", "5"));
        assertThat(unfinished.status()).isEqualTo(422);
        var kept = write(browser, link, form, "draft", Map.of("score", "5", "for_authors", "A lamp is missing."));
        assertThat(kept.body()).contains("Your draft is kept.");
        assertThat(rita.browser().open(at(tenant, OWN)).body())
                .as("a draft is its writer's alone")
                .doesNotContain("A lamp is missing.");
        var whole = Map.of("score", "5", "confidence", "4", "for_authors", "A lamp is missing.");
        assertThat(write(browser, link, kept, "hand", whole).body()).contains("Your review is with Rita Readwell");
        eventually("the reviewer is told again", () -> mailsTo(rita.email()).contains("has handed over"));

        var handed = rita.browser().open(at(tenant, OWN));
        assertThat(handed.body()).contains("A lamp is missing.", "Handed over");
        assertThat(rita.browser()
                        .submit(handed, path(handed, "back"), Map.of("note", "Which lamp?"))
                        .body())
                .contains("It is sent back");
        eventually("the writer is told", () -> mailsTo(sam).contains("Which lamp?"));
        var again = browser.open(link);
        assertThat(again.body()).contains("Which lamp?", "A lamp is missing.");
        write(browser, link, again, "hand", Map.of("score", "5", "confidence", "4", "for_authors", "A desk lamp."));
        var back = rita.browser().open(at(tenant, OWN));
        var draft = rita.browser().submit(back, path(back, "taking"), Map.of());
        assertThat(draft.address().getPath()).isEqualTo("/review/robots/papers/1");
        assertThat(draft.body()).contains("A desk lamp.", "Hand in");
        assertThat(review(tenant, rita, 1, 4, "A desk lamp, please.").body()).contains("Your review is handed in");

        assertThat(browser.open(link).body())
                .contains("This request is closed")
                .doesNotContain("Grasping", "A desk lamp", "Rita");
        review(tenant, omar, 1, 2, "Too dark for me.");
        plan(chair, tenant, Map.of("discussion", "true"));
        hides(omar.browser().open(at(tenant, "/review/robots/papers/1")), "Sam", "uni-four");
        show(chair, tenant);
        var seen = new Browser().open(at(tenant, "/c/robots/submissions/1/reviews?secret=" + secret));
        assertThat(seen.body()).contains("A desk lamp, please.");
        hides(seen, "Sam", "Rita", "uni-four");
        assertThat(mailsTo(sam)).doesNotContain("Grasping", "Quilla", "Omar");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .body())
                .contains("Sub-reviewer: Sam Subwriter (Handed over)");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/reviewing/thanks.csv"))
                        .body())
                .contains(
                        "\"Rita Readwell\",\"\",\"Reviewer\",\"1\"",
                        "\"Omar Otherwise\",\"\",\"Reviewer\",\"1\"",
                        "\"Sam Subwriter\",\"\",\"Sub-reviewer\",\"1\"");
    }

    @Test
    void whoHasToDoWithThePaperIsNotAskedAndTheRefusalIsTheSameForAll() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        blinding(owner, "double");
        submit(tenant, "Walking home", AUTHOR);
        var rita = given(tenant, owner, "Rita Readwell", "uni-one");
        var omar = given(tenant, owner, "Omar Otherwise", "uni-two");
        allow(chair, tenant, 2);
        assertThat(ask(tenant, rita, "Rita Readwell", rita.email()).body()).contains("This is your own address.");

        for (var email : List.of("quilla@secret-lab.example", "colleague@secret-lab.example", omar.email())) {
            var refused = ask(tenant, rita, "Whoever They-Are", email);
            assertThat(refused.status()).as(email).isEqualTo(422);
            assertThat(refused.body()).contains("Which of these is not told");
            hides(refused, "Quilla", "Omar", "Secret");
        }
        assertThat(ask(tenant, rita, "Sam Subwriter", "sam-" + tenant.slug() + "@uni-four.example")
                        .body())
                .as("nobody finds the authors by trying")
                .contains("Please ask the chairs");
        assertThat(inbox().mails("colleague@secret-lab.example")).isEmpty();
        var list = chair.open(at(tenant, RULE)).body();
        assertThat(list)
                .contains("is an author", "same mail domain as an author", "reviews this paper")
                .as("who was tried is not kept")
                .doesNotContain("Whoever They-Are", "colleague@");
    }

    @Test
    void afterTheReviewerOrTheChairsWithdrawNothingIsSeenAndNothingTaken() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Walking home", AUTHOR);
        var rita = given(tenant, owner, "Rita Readwell", "uni-one");
        allow(chair, tenant, 1);
        var sam = "sam-" + tenant.slug() + "@uni-four.example";
        var tess = "tess-" + tenant.slug() + "@uni-five.example";
        ask(tenant, rita, "Sam Subwriter", sam);
        assertThat(ask(tenant, rita, "Tess Thirdly", tess).status())
                .as("one at a time")
                .isEqualTo(409);
        var link = link(sam, "/sub-reviews/");
        var browser = new Browser();
        var form = answer(browser, link, "yes");

        var own = rita.browser().open(at(tenant, OWN));
        rita.browser().submit(own, path(own, "withdrawal"), Map.of());
        var closed = browser.open(link);
        assertThat(closed.body()).contains("This request is closed").doesNotContain("Walking home", "Rita");
        assertThat(browser.open(fileOf(link)).status()).isEqualTo(404);
        var late = write(browser, link, form, "draft", Map.of("for_authors", "Still here."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).doesNotContain("Walking home");

        ask(tenant, rita, "Tess Thirdly", tess);
        var second = link(tess, "/sub-reviews/");
        answer(browser, second, "yes");
        var list = chair.open(at(tenant, RULE));
        assertThat(chair.submit(list, path(list, "withdrawal"), Map.of()).body())
                .contains("The request is withdrawn.");
        assertThat(browser.open(second).body()).contains("This request is closed");
        assertThat(browser.open(link.replaceAll("secret=.*", "secret=guessed")).status())
                .isEqualTo(404);
    }

    @Test
    void whoSaysNoOrNamesAConflictIsFreeAndAConflictThatComesUpClosesTheLink() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var secret = submit(tenant, "Walking home", AUTHOR);
        var rita = given(tenant, owner, "Rita Readwell", "uni-one");
        allow(chair, tenant, 1);
        var sam = "sam-" + tenant.slug() + "@uni-four.example";
        ask(tenant, rita, "Sam Subwriter", sam);
        var browser = new Browser();
        var declined = answer(browser, link(sam, "/sub-reviews/"), "conflict");
        assertThat(declined.body()).contains("You have said no");
        eventually("the reviewer is told", () -> mailsTo(rita.email()).contains("cannot write the review"));
        assertThat(rita.browser().open(at(tenant, OWN)).body()).contains("Has a conflict of interest.");

        var tess = "tess-" + tenant.slug() + "@uni-five.example";
        ask(tenant, rita, "Tess Thirdly", tess);
        var link = link(tess, "/sub-reviews/");
        assertThat(answer(browser, link, "yes").body()).contains("Walking home");
        anonymous(tenant)
                .patch(
                        CONFERENCE + "/submissions/1?secret=" + secret,
                        Map.of("conflicts", List.of(Map.of("who", "uni-five.example", "reason", "Same project"))))
                .expect(200);
        assertThat(browser.open(link).body()).contains("This request is closed").doesNotContain("Walking home");
    }

    private Person given(Tenant tenant, Http owner, String name, String host) {
        var first = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        var person = reviewer(tenant, name, first + "-" + tenant.slug() + "@" + host + ".example");
        give(owner, 1, person.email());
        return person;
    }

    void allow(Browser chair, Tenant tenant, int most) {
        var page = chair.open(at(tenant, RULE));
        var saved = chair.submit(page, RULE, Map.of("most", String.valueOf(most), "version", value(page, "version")));
        assertThat(saved.body()).contains("Saved.");
    }

    private Browser.View ask(Tenant tenant, Person person, String name, String email) {
        var page = person.browser().open(at(tenant, OWN));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return person.browser()
                .submit(page, OWN, Map.of("name", name, "email", email, "language", "en", "due", tomorrow()));
    }

    private static String tomorrow() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    }

    private static Browser.View answer(Browser browser, String link, String answer) {
        var parts = link.substring(link.indexOf("/c/")).split("\\?secret=");
        return browser.submit(browser.open(link), parts[0], Map.of("secret", parts[1], "answer", answer));
    }

    private static Browser.View write(
            Browser browser, String link, Browser.View page, String action, Map<String, String> said) {
        var parts = link.substring(link.indexOf("/c/")).split("\\?secret=");
        var sent = new HashMap<>(said);
        sent.put("secret", parts[1]);
        sent.put("version", value(page, "version"));
        sent.put("action", action);
        return browser.submit(page, parts[0] + "/review", sent);
    }

    private static String fileOf(String link) {
        return link.replace("?secret=", "/file?secret=");
    }

    /** Where the first form on a page with this ending sends. */
    private static String path(Browser.View page, String ending) {
        var action = Pattern.compile("action=\"([^\"]*/" + ending + ")\"").matcher(page.body());
        assertThat(action.find()).as(ending + " in " + page.body()).isTrue();
        return action.group(1);
    }

    private void show(Browser chair, Tenant tenant) {
        var path = "/manage/conferences/robots/papers/reviewing";
        chair.submit(chair.open(at(tenant, path)), path + "/plan/shown", Map.of("shown", "true"));
    }

    private static void hides(Browser.View page, String... names) {
        assertThat(page.body()).doesNotContain(names);
    }
}

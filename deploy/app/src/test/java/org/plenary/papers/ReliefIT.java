package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Reviews that are late or missing, and reviewers who step in for others. */
class ReliefIT extends ReviewFixture {
    private static final Map<String, Object> AUTHOR =
            Map.of("name", "Quilla Authorsen", "email", "quilla@secret-lab.example");

    private static final String LATE = "/manage/conferences/robots/papers/reviewing/late";

    @Test
    void aReviewerStepsInForALateOneAndBothReviewsCountIfTheLateOneComesAfterAll() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Waiting for a review", AUTHOR);
        var lena = reviewer(tenant, "Lena Late", "lena-" + tenant.slug() + "@uni-one.example");
        var emil = reviewer(tenant, "Emil Emergency", "emil-" + tenant.slug() + "@uni-two.example");
        var erna = reviewer(tenant, "Erna Emergency", "erna-" + tenant.slug() + "@uni-three.example");
        reviewer(tenant, "Nina Never", "nina-" + tenant.slug() + "@uni-four.example");
        give(owner, 1, lena.email());
        assertThat(chair.open(at(tenant, LATE)).body())
                .as("two reviewers are missing, and nobody offers to step in")
                .contains("Waiting for a review", "No reviewer offers to take", "0 of 3 in hand");
        plan(chair, tenant, Map.of("per_paper", "1", "reviews_until", "2099-01-01T12:00"));
        assertThat(chair.open(at(tenant, LATE)).body()).contains("Nothing is late");
        plan(chair, tenant, Map.of("per_paper", "1", "reviews_until", "2020-01-01T12:00"));
        offers(tenant, emil, 1, "2099-01-01");
        offers(tenant, erna, 1, "2099-01-01");

        var late = chair.open(at(tenant, LATE));
        assertThat(late.body())
                .contains("Lena Late", "days late", "Emil Emergency", "Erna Emergency", "2 papers")
                .doesNotContain("Nina Never");
        assertThat(step(chair, late, 1, reviewerId(owner, emil.email())).body()).contains("One reviewer is asked");
        assertThat(step(chair, late, 1, reviewerId(owner, emil.email())).body())
                .as("pressed twice")
                .contains("takes on no more");
        var offer = emil.browser().open(link(emil.email(), "/emergency"));
        assertThat(offer.body()).contains("Can you step in?", "Waiting for a review");
        assertThat(emil.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("You are asked to step in for this paper");
        emil.browser().submit(offer, "/review/robots/papers/1/emergency", Map.of("answer", "no", "reason", ""));
        var next = chair.open(at(tenant, LATE));
        assertThat(next.body()).contains("Given back", "Erna Emergency – ").doesNotContain("Emil Emergency – ");

        var preview = chair.submit(next, LATE + "/preview", Map.of("papers", "1", "due", in(5)));
        assertThat(preview.body()).contains("Nobody is asked yet.", "Erna Emergency");
        assertThat(mailsTo(erna.email())).doesNotContain("one more paper");
        var asked = chair.submit(preview, LATE + "/relief", Map.of("pairs", value(preview, "pairs"), "due", in(5)));
        assertThat(asked.body()).contains("One reviewer is asked");
        chair.submit(preview, LATE + "/relief", Map.of("pairs", value(preview, "pairs"), "due", in(5)));
        assertThat(owner.get(CONFERENCE + "/submissions/1/reviews")
                        .expect(200)
                        .json()
                        .size())
                .as("sent twice, asked once")
                .isEqualTo(3);
        var yes = erna.browser().open(link(erna.email(), "/emergency"));
        assertThat(erna.browser()
                        .submit(yes, "/review/robots/papers/1/emergency", Map.of("answer", "yes"))
                        .body())
                .contains("The paper is among yours.");
        assertThat(erna.browser().open(at(tenant, "/review/robots")).body())
                .as("a day of its own")
                .contains(in(5));
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .body())
                .contains("Steps in for somebody, until " + in(5));
        assertThat(chair.open(at(tenant, LATE + "?lack=late")).body()).contains("Steps in");

        assertThat(review(tenant, erna, 1, 5, "In time.").body()).contains("handed in");
        assertThat(review(tenant, lena, 1, 3, "Late, sorry.").body()).contains("handed in");
        assertThat(chair.open(at(tenant, LATE)).body()).contains("Nothing is late");
        assertThat(owner.get(CONFERENCE + "/submissions/1/reviews")
                        .expect(200)
                        .json()
                        .toString())
                .contains("In time.", "Late, sorry.");
        assertThat(mailsTo(emil.email()) + mailsTo(erna.email())).doesNotContain("Waiting for a review", "Quilla");
    }

    @Test
    void whatALateReviewerWroteIsKeptWhenThePaperIsTakenFromThem() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Waiting for a review", AUTHOR);
        var lena = reviewer(tenant, "Lena Late", "lena-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, lena.email());
        plan(chair, tenant, Map.of("per_paper", "1", "reviews_until", "2020-01-01T12:00"));
        draft(tenant, lena, "Half a page so far.");

        var late = chair.open(at(tenant, LATE));
        var taken = chair.submit(late, path(late, "removal"), Map.of());
        assertThat(taken.body()).contains("What they wrote is kept");
        assertThat(chair.submit(late, path(late, "removal"), Map.of()).status())
                .as("again")
                .isEqualTo(200);
        eventually("she is told, once", () -> mailsTo(lena.email()).contains("has been taken from you"));
        assertThat(lena.browser().open(at(tenant, "/review/robots/papers/1")).status())
                .isEqualTo(404);
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .body())
                .contains("Half a page so far.");

        give(owner, 1, lena.email());
        assertThat(lena.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("Half a page so far.");
    }

    private void offers(Tenant tenant, Person person, int papers, String until) {
        var path = "/review/robots/profile";
        var page = person.browser().open(at(tenant, path));
        var missing = person.browser().submit(page, path, Map.of("relief_most", String.valueOf(papers)));
        assertThat(missing.status()).as("until when?").isEqualTo(422);
        var saved = person.browser()
                .submit(page, path, Map.of("relief_most", String.valueOf(papers), "relief_until", until));
        assertThat(saved.address().getPath()).as(saved.body()).isEqualTo("/review/robots");
    }

    private static Browser.View step(Browser chair, Browser.View page, int paper, String reviewer) {
        return chair.submit(page, LATE + "/" + paper + "/relief", Map.of("reviewer", reviewer, "due", in(3)));
    }

    private void draft(Tenant tenant, Person person, String text) {
        var path = "/review/robots/papers/1";
        var page = person.browser().open(at(tenant, path));
        var sent = new HashMap<>(Map.of("version", value(page, "version"), "for_authors", text, "action", "draft"));
        assertThat(person.browser().submit(page, path, sent).body()).contains("Your draft is kept");
    }

    private static String in(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private static String path(Browser.View page, String ending) {
        var action = Pattern.compile("action=\"([^\"]*/" + ending + ")\"").matcher(page.body());
        assertThat(action.find())
                .as(ending.toUpperCase(Locale.ROOT) + page.body())
                .isTrue();
        return action.group(1);
    }
}

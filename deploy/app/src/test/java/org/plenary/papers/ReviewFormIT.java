package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chairs ask reviewers more than a score, by the same builder that makes every other form. */
class ReviewFormIT extends ReviewFixture {
    private static final String FORM = "/manage/conferences/robots/papers/reviewing/form";
    private static final String REVIEW = "/review/robots/papers/1";

    @Test
    void whatTheReviewFormAsksIsAnsweredWithTheReviewAndSeenByChairs() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Asked about", Map.of("name", "Zoe", "email", "zoe@elsewhere.example"));
        var start = chair.open(at(tenant, FORM + "/start"));
        assertThat(start.status()).as(start.body()).isEqualTo(200);
        chair.submit(start, FORM + "/start", Map.of("source", "preset:review"));
        assertThat(chair.open(at(tenant, FORM)).body()).contains("Originality", "Soundness");
        assertThat(chair.open(at(tenant, FORM + "/preview")).body()).contains("Originality");
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());

        var page = rita.browser().open(at(tenant, REVIEW));
        assertThat(page.body()).contains("Originality", "Do you see a problem of ethics");
        var draft = rita.browser().submit(page, REVIEW, answers(value(page, "version"), "draft", Map.of()));
        assertThat(draft.body()).as("a draft may leave questions open").contains("Your draft is kept");
        var refused = rita.browser().submit(draft, REVIEW, answers(value(draft, "version"), "submit", Map.of()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is required.");
        var sent = Map.of(
                "answers.originality", "good",
                "answers.soundness", "excellent",
                "answers.clarity", "fair",
                "answers.concern", "false");
        var done = rita.browser().submit(refused, REVIEW, answers(value(draft, "version"), "submit", sent));
        assertThat(done.body()).contains("Your review is handed in");

        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .body())
                .contains("Originality", "Good", "Soundness", "Excellent");
    }

    private static Map<String, String> answers(String version, String action, Map<String, String> more) {
        var sent = new HashMap<>(Map.of(
                "version", version,
                "form_version", "1",
                "score", "5",
                "confidence", "4",
                "for_authors", "Fine.",
                "action", action));
        sent.putAll(more);
        return sent;
    }
}

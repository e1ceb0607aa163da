package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reviewers say which papers they would like. */
class BidIT extends ReviewFixture {
    @Test
    void aReviewerBidsForPapersAndIsNotShownThoseTheyHaveAConflictWith() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        submit(tenant, "Open to all", Map.of("name", "Zoe", "email", "zoe@elsewhere.example"));
        submit(tenant, "From next door", Map.of("name", "Bo", "email", "bo@uni-one.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        var closed = rita.browser().open(at(tenant, "/review/robots/bids"));
        assertThat(closed.body()).contains("Bids are not taken now.");
        plan(chair, tenant, Map.of("bidding_until", "2099-02-01T12:00"));

        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .body())
                .as("before anybody bid")
                .contains("Rita Readwell");
        var page = rita.browser().open(at(tenant, "/review/robots/bids"));
        assertThat(page.body()).contains("Open to all").doesNotContain("From next door", "Bids are not taken now.");
        var saved = rita.browser()
                .submit(
                        page,
                        "/review/robots/bids",
                        Map.of("own", "false", "after", "0", "bid.1", "eager", "bid.2", "eager"));
        assertThat(saved.body()).contains("Your wishes are saved.", "One wish so far");
        var candidates = chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"));
        assertThat(candidates.body()).contains("Rita Readwell", "Very much");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/2/reviews"))
                        .body())
                .contains("Rita Readwell", "Same institution by its addresses: uni-one.example")
                .doesNotContain("Very much");

        var again =
                rita.browser().submit(saved, "/review/robots/bids", Map.of("own", "false", "after", "0", "bid.1", ""));
        assertThat(again.body()).contains("No wish yet");
    }
}

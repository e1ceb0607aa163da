package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Who reviews what is worked out, looked at, and published. */
class MatchIT extends ReviewFixture {
    private static final String REVIEWING = "/manage/conferences/robots/papers/reviewing";

    @Test
    void whatIsWorkedOutIsSeenByChairsAloneUntilItIsPublished() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        plan(chair, tenant, Map.of("per_paper", "1"));
        submit(tenant, "Grasping soft fruit by touch", Map.of("name", "Zoe", "email", "zoe@uni-three.example"));
        submit(tenant, "Walking on ice with four legs", Map.of("name", "Cy", "email", "cy@uni-four.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        var omar = reviewer(tenant, "Omar Otherwise", "omar-" + tenant.slug() + "@uni-two.example");
        writes(tenant, rita, "Legged robots walking on ice\nFour legs and how they slip while walking on ice.");
        writes(tenant, omar, "Touch for soft fruit\nGrasping soft fruit with a hand that feels by touch.");

        var path = REVIEWING + "/assignment";
        var form = chair.open(at(tenant, path));
        var started = chair.submit(form, path, weights());
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        eventually("worked out", () -> chair.open(at(tenant, path)).body().contains("Worked out"));
        assertThat(chair.open(at(tenant, path)).body()).contains("2 pairs are proposed, for 2 papers and 2 reviewers.");
        assertThat(owner.get(CONFERENCE + "/submissions/1/reviews").expect(200).text("/0/name"))
                .isEqualTo("Omar Otherwise");
        assertThat(owner.get(CONFERENCE + "/submissions/2/reviews").expect(200).text("/0/name"))
                .isEqualTo("Rita Readwell");
        assertThat(rita.browser().open(at(tenant, "/review/robots")).body()).doesNotContain("Walking on ice");
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/2")).status())
                .isEqualTo(404);

        var published = chair.submit(chair.open(at(tenant, REVIEWING)), REVIEWING + "/publication", Map.of());
        assertThat(published.body()).contains("2 papers are given.");
        assertThat(rita.browser().open(at(tenant, "/review/robots")).body()).contains("Walking on ice");
        eventually("one mail each", () -> inbox().mails(rita.email()).size() == 3);
        assertThat(mailsTo(rita.email()))
                .contains("There are new papers for you")
                .doesNotContain("Walking");
    }

    @Test
    void chairsAskWhySomebodyHasAPaperOrNotAndWhatItWouldCostOtherwise() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var own = "carla-" + tenant.slug() + "@example.org";
        var chair = chair(tenant, own);
        plan(chair, tenant, Map.of("per_paper", "1"));
        submit(tenant, "Grasping soft fruit by touch", Map.of("name", "Zoe", "email", "zoe@uni-three.example"));
        submit(tenant, "Walking on ice with four legs", Map.of("name", "Cy", "email", "cy@uni-four.example"));
        submit(tenant, "By the chair herself", Map.of("name", "Carla Chair", "email", own));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        var omar = reviewer(tenant, "Omar Otherwise", "omar-" + tenant.slug() + "@uni-two.example");
        writes(tenant, rita, "Legged robots walking on ice\nFour legs and how they slip while walking on ice.");
        writes(tenant, omar, "Touch for soft fruit\nGrasping soft fruit with a hand that feels by touch.");
        give(owner, 1, rita.email());

        var given = why(tenant, chair, 1, Map.of("reviewer", reviewerId(owner, rita.email())));
        assertThat(given)
                .contains("Rita Readwell and paper 1", "The paper is theirs, or proposed to be", "points less")
                .contains("Rita Readwell with paper 1", "goes");
        var not = why(tenant, chair, 1, Map.of("reviewer", reviewerId(owner, omar.email())));
        assertThat(not)
                .contains("The paper is not theirs", "The best assignment of all papers has this pair.")
                .contains("Without this pair", "What they have written is near");
        assertThat(chair.submit(
                                chair.open(at(tenant, REVIEWING)),
                                "/manage/conferences/robots/papers/3/why",
                                Map.of("reviewer", reviewerId(owner, omar.email())))
                        .status())
                .as("her own paper")
                .isEqualTo(404);
    }

    private String why(Tenant tenant, Browser chair, int paper, Map<String, String> about) {
        var page = chair.open(at(tenant, "/manage/conferences/robots/papers/" + paper + "/reviews"));
        var asked = chair.submit(page, "/manage/conferences/robots/papers/" + paper + "/why", about);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        var address = asked.address().toString();
        eventually("worked out", () -> chair.open(address).body().contains("id=\"answer\""));
        return chair.open(address).body();
    }

    private void writes(Tenant tenant, Person person, String works) {
        var path = "/review/robots/profile";
        var saved = person.browser().submit(person.browser().open(at(tenant, path)), path, Map.of("works", works));
        assertThat(saved.body()).contains("What you said is saved");
    }

    private static Map<String, String> weights() {
        return Map.of(
                "affinity",
                "1000",
                "bid",
                "250",
                "topics",
                "200",
                "senior",
                "300",
                "institution",
                "200",
                "country",
                "30",
                "balance",
                "5",
                "stability",
                "200",
                "percent",
                "100",
                "keep",
                "true");
    }
}

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Staff ask for papers in words of the query language, and do one thing to all of them. */
class SelectionIT extends ReviewFixture {
    private static final String PAGE = "/manage/conferences/robots/papers/selection";

    @Test
    void papersAreFoundByWhatIsKnownOfThemAndMarkedAndDecidedTogether() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Soft grippers", Map.of("name", "Zoe", "email", "zoe@elsewhere.example", "country", "CN"));
        submit(tenant, "Hard 100% problems", Map.of("name", "Bo", "email", "bo@uni-three.example", "country", "DE"));
        submit(tenant, "Walking", Map.of("name", "Cy", "email", "cy@uni-four.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());
        review(tenant, rita, 1, 5, "Good.");

        finds(chair, tenant, "grippers or walking", "Soft grippers", "Walking");
        finds(chair, tenant, "score>=5", "Soft grippers");
        finds(chair, tenant, "not score>=5", "Hard 100% problems", "Walking");
        finds(chair, tenant, "reviewer:readwell", "Soft grippers");
        finds(chair, tenant, "missing:review country:DE", "Hard 100% problems");
        finds(chair, tenant, "100%", "Hard 100% problems");
        finds(chair, tenant, "author:cy -status:accepted", "Walking");
        var refused = chair.open(at(tenant, PAGE + "?q=" + encoded("score>high")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("A number is expected at character 1.");

        assertThat(act(chair, tenant, "track:learning number<3", Map.of("action", "tag", "tag", "rank#2", "seen", "2")))
                .contains("Done for 2 papers", "rank#2");
        finds(chair, tenant, "tag:rank<=2", "Soft grippers", "Hard 100% problems");
        finds(chair, tenant, "tag:rank>2");
        assertThat(act(chair, tenant, "tag:rank", Map.of("action", "accept", "seen", "3")))
                .as("somebody else changed something meanwhile")
                .contains("There are more or fewer papers now");
        assertThat(act(chair, tenant, "tag:rank", Map.of("action", "accept", "seen", "2")))
                .contains("Done for 2 papers");
        finds(chair, tenant, "status:accepted", "Soft grippers", "Hard 100% problems");
    }

    @Test
    void whoIsAnAuthorLearnsNothingOfTheirOwnPaperByAskingForItsReviews() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var email = "carla-" + tenant.slug() + "@example.org";
        var chair = chair(tenant, email);
        submit(tenant, "By the chair", Map.of("name", "Carla Chair", "email", email));
        submit(tenant, "By another", Map.of("name", "Zoe", "email", "zoe@elsewhere.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        for (var paper = 1; paper <= 2; paper++) {
            give(owner, paper, rita.email());
            review(tenant, rita, paper, 2, "Weak.");
        }

        finds(chair, tenant, "by", "By the chair", "By another");
        for (var query : new String[] {"score<3", "not score>3", "reviewer:rita", "has:review", "not missing:review"})
            finds(chair, tenant, query, "By another");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .status())
                .isEqualTo(404);
    }

    private void finds(Browser chair, Tenant tenant, String query, String... titles) {
        var page = chair.open(at(tenant, PAGE + "?q=" + encoded(query)));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        for (var title :
                new String[] {"Soft grippers", "Hard 100% problems", "Walking", "By the chair", "By another"}) {
            var expected = List.of(titles).contains(title);
            assertThat(page.body().contains(">" + title + "<"))
                    .as(title + " by " + query)
                    .isEqualTo(expected);
        }
    }

    private String act(Browser chair, Tenant tenant, String query, Map<String, String> fields) {
        var sent = new HashMap<>(fields);
        sent.put("q", query);
        return chair.submit(chair.open(at(tenant, PAGE + "?q=" + encoded(query))), PAGE, sent)
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

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
        var asked = owner.get(CONFERENCE + "/submissions:query?limit=1&q=" + encoded("number<3"))
                .expect(200);
        assertThat(asked.text("/items/0/title")).isEqualTo("Soft grippers");
        var next = owner.get(
                        CONFERENCE + "/submissions:query?q=" + encoded("number<3") + "&after=" + asked.text("/next"))
                .expect(200);
        assertThat(next.json().at("/items")).hasSize(1);
        assertThat(owner.get(CONFERENCE + "/submissions:query?q=" + encoded("score>high"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/q");
        anonymous(tenant).get(CONFERENCE + "/submissions:query?q=grippers").expect(401);
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

        var counted = at(tenant, PAGE + "/figures?q=" + encoded("number<3"));
        eventually("letters", () -> chair.open(counted).body().contains("Days from submission"));
        var figures = chair.open(counted);
        assertThat(figures.body()).contains("2 papers", "By country of the corresponding author", "By mean score");
        assertThat(chair.open(at(tenant, PAGE + "/figures.csv?q=" + encoded("number<3")))
                        .body()
                        .replace("\"", "")
                        .lines())
                .contains(
                        "status,accepted,Accepted,2",
                        "country,CN,China,1",
                        "origin,domestic,Domestic,1",
                        "reviews,0,0,1",
                        "score,5,5,1");
        assertThat(chair.open(at(tenant, PAGE + "/figures?q=" + encoded("score>high")))
                        .status())
                .isEqualTo(422);
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
        assertThat(chair.open(at(tenant, PAGE + "/figures.csv?q=by"))
                        .body()
                        .replace("\"", "")
                        .lines())
                .contains("status,submitted,Submitted,2", "reviews,1,1,1", "score,2,2,1");
        for (var query : new String[] {"score<3", "not score>3", "reviewer:rita", "has:review", "not missing:review"})
            finds(chair, tenant, query, "By another");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1/reviews"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void chairsWriteToTheAuthorsAndToTheReviewersOfThePapersOfAQuery() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var zoe = "zoe-" + tenant.slug() + "@elsewhere.example";
        submit(tenant, "Soft grippers", Map.of("name", "Zoe", "email", zoe));
        submit(tenant, "Walking", Map.of("name", "Cy", "email", "cy-" + tenant.slug() + "@uni-four.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());

        var path = PAGE + "/message";
        var form = chair.open(at(tenant, path + "?q=grippers&audience=authors"));
        assertThat(form.body()).contains("To the authors of one paper");
        var wrong = chair.submit(form, path, message("authors", "Dear {{nmae}}", "look"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Dear {{nmae}}");
        var looked = chair.submit(form, path, message("authors", "Dear {{name}}, about {{number}}", "look"));
        assertThat(looked.body()).contains("Dear Ada Lovelace, about 1", "Send it");
        assertThat(mailsTo(zoe)).doesNotContain("News");

        var sent = chair.submit(looked, path, message("authors", "Dear {{name}}, about {{title}}: {{link}}", "send"));
        assertThat(sent.body()).contains("The mail goes out");
        eventually("read", () -> mailsTo(zoe).contains("Dear Zoe, about Soft grippers: http"));
        assertThat(mailsTo("cy-" + tenant.slug() + "@uni-four.example")).doesNotContain("News");
        chair.submit(looked, path, message("reviewers", "Dear {{name}}, please hurry.", "send"));
        eventually("read by her", () -> mailsTo(rita.email()).contains("Dear Rita Readwell, please hurry."));
        assertThat(chair.submit(looked, path, message("reviewers", "About {{title}}", "send"))
                        .status())
                .as("no paper is named to reviewers")
                .isEqualTo(422);
    }

    private static Map<String, String> message(String audience, String text, String step) {
        return Map.of(
                "q", "grippers", "audience", audience, "subject", "News", "text", text, "seen", "1", "step", step);
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

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** From the call for papers to the found paper, over the API. */
class SubmitAndFindIT extends CallFixture {
    @Test
    void aSubmittedPaperIsFoundDespiteTypingErrorsWithinSeconds() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var staff = owner(tenant);

        var submitted = author.post(
                        CONFERENCE + "/submissions", paper("Dexterous Grasping with Reinforcement Learning"))
                .expect(201);

        assertThat(submitted.text("/number")).isEqualTo("1");
        assertThat(submitted.text("/status")).isEqualTo("submitted");
        eventually("found", () -> total(staff, "dextrous+reinforcment") == 1);
        var found =
                staff.get(CONFERENCE + "/search/papers?q=dextrous+reinforcment").json();
        assertThat(found.at("/items/0/highlights/title/0").asString()).contains("<em>Reinforcement</em>");
        assertThat(found.at("/facets/track/learning").asLong()).isEqualTo(1);
        assertThat(found.at("/facets/country/CN").asLong()).isEqualTo(1);
        assertThat(found.at("/facets/status/submitted").asLong()).isEqualTo(1);
        assertThat(total(staff, "lovlace")).isEqualTo(1);
        assertThat(total(staff, "beginn")).as("the beginning of a word").isEqualTo(1);
        assertThat(total(staff, "agriculture")).isZero();
        assertThat(total(staff, "grasping&track=control")).isZero();
        assertThat(total(author, "reinforcement")).as("nothing is accepted yet").isZero();
        assertThat(author.get(CONFERENCE + "/search/papers?q=")
                        .json()
                        .at("/facets/status/submitted")
                        .isMissingNode())
                .isTrue();

        staff.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);

        eventually("accepted and public", () -> total(author, "reinforcement") == 1);
        assertThat(author.get(CONFERENCE + "/search/papers?q=ada").body()).doesNotContain("ada@example.org");
    }

    @Test
    void thePublicPagesShowTheCallAndItsForm() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var visitor = anonymous(tenant);

        assertThat(visitor.get("/c/robots").expect(200).body()).contains("2099-01-31 23:59 AoE", "/c/robots/submit");
        assertThat(visitor.get("/c/robots/submit").expect(200).body()).contains("authors.0.name", "Learning");
        assertThat(visitor.with("Accept-Language", "zh-CN")
                        .get("/c/robots/submit")
                        .expect(200)
                        .body())
                .contains("投稿");
        visitor.get("/c/robots/papers").expect(200);
    }

    @Test
    void theAuthorIsMailedALinkThatOpensThePaper() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var secret = author.post(CONFERENCE + "/submissions", paper("Mail me"))
                .expect(201)
                .text("/secret");

        assertThat(author.get(CONFERENCE + "/submissions/1?secret=" + secret)
                        .expect(200)
                        .text("/title"))
                .isEqualTo("Mail me");
        author.get(CONFERENCE + "/submissions/1").expect(404);
        author.get(CONFERENCE + "/submissions/1?secret=wrong").expect(404);
        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Changed"))
                .expect(200);
        assertThat(author.get("/c/robots/submissions/1?secret=" + secret)
                        .expect(200)
                        .body())
                .contains("Changed");
        author.get("/c/robots/submissions/1/edit?secret=" + secret).expect(200);
        eventually(
                "mailed",
                () -> inbox().mails(null).stream()
                        .anyMatch(m -> m.text().contains("/c/robots/submissions/1?secret=" + secret)));
    }

    @Test
    void everyWrongMemberIsNamedAndNothingIsWritten() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var wrong = Map.of(
                "title",
                "x".repeat(301),
                "track",
                "cooking",
                "authors",
                List.of(Map.of("name", "", "email", "nobody", "country", "XX")),
                "file_token",
                "forged");

        var answer = anonymous(tenant).post(CONFERENCE + "/submissions", wrong).expect(422);

        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.at("/pointer").asString()))
                .contains(
                        "/title",
                        "/abstract",
                        "/track",
                        "/authors",
                        "/authors/0/name",
                        "/authors/0/email",
                        "/authors/0/country",
                        "/file_token");
        assertThat(anonymous(tenant)
                        .post(CONFERENCE + "/submissions", Map.of("colour", "red"))
                        .status())
                .isEqualTo(422);
        assertThat(owner(tenant)
                        .get(CONFERENCE + "/submissions")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void afterTheDeadlineNothingIsTaken() {
        var tenant = aTenantWithCall("2020-01-31T23:59");

        assertThat(anonymous(tenant)
                        .post(CONFERENCE + "/submissions", paper("Late"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("deadline_passed");
    }

    @Test
    void numbersHaveNoGapsWhenManySubmitAtOnce() throws Exception {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i ->
                            (Callable<Integer>) () -> author.post(CONFERENCE + "/submissions", paper("Paper " + i))
                                    .status())
                    .toList();
            for (Future<Integer> each : pool.invokeAll(tasks))
                assertThat(each.get()).isEqualTo(201);
        }

        var numbers = owner(tenant)
                .get(CONFERENCE + "/submissions?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .map(p -> p.at("/number").asInt())
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void twoTenantsWithTheSameWordsNeverSeeEachOther() {
        var one = aTenantWithCall("2099-01-31T23:59");
        var other = aTenantWithCall("2099-01-31T23:59");
        anonymous(one)
                .post(CONFERENCE + "/submissions", paper("Shared words of the first"))
                .expect(201);
        anonymous(other)
                .post(CONFERENCE + "/submissions", paper("Shared words of the second"))
                .expect(201);

        eventually(
                "both indexed",
                () -> total(owner(one), "shared+words") == 1 && total(owner(other), "shared+words") == 1);

        assertThat(owner(one).get(CONFERENCE + "/search/papers?q=shared").body())
                .contains("first")
                .doesNotContain("second");
        assertThat(owner(other).get(CONFERENCE + "/search/papers?q=shared").body())
                .contains("second")
                .doesNotContain("first");
    }
}

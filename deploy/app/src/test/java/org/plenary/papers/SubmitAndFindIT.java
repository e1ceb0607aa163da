package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Permission;
import org.plenary.tenancy.Tenant;

/** From the call for papers to the found paper, over the API. */
class SubmitAndFindIT extends PlenaryIT {
    private static final String CONFERENCE = "/api/v1/conferences/robots";

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
    void aWholeConferenceIsImportedOnceAndFound() throws IOException {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        byte[] file;
        try (var stream = getClass().getResourceAsStream("/demo/papers-corl2024.json")) {
            file = stream.readAllBytes();
        }

        var first = staff.send("POST", CONFERENCE + "/submissions:import", "application/json", file)
                .expect(200);
        var again = staff.send("POST", CONFERENCE + "/submissions:import", "application/json", file)
                .expect(200);

        assertThat(first.json().at("/rows").asInt()).isEqualTo(264);
        assertThat(first.json().at("/imported").asInt()).isEqualTo(264);
        assertThat(again.json().at("/results/0/status").asString()).isEqualTo("updated");
        eventually("all indexed", () -> total(anonymous(tenant), "") == 264);
        assertThat(total(staff, "difusion+policy")).isPositive();
        assertThat(pages(staff, "")).hasSize(264);
        // every paper but one has the word, or another that begins with it or is one letter away
        assertThat(pages(staff, "the")).hasSize(263).doesNotContain(97);
        assertThat(anonymous(tenant)
                        .get("/c/robots/papers?q=difusion")
                        .expect(200)
                        .body())
                .contains("<em>");
    }

    @Test
    void oneBadRowKeepsAllOthersOutUnlessPartial() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        var lines = "{\"title\": \"Good\", \"authors\": [\"Ada\"]}\n{\"title\": \"\", \"authors\": [\"Ada\"]}\n"
                .getBytes(StandardCharsets.UTF_8);

        var refused = staff.send("POST", CONFERENCE + "/submissions:import", "application/x-ndjson", lines)
                .expect(422);
        var partial = staff.send("POST", CONFERENCE + "/submissions:import?partial=true", "application/x-ndjson", lines)
                .expect(200);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/1/title");
        assertThat(refused.json().at("/imported").asInt()).isZero();
        assertThat(partial.json().at("/imported").asInt()).isEqualTo(1);
        assertThat(partial.text("/results/1/status")).isEqualTo("invalid");
        as(tenant, Permission.PAPERS_READ)
                .send("POST", CONFERENCE + "/submissions:import", "application/x-ndjson", lines)
                .expect(403);
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

    /** The numbers on all pages; as many different ones as the first page said there are in total. */
    private static Set<Integer> pages(Http client, String query) {
        var numbers = new ArrayList<Integer>();
        var after = "";
        do {
            var page = client.get(CONFERENCE + "/search/papers?q=" + query + "&limit=100" + after)
                    .expect(200)
                    .json();
            page.at("/items")
                    .valueStream()
                    .forEach(item -> numbers.add(item.at("/number").asInt()));
            after = page.at("/next").isNull()
                    ? ""
                    : "&after=" + page.at("/next").asString();
        } while (!after.isEmpty());
        assertThat(numbers).doesNotHaveDuplicates().hasSize((int) total(client, query));
        return Set.copyOf(numbers);
    }

    private static long total(Http client, String query) {
        return client.get(CONFERENCE + "/search/papers?q=" + query)
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    private Tenant aTenantWithCall(String deadline) {
        var tenant = aTenant();
        var owner = owner(tenant);
        owner.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                "robots",
                                "name",
                                "Robots",
                                "starts_on",
                                LocalDate.now(ZoneOffset.UTC).plusDays(200).toString(),
                                "ends_on",
                                LocalDate.now(ZoneOffset.UTC).plusDays(204).toString(),
                                "time_zone",
                                "Asia/Shanghai",
                                "venue",
                                Map.of("name", "Hall", "city", "Shanghai", "country", "CN"),
                                "currency",
                                "CNY",
                                "languages",
                                List.of("en", "zh-CN")))
                .expect(201);
        owner.post(
                        CONFERENCE + "/call-for-papers",
                        Map.of(
                                "tracks",
                                        List.of(
                                                Map.of("key", "learning", "name", "Learning"),
                                                Map.of("key", "control", "name", "Control")),
                                "deadline", Map.of("at", deadline, "zone", "AoE")))
                .expect(201);
        owner.post(
                        CONFERENCE + "/fees",
                        Map.of(
                                "key", "regular",
                                "name", "Regular",
                                "prices", List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "CNY")))))
                .expect(201);
        publish(owner);
        return tenant;
    }

    private static void publish(Http owner) {
        owner.patch(CONFERENCE, Map.of("status", "published")).expect(200);
    }

    private static Map<String, Object> paper(String title) {
        return Map.of(
                "title",
                title,
                "abstract",
                "A beginning, a middle and an end.",
                "keywords",
                List.of("robots"),
                "track",
                "learning",
                "authors",
                List.of(
                        Map.of(
                                "name",
                                "Ada Lovelace",
                                "email",
                                "ada@example.org",
                                "country",
                                "CN",
                                "corresponding",
                                true),
                        Map.of("name", "Grace Hopper")));
    }
}

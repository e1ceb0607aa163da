package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Permission;

/** What organizers ask authors for, how everybody reads it, and who comes in after the deadline. */
class CallIT extends CallFixture {
    private static final String CALL = CONFERENCE + "/call-for-papers";
    private static final Map<String, Object> TREE = Map.of(
            "key",
            "learning",
            "name",
            Map.of("en", "Learning", "zh-CN", "学习"),
            "topics",
            List.of(Map.of(
                    "key",
                    "imitation",
                    "name",
                    Map.of("en", "Imitation", "zh-CN", "模仿"),
                    "topics",
                    List.of(Map.of("key", "teleoperation", "name", "Teleoperation")))));

    @Test
    void aCallIsReadByEverybodyWithItsTopicsTypesAndRoundsOnAPageOnPaperAndAsText() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        owner(tenant).post(CALL, call("2099-01-31T23:59", rounds())).expect(200);
        var visitor = anonymous(tenant);

        var json = visitor.get(CALL).expect(200).json();
        assertThat(json.at("/rounds/0/stage").asString()).isEqualTo("abstract");
        assertThat(json.at("/rounds/1/deadline/at").asString()).startsWith("2099-03-31");
        assertThat(json.at("/tracks/0/topics/0/topics/0/key").asString()).isEqualTo("teleoperation");
        assertThat(json.at("/types/0/maximum_pages").asInt()).isEqualTo(8);

        assertThat(visitor.get("/c/robots/call").expect(200).body())
                .contains("2099-01-31 23:59 AoE", "2099-03-31 23:59 AoE", "Imitation", "Teleoperation", "8 pages");
        assertThat(visitor.with("Accept-Language", "zh-CN")
                        .get("/c/robots/call")
                        .expect(200)
                        .body())
                .contains("摘要截止", "模仿");
        assertThat(visitor.get("/c/robots/call.txt").expect(200).body())
                .contains("Call for papers: Robots", "  - Imitation (Teleoperation)", "/c/robots/submit");
        assertThat(visitor.get("/c/robots/call.pdf").expect(200).body()).startsWith("%PDF-");
    }

    @Test
    void everythingWrongInACallIsNamed() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var wrong = call(
                "2099-01-31T23:59",
                List.of(
                        Map.of("stage", "camera_ready"),
                        Map.of("stage", "full", "deadline", Map.of("at", "2099-01-30T23:59", "zone", "AoE"))));
        wrong.put("types", List.of(Map.of("key", "Poster!", "name", "Poster", "maximum_pages", 0)));
        wrong.put(
                "tracks",
                List.of(
                        TREE,
                        Map.of(
                                "key",
                                "control",
                                "name",
                                "Control",
                                "topics",
                                List.of(Map.of("key", "imitation", "name", "Again")),
                                "chairs",
                                List.of("00000000-0000-0000-0000-000000000001"))));

        var answer = owner(tenant).post(CALL, wrong).expect(422);

        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/rounds/0/stage",
                        "/rounds/1/stage",
                        "/rounds/1/deadline",
                        "/types/0/key",
                        "/types/0/maximum_pages",
                        "/tracks/1/topics/0/key",
                        "/tracks/1/chairs");
    }

    @Test
    void anAuthorChoosesATypeAndTopicsThatTheCallKnows() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        owner(tenant).post(CALL, call("2099-01-31T23:59", rounds())).expect(200);
        var author = anonymous(tenant);
        var paper = new HashMap<>(paper("On teleoperation"));

        assertThat(author.post(CONFERENCE + "/submissions", paper).expect(422).body())
                .contains("/type");
        paper.put("type", "paper");
        paper.put("topics", List.of("teleoperation", "cooking"));
        assertThat(author.post(CONFERENCE + "/submissions", paper).expect(422).body())
                .contains("/topics/1")
                .doesNotContain("/topics/0");
        paper.put("topics", List.of("teleoperation"));
        paper.put(
                "authors",
                List.of(Map.of(
                        "name",
                        "Ada",
                        "email",
                        "ada@example.org",
                        "corresponding",
                        true,
                        "orcid",
                        "0000-0002-1825-0098")));
        assertThat(author.post(CONFERENCE + "/submissions", paper).expect(422).body())
                .contains("/authors/0/orcid");
        paper.put(
                "authors",
                List.of(Map.of(
                        "name",
                        "Ada",
                        "email",
                        "ada@example.org",
                        "corresponding",
                        true,
                        "orcid",
                        "0000-0002-1825-0097")));
        var secret = author.post(CONFERENCE + "/submissions", paper).expect(201).text("/secret");

        assertThat(author.get("/c/robots/submissions/1?secret=" + secret)
                        .expect(200)
                        .body())
                .contains("Full paper", "Teleoperation", "0000-0002-1825-0097");
    }

    @Test
    void aPaperWhoseTypeNeedsAFileIsNotTakenWithoutOneUnlessAbstractsComeFirst() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        var paper = new HashMap<>(paper("Without a file"));
        paper.put("type", "paper");
        staff.post(CALL, call("2099-01-31T23:59", List.of(Map.of("stage", "full"))))
                .expect(200);

        assertThat(anonymous(tenant)
                        .post(CONFERENCE + "/submissions", paper)
                        .expect(422)
                        .body())
                .contains("/file_token");

        staff.post(CALL, call("2099-01-31T23:59", rounds())).expect(200);
        anonymous(tenant).post(CONFERENCE + "/submissions", paper).expect(201);
    }

    @Test
    void newPapersEndWithTheAbstractsWhileChangesGoOnUntilTheFullPapers() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        staff.post(CALL, call("2099-01-31T23:59", rounds())).expect(200);
        var paper = new HashMap<>(paper("An abstract"));
        paper.put("type", "paper");
        var author = anonymous(tenant);
        var secret = author.post(CONFERENCE + "/submissions", paper).expect(201).text("/secret");
        staff.post(CALL, call("2020-01-31T23:59", rounds())).expect(200);

        assertThat(author.post(CONFERENCE + "/submissions", paper).expect(409).body())
                .contains("deadline_passed");
        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "The full paper"))
                .expect(200);
    }

    @Test
    void aDeadlineThatMovesIsShownWithBothDaysAndToldToAuthorsWhenAsked() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        anonymous(tenant).post(CONFERENCE + "/submissions", paper("Moved")).expect(201);

        var moved = call("2099-02-14T23:59", List.of(Map.of("stage", "full")));
        moved.remove("types");
        staff.post(CALL + "?announce=true", moved).expect(200);

        assertThat(anonymous(tenant).get("/c/robots/call").expect(200).body())
                .contains("<del", "2099-01-31 23:59 AoE", "2099-02-14 23:59 AoE");
        eventually(
                "told",
                () -> inbox().mails(null).stream()
                        .anyMatch(mail -> mail.text().contains("2099-02-14 23:59 AoE")
                                && mail.text().contains(tenant.slug())));
    }

    @Test
    void ofTwoWhoChangeACallAtOnceTheSecondIsTold() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        var tag = staff.get(CALL).expect(200).headers().firstValue("ETag").orElseThrow();
        staff.with("If-Match", tag)
                .post(CALL, call("2099-01-31T23:59", rounds()))
                .expect(200);

        staff.with("If-Match", tag)
                .post(CALL, call("2099-01-31T23:59", rounds()))
                .expect(412);
    }

    @Test
    void whoMayOnlyReadPapersChangesNoCall() {
        var tenant = aTenantWithCall("2099-01-31T23:59");

        as(tenant, Permission.PAPERS_READ)
                .post(CALL, call("2099-01-31T23:59", rounds()))
                .expect(403);
    }

    static Map<String, Object> call(String deadline, List<Map<String, Object>> rounds) {
        var call = new HashMap<String, Object>();
        call.put("tracks", new ArrayList<>(List.of(TREE)));
        call.put(
                "types", List.of(Map.of("key", "paper", "name", "Full paper", "file", "required", "maximum_pages", 8)));
        call.put("instructions", Map.of("en", "Use the template.\n\nBe brief.", "zh-CN", "请使用模板。"));
        call.put("deadline", Map.of("at", deadline, "zone", "AoE"));
        call.put("rounds", rounds);
        return call;
    }

    static List<Map<String, Object>> rounds() {
        return List.of(
                Map.of("stage", "abstract"),
                Map.of("stage", "full", "deadline", Map.of("at", "2099-03-31T23:59", "zone", "AoE")),
                Map.of("stage", "camera_ready", "deadline", Map.of("at", "2099-06-30T23:59", "zone", "AoE")));
    }
}

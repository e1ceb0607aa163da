package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Which conferences of an organization are about the same at nearly the same time (PLAN-22). */
class AlikeConferencesIT extends ReviewFixture {
    private static final String SIMILAR = "/manage/conferences/%s/similar";
    private static final int START = 200;

    private Tenant tenant;
    private Http owner;
    private Browser chair;

    @BeforeEach
    void aConferenceAboutLearningAndControl() {
        tenant = aTenantWithCall("2099-01-31T23:59");
        owner = owner(tenant);
        chair = chair(tenant);
    }

    @Test
    void conferencesAboutTheSameAreNamedWithWhatTheyShareAndOthersApart() {
        conference(owner, "school", "Summer School of Robots", START - 60);
        call("school", "Learning", "Vision");
        conference(owner, "gardens", "International Conference on Gardens", START + 40);
        conference(owner, "later", "Robots Again", START + 300);

        eventually("the school is similar", () -> similar("robots", "").contains("/conferences/school/settings"));
        assertThat(similar("robots", ""))
                .contains("Both have: Learning")
                .doesNotContain("Vision", "/conferences/gardens/", "/conferences/later/");
        assertThat(others("robots", ""))
                .contains("/conferences/gardens/settings")
                .doesNotContain("/conferences/later/", "/conferences/school/");
        eventually("a year is asked for", () -> similar("robots", "?months=12").contains("/conferences/later/"));
        assertThat(chair.open(at(tenant, SIMILAR.formatted("robots") + "?months=5"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aSubjectThatIsAddedOrTakenAwayCountsFromThenOn() {
        conference(owner, "gardens", "Gardens", START + 40);
        eventually("it stands with the others", () -> others("robots", "").contains("/conferences/gardens/"));
        assertThat(body("robots", "")).contains("Nothing like it is planned");

        call("gardens", "Learning", "Control");
        eventually("it is similar", () -> similar("robots", "").contains("/conferences/gardens/"));

        owner.post(CONFERENCE.replace("robots", "gardens") + "/call-for-papers", plan("Roses"))
                .expect(200);
        eventually("it is not any more", () -> others("robots", "").contains("/conferences/gardens/"));
    }

    @Test
    void chineseNamesAreComparedByTheirWords() {
        conference(owner, "one", Map.of("en", "One", "zh-CN", "第三届国际机器人学习大会"), START);
        conference(owner, "two", Map.of("en", "Two", "zh-CN", "机器人学习研讨会"), START + 20);
        conference(owner, "three", Map.of("en", "Three", "zh-CN", "第三届国际园艺大会"), START + 20);

        eventually("by what they are about", () -> similar("one", "").contains("/conferences/two/"));
        assertThat(similar("one", "")).doesNotContain("/conferences/three/");
        var page = chair.open(at(tenant, SIMILAR.formatted("one") + "?lang=zh-CN"));
        assertThat(page.body()).contains("主题相近的会议", "机器人学习研讨会");
    }

    @Test
    void whatWasDeletedCancelledOrIsAnothersIsNotNamed() {
        var others = aTenantWithCall("2099-01-31T23:59");
        conference(owner(others), "theirs", "Robots of others", START);
        conference(owner, "draft", "Robots in a draft", START);
        eventually("the draft is similar", () -> similar("robots", "").contains("/conferences/draft/"));

        owner.delete("/api/v1/conferences/draft").expect(204);

        assertThat(body("robots", "")).doesNotContain("/conferences/draft/", "/conferences/theirs/");
        assertThat(chair.open(at(others, SIMILAR.formatted("robots"))).status()).isNotEqualTo(200);
    }

    private String body(String slug, String query) {
        var page = chair.open(at(tenant, SIMILAR.formatted(slug) + query));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private String similar(String slug, String query) {
        return part(body(slug, query), "id=\"similar-heading\"");
    }

    private String others(String slug, String query) {
        return part(body(slug, query), "id=\"others-heading\"");
    }

    private static String part(String body, String heading) {
        var at = body.indexOf(heading);
        return at < 0 ? "" : body.substring(at, body.indexOf("</section>", at));
    }

    private void conference(Http client, String slug, Object name, int inDays) {
        var start = LocalDate.now(ZoneOffset.UTC).plusDays(inDays);
        client.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                slug,
                                "name",
                                name,
                                "starts_on",
                                start.toString(),
                                "ends_on",
                                start.plusDays(2).toString(),
                                "time_zone",
                                "Asia/Shanghai",
                                "venue",
                                Map.of("name", "Hall", "city", "Shanghai", "country", "CN"),
                                "currency",
                                "CNY",
                                "languages",
                                List.of("en", "zh-CN")))
                .expect(201);
    }

    private void call(String slug, String... tracks) {
        owner.post("/api/v1/conferences/" + slug + "/call-for-papers", plan(tracks))
                .expect(201);
    }

    private static Map<String, Object> plan(String... tracks) {
        return Map.of(
                "tracks",
                Arrays.stream(tracks)
                        .map(name -> Map.of("key", name.toLowerCase(java.util.Locale.ROOT), "name", name))
                        .toList(),
                "deadline",
                Map.of("at", "2099-01-31T23:59", "zone", "AoE"));
    }
}

package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;

class ConferenceIT extends PlenaryIT {
    @Test
    void aConferenceIsMadeReadAndChanged() {
        var owner = owner(aTenant());

        var made = owner.post("/api/v1/conferences", conference("corl-2027")).expect(201);
        var tag = made.headers().firstValue("ETag").orElseThrow();
        var changed = owner.with("If-Match", tag)
                .patch("/api/v1/conferences/corl-2027", Map.of("name", Map.of("en", "CoRL", "zh-CN", "机器人学习")))
                .expect(200);

        assertThat(made.text("/status")).isEqualTo("draft");
        assertThat(changed.text("/name/zh-CN")).isEqualTo("机器人学习");
        assertThat(changed.text("/venue/city")).isEqualTo("Shanghai");
        assertThat(owner.get("/api/v1/conferences").expect(200).text("/items/0/slug"))
                .isEqualTo("corl-2027");
        owner.with("If-Match", tag)
                .patch("/api/v1/conferences/corl-2027", Map.of("currency", "CNY"))
                .expect(412);
    }

    @Test
    void aSlugIsTakenOnlyOnce() {
        var owner = owner(aTenant());
        owner.post("/api/v1/conferences", conference("corl-2027")).expect(201);

        var refused = owner.post("/api/v1/conferences", conference("corl-2027")).expect(422);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/slug");
        assertThat(refused.text("/errors/0/code")).isEqualTo("taken");
    }

    @Test
    void aDraftIsNotThereForThePublic() {
        var tenant = aTenant();
        owner(tenant).post("/api/v1/conferences", conference("corl-2027")).expect(201);

        anonymous(tenant).get("/api/v1/conferences/corl-2027").expect(404);
        anonymous(tenant).get("/c/corl-2027").expect(404);
        assertThat(anonymous(tenant).get("/").expect(200).body()).doesNotContain("corl-2027");
    }

    @Test
    void anotherTenantHasNoSuchConference() {
        owner(aTenant()).post("/api/v1/conferences", conference("corl-2027")).expect(201);

        owner(aTenant()).get("/api/v1/conferences/corl-2027").expect(404);
    }

    @Test
    void aMoveOfTheStatusThatIsNotPossibleIsRefused() {
        var owner = owner(aTenant());
        owner.post("/api/v1/conferences", conference("corl-2027")).expect(201);

        var refused = owner.patch("/api/v1/conferences/corl-2027", Map.of("status", "archived"))
                .expect(409);

        assertThat(refused.text("/type")).endsWith("status_move");
        owner.patch("/api/v1/conferences/corl-2027", Map.of("status", "gone")).expect(422);
    }

    private static Map<String, Object> conference(String slug) {
        return Map.of(
                "slug",
                slug,
                "name",
                Map.of("en", "Robots", "zh-CN", "机器人"),
                "starts_on",
                "2027-05-14",
                "ends_on",
                "2027-05-17",
                "time_zone",
                "Asia/Shanghai",
                "venue",
                Map.of("name", "Expo Centre", "city", "Shanghai", "country", "CN"),
                "currency",
                "EUR",
                "languages",
                List.of("en", "zh-CN"));
    }
}

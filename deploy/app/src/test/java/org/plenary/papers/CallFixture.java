package org.plenary.papers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;

/** A conference with a call for papers, and papers for it. */
abstract class CallFixture extends PlenaryIT {
    static final String CONFERENCE = "/api/v1/conferences/robots";

    static long total(Http client, String query) {
        return client.get(CONFERENCE + "/search/papers?q=" + query)
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    Tenant aTenantWithCall(String deadline) {
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

    static void publish(Http owner) {
        owner.patch(CONFERENCE, Map.of("status", "published")).expect(200);
    }

    static Map<String, Object> paper(String title) {
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

package org.plenary.papers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.kernel.LocalizedText;
import org.plenary.papers.call.Deadline;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept back until a time is announced by itself then, once. */
class AnnouncementJobIT extends PlenaryIT {
    private static final String API = "/api/v1/conferences/robots";
    private static final Instant TIME = Instant.parse("2090-01-10T12:00:00Z");

    @Autowired
    private AnnouncementJob job;

    @Autowired
    private DecisionPlans plans;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void decisionsAreAnnouncedWhenTheirTimeHasComeAndNotASecondBeforeAndOnlyOnce() {
        var tenant = aTenant();
        var owner = owner(tenant);
        var email = "ada-" + tenant.slug() + "@example.org";
        var secret = aDecidedPaper(tenant, owner, email);

        Tenancy.runAs(tenant, () -> job.announce(TIME));
        assertThat(shown(tenant, secret)).as("at its last moment").isEqualTo("submitted");

        Tenancy.runAs(tenant, () -> job.announce(TIME.plusSeconds(1)));
        Tenancy.runAs(tenant, () -> job.announce(TIME.plusSeconds(2)));

        assertThat(shown(tenant, secret)).isEqualTo("accepted");
        eventually("told", () -> accepted(email) > 0);
        assertThat(accepted(email)).isEqualTo(1);
        var announcements = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from audit_entry where action = 'decisions.announced'")
                        .query(Long.class)
                        .single());
        assertThat(announcements).isEqualTo(1);
    }

    private long accepted(String email) {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().startsWith("Accepted"))
                .count();
    }

    private String aDecidedPaper(Tenant tenant, Http owner, String email) {
        var start = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        owner.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                "robots",
                                "name",
                                "Robots",
                                "starts_on",
                                start.toString(),
                                "ends_on",
                                start.plusDays(3).toString(),
                                "time_zone",
                                "UTC",
                                "venue",
                                Map.of("name", "Hall", "city", "Shanghai", "country", "CN"),
                                "currency",
                                "CNY",
                                "languages",
                                List.of("en")))
                .expect(201);
        owner.post(
                        API + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "deadline", Map.of("at", "2089-12-31T23:59", "zone", "AoE")))
                .expect(201);
        owner.post(
                        API + "/fees",
                        Map.of(
                                "key", "regular",
                                "name", "Regular",
                                "prices", List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "CNY")))))
                .expect(201);
        owner.patch(API, Map.of("status", "published")).expect(200);
        var secret = anonymous(tenant)
                .post(
                        API + "/submissions",
                        Map.of(
                                "title", "Counting with gears",
                                "abstract", "A beginning, a middle and an end.",
                                "keywords", List.of("gears"),
                                "track", "learning",
                                "authors", List.of(Map.of("name", "Ada", "email", email, "corresponding", true))))
                .expect(201)
                .text("/secret");
        Tenancy.runAs(tenant, () -> {
            var nothing = LocalizedText.of("");
            var at = new Deadline(LocalDateTime.ofInstant(TIME, ZoneOffset.UTC), "UTC");
            var plan = new DecisionPlan(true, at, nothing, nothing, "", nothing, null);
            var id = jdbc.sql("select id from conference where slug = 'robots'")
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .single();
            plans.save(id, new DecisionPlans.Versioned(plan, null, 0));
        });
        owner.post(API + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        return secret;
    }

    private String shown(Tenant tenant, String secret) {
        return anonymous(tenant)
                .get(API + "/submissions/1?secret=" + secret)
                .expect(200)
                .text("/status");
    }
}

package org.plenary.papers.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Owners are reminded of a call for papers that should be out sixteen months before the conference (PLAN-07). */
class CallReminderIT extends PlenaryIT {
    private static final String API = "/api/v1/conferences/robots";

    @Autowired
    private CallReminder reminder;

    @Autowired
    private Accounts accounts;

    private final String email = "owner-" + Ids.reference(8) + "@example.org";
    private Tenant tenant;
    private Http staff;

    @BeforeEach
    void anOwner() {
        tenant = aTenant();
        staff = owner(tenant);
        var account = accounts.createOwner("Mona Müller", email, quickHash("four unrelated words"));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
    }

    @Test
    void aMonthAheadTheOwnerIsRemindedOnceHoweverOftenItIsLookedAt() {
        aConference(today().plusMonths(16).plusDays(10));

        remind();
        remind();

        assertThat(inbox().mails(email)).hasSize(1);
        assertThat(inbox().mails(email).getFirst().text()).contains("should be out by", "/papers/call");
    }

    @Test
    void whenTheDayHasPassedTheOwnerIsToldSo() {
        aConference(today().plusMonths(16).minusDays(10));

        remind();

        assertThat(inbox().mails(email).getFirst().text()).contains("should have been out by");
    }

    @Test
    void aCallThatIsOutAndOneThatIsFarAheadNeedNoReminder() {
        aConference(today().plusMonths(16).minusDays(10));
        staff.post(
                        API + "/call-for-papers",
                        Map.of("deadline", Map.of("at", today().plusMonths(3) + "T23:59", "zone", "AoE")))
                .expect(201);
        staff.post(
                        API + "/fees",
                        Map.of(
                                "key", "regular",
                                "name", "Regular",
                                "prices", List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "CNY")))))
                .expect(201);
        staff.patch(API, Map.of("status", "published")).expect(200);
        aConference("later", today().plusMonths(20));

        remind();

        assertThat(inbox().mails(email)).noneMatch(mail -> mail.text().contains("sixteen months"));
    }

    private void remind() {
        Tenancy.runAs(tenant, reminder::remind);
    }

    private void aConference(LocalDate starts) {
        aConference("robots", starts);
    }

    private void aConference(String slug, LocalDate starts) {
        staff.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                slug,
                                "name",
                                "Robots",
                                "starts_on",
                                starts.toString(),
                                "ends_on",
                                starts.plusDays(3).toString(),
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

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

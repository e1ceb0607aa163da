package org.plenary.journey;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.tenancy.Tenant;

/** A journey about a week of robots in Munich, held by an organization that each test has anew. */
abstract class RobotsJourney extends Journey {
    static final String API = "/api/v1/conferences/robots";

    /** The form that asks for nothing but a name. */
    static final String NAME_ONLY = """
            {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
              {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true}]}]}""";

    Tenant tenant;
    Http api;
    Organizer organizer;

    /** Address of the organization. */
    String site;

    /** Address of the conference for those who run it. */
    String manage;

    @BeforeEach
    void anOrganization() {
        tenant = aTenant();
        api = owner(tenant);
        site = "http://" + tenant.slug() + ".localhost:" + platform().port();
        manage = site + "/manage/conferences/robots";
        organizer = new Organizer(accounts, tenant, site);
    }

    /** Not published yet, and without fees. */
    void robots(String startsOn, String endsOn, String form) {
        api.post("/api/v1/conferences", """
                {"slug": "robots", "name": {"en": "Robot Learning Week", "zh-CN": "机器人学习周"}, "starts_on": "%s",
                 "ends_on": "%s", "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Munich", "country": "DE"},
                 "currency": "EUR", "languages": ["en", "zh-CN"]}""".formatted(startsOn, endsOn)).expect(201);
        api.put(API + "/registration-form", form).expect(200);
    }

    void aFee(String key, String english, String chinese, String amount) {
        api.post(API + "/fees", """
                {"key": "%s", "name": {"en": "%s", "zh-CN": "%s"}, "tax_rate": 19,
                 "prices": [{"amount": {"amount": "%s", "currency": "EUR"}}]}""".formatted(key, english, chinese, amount)).expect(201);
    }

    void publish() {
        api.patch(API, Map.of("status", "published")).expect(200);
    }
}

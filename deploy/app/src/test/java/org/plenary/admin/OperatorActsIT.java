package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators say to all organizers, switch for them, and lay down as rules; and that all of it is written down. */
class OperatorActsIT extends PlenaryIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final Browser operator = new Browser();
    private final String mark = Ids.reference(8);
    private Tenant tenant;

    @BeforeEach
    void anOperatorAndAnOrganization() {
        tenant = aTenant();
        var email = "operator-" + mark + "@example.org";
        accounts.createOperator("Otto " + mark, email, quickHash(PASSWORD));
        signIn(operator, urls.platform("/operator?lang=en").toString(), email);
    }

    private static void signIn(Browser browser, String address, String email) {
        browser.submit(browser.open(address), "/login", Map.of("email", email, "password", PASSWORD));
    }

    private Browser anOwner() {
        var email = "owner-" + Ids.reference(8).toLowerCase() + "@example.org";
        var account = accounts.createOwner("Olga Owner", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        signIn(browser, urls.tenant(tenant, "/manage?lang=en").toString(), email);
        return browser;
    }

    private Browser.View open(String path) {
        return operator.open(urls.platform(path).toString());
    }

    private Browser.View post(String path, Map<String, String> fields) {
        return operator.submit(open("/operator/features"), path, fields);
    }

    private String manage(Browser browser, String path) {
        return browser.open(urls.tenant(tenant, path).toString()).body();
    }

    private Map<String, String> announcement(String plan) {
        return Map.of(
                "kind", "maintenance",
                "title.en", "Down on Sunday " + mark,
                "title.zh-CN", "周日维护 " + mark,
                "body.en", "For an hour.",
                "body.zh-CN", "一小时。",
                "from", "2026-01-01T00:00",
                "until", "2099-01-01T00:00",
                "plans", plan);
    }

    @Test
    void anAnnouncementStandsAboveOrganizersPagesUntilEachPutsItAway() {
        var wrong = new HashMap<>(announcement("free"));
        wrong.put("until", "2025-01-01T00:00");
        wrong.remove("title.zh-CN");
        var refused = post("/operator/announcements", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("It must end after it begins", "Down on Sunday " + mark);
        var olga = anOwner();
        var paul = anOwner();
        assertThat(manage(olga, "/manage")).doesNotContain(mark);

        assertThat(post("/operator/announcements", announcement("free")).body()).contains("It is published.");

        var page = olga.open(urls.tenant(tenant, "/manage").toString());
        assertThat(page.body()).contains("Down on Sunday " + mark);
        assertThat(manage(olga, "/manage/announcements")).contains("For an hour.");
        var id = jdbc.sql("select id from control.announcement where title ->> 'en' like ?")
                .param("%" + mark)
                .query(String.class)
                .single();
        assertThat(olga.submit(page, "/manage/announcements/" + id + "/dismissal", Map.of())
                        .body())
                .doesNotContain(mark);
        assertThat(manage(olga, "/manage")).doesNotContain(mark);
        assertThat(manage(paul, "/manage?lang=zh-CN")).contains("周日维护 " + mark);
        post("/operator/announcements/" + id + "/withdrawal", Map.of());
        assertThat(manage(paul, "/manage")).doesNotContain(mark);
        assertThat(open("/operator/announcements").body()).contains("Withdrawn", "Down on Sunday " + mark);
        assertThat(open("/operator/audit?who=" + mark + "&action=announcement.withdrawn")
                        .body())
                .contains(id);
    }

    @Test
    void aFeatureIsSwitchedForOneOrganizationAndForAll() {
        var other = aTenant();
        assertThat(post("/operator/features/webhooks", Map.of("percent", "101")).status())
                .isEqualTo(422);
        assertThat(post("/operator/features/webhooks/organizations", Map.of("slug", "nobody-" + mark, "on", "false"))
                        .status())
                .isEqualTo(422);

        post("/operator/features/webhooks/organizations", Map.of("slug", tenant.slug(), "on", "false"));

        owner(tenant).post("/api/v1/webhook-endpoints", endpoint()).expect(409);
        owner(other).post("/api/v1/webhook-endpoints", endpoint()).expect(201);
        post("/operator/features/webhooks/organizations", Map.of("slug", tenant.slug(), "on", "true"));
        post("/operator/features/webhooks", Map.of("percent", "0"));
        try {
            owner(other).post("/api/v1/webhook-endpoints", endpoint()).expect(409);
            owner(tenant).post("/api/v1/webhook-endpoints", endpoint()).expect(201);
        } finally {
            post("/operator/features/webhooks", Map.of("percent", ""));
        }
        owner(other).post("/api/v1/webhook-endpoints", endpoint()).expect(201);
        assertThat(open("/operator/audit?subject=webhooks&who=" + mark).body())
                .contains("Feature switched for an organization", tenant.slug());
    }

    private static Map<String, Object> endpoint() {
        return Map.of("url", "https://hooks.example.org/in", "events", java.util.List.of("order.confirmed"));
    }

    private Map<String, String> pack(String code, String rules) {
        return Map.of(
                "code",
                code,
                "title.en",
                "Rules " + mark,
                "title.zh-CN",
                "规则 " + mark,
                "effective_from",
                "2026-01-01",
                "rules",
                rules);
    }

    @Test
    void rulesArePublishedChosenAndKeptToUntilTheConferenceIsMoved() {
        var code = "T-" + mark;
        var packs = "/operator/rule-packs";
        var first = open(packs + "/CN-University/1").body();
        assertThat(first).contains("APPR-05", "P4 重大说明四", "300", "800");
        var rules = jdbc.sql("select rules from control.rule_pack where code = 'CN-University' and version = 1")
                .query(String.class)
                .single();
        assertThat(post(packs, pack(code, "{\"rules\": [")).status()).isEqualTo(422);
        var wrong = post(packs, pack(code, rules.replaceFirst("\"months\": 3", "\"months\": \"three\"")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("/months: a whole number from 0 to 60");
        var olga = anOwner();

        post(packs, pack(code, rules));

        assertThat(manage(olga, "/manage/rules")).doesNotContain(code);
        post(packs + "/" + code + "/1/publication", Map.of());
        assertThat(post(packs + "/" + code + "/1", pack(code, rules)).status()).isEqualTo(409);
        var choice = olga.open(urls.tenant(tenant, "/manage/rules").toString());
        assertThat(olga.submit(choice, "/manage/rules", Map.of("code", "No-Such"))
                        .status())
                .isEqualTo(422);
        olga.submit(choice, "/manage/rules", Map.of("code", code));
        owner(tenant).post("/api/v1/conferences", """
                        {"slug": "one", "name": "One", "starts_on": "2027-05-14", "ends_on": "2027-05-16",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);
        assertThat(manage(olga, "/manage/conferences/one/settings")).contains("keeps to " + code + ", version 1");
        post(packs, pack(code, rules));
        post(packs + "/" + code + "/2/publication", Map.of());
        var page =
                olga.open(urls.tenant(tenant, "/manage/conferences/one/rules").toString());
        assertThat(page.body()).contains("Another version is in effect", "Move to version 2", "APPR-05");

        var moved = olga.submit(page, "/manage/conferences/one/rules", Map.of("code", code, "version", "2"));

        assertThat(moved.body())
                .contains("keeps to these rules now", code + ", version 2")
                .doesNotContain("Move to");
        assertThat(owner(tenant)
                        .get("/api/v1/audit?action=conference.rules-moved")
                        .expect(200)
                        .json()
                        .toString())
                .contains(code + " 1", code + " 2");
        var trail = "?who=" + mark + "&action=rules.published";
        assertThat(open("/operator/audit" + trail).body()).contains(code + " 1", code + " 2");
        assertThat(open("/operator/audit.csv" + trail).body()).contains("rules.published", code + " 2");
        assertThat(open("/operator/audit" + trail + "&until=2026-01-01").body()).doesNotContain(code);
        assertThat(open("/operator/audit?from=soon").status()).isEqualTo(422);
    }

    @Test
    void whatAnOperatorDoesToAnOrganizationIsInBothTrails() {
        operator.submit(
                open("/operator/tenants/" + tenant.slug()),
                "/operator/tenants/" + tenant.slug() + "/suspension",
                Map.of("reason", "Unpaid " + mark));
        operator.submit(
                open("/operator/tenants/" + tenant.slug()),
                "/operator/tenants/" + tenant.slug() + "/resumption",
                Map.of());

        assertThat(open("/operator/audit?subject=" + tenant.slug()).body()).contains("Unpaid " + mark);
        assertThat(owner(tenant)
                        .get("/api/v1/audit?action=operator.changed")
                        .expect(200)
                        .json()
                        .toString())
                .contains("Unpaid " + mark);
    }
}

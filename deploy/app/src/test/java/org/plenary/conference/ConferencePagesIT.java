package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages in which an organizer sets a conference up, and in which everybody sees it then. */
class ConferencePagesIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    private final Browser browser = new Browser();

    private Tenant tenant;
    private Http owner;
    private String host;

    @BeforeEach
    void anOrganizerSignsIn() {
        tenant = aTenant();
        owner = owner(tenant);
        host = "http://" + tenant.slug() + ".localhost:" + owner.port();
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(browser.open(host + "/manage?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    @Test
    void theOrganizerSeesTheListAndTheEmptyForm() {
        aConference("listed");

        assertThat(browser.open(host + "/manage").body())
                .contains("Robots of listed", "Draft", "/manage/conferences/listed");
        assertThat(browser.open(host + "/manage/conferences/new").body())
                .contains("name=\"starts_on\"", "Asia/Shanghai", "EUR – Euro");
    }

    @Test
    void theFormMakesAConference() {
        var made = submit("/manage/conferences/new", "/manage/conferences", form("made", "2027-05-17"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.address().getPath()).isEqualTo("/manage/conferences/made/settings");
        assertThat(made.body()).contains("Name in English", "value=\"Robots of made\"");
    }

    @Test
    void aWrongFieldIsMarkedAndTheOthersKept() {
        var refused = submit("/manage/conferences/new", "/manage/conferences", form("wrong", "2027-05-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The last day cannot be before the first.", "value=\"Robots of wrong\"", "#f-ends_on");
    }

    @Test
    void publishingNeedsEveryRequiredStep() {
        aConference("unready");

        var page = "/manage/conferences/unready/status/published";
        var refused = submit(page, page, Map.of());
        var byApi = owner.patch("/api/v1/conferences/unready", Map.of("status", "published"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(byApi.status()).isEqualTo(409);
        assertThat(byApi.body()).contains("setup_incomplete", "setup_step_missing");
    }

    @Test
    void publishingIsAskedForAndThenEverybodySeesIt() {
        aConference("public");
        owner.post("/api/v1/conferences/public/fees", """
                        {"key": "regular", "name": "Regular", "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(201);
        owner.put("/api/v1/conferences/public/registration-form", """
                        {"sections": [{"key": "you", "title": "You", "fields": [
                            {"key": "name", "type": "text", "label": "Name", "required": true}]}]}""").expect(200);

        var page = "/manage/conferences/public/status/published";
        assertThat(browser.open(host + page).body()).contains("Publish Robots of public?");
        var answer = submit(page, page, Map.of());
        assertThat(answer.address().getPath()).isEqualTo("/manage/conferences/public/settings");

        var anybody = anonymous(tenant);
        assertThat(anybody.get("/?lang=en").body()).contains("Robots of public");
        assertThat(anybody.get("/c/public?lang=en").body())
                .contains("14–17 May 2027", "Kongresshalle", "Berlin, Germany", "<p>Second.</p>");
        assertThat(anybody.get("/c/public?lang=zh-CN").body()).contains("机器人 public", "2027年5月14日至17日", "柏林");
        assertThat(anybody.get("/api/v1/conferences/public").text("/status")).isEqualTo("published");
    }

    @Test
    void aDraftIsThereForStaffOnly() {
        aConference("hidden");

        assertThat(browser.open(host + "/c/hidden").body()).contains("This is a draft");
        anonymous(tenant).get("/api/v1/conferences/hidden").expect(404);
        assertThat(anonymous(tenant).get("/").body()).doesNotContain("Robots of hidden");
    }

    private void aConference(String slug) {
        owner.post("/api/v1/conferences", """
                        {"slug": "%1$s", "name": {"en": "Robots of %1$s", "zh-CN": "机器人 %1$s"},
                         "description": "First.\\n\\nSecond.", "starts_on": "2027-05-14", "ends_on": "2027-05-17",
                         "time_zone": "Europe/Berlin",
                         "venue": {"name": "Kongresshalle", "city": {"en": "Berlin", "zh-CN": "柏林"}, "country": "DE"},
                         "currency": "EUR", "languages": ["en", "zh-CN"]}""".formatted(slug)).expect(201);
    }

    private static Map<String, String> form(String slug, String endsOn) {
        return Map.of(
                "name.en", "Robots of " + slug,
                "slug", slug,
                "starts_on", "2027-05-14",
                "ends_on", endsOn,
                "time_zone", "Europe/Berlin",
                "venue.name.en", "Hall",
                "venue.city.en", "Berlin",
                "venue.country", "DE",
                "currency", "EUR",
                "languages", "en");
    }

    private Browser.View submit(String page, String action, Map<String, String> fields) {
        var all = new TreeMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return browser.submitAll(
                browser.open(host + page), URI.create(host + action).getPath(), all);
    }
}

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** The organizer's pages of papers, as a browser shows them to a signed-in owner. */
class PaperPagesIT extends PlenaryIT {
    private static final String PASSWORD = "four unrelated words";
    private static final String API = "/api/v1/conferences/robots";
    private static final String PAGES = "/manage/conferences/robots/papers";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Test
    void theOrganizerSetsTheCallReadsDecidesAndSearches() {
        var tenant = aTenantWithConference();
        var browser = new Browser();
        var list = signIn(browser, tenant, PAGES);
        assertThat(list.status()).as(list.body()).isEqualTo(200);

        var call = browser.open(at(tenant, PAGES + "/call"));
        var refused = browser.submit(call, PAGES + "/call", call("2099-01-01T23:59", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("f-rounds.full", "f-late_reason");
        var saved = browser.submit(call, PAGES + "/call", call("2099-03-31T23:59", "We were founded late."));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).contains("The call for papers is saved.", "2099-01-31T23:59", "2099-03-31T23:59");

        var track = browser.open(at(tenant, PAGES + "/call/tracks/new"));
        var tracks = browser.submit(track, PAGES + "/call/tracks", track());
        assertThat(tracks.status()).as(tracks.body()).isEqualTo(200);
        assertThat(tracks.body()).contains("Learning", "From data");

        owner(tenant)
                .send("POST", API + "/submissions:import", "application/json", """
                        [{"title": "Soft <b>robots</b>", "abstract": "They bend.", "track": "learning",
                          "authors": [{"name": "Ada Lovelace", "country": "France"}]}]""".getBytes())
                .expect(200);
        assertThat(browser.open(at(tenant, PAGES)).body()).contains("Soft &lt;b&gt;robots&lt;/b&gt;", "Ada Lovelace");
        var paper = browser.open(at(tenant, PAGES + "/1"));
        assertThat(paper.status()).as(paper.body()).isEqualTo(200);
        assertThat(browser.submit(paper, PAGES + "/1/decision", Map.of("decision", "accept"))
                        .body())
                .contains("The decision is saved.");

        var search = "/manage/conferences/robots/search?q=robts";
        eventually("found", () -> browser.open(at(tenant, search)).body().contains("<em>robots</em>"));
        assertThat(browser.open(at(tenant, search)).body())
                .contains("&lt;b&gt;", "France")
                .doesNotContain("<b>");
        assertThat(browser.open(at(tenant, PAGES + "/import")).status()).isEqualTo(200);
        assertThat(browser.open(at(tenant, PAGES + "?status=accepted&track=learning"))
                        .body())
                .contains("Ada Lovelace");
    }

    @Test
    void anImportOfManyRowsRunsBehindTheScenesAndShowsItsProgress() {
        var tenant = aTenantWithConference();
        var staff = owner(tenant);
        var lines = new StringBuilder();
        for (var i = 0; i < 501; i++)
            lines.append("{\"id\": \"").append(i).append("\", \"title\": \"Paper\", \"authors\": [\"Ada\"]}\n");

        var job = staff.send(
                        "POST",
                        API + "/submissions:import",
                        "application/x-ndjson",
                        lines.toString().getBytes())
                .expect(202)
                .text("/id");

        eventually(
                "written",
                () -> staff.get(API + "/imports/" + job)
                        .expect(200)
                        .text("/status")
                        .equals("finished"));
        assertThat(staff.get(API + "/imports/" + job).text("/done")).isEqualTo("501");
        var page = signIn(new Browser(), tenant, PAGES + "/import/" + job);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Papers written");
    }

    private Browser.View signIn(Browser browser, Tenant tenant, String path) {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var form = browser.open(at(tenant, path));
        return browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
    }

    private String at(Tenant tenant, String path) {
        return urls.tenant(tenant, path).toString();
    }

    private static Map<String, String> call(String full, String reason) {
        return Map.of(
                "first", "abstract",
                "deadline.at", "2099-01-31T23:59",
                "deadline.zone", "AoE",
                "rounds.full", full,
                "late_reason", reason,
                "blinding", "single");
    }

    private static Map<String, String> track() {
        return Map.of(
                "name.en", "Learning",
                "name.zh-CN", "学习",
                "topics.0.name.en", "From data",
                "topics.0.level", "1",
                "topics.1.name.en", "From people",
                "topics.1.level", "2");
    }

    private Tenant aTenantWithConference() {
        var tenant = aTenant();
        var starts = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        owner(tenant)
                .post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                "robots",
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
        return tenant;
    }
}

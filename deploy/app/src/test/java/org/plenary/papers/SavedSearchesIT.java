package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.conference.DraftContent;
import org.plenary.conference.SavedViews;
import org.plenary.identity.Browser;
import org.plenary.identity.OwnRecords;
import org.plenary.identity.OwnRecords.Who;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches for papers that staff keep under a name. */
class SavedSearchesIT extends ReviewFixture {
    private static final String SEARCH = "/manage/conferences/robots/search";
    private static final Pattern VIEW = Pattern.compile("view=([0-9a-f-]{36})");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<OwnRecords> records;

    @Autowired
    private List<DraftContent> contents;

    private Tenant tenant;
    private Browser chair;

    @BeforeEach
    void aConferenceWithPapers() {
        tenant = aTenantWithCall("2099-01-31T23:59");
        submit(tenant, "Zealous grasping", Map.of("name", "Ann Author", "email", "ann@far.example"));
        submit(tenant, "Able grasping", Map.of("name", "Bo Author", "email", "bo@far.example"));
        submit(tenant, "Walking", Map.of("name", "Cy Author", "email", "cy@far.example"));
        chair = chair(tenant);
        eventually("all are found", () -> open(chair, SEARCH).body().contains("3 papers"));
    }

    @Test
    void aSearchIsKeptUnderANameAndOpensAsItWas() {
        var kept = keep(chair, Map.of("q", "grasping", "sort", "title", "status", "submitted", "name", " By title "));

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.address().toString()).contains("view=");
        assertThat(kept.body()).contains("The search was saved.", "By title</span></h1>", "2 papers");
        assertThat(kept.body().indexOf(">Able ")).isLessThan(kept.body().indexOf(">Zealous "));
        assertThat(kept.body()).contains("aria-current=\"true\">Title</a>");
        var view = id(kept);

        var renamed = keep(
                chair,
                Map.of("view", view, "save", "change", "q", "walking", "name", "On foot", "status", "submitted"));
        assertThat(id(renamed)).isEqualTo(view);
        var opened = open(chair, SEARCH + "?view=" + view).body();
        assertThat(opened).contains("On foot</span></h1>", "One paper").doesNotContain("By title");
        assertThat(open(chair, SEARCH + "?q=grasping&view=" + view).body())
                .as("what the address says goes before what was kept")
                .contains("On foot", "2 papers");
        assertThat(open(chair, SEARCH + "?q=&view=" + view).body()).contains("On foot", "3 papers");
        assertThat(open(chair, SEARCH).body()).contains("3 papers", "On foot", "Saved searches");
    }

    @Test
    void whatIsSomebodysOwnIsTheirsAloneAndWhatIsSharedIsChangedByThoseWhoMayChangePapers() {
        var own = id(keep(chair, Map.of("q", "walking", "name", "Mine alone")));
        var shared = id(keep(chair, Map.of("q", "grasping", "name", "All of ours", "shared", "true")));
        var reader = member("organizing_committee");

        var page = open(reader, SEARCH);
        assertThat(page.body()).contains("All of ours").doesNotContain("Mine alone", "name=\"shared\"");
        assertThat(open(reader, SEARCH + "?view=" + own).status()).isEqualTo(404);
        assertThat(open(reader, SEARCH + "/saved/" + own + "/deletion").status())
                .isEqualTo(404);
        assertThat(open(reader, SEARCH + "?view=" + shared).body())
                .contains("2 papers")
                .doesNotContain("value=\"change\"", "/deletion");

        for (var sent : List.of(
                Map.of("q", "x", "name", "Pushed", "shared", "true"),
                Map.of("q", "x", "name", "Taken over", "view", shared, "save", "change")))
            assertThat(keep(reader, sent))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(422))
                    .satisfies(refused -> assertThat(refused.body()).contains("those alone who may make changes"));
        var kept = reader.submit(page, SEARCH + "/saved/" + shared + "/deletion", Map.of());
        assertThat(kept.body()).contains("those alone who may make changes", "All of ours");
        assertThat(id(keep(reader, Map.of("q", "walking", "name", "Mine alone"))))
                .isNotEqualTo(own);

        var asked = open(chair, SEARCH + "/saved/" + shared + "/deletion");
        assertThat(asked.body()).contains("Delete the search “All of ours”?");
        assertThat(chair.submit(asked, SEARCH + "/saved/" + shared + "/deletion", Map.of())
                        .body())
                .contains("The search was deleted.")
                .doesNotContain("All of ours");
        assertThat(recorded()).containsExactly("paper-view.saved " + shared, "paper-view.deleted " + shared);
    }

    @Test
    void aNameIsNeededAndIsThereOnceAndThereIsAnEnd() {
        keep(chair, Map.of("q", "walking", "name", "On foot"));

        assertThat(keep(chair, Map.of("q", "grasping", "name", "on FOOT ")))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(422))
                .satisfies(refused -> assertThat(refused.body())
                        .contains("href=\"#f-name\"", "This is taken.", "value=\"on FOOT \"", "2 papers"));
        assertThat(keep(chair, Map.of("q", "grasping", "name", " ")).body()).contains("href=\"#f-name\"");
        assertThat(keep(chair, Map.of("q", "grasping", "name", "x".repeat(61))).body())
                .contains("href=\"#f-name\"");
        assertThat(keep(chair, Map.of("q", "grasping", "name", "On foot", "shared", "true"))
                        .status())
                .as("what is shared has names of its own")
                .isEqualTo(200);

        for (var i = 2; i <= 50; i++) keep(chair, Map.of("q", "x" + i, "name", "Search " + i));
        assertThat(keep(chair, Map.of("q", "x", "name", "One too many")).body())
                .contains("href=\"#f-name\"", "At most 50 can be kept");
        assertThat(keep(chair, Map.of("q", "x", "name", "Shared one more", "shared", "true"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void itGoesWithWhoeverLeavesAndWithTheConference() {
        var email = "leaver-" + tenant.slug() + "@example.org";
        var leaver = chair(tenant, email);
        keep(leaver, Map.of("q", "walking", "name", "Of one who leaves"));
        keep(leaver, Map.of("q", "grasping", "name", "For those who stay", "shared", "true"));
        keep(chair, Map.of("q", "grasping", "name", "Of somebody else"));
        var account = jdbc.sql("select id from control.account where email = ?")
                .param(email)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        var who = new Who(account, email);

        assertThat(copy(who).toString())
                .contains("Of one who leaves", "walking")
                .doesNotContain("somebody else");
        for (var time = 0; time < 2; time++) Tenancy.runAs(tenant, () -> records.forEach(each -> each.leave(who)));
        assertThat(copy(who)).doesNotContainKey("paper_views");
        assertThat(names()).containsExactly("For those who stay", "Of somebody else");

        var conference = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select id from conference")
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .single());
        var searches = contents.stream().filter(SavedViews.class::isInstance).toList();
        assertThat(searches).hasSize(2);
        Tenancy.runAs(tenant, () -> searches.forEach(each -> each.delete(conference)));
        assertThat(names()).isEmpty();
    }

    private Map<String, Object> copy(Who who) {
        var all = new HashMap<String, Object>();
        Tenancy.runAs(tenant, () -> records.forEach(each -> all.putAll(each.of(who, Locale.ENGLISH))));
        return all;
    }

    private List<String> names() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select name from paper_view order by name")
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private List<String> recorded() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select action, subject from audit_entry where action like 'paper-view.%' order by id")
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .list());
    }

    private Browser.View open(Browser browser, String path) {
        return browser.open(at(tenant, path));
    }

    private Browser.View keep(Browser browser, Map<String, String> sent) {
        return browser.submit(open(browser, SEARCH), SEARCH + "/saved", sent);
    }

    private static String id(Browser.View saved) {
        var view = VIEW.matcher(saved.address().toString());
        assertThat(view.find()).as(saved.body()).isTrue();
        return view.group(1);
    }

    private Browser member(String role) {
        var email = "member-" + tenant.slug() + "@example.org";
        accounts.createOwner("Li Na", email, quickHash(PASSWORD));
        owner(tenant)
                .post("/api/v1/members", Map.of("name", "Li Na", "email", email, "role", role, "conference", "robots"))
                .expect(201);
        var browser = new Browser();
        browser.submit(open(browser, SEARCH), "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
    }
}

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one box of the organizers: what it finds for whom, while somebody types and on the page of results. */
class FindingIT extends ReviewFixture {
    private static final String TYPING = "/manage/search/suggestions";
    private static final String PAGE = "/manage/search";
    private static final String HERE = "/manage/conferences/robots/search/all";

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Browser chair;
    private String code;

    @BeforeEach
    void aConferenceWithSomeOfEach() {
        tenant = aTenantWithCall("2099-01-31T23:59");
        owner = owner(tenant);
        submit(tenant, "Dexterous grasping with gears", Map.of("name", "Ann Author", "email", "ann@far.example"));
        owner.put(CONFERENCE + "/registration-form", """
                {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true},
                  {"key": "affiliation", "type": "text", "label": {"en": "University", "zh-CN": "单位"}, "required": false}]}]}""").expect(200);
        code = anonymous(tenant)
                .post(
                        CONFERENCE + "/orders",
                        Map.of(
                                "contact",
                                Map.of("name", "Zora Payer", "email", "zora@payers.example", "country", "CN"),
                                "delegates",
                                List.of(Map.of(
                                        "fee",
                                        "regular",
                                        "answers",
                                        Map.of("name", "王小明", "affiliation", "Gearwheel Institute"))),
                                "locale",
                                "en"))
                .expect(201)
                .text("/code");
        aStay();
        chair = chair(tenant);
        eventually("the paper is found", () -> typed(chair, "grasping").contains("/papers/1"));
        eventually("the delegate is found", () -> typed(chair, "王小明").contains("/delegates/"));
    }

    private void aStay() {
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        owner.post(CONFERENCE + "/hotels", """
                        {"key": "lagoon", "name": {"en": "Lagoon Palace", "zh-CN": "泻湖宫酒店"}, "address": "1 Shore Road",
                         "room_types": [{"key": "double", "name": "Double room", "occupancy": 2,
                            "nightly_rate": {"amount": "100.00", "currency": "CNY"},
                            "nights": [{"date": "%s", "rooms": 2}]}],
                         "terms": {"ways": [{"kind": "full"}]}, "shoulder_nights": {"before": 0, "after": 1}}""".formatted(first)).expect(201);
        Tenancy.runAs(tenant, () -> jdbc.sql("""
                INSERT INTO room_booking (id, order_id, conference_id, hotel_id, room_type_id, check_in, check_out, guests,
                    status, currency, rate_minor, total_minor, due_minor, number, acknowledgement)
                SELECT gen_random_uuid(), o.id, h.conference_id, h.id,
                    CAST(jsonb_path_query_first(h.definition, '$.*[*].id') #>> '{}' AS uuid), current_date, current_date + 2,
                    '["Guinevere Guest"]', 'confirmed', 'CNY', 100, 200, 200, o.code || '-1', 'HTL-77821'
                FROM hotel h, orders o""").update());
    }

    private String typed(Browser person, String text) {
        return opened(person, TYPING + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private String opened(Browser person, String path) {
        var view = person.open(at(tenant, path));
        assertThat(view.status()).as(path).isEqualTo(200);
        return view.body();
    }

    @Test
    void whileSomebodyTypesTheBestOfEachKindIsSuggested() {
        for (var text : List.of("grasping", "grasp", "graspnig", "dexterous gea", "ann author"))
            assertThat(typed(chair, text)).as(text).contains("/manage/conferences/robots/papers/1\"");
        for (var text : List.of("王小明", "wang xiaoming", "xiaoming", "wxm", "gearwheel", "zora@payers.example", code))
            assertThat(typed(chair, text)).as(text).contains("/manage/conferences/robots/delegates/");
        for (var text :
                List.of(code, code.toLowerCase(java.util.Locale.ROOT), code.substring(0, 5), "zora", "payers.ex"))
            assertThat(typed(chair, text)).as(text).contains("/manage/conferences/robots/orders/" + code + "\"");
        for (var text : List.of("guinevere", "HTL-77821", code + "-1", "lagoon guest"))
            assertThat(typed(chair, text)).as(text).contains("Guinevere");
        for (var text : List.of("lagoon", "泻湖", "shore"))
            assertThat(typed(chair, text)).as(text).contains("/manage/conferences/robots/hotels/lagoon\"");
        assertThat(typed(chair, "robots shanghai")).contains("href=\"/manage/conferences/robots\"");
        assertThat(typed(chair, "grasp")).contains("<mark>").doesNotContain("ann@far.example");
        assertThat(typed(chair, "zora")).as("while typing").doesNotContain("payers.example");
        assertThat(typed(chair, "")).doesNotContain("role=\"option\"");
        assertThat(typed(chair, "qqqqzzzz")).contains("Nothing found");
    }

    @Test
    void thePageShowsAllKindsWithTheirCountsAndOneKindAlone() {
        var all = opened(chair, HERE + "?q=gear");
        assertThat(all)
                .contains("Papers", "Delegates", "kind=paper", "kind=delegate")
                .doesNotContain("kind=order");
        var papers = opened(chair, HERE + "?q=gear&kind=paper");
        assertThat(papers)
                .contains("/papers/1\"", "kind=delegate")
                .doesNotContain("/manage/conferences/robots/delegates/");
        assertThat(opened(chair, PAGE + "?q=zora&sort=newest&page=1&kind=order"))
                .contains("kind=order");
        assertThat(opened(chair, PAGE + "?q=zora&kind=nonsense&page=x&sort=y")).contains("@payers.example");
        assertThat(opened(chair, PAGE)).contains("What are you looking for?");
    }

    @Test
    void wordsThatMeanTheSameCountWhereOneConferenceIsLookedIn() {
        var words = "/manage/conferences/robots/search/words";
        assertThat(opened(chair, HERE + "?q=prehension")).doesNotContain("/papers/1\"");
        chair.submit(chair.open(at(tenant, words)), words, Map.of("version", "0", "groups", "prehension, grasping"));

        assertThat(opened(chair, HERE + "?q=prehension")).contains("/papers/1\"", "<mark>grasping</mark>");
        assertThat(typed(chair, "prehension")).as("there is no other").contains("/papers/1\"");
        owner.post("/api/v1/conferences", """
                        {"slug": "autumn", "name": "Autumn robots", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);
        assertThat(typed(chair, "prehension")).as("in both").doesNotContain("/papers/1\"");
        assertThat(opened(chair, HERE + "?q=prehension")).contains("/papers/1\"");
    }

    @Test
    void whoMayNotReadAKindFindsNoneOfItAndNoCount() {
        owner.post("/api/v1/conferences", """
                        {"slug": "autumn", "name": "Autumn robots", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);
        var committee = member("programme_committee", "robots");
        var elsewhere = member("secretary_general", "autumn");

        assertThat(typed(committee, "gear")).contains("/papers/1\"").doesNotContain("delegate", "王小明");
        for (var text : List.of(code, "zora", "guinevere", "wang xiaoming"))
            assertThat(opened(committee, PAGE + "?q=" + text.replace(" ", "+")))
                    .as(text)
                    .doesNotContain("kind=order", "kind=stay", "kind=delegate", "Guinevere", "王小明")
                    .contains("Nothing found");
        assertThat(opened(committee, PAGE + "?q=gear&kind=delegate"))
                .doesNotContain("王小明", "q=gear&amp;kind=delegate\"");
        assertThat(typed(committee, "robots")).doesNotContain("Autumn");
        for (var text : List.of("gear", code, "zora", "guinevere", "lagoon"))
            assertThat(typed(elsewhere, text)).as(text).contains("Nothing found");
        assertThat(elsewhere.open(at(tenant, HERE + "?q=gear")).status()).isEqualTo(403);
    }

    @Test
    void staffLearnNothingOfADecisionAboutTheirOwnPaperThatIsKeptBack() {
        var email = "own-" + tenant.slug() + "@example.org";
        submit(tenant, "Weaving levers", Map.of("name", "Carla Chair", "email", email));
        decidingPlan(chair, tenant, Map.of("held", "true"));
        owner.post(CONFERENCE + "/submissions/2/decision", Map.of("decision", "accept"))
                .expect(200);
        eventually("others know", () -> typed(chair, "levers").contains("Accepted"));
        var author = chair(tenant, email);

        assertThat(typed(author, "levers")).contains("/papers/2\"", "Submitted").doesNotContain("Accepted");
        assertThat(opened(author, HERE + "?q=levers")).contains("/papers/2\"").doesNotContain("Accepted");
    }

    @Test
    void anotherOrganizationFindsNothingOfIt() {
        var others = aTenantWithCall("2099-01-31T23:59");
        var stranger = chair(others);

        for (var text : List.of("grasping", "wang xiaoming", code, "guinevere", "lagoon"))
            assertThat(stranger.open(at(others, TYPING + "?q=" + text.replace(" ", "+")))
                            .body())
                    .as(text)
                    .contains("Nothing found")
                    .doesNotContain("role=\"option\" tabindex=\"-1\" aria-selected=\"false\" id=\"finder-paper");
    }

    @Test
    void whoFindsPeopleIsWrittenDownOncePerPageAndOnceForAWhileOfTyping() {
        var before = accesses("found-delegate");
        typed(chair, "wang");
        typed(chair, "wang xiao");
        typed(chair, "xiaoming");
        var typing = accesses("found-delegate");
        opened(chair, HERE + "?q=xiaoming");

        assertThat(typing - before)
                .as("the first of this quarter of an hour was before")
                .isZero();
        assertThat(before).isEqualTo(1);
        assertThat(accesses("found-delegate")).isEqualTo(2);
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT filter FROM access_log WHERE what = 'found-delegate' ORDER BY id")
                                .query((row, n) -> row.getString(1))
                                .list()))
                .containsExactly("", "q=xiaoming");
    }

    private int accesses(String what) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*) FROM access_log WHERE what = :what")
                        .param("what", what)
                        .query((row, n) -> row.getInt(1))
                        .single());
    }

    private Browser member(String role, String conference) {
        var email = role.replace('_', '-') + "-" + tenant.slug() + "@example.org";
        accounts.createOwner("Li Na", email, quickHash(PASSWORD));
        owner.post("/api/v1/members", Map.of("name", "Li Na", "email", email, "role", role, "conference", conference))
                .expect(201);
        var browser = new Browser();
        browser.submit(
                browser.open(at(tenant, "/manage?lang=en")), "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
    }
}

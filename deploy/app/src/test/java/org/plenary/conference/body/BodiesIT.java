package org.plenary.conference.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The bodies of a conference: what sitting in one opens, and who has what to do with their duties. */
class BodiesIT extends PlenaryIT {
    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+/invitation\\?token=(\\S+))\\r?$");
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String PAGES = "/manage/conferences/spring/bodies";
    private static final String API = "/api/v1/conferences/spring/bodies";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OwnSeats ownSeats;

    private final String secretary = "sg-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final String email = "li-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final Browser staff = new Browser();
    private final Browser guest = new Browser();
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void theSecretaryGeneralOfAConference() {
        tenant = aTenant();
        owner = owner(tenant);
        for (var slug : List.of("spring", "autumn"))
            owner.post("/api/v1/conferences", """
                            {"slug": "%s", "name": "Meeting in %s", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                             "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                             "currency": "EUR", "languages": ["en", "zh-CN"]}""".formatted(slug, slug)).expect(201);
        accounts.createOwner("Mona Müller", secretary, quickHash(PASSWORD));
        owner.post(
                        "/api/v1/members",
                        Map.of(
                                "name",
                                "Mona Müller",
                                "email",
                                secretary,
                                "role",
                                "secretary_general",
                                "conference",
                                "spring"))
                .expect(201);
    }

    private void signIn(Browser browser, String address) {
        browser.submit(browser.open(at("/manage?lang=en")), "/login", Map.of("email", address, "password", PASSWORD));
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    private String body(String name, String type, String role) {
        return owner.post(API, Map.of("name", name, "type", type, "role", role))
                .expect(201)
                .text("/id");
    }

    private Http.Answer add(String body, String name, String address) {
        return owner.post(API + "/" + body + "/members", Map.of("name", name, "email", address));
    }

    private void accept() {
        accounts.createOwner("Li Na", email, quickHash(PASSWORD));
        eventually("the invitation is mailed", () -> !inbox().mails(email).isEmpty());
        var link = LINK.matcher(inbox().mails(email).getFirst().text());
        assertThat(link.find()).isTrue();
        var login = guest.submit(guest.open(link.group(1)), "/invitation", Map.of("token", link.group(2)));
        guest.submit(login, "/login", Map.of("email", email, "password", PASSWORD));
    }

    private int opens(String path) {
        return guest.open(at(path)).status();
    }

    @Test
    void whoSitsInABodyHasItsRoleInThisConferenceAndOnlyWhileTheyDo() {
        var committee = body("Programme committee", "programme_committee", "programme_committee");
        var member = add(committee, "Prof. Li Na", email).expect(201);
        assertThat(member.text("/role")).isEqualTo("asked");
        accept();

        assertThat(owner.get(API + "/" + committee + "/members").text("/items/0/role"))
                .isEqualTo("holds");
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(200);
        assertThat(opens(PAGES + "/" + committee)).isEqualTo(200);
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(403);
        assertThat(opens("/manage/conferences/autumn/papers")).isEqualTo(403);
        assertThat(opens(PAGES + "/new")).isEqualTo(403);

        owner.delete(API + "/" + committee + "/members/" + member.text("/id")).expect(204);

        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(403);
        assertThat(owner.get("/api/v1/members").json().at("/items")).hasSize(1);
    }

    @Test
    void theRoleEndsWithTheBodyWithAnotherRoleOfItAndOnTheLastDay() {
        var papers = body("Programme committee", "programme_committee", "programme_committee");
        var desk = body("Registration group", "functional_group", "registration_desk");
        var member = add(papers, "Li Na", email).expect(201).text("/id");
        accept();
        assertThat(add(desk, "Li Na", email).expect(201).text("/role"))
                .as("whoever works for the conference already is not asked")
                .isEqualTo("holds");
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(200);

        owner.put(API + "/" + desk, Map.of("name", "Desk", "type", "functional_group"))
                .expect(200);
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(403);
        owner.put(API + "/" + desk, Map.of("name", "Desk", "type", "functional_group", "role", "security"))
                .expect(200);
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(200);
        owner.delete(API + "/" + desk).expect(204);
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(403);
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(200);

        var tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1);
        owner.put(API + "/" + papers + "/members/" + member, Map.of("name", "Li Na", "until", tomorrow.toString()))
                .expect(200);
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(200);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update person_role set ends_on = current_date - 2 where ends_on = ?")
                        .param(tomorrow)
                        .update());
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(403);
        assertThat(owner.get(API + "/" + papers + "/members").text("/items/0/role"))
                .isEqualTo("over");
    }

    @Test
    void theSameRoleOfTwoBodiesAndOneGivenByItselfEndEachAlone() {
        var one = body("Guard of the day", "security", "security");
        var other = body("Guard of the night", "security", "security");
        var first = add(one, "Mona Müller", secretary).expect(201);
        add(other, "Mona Müller", secretary).expect(201);
        assertThat(first.text("/role")).isEqualTo("holds");
        assertThat(inbox().mails(secretary)).isEmpty();
        assertThat(roles()).containsExactly("secretary_general", "security", "security");

        owner.delete(API + "/" + one + "/members/" + first.text("/id")).expect(204);
        assertThat(roles()).containsExactly("secretary_general", "security");
        owner.delete(API + "/" + other).expect(204);
        assertThat(roles()).containsExactly("secretary_general");
    }

    private List<String> roles() {
        return owner.get("/api/v1/members")
                .json()
                .at("/items/0/roles")
                .valueStream()
                .map(role -> role.at("/role").asString())
                .toList();
    }

    @Test
    void aNameAloneOpensNothingAndNobodyIsInABodyTwice() {
        var committee = body("Honorary committee", "other", "secretariat");
        var byName = owner.post(
                        API + "/" + committee + "/members",
                        Map.of("name", "Prof. Bao", "is_chair", true, "until", "2099-01-01"))
                .expect(201);
        assertThat(byName.text("/role")).isEqualTo("none");
        assertThat(byName.json().at("/is_chair").asBoolean()).isTrue();
        add(committee, "Mona", secretary.toUpperCase(Locale.ROOT)).expect(201);
        assertThat(add(committee, "Mona", secretary).expect(422).text("/errors/0/code"))
                .isEqualTo("already_in_body");
        var wrong =
                owner.post(API + "/" + committee + "/members", Map.of("name", "", "email", "x", "until", "2001-01-01"));
        assertThat(wrong.expect(422).json().at("/errors")).hasSize(3);
        owner.post(API + "/" + committee + "/members/" + byName.text("/id") + "/invitation", Map.of())
                .expect(409);
    }

    @Test
    void theUsualBodiesAreMadeOnceWithTheirDuties() {
        body("Our office", "office", "secretariat");

        var made = owner.post(API + "/usual", "{}").expect(200);
        assertThat(made.json().at("/items")).hasSize(6);
        assertThat(owner.post(API + "/usual", "{}").expect(200).json().at("/items"))
                .isEmpty();

        var all = owner.get(API).json().at("/items");
        assertThat(all.valueStream().map(each -> each.at("/type").asString()))
                .containsExactly("leading_group", "office", "hr", "finance", "security", "it", "publicity");
        assertThat(all.at("/0/name/zh-CN").asString()).isEqualTo("领导小组");
        assertThat(all.at("/0/role").asString()).isEqualTo("organizing_committee");
        owner.delete(API + "/" + all.at("/1/id").asString()).expect(204);
        var office = owner.post(API + "/usual", "{}").json().at("/items/0");
        assertThat(office.at("/duties")).as("a to g").hasSize(7).allSatisfy(duty -> {
            assertThat(duty.at("/text/en").asString()).isNotBlank();
            assertThat(duty.at("/text/zh-CN").asString()).isNotBlank();
        });
        var matrix = owner.get(API + "/matrix").json();
        assertThat(matrix.at("/bodies")).hasSize(7);
        assertThat(matrix.at("/duties"))
                .allSatisfy(duty -> assertThat(duty.at("/raci").valueStream().map(JsonNode::asString))
                        .containsOnlyOnce("A"));
    }

    @Test
    void exactlyOneBodyIsAccountableForEachDuty() {
        owner.post(API + "/usual", "{}").expect(200);
        var before = owner.get(API + "/matrix").expect(200);
        var tag = before.headers().firstValue("ETag").orElseThrow();
        var duty = before.text("/duties/3/duty");
        var leading = before.text("/bodies/0/id");
        var office = before.text("/bodies/1/id");

        for (var raci : List.of(Map.of(leading, "A", office, "A"), Map.of(office, "R"), Map.<String, String>of())) {
            var refused = assign(tag, duty, raci).expect(422);
            assertThat(refused.text("/errors/0/code")).isEqualTo("raci_one_accountable");
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/duties/0/raci");
        }
        assign(tag, duty, Map.of(leading, "A", office, "X")).expect(422);
        assign(tag, duty, Map.of(leading, "A", UUID.randomUUID().toString(), "R"))
                .expect(422);
        assign(tag, UUID.randomUUID().toString(), Map.of(leading, "A")).expect(422);

        var assigned = assign(tag, duty, Map.of(leading, "I", office, "A")).expect(200);
        assertThat(assigned.json().at("/duties/3/raci")).hasSize(2);
        assign(tag, duty, Map.of(leading, "A")).expect(412);
        // whatever it was accountable for falls to the body whose duty it is
        owner.delete(API + "/" + leading).expect(204);
        assertThat(owner.get(API + "/matrix").json().at("/duties"))
                .hasSize(18)
                .allSatisfy(each -> assertThat(each.at("/raci").valueStream().map(JsonNode::asString))
                        .containsOnlyOnce("A"));
    }

    private Http.Answer assign(String tag, String duty, Map<String, String> raci) {
        return owner.with("If-Match", tag)
                .put(API + "/matrix", Map.of("duties", List.of(Map.of("duty", duty, "raci", raci))));
    }

    @Test
    void programsSetUpBodiesAndReadersOnlyReadThem() {
        var made = owner.post(API, """
                        {"name": {"en": "Guests", "zh-CN": "接待组"}, "type": "functional_group",
                         "mandate": "Looks after guests.", "is_public": true,
                         "duties": [{"text": "Fetch them"}, {"text": {"zh-CN": "送行"}}]}""").expect(201);
        var path = API + "/" + made.text("/id");
        assertThat(made.headers().firstValue("Location")).hasValue(path);
        var first = made.text("/duties/0/duty");

        var body = """
                {"name": "Guests", "type": "functional_group", "duties": [{"duty": "%s", "text": "Bring them"}]}""".formatted(first);
        owner.with("If-Match", "\"7\"").put(path, body).expect(412);
        var changed = owner.with("If-Match", "\"0\"").put(path, body).expect(200);
        assertThat(changed.json().at("/duties")).hasSize(1);
        assertThat(changed.text("/duties/0/duty")).isEqualTo(first);
        assertThat(changed.text("/duties/0/text")).isEqualTo("Bring them");
        var wrong = owner.post(API, """
                {"name": "", "type": "choir", "role": "owner", "duties": [{"duty": "%s", "text": ""}]}""".formatted(first));
        assertThat(wrong.expect(422)
                        .json()
                        .at("/errors")
                        .valueStream()
                        .map(each -> each.at("/pointer").asString()))
                .contains("/name", "/type", "/role", "/duties/0/text", "/duties/0/duty");

        var reader = as(tenant, org.plenary.identity.Permission.CONFERENCE_READ);
        reader.get(path).expect(200);
        reader.get(path + "/members").expect(200);
        reader.put(path, body).expect(403);
        owner.get("/api/v1/conferences/autumn/bodies/" + made.text("/id")).expect(404);
        owner.delete(path).expect(204);
        owner.get(path).expect(404);
    }

    @Test
    void theSecretaryGeneralBeginsWithTheUsualBodiesAndGivesNoMoreThanTheirOwnRights() {
        signIn(staff, secretary);
        var empty = staff.open(at(PAGES));
        assertThat(empty.body()).contains("No bodies yet", "Begin with the usual bodies");

        var begun = staff.submit(empty, PAGES + "/usual", Map.of());
        assertThat(begun.body()).contains("Leading group", "Finance department", "Gives the role “Finance”");
        assertThat(begun.body()).doesNotContain("usual bodies that are missing");

        var ids = ids();
        var finance = staff.open(at(PAGES + "/" + ids.get("finance")));
        var refused = staff.submit(
                finance, PAGES + "/" + ids.get("finance") + "/members", Map.of("name", "Li Na", "email", email));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Nobody can give more rights than they have");
        var path = PAGES + "/" + ids.get("hr");
        var page = staff.open(at(path));
        assertThat(page.body()).contains("No members yet", secretary);
        var added = staff.submit(
                page, path + "/members", Map.of("name", "Prof. Bao", "is_chair", "true", "email", "", "until", ""));
        assertThat(added.body()).contains("The member was added.", "Prof. Bao", "Chair", "By name only");
        var named =
                staff.submit(added, path + "/members", Map.of("name", "Li Na", "email", email, "language", "zh-CN"));
        assertThat(named.body()).contains("Li Na", "Invited");

        var question = staff.open(at(path + "/removal"));
        assertThat(question.body()).contains("Dissolve “Human resources department”?", "It has 2 members.");
        var removed = staff.submit(question, path + "/removal", Map.of());
        assertThat(removed.body()).contains("The body was dissolved.", "Add the usual bodies that are missing");
        assertThat(count("member_invitation")).isZero();
    }

    private Map<String, String> ids() {
        var ids = new HashMap<String, String>();
        owner.get(API)
                .json()
                .at("/items")
                .forEach(each ->
                        ids.put(each.at("/type").asString(), each.at("/id").asString()));
        return ids;
    }

    private int count(String table) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aBodyIsWrittenAsAFormAndDutiesAsATable() {
        signIn(staff, secretary);
        var fields = new LinkedHashMap<String, String>();
        fields.put("name.zh-CN", "接待组");
        fields.put("type", "functional_group");
        fields.put("role", "vip_reception");
        fields.put("is_public", "true");
        fields.put("duties.2.text.en", "Fetch the guests");
        var form = staff.open(at(PAGES + "/new"));
        assertThat(form.body())
                .contains("value=\"vip_reception\"")
                .doesNotContain("value=\"auditor\"", "value=\"owner\"");
        assertThat(staff.submit(form, PAGES, Map.of("type", "")).body()).contains("f-name.en", "f-type");
        var body = staff.submit(form, PAGES, fields);
        assertThat(body.body()).contains("接待组", "Fetch the guests", "Gives the role “VIP reception”");
        var path = body.address().getPath();
        var edit = staff.open(at(path + "/edit"));
        assertThat(edit.body()).contains(">Fetch the guests</textarea>");

        var matrix = staff.open(at(PAGES + "/matrix"));
        var duty = owner.get(API + "/matrix").text("/duties/0/duty");
        var cell = "raci." + duty + "." + path.substring(path.lastIndexOf('/') + 1);
        assertThat(matrix.body()).contains(cell, "file.csv", "file.xlsx");
        var refused = staff.submit(matrix, PAGES + "/matrix", Map.of(cell, "R"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Exactly one body is accountable", "f-duties.0.raci");
        assertThat(staff.submit(matrix, PAGES + "/matrix", Map.of(cell, "A")).body())
                .contains("The duties were assigned.");
        assertThat(staff.open(at(PAGES + "/matrix/file.csv")).body())
                .startsWith("\"Body\",\"Duty\",\"接待组\"\r\n\"接待组\",\"Fetch the guests\",\"A\"");
        assertThat(staff.open(at(PAGES + "/matrix/file.xlsx")).content()).startsWith('P', 'K');
    }

    @Test
    void publicBodiesAreShownByNameToEverybodyInBothLanguages() {
        var shown = owner.post(API, """
                        {"name": {"en": "Programme committee", "zh-CN": "程序委员会"}, "type": "programme_committee",
                         "role": "programme_committee", "is_public": true}""").expect(201).text("/id");
        var hidden = body("Leading group", "leading_group", "organizing_committee");
        owner.post(API + "/" + shown + "/members", Map.of("name", "Prof. Bao", "is_chair", true))
                .expect(201);
        add(shown, "Li Na", email).expect(201);
        owner.post(API + "/" + hidden + "/members", Map.of("name", "Mr. Unseen"))
                .expect(201);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update conference set status = 'PUBLISHED'").update());

        var page = guest.open(at("/c/spring/committees?lang=zh-CN")).body();
        assertThat(page)
                .contains("程序委员会", "负责人：Prof. Bao")
                .as("who was asked has not agreed yet")
                .doesNotContain("Mr. Unseen", "Li Na");
        accept();
        assertThat(guest.open(at("/c/spring/committees?lang=en")).body())
                .contains("Li Na")
                .doesNotContain(email);
        assertThat(guest.open(at("/c/spring?lang=en")).body())
                .contains("Programme committee", "Chair: Prof. Bao")
                .doesNotContain("Leading group");
        assertThat(guest.open(at("/c/autumn/committees?lang=en")).body()).contains("named no committees");
    }

    @Test
    void peopleTakeTheirSeatsAlongAndLeaveThem() {
        var committee = body("Programme committee", "programme_committee", "programme_committee");
        add(committee, "Li Na", email).expect(201);
        accept();
        var account = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select account_id from person where email = ?")
                        .param(email)
                        .query(UUID.class)
                        .single());
        var who = new OwnRecords.Who(account, email);

        Tenancy.runAs(
                tenant,
                () -> assertThat(ownSeats.of(who, Locale.ENGLISH).get("bodies").toString())
                        .contains("Programme committee"));
        Tenancy.runAs(tenant, () -> ownSeats.leave(who));

        assertThat(owner.get(API + "/" + committee + "/members").json().at("/items"))
                .isEmpty();
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(403);
        Tenancy.runAs(tenant, () -> assertThat(ownSeats.of(who, Locale.ENGLISH)).isEmpty());
    }
}

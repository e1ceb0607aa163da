package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.Statements;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles of one person in several places, their ends, and who may give them. */
class RolesIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Urls urls;

    @Autowired
    private Statements statements;

    private final String email = "li-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
    private Tenant tenant;
    private Http owner;
    private UUID account;

    @BeforeEach
    void twoConferences() {
        tenant = aTenant();
        owner = owner(tenant);
        for (var slug : new String[] {"spring", "autumn"})
            owner.post("/api/v1/conferences", """
                            {"slug": "%s", "name": "Meeting in %s", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                             "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                             "currency": "EUR", "languages": ["en"]}""".formatted(slug, slug)).expect(201);
        account = accounts.createOwner("Li Na", email, quickHash(PASSWORD));
    }

    private Http.Answer add(String role, String conference) {
        return owner.post(
                        "/api/v1/members",
                        Map.of("name", "Li Na", "email", email, "role", role, "conference", conference))
                .expect(201);
    }

    private Browser signedIn() {
        var browser = new Browser();
        var form = browser.open(at("/manage?lang=en"));
        browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    @Test
    void aRoleForOneConferenceShowsThatOneAlone() {
        add("secretary_general", "spring");
        var browser = signedIn();

        var list = browser.open(at("/manage?lang=en"));
        var own = browser.open(at("/manage/conferences/spring?lang=en"));

        assertThat(list.body()).contains("Meeting in spring").doesNotContain("Meeting in autumn", "/conferences/new");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body())
                .contains("/manage/conferences/spring/delegates", "/manage/conferences/spring/form\"")
                .doesNotContain("autumn", "/manage/members", "/manage/mails", "/manage/billing", "/manage/audit");
        for (var closed : new String[] {"/manage/conferences/autumn", "/manage/conferences/new", "/manage/mails"})
            assertThat(browser.open(at(closed)).status()).as(closed).isEqualTo(403);
        var reads = statements.of(tenant, () -> browser.open(at("/manage/conferences/spring")));
        assertThat(reads.stream().filter(each -> each.contains("person_role")))
                .as("rights are read once in a request")
                .hasSize(1);
        assertThat(browser.open(at("/c/autumn")).status())
                .as("a draft of others")
                .isEqualTo(404);
        assertThat(browser.open(at("/manage/conferences/spring/form/start")).body())
                .doesNotContain("Meeting in autumn");
    }

    @Test
    void severalRolesAddUpAndEachEndsFromTheNextRequestOn() {
        var added = add("door_staff", "spring");
        var member = added.text("/id");
        var browser = signedIn();
        assertThat(browser.open(at("/manage/conferences/autumn/papers")).status())
                .isEqualTo(403);

        var roles = owner.post(
                        "/api/v1/members/" + member + "/roles",
                        Map.of("role", "programme_committee", "conference", "autumn", "until", "2099-12-31"))
                .expect(201);

        assertThat(roles.json().at("/roles")).hasSize(2);
        assertThat(browser.open(at("/manage/conferences/autumn/papers")).status())
                .isEqualTo(200);
        assertThat(browser.open(at("/manage/conferences/autumn/delegates")).status())
                .isEqualTo(403);
        assertThat(browser.open(at("/manage/conferences/spring/delegates")).status())
                .isEqualTo(200);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update person_role set ends_on = current_date - 2 where ends_on is not null")
                        .update());
        assertThat(browser.open(at("/manage/conferences/autumn/papers")).status())
                .isEqualTo(403);
        owner.delete("/api/v1/members/" + member + "/roles/" + added.text("/roles/0/id"))
                .expect(204);
        assertThat(browser.open(at("/manage/conferences/spring/delegates")).status())
                .isEqualTo(403);
    }

    @Test
    void whoLosesTheLastRoleIsNoMemberAnyMore() {
        var added = add("hr", "spring");

        owner.delete("/api/v1/members/" + added.text("/id") + "/roles/" + added.text("/roles/0/id"))
                .expect(204);

        assertThat(owner.get("/api/v1/members").json().at("/items")).isEmpty();
    }

    @Test
    void oneOwnerWithoutAnEndRemains() {
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var member = owner.get("/api/v1/members").expect(200);
        var path = "/api/v1/members/" + member.text("/items/0/id") + "/roles";

        assertThat(owner.post(path, Map.of("role", "owner", "until", "2099-12-31"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("last_owner");
        owner.delete(path + "/" + member.text("/items/0/roles/0/id")).expect(409);
        var other = owner.post(
                        "/api/v1/members",
                        Map.of("name", "Mo", "email", "x" + email, "role", "owner", "until", "2099-12-31"))
                .expect(201);
        owner.delete(path + "/" + member.text("/items/0/roles/0/id")).expect(409);
        owner.post("/api/v1/members/" + other.text("/id") + "/roles", Map.of("role", "owner"))
                .expect(201);
        owner.delete(path + "/" + member.text("/items/0/roles/0/id")).expect(204);
    }

    @Test
    void nobodyGivesMoreRightsThanTheyHave() {
        var program = as(tenant, Permission.TENANT_ADMIN, Permission.CONFERENCE_READ);

        for (var role : new String[] {"owner", "organizer", "finance"}) {
            var refused = program.post("/api/v1/members", Map.of("name", "Li", "email", email, "role", role))
                    .expect(422);
            assertThat(refused.text("/errors/0/code")).isEqualTo("beyond_own_rights");
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/role");
        }
        program.post("/api/v1/members", Map.of("name", "Li", "email", email, "role", "hr"))
                .expect(201);
    }

    @Test
    void whatIsWrongWithARoleIsNamed() {
        var wrong = owner.post(
                        "/api/v1/members",
                        Map.of(
                                "name",
                                "Li",
                                "email",
                                email,
                                "role",
                                "owner",
                                "conference",
                                "spring",
                                "until",
                                "2001-01-01"))
                .expect(422);

        assertThat(wrong.body()).contains("role_of_organization", "day_over");
        assertThat(owner.post("/api/v1/members", Map.of("name", "Li", "email", email, "role", "it", "conference", "x"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/conference");
    }

    /** The version before reads and writes the role in the person's own row, and runs on while the new one is rolled out. */
    @Test
    void theVersionBeforeGoesOnWithWhatItKnows() {
        var member = add("secretary_general", "spring").text("/id");
        assertThat(roleOfOldVersion()).isEqualTo("HOTEL_CONTACT");
        owner.patch("/api/v1/members/" + member, Map.of("role", "finance")).expect(200);
        assertThat(roleOfOldVersion()).isEqualTo("FINANCE");
        Tenancy.runAs(tenant, () -> jdbc.sql("delete from person_role").update());

        assertThat(owner.get("/api/v1/members").text("/items/0/role")).isEqualTo("finance");
        assertThat(signedIn().open(at("/manage/billing")).status()).isEqualTo(200);
        var both = owner.post("/api/v1/members/" + member + "/roles", Map.of("role", "hr"))
                .expect(201);
        assertThat(both.json().at("/roles")).hasSize(2);
    }

    private String roleOfOldVersion() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select role from person").query(String.class).single());
    }

    @Test
    void anOwnerReadsWhoMayDoWhatAndGivesARole() {
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = signedIn();

        var table = browser.open(at("/manage/members/roles?lang=en"));
        assertThat(table.body())
                .contains("Secretary-general", "Supervising authority", "For the whole organization only");
        assertThat(browser.open(at("/manage/members/roles?lang=zh-CN")).body()).contains("秘书长", "主管部门");
        var members = browser.open(at("/manage/members?lang=en"));
        var id = owner.get("/api/v1/members").text("/items/0/id");
        var page = browser.open(at("/manage/members/" + id));
        var wrong = browser.submit(page, "/manage/members/" + id + "/roles", Map.of("role", "", "until", "soon"));
        assertThat(wrong.status()).isEqualTo(422);
        var given = browser.submit(
                page,
                "/manage/members/" + id + "/roles",
                Map.of("role", "auditor", "conference", "spring", "until", "2099-12-31"));

        assertThat(members.body()).contains("Owner", "/manage/members/" + id);
        assertThat(given.body()).contains("The role was given.", "Auditor", "Meeting in spring", "31 Dec 2099");
        assertThat(browser.open(at("/manage/audit?lang=en")).body())
                .contains("Role given to a member", "until: 2099-12-31");
    }

    @Test
    void aSecretaryGeneralPutsTheStaffOfTheirConferenceTogether() {
        add("secretary_general", "spring");
        var browser = signedIn();
        var path = "/manage/conferences/spring/staff";
        var page = browser.open(at(path + "?lang=en"));
        assertThat(page.body())
                .contains("Li Na", "Secretary-general")
                .doesNotContain("value=\"owner\"", "value=\"finance\"");

        var asked = Map.of("name", "Mo", "email", "mo-" + email, "role", "door_staff", "language", "en");
        assertThat(browser.submit(page, path, asked).body())
                .contains("mo-" + email, "Invited", "Check-in and door staff");
        assertThat(browser.submit(page, path, Map.of("name", "Mo", "email", "mo-" + email, "role", "finance"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(page, "/manage/conferences/autumn/staff", asked)
                        .status())
                .isEqualTo(403);
        var other = owner.post(
                        "/api/v1/members",
                        Map.of("name", "Bo", "email", "bo-" + email, "role", "hr", "conference", "autumn"))
                .expect(201);
        var end = path + "/" + other.text("/id") + "/roles/" + other.text("/roles/0/id") + "/end";
        assertThat(browser.submit(page, end, Map.of()).status())
                .as("of the other conference")
                .isEqualTo(404);
    }
}

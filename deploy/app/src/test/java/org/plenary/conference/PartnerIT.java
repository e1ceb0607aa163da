package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outside bodies that do a part of the work for one conference, until a day. */
class PartnerIT extends PlenaryIT {
    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+/invitation\\?token=(\\S+))\\r?$");
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String PARTNERS = "/manage/conferences/spring/partners";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final String secretary = "sg-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final String email = "li-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final LocalDate last = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30);
    private final Browser staff = new Browser();
    private final Browser guest = new Browser();
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void theSecretaryGeneralOfAConference() {
        tenant = aTenant();
        owner = owner(tenant);
        for (var slug : new String[] {"spring", "autumn"})
            owner.post("/api/v1/conferences", """
                            {"slug": "%s", "name": "Meeting in %s", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                             "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                             "currency": "EUR", "languages": ["en"]}""".formatted(slug, slug)).expect(201);
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
        staff.submit(staff.open(at("/manage?lang=en")), "/login", Map.of("email", secretary, "password", PASSWORD));
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    private Browser.View partner() {
        return staff.submit(
                staff.open(at(PARTNERS + "/new")),
                PARTNERS,
                Map.of(
                        "name", "Institute of Signals",
                        "contactName", "Dr. Wu",
                        "contactEmail", "wu@example.org",
                        "agreement", "A-17/2027",
                        "endsOn", last.toString()));
    }

    private Browser.View invite(Browser.View page, String role) {
        return staff.submit(
                page,
                page.address().getPath() + "/people",
                Map.of("name", "Li Na", "email", email, "role", role, "language", "en"));
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
    void itsPeopleWorkForTheOneConferenceUntilItEnds() {
        var page = partner();
        assertThat(page.body()).contains("Institute of Signals", "Dr. Wu", "A-17/2027", "Nobody yet");
        assertThat(invite(page, "programme_committee").body()).contains("Li Na", "Programme committee", "Invited");
        accept();

        assertThat(staff.open(page.address().toString()).body())
                .contains("Li Na")
                .doesNotContain(">Invited<");
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(200);
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(403);
        assertThat(opens("/manage/conferences/autumn/papers")).isEqualTo(403);
        assertThat(opens(PARTNERS)).isEqualTo(403);

        invite(page, "door_staff");
        var end = staff.open(page.address() + "/end");
        var ended = staff.submit(end, page.address().getPath() + "/end", Map.of());

        assertThat(ended.body()).contains("The partner was ended", "Nobody yet").doesNotContain("Send invitation");
        assertThat(opens("/manage/conferences/spring/papers")).isEqualTo(403);
        assertThat(owner.get("/api/v1/members").json().at("/items")).hasSize(1);
        assertThat(count("member_invitation")).isZero();
        assertThat(invite(page, "hr").status()).isEqualTo(409);
    }

    private int count(String table) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void anotherLastDayIsThatOfAllAndWhenItIsOverNothingOpens() {
        var page = partner();
        invite(page, "registration_desk");
        accept();
        var path = page.address().getPath();
        var changed = staff.submit(
                staff.open(page.address() + "/edit"),
                path,
                Map.of(
                        "name", "Institute of Signals",
                        "contactName", "Dr. Wu",
                        "contactEmail", "wu@example.org",
                        "endsOn", last.plusDays(1).toString()));
        assertThat(changed.body()).contains("The partner was saved.");

        assertThat(owner.get("/api/v1/members").text("/items/1/roles/0/until"))
                .isEqualTo(last.plusDays(1).toString());
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(200);
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("update person_role set ends_on = current_date - 2 where partner_id is not null")
                    .update();
            jdbc.sql("update partner set ends_on = current_date - 2").update();
        });
        assertThat(opens("/manage/conferences/spring/delegates")).isEqualTo(403);
        assertThat(staff.open(page.address().toString()).body()).contains("The work of this partner is over.");
    }

    @Test
    void aSecretaryGeneralGivesNoMoreThanTheirOwnRightsAndNothingElsewhere() {
        var page = partner();

        assertThat(page.body())
                .contains("value=\"secretariat\"")
                .doesNotContain("value=\"finance\"", "value=\"owner\"");
        for (var role : new String[] {"owner", "finance", "auditor"}) {
            var refused = invite(page, role);
            assertThat(refused.status()).as(role).isEqualTo(422);
        }
        assertThat(staff.open(at("/manage/conferences/autumn/partners")).status())
                .isEqualTo(403);
        assertThat(staff.open(at(PARTNERS + "/" + UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(count("member_invitation")).isZero();
    }

    @Test
    void theAgreementIsKeptAndWhatIsWrongIsNamed() {
        var form = staff.open(at(PARTNERS + "/new"));
        var wrong = staff.submit(form, PARTNERS, Map.of("name", "", "contactEmail", "x", "endsOn", "2001-01-01"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("f-name", "f-contactName", "f-contactEmail", "This day is over.");

        var page = partner();
        var pdf = "%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
        var edit = staff.open(page.address() + "/edit");
        assertThat(edit.body()).contains("enctype=\"multipart/form-data\"");
        var path = page.address().getPath();
        assertThat(staff.upload(edit, path, "file", "agreement.pdf", pdf).status())
                .isEqualTo(422);
        assertThat(staff.open(page.address() + "/file").status()).isEqualTo(404);
        var fields = Map.of(
                "name", "Institute of Signals",
                "contactName", "Dr. Wu",
                "contactEmail", "wu@example.org",
                "endsOn", last.toString());

        var kept = staff.upload(edit, path, fields, "file", "agreement.pdf", pdf);

        assertThat(kept.body()).contains("agreement.pdf", "None named");
        var file = staff.open(page.address() + "/file");
        assertThat(file.content()).isEqualTo(pdf);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }
}

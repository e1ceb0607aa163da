package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an organizer reads on the pages of a conference. */
class OrganizerPagesIT extends PlenaryIT {
    private static final String MANAGE = "/manage/conferences/conf27/";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Http anybody;
    private DeskFixture desk;

    @BeforeEach
    void aConferenceWithTwoFees() {
        tenant = aTenant();
        owner = owner(tenant);
        anybody = anonymous(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        aFee(owner, "student", "0.00", null);
        publish(owner);
        desk = new DeskFixture(tenant, owner.port(), accounts);
    }

    @Test
    void feesAreFoundByAPartOfTheirNameAndOnlyTheWholeListIsSorted() {
        var all = desk.open(MANAGE + "fees?lang=en").body();
        var some = desk.open(MANAGE + "fees?q=STUD").body();

        assertThat(all).contains("fees/regular\"", "fees/student\"", "data-sortable", "list-search");
        assertThat(some).contains("fees/student\"").doesNotContain("fees/regular\"", "data-sortable");
        assertThat(desk.open(MANAGE + "fees?q=nothing").body()).contains("No fee fits");
    }

    @Test
    void aFormThatIsTooLargeOrNoJsonIsRefusedByName() {
        var start = desk.open(MANAGE + "form/start?lang=en");

        var large = desk.submit(start, MANAGE + "form/import", Map.of("json", "x".repeat(1_100_000)));
        var broken = desk.submit(start, MANAGE + "form/import", Map.of("json", "{\"sections\": [\n {"));

        assertThat(large.status()).isEqualTo(422);
        assertThat(large.body()).contains("This is too large: at most 1 MB.").hasSizeLessThan(100_000);
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body()).contains("This is not JSON: line 2", "{&quot;sections&quot;");
    }

    @Test
    void theMenuAndThePagesOfferOnlyWhatSomebodyMayDo() {
        var ofOwner = desk.open(MANAGE + "fees?lang=en").body();
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE person_role SET role = 'REGISTRATION_DESK'")
                        .update());

        var ofClerk = desk.open(MANAGE + "fees?lang=en").body();

        assertThat(ofOwner).contains("fees/new", "/deletion", "/form\"", "/papers\"", "/manage/audit");
        assertThat(ofClerk)
                .contains("fees/regular\"", "/delegates\"")
                .doesNotContain("fees/new", "/deletion", "/form\"", "/papers\"", "/manage/audit", "data-sortable");
    }

    @Test
    void aColumnThatWasJustChosenIsLookedThrough() {
        var chosen = desk.open(MANAGE + "delegates?w.0.0.column=name").body();

        assertThat(chosen).containsPattern("value=\"contains\"[^>]*selected");
    }

    @Test
    void aTemplateIsDeletedOnlyAfterAQuestion() {
        var start = desk.open(MANAGE + "form/start?lang=en");
        var kept = desk.submit(start, MANAGE + "form/templates", Map.of("name", "Autumn"));
        var deletion = DeskFixture.link(kept, "/form/templates/[0-9a-f-]+/deletion");

        var question = desk.open(deletion);

        assertThat(question.body()).contains("Delete the template “Autumn”?");
        assertThat(desk.open(MANAGE + "form/start").body()).contains("Autumn");
        assertThat(desk.submit(question, deletion, Map.of()).body()).contains("The template was deleted.");
    }

    @Test
    void aSectionKeptToAFeeSaysItsNameAndKeepsOneThatIsNotHere() {
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": {"en": "You"}, "categories": ["student", "guest"], "fields": [
                    {"key": "note", "type": "text", "label": {"en": "Note"}}]}]}""").expect(200);

        assertThat(desk.open(MANAGE + "form?lang=en").body()).contains("guest (no such fee here)");
        var section = desk.open(MANAGE + "form/sections/you");
        assertThat(section.body()).containsPattern("value=\"guest\"[^>]*checked");
    }

    @Test
    void thePageOfStatisticsCountsOnceForAllItsCharts() {
        anybody.post(PATH + "/orders", cart("regular", Map.of("name", "Ada"))).expect(201);

        var page = desk.open(MANAGE + "statistics?lang=en").body();

        assertThat(page).contains("data-figures=\"{&quot;categories&quot;").doesNotContain("/charts/");
        assertThat(desk.open("/manage/conferences/conf27?lang=zh-CN").body())
                .contains("data-figures")
                .doesNotContain("/charts/");
    }

    @Test
    void theAuditTrailSaysWhatWasDoneInBothLanguages() {
        owner.post(PATH + "/vouchers", """
                {"effect": "percent", "percent": "10", "code": "TENOFF", "uses": 1}""").expect(201);

        assertThat(desk.open("/manage/audit?lang=en").body())
                .contains("Vouchers made", "voucher.issued", "conference: conf27")
                .doesNotContain("{&quot;");
        assertThat(desk.open("/manage/audit?lang=zh-CN").body()).contains("生成优惠券", "会议：conf27");
    }
}

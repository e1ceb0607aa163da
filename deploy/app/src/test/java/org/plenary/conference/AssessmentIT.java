package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;

/** An organization that follows rules is told what they say about a conference, and says what they need to know. */
class AssessmentIT extends RulesFixture {

    @BeforeEach
    void anOrganizationThatFollowsTheRules() {
        aConferenceThatKeepsToTheRules("""
                {"en": "World Summit on Robots", "zh-CN": "机器人大会"}""");
    }

    @Test
    void whatIsSaidIsKeptAndWhatTheRulesSayFollows() {
        var page = secretary.open(at(APPROVAL));
        assertThat(page.body())
                .contains("This is a general conference", "Say how many foreign guests", "“summit” in the name");

        var saved = secretary.submit(
                page,
                APPROVAL,
                Map.of(
                        "version", "0",
                        "field", "natural_science",
                        "foreign", "422",
                        "total", "603",
                        "countries", "37",
                        "committedOn", "2036-04-09",
                        "word.word-summit", "It is on a mountain."));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body())
                .contains("This is a major conference", "300 foreign guests or more", "APPR-05", "Multilateral")
                .contains("The report is filed by 9 Oct 2035", "It is forecast by 9 Aug 2036")
                .contains("It is on a mountain.", "Nothing at the moment.");
        assertThat(owner.get("/api/v1/audit?limit=20").expect(200).body()).contains("conference.declared");
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() {
        var page = secretary.open(at(APPROVAL));

        var refused = secretary.submit(
                page,
                APPROVAL,
                Map.of(
                        "version", "0",
                        "field", "natural_science",
                        "foreign", "50",
                        "total", "20",
                        "countries", "many",
                        "filedOn", "2037-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"many\"", "value=\"50\"", "value=\"2037-01-01\"");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("select count(*) from conference_declaration")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void whoeverSavesWhatSomebodyElseHasChangedIsToldSo() {
        var page = secretary.open(at(APPROVAL));
        var said = Map.of("version", "0", "field", "general", "foreign", "10", "total", "20");
        assertThat(secretary.submit(page, APPROVAL, said).status()).isEqualTo(200);

        var late = secretary.submit(page, APPROVAL, Map.of("version", "0", "field", "general", "foreign", "11"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else has changed it", "value=\"11\"");
    }

    @Test
    void aConferenceThatKeepsToNoRulesIsToldWhereTheyAreChosen() {
        Tenancy.runAs(tenant, () -> jdbc.sql("delete from conference_rules").update());

        var page = secretary.open(at(APPROVAL));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("This conference keeps to no such rules");
    }
}

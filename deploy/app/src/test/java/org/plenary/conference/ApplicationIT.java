package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;

/** An application goes from its applicant through all who decide, and nothing is public before (acceptance scenarios 14 and 15). */
class ApplicationIT extends RulesFixture {
    private static final String APPLICATION = APPROVAL + "/application";
    private static final String[] WRITTEN = {
        "host",
        "co-host",
        "co-organiser",
        "entrusted-organiser",
        "participants-range",
        "theme",
        "topics",
        "main-content",
        "funding-source",
        "necessity",
        "expected-purpose",
        "contact-name",
        "contact-unit",
        "contact-office-phone"
    };

    @BeforeEach
    void aConferenceWhoseSizesAreSaid() {
        aConferenceThatKeepsToTheRules("""
                {"en": "Conference on Robots", "zh-CN": "机器人会议"}""");
        secretary.submit(
                secretary.open(at(APPROVAL)),
                APPROVAL,
                Map.of("version", "0", "field", "general", "foreign", "40", "total", "200", "countries", "5"));
    }

    @Test
    void anApplicationThatLacksTheMobilePhoneIsNotHandedIn() {
        write("");

        var page = secretary.open(at(APPLICATION));
        assertThat(page.body()).contains("One thing is missing.");
        assertThat(secretary
                        .submit(page, APPLICATION + "/hand-in", Map.of("version", version(page)))
                        .status())
                .isEqualTo(409);

        write("+86 10 1234");
        handIn();
        assertThat(secretary.open(at(APPLICATION)).body()).contains("Under review");
    }

    @Test
    void itGoesThroughAllWhoDecideWithOneRevisionAndOneClarificationAndThenTheConferenceIsPublished() {
        var email = "xw-" + tenant.slug() + "@example.org";
        var exchange = signedIn(email, email);
        assign(Map.of("exchange_office", email));
        write("+86 10 1234");
        assertThat(publish()).contains("conference.setup.approval");
        handIn();

        for (var department : new String[] {"hr", "finance", "security", "it", "publicity"})
            assertThat(act(secretary, department, "agree", "").status()).isEqualTo(200);
        act(secretary, "leading_group", "agree", "");
        act(secretary, "research_office", "agree", "");
        eventually(
                "whose turn it is gets a mail",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().contains("your decision is awaited")));
        assertThat(act(secretary, "exchange_office", "agree", "").status())
                .as("it has people here")
                .isEqualTo(409);
        assertThat(act(exchange, "vice_president", "agree", "").status())
                .as("none is left out")
                .isEqualTo(409);
        assertThat(act(exchange, "exchange_office", "return", "").status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(act(exchange, "exchange_office", "return", "Name the hosts.").status())
                .isEqualTo(200);
        write("+86 10 5678");
        act(secretary, "applicant", "answer", "Named.");
        act(exchange, "exchange_office", "agree", "Well done.");
        act(exchange, "exchange_office", "agree", "Drafted.");
        act(secretary, "vice_president", "agree", "");
        act(secretary, "ministry", "return", "Who pays?");
        act(secretary, "applicant", "answer", "The university.");
        act(secretary, "ministry", "agree", "");
        assertThat(act(exchange, "exchange_office", "agree", "").status())
                .as("without a number")
                .isEqualTo(422);
        assertThat(publish()).contains("conference.setup.approval");
        var last = act(
                exchange, "exchange_office", "agree", "Forwarded.", Map.of("number", "外专[2026]7", "on", "2026-01-05"));

        assertThat(last.body()).contains("Approved", "Document 外专[2026]7 of 5 Jan 2026");
        assertThat(last.body())
                .contains("Name the hosts.", "Named.", "Who pays?", "The university.", "Forwarded.")
                .contains("for an office that has nobody here");
        var entries = Tenancy.callAs(
                tenant,
                () -> jdbc.sql(
                                "select count(*) from conference_application_entry where by_name <> '' and at is not null")
                        .query(Integer.class)
                        .single());
        assertThat(entries).isEqualTo(17);
        assertThat(publish()).doesNotContain("conference.setup.approval");
    }

    @Test
    void nobodyDecidesAboutWhatTheyHandedInThemselves() {
        var email = "sg2-" + tenant.slug() + "@example.org";
        var both = signedIn(email, email);
        assign(Map.of("hr", email));
        write("+86 10 1234");
        var page = both.open(at(APPLICATION));
        both.submit(page, APPLICATION + "/hand-in", Map.of("version", version(page)));

        var refused = act(both, "hr", "agree", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Nobody decides about what they handed in themselves.");
    }

    @Test
    void oneDepartmentThatRejectsSendsItBackAndAllSignAnew() {
        write("+86 10 1234");
        handIn();
        act(secretary, "hr", "agree", "");
        act(secretary, "finance", "reject", "No budget.");

        assertThat(secretary.open(at(APPLICATION)).body()).contains("With the applicant", "No budget.");
        handIn();
        assertThat(secretary.open(at(APPLICATION)).body()).doesNotContain("Agreed already");
    }

    @Test
    void whatIsMoreThanWasApprovedIsShown() {
        write("+86 10 1234");
        handIn();
        for (var department : new String[] {"hr", "finance", "security", "it", "publicity"})
            act(secretary, department, "agree", "");
        for (var office : new String[] {
            "leading_group", "research_office", "exchange_office", "exchange_office", "vice_president", "ministry"
        }) act(secretary, office, "agree", "");
        act(secretary, "exchange_office", "agree", "", Map.of("number", "7", "on", "2026-01-05"));
        assertThat(secretary.open(at(APPLICATION)).body()).doesNotContain("Beyond what was approved");

        var page = secretary.open(at(APPROVAL));
        secretary.submit(
                page,
                APPROVAL,
                Map.of("version", "1", "field", "general", "foreign", "45", "total", "150", "countries", "5"));

        assertThat(secretary.open(at(APPLICATION)).body())
                .contains("Beyond what was approved", "Foreign guests: approved 40, now 45")
                .doesNotContain("Participants: approved");
        handIn();
        assertThat(secretary.open(at(APPLICATION)).body())
                .as("what was approved stays until there is another approval")
                .contains("Under review", "Document 7 of 5 Jan 2026");
    }

    private void assign(Map<String, String> offices) {
        var fields = new HashMap<String, String>();
        offices.forEach((office, people) -> fields.put("office." + office, people));
        assertThat(secretary
                        .submit(secretary.open(at(APPROVAL + "/offices")), APPROVAL + "/offices", fields)
                        .status())
                .isEqualTo(200);
    }

    private void write(String mobile) {
        var page = secretary.open(at(APPLICATION + "/edit"));
        var fields = new HashMap<String, String>();
        for (var field : WRITTEN) fields.put("field." + field, "About " + field);
        fields.put("field.contact-mobile-phone", mobile);
        fields.put("guests", "Ada Lovelace\tGB\tAnalytical Institute\tDr");
        fields.put("version", version(page));
        assertThat(secretary.submit(page, APPLICATION + "/edit", fields).status())
                .isEqualTo(200);
    }

    private void handIn() {
        var page = secretary.open(at(APPLICATION));
        assertThat(secretary
                        .submit(page, APPLICATION + "/hand-in", Map.of("version", version(page)))
                        .status())
                .isEqualTo(200);
    }

    private Browser.View act(Browser browser, String office, String action, String comment) {
        return act(browser, office, action, comment, Map.of());
    }

    private Browser.View act(Browser browser, String office, String action, String comment, Map<String, String> more) {
        var page = browser.open(at(APPLICATION));
        var fields = new HashMap<>(more);
        fields.put(
                "version",
                String.valueOf(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("select version from conference_application")
                                .query(Long.class)
                                .single())));
        fields.put("office", office);
        fields.put("action", action);
        fields.put("comment", comment);
        return browser.submit(page, APPLICATION + "/acts", fields);
    }

    /** @return what is said to it */
    private String publish() {
        return owner.patch("/api/v1/conferences/robots", Map.of("status", "published"))
                .body();
    }

    private static String version(Browser.View page) {
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(version.find()).as(page.body()).isTrue();
        return version.group(1);
    }
}

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Each accepted paper needs an author who is certain to come (CFP-13). */
class PresenterIT extends ReviewFixture {
    private static final String PRESENTERS = "/manage/conferences/robots/papers/presenters";
    private static final String PLAN = "/manage/conferences/robots/papers/decisions/plan";

    @Test
    void whoRegistersByTheLinkOfTheirPaperIsBoundToItWhateverAddressTheyGive() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var email = "ada-" + tenant.slug() + "@example.org";
        accepted(tenant, "Counting with gears", email);
        var chair = chair(tenant);
        assertThat(chair.open(at(tenant, PRESENTERS)).body()).contains("One accepted paper has no author");
        var link = link(email, "/register?occasion=");

        var page = new Browser().open(link);
        assertThat(page.body())
                .contains("You register for your paper 1, Counting with gears.", "value=\"Ada Authorsen\"", email);
        var token = link.substring(link.indexOf("occasion=") + "occasion=".length());
        order(tenant, "somebody.else@example.org", token);

        assertThat(chair.open(at(tenant, PRESENTERS + "?standing=registered")).body())
                .contains("Counting with gears", "Registered");
        assertThat(chair.open(at(tenant, PRESENTERS)).body()).doesNotContain("Counting with gears");
    }

    @Test
    void theFormIsFilledInWithWhatThePaperSaysOfItsAuthor() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        owner(tenant).put(CONFERENCE + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "affiliation", "type": "text", "label": "Affiliation", "required": true},
                  {"key": "country", "type": "country", "label": "Country", "required": true}]}]}""").expect(200);
        var email = "ada-" + tenant.slug() + "@example.org";
        accepted(tenant, "Counting with gears", email);

        var page = new Browser().open(link(email, "/register?occasion=")).body();

        assertThat(page).contains("value=\"Analytical Institute\"");
        assertThat(page.split("<option value=\"GB\" selected", -1))
                .as("of the contact and of the delegate")
                .hasSize(3);
    }

    @Test
    void aRegistrationWithTheAddressOnThePaperWillDoAndAMadeUpLinkBindsNothing() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var email = "ada-" + tenant.slug() + "@example.org";
        accepted(tenant, "Counting with gears", email);
        accepted(tenant, "Counting with beads", "bea-" + tenant.slug() + "@example.org");
        var chair = chair(tenant);

        order(tenant, "mallory@example.org", "paper-2-0-" + "A".repeat(43));
        order(tenant, email.toUpperCase(Locale.ROOT), null);

        assertThat(chair.open(at(tenant, PRESENTERS)).body())
                .contains("Counting with beads")
                .doesNotContain("Counting with gears");
    }

    @Test
    void papersWithoutAnybodyAreRemindedOfExcusedOrTakenOutOnceTheDayHasPassed() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var email = "ada-" + tenant.slug() + "@example.org";
        accepted(tenant, "Counting with gears", email);
        var secret = accepted(tenant, "Counting with beads", "bea-" + tenant.slug() + "@example.org");
        var chair = chair(tenant);
        var page = chair.open(at(tenant, PRESENTERS));

        chair.submit(page, PRESENTERS + "/reminder", Map.of());
        eventually("asked", () -> mailsTo(email).contains("Nobody has registered for your paper 1"));
        assertThat(chair.submit(page, PRESENTERS + "/1/excuse", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(chair.submit(page, PRESENTERS + "/1/excuse", Map.of("reason", "By video"))
                        .body())
                .contains("The paper is excused.");
        assertThat(chair.submit(page, PRESENTERS + "/removal", Map.of("seen", "1"))
                        .body())
                .as("no day is set")
                .contains("The day has not passed yet.");
        until(chair, tenant, "2099-03-01T12:00");
        assertThat(new Browser()
                        .open(at(tenant, "/c/robots/submissions/2?secret=" + secret))
                        .body())
                .contains("One of the authors has to register by 2099-03-01 12:00");
        until(chair, tenant, "2020-03-01T12:00");
        var passed = chair.open(at(tenant, PRESENTERS));
        assertThat(passed.body()).contains("Take one paper out");

        assertThat(chair.submit(passed, PRESENTERS + "/removal", Map.of("seen", "1"))
                        .body())
                .contains("One paper is taken out.");

        var owner = owner(tenant);
        assertThat(owner.get(CONFERENCE + "/submissions/1").text("/status")).isEqualTo("accepted");
        assertThat(owner.get(CONFERENCE + "/submissions/2").text("/status")).isEqualTo("rejected");
    }

    @Test
    void manyPapersAreShownInPagesAndCountedAsAWhole() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var rows = IntStream.rangeClosed(1, 53)
                .mapToObj(each ->
                        "{\"title\": \"Paper no. %d.\", \"authors\": [{\"name\": \"A\", \"email\": \"a%d@example.org\"}], \"decision\": \"accept\"}"
                                .formatted(each, each))
                .collect(Collectors.joining("\n"));
        owner(tenant)
                .send(
                        "POST",
                        CONFERENCE + "/submissions:import",
                        "application/x-ndjson",
                        rows.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        order(tenant, "A2@example.org", null);
        var chair = chair(tenant);
        var first = chair.open(at(tenant, PRESENTERS));
        chair.submit(first, PRESENTERS + "/1/excuse", Map.of("reason", "By video"));

        first = chair.open(at(tenant, PRESENTERS));
        assertThat(first.body())
                .contains("(51)", "(1)", "Paper no. 3.", "Paper no. 52.", "standing=missing&amp;after=52")
                .doesNotContain("Paper no. 1.", "Paper no. 2.", "Paper no. 53.");
        assertThat(chair.open(at(tenant, PRESENTERS + "?standing=missing&after=52"))
                        .body())
                .contains("(51)", "Paper no. 53.")
                .doesNotContain("Paper no. 52.", "after=53");
        assertThat(chair.open(at(tenant, PRESENTERS + "?standing=excused")).body())
                .contains("Paper no. 1.", "By video")
                .doesNotContain("Paper no. 3.");
    }

    private String accepted(Tenant tenant, String title, String email) {
        var secret = submit(
                tenant,
                title,
                Map.of(
                        "name", "Ada Authorsen",
                        "email", email,
                        "affiliation", "Analytical Institute",
                        "country", "GB"));
        var paper = owner(tenant)
                .get(CONFERENCE + "/submissions?limit=200")
                .expect(200)
                .json()
                .at("/items");
        owner(tenant)
                .post(CONFERENCE + "/submissions/" + paper.size() + "/decision", Map.of("decision", "accept"))
                .expect(200);
        eventually("told", () -> mailsTo(email).contains("/register?occasion="));
        return secret;
    }

    private void order(Tenant tenant, String email, @Nullable String occasion) {
        var order = new HashMap<String, Object>(Map.of(
                "contact", Map.of("name", "Some Body", "email", email, "country", "CN"),
                "delegates", List.of(Map.of("fee", "regular"))));
        if (occasion != null) order.put("occasion", occasion);
        var placed = anonymous(tenant).post(CONFERENCE + "/orders", order).expect(201);
        assertThat(placed.text("/status")).isEqualTo("confirmed");
    }

    private void until(Browser chair, Tenant tenant, String day) {
        var page = chair.open(at(tenant, PLAN));
        var saved = chair.submit(page, PLAN, Map.of("version", value(page, "version"), "presenter_until", day));
        assertThat(saved.body()).contains("Saved.");
    }
}

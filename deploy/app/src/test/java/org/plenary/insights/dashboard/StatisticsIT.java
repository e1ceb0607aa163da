package org.plenary.insights.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Who takes part, counted for all who are to be told. */
class StatisticsIT extends PlenaryIT {
    private static final String PAGE = "/manage/conferences/conf27/statistics";
    private static final String PASSWORD = "many-hands-light-work";

    @Autowired
    private Accounts accounts;

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private DelegateFigures figures;

    @Autowired
    private StatisticsVersions versions;

    @Autowired
    private StatisticsSheet sheet;

    private Tenant tenant;

    @BeforeEach
    void aConferenceWithDelegatesFromTwelveCountries() {
        tenant = aTenant();
        Http owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        RegistrationFixture.publish(owner);
        for (var country :
                List.of("DE", "DE", "DE", "GB", "GB", "FR", "IT", "RU", "ES", "PT", "PL", "AT", "CH", "CN", "JP"))
            register(country);
    }

    @Test
    void homeIsCountedApartAndTheCountriesWithFewDelegatesTogether() {
        var page = signIn(new Browser());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().replaceAll("\\s+", " "))
                .contains("15 confirmed delegates")
                .containsPattern("<th scope=\"row\">Domestic</th> <td[^>]*>3</td>")
                .containsPattern("<th scope=\"row\">Foreign</th> <td[^>]*>12</td>")
                .contains("2 other countries, 2 delegates, none above 1")
                .contains("Dinner")
                .containsSubsequence(
                        "<th scope=\"row\">Germany", "<th scope=\"row\">United Kingdom", "<th scope=\"row\">Austria");
    }

    @Test
    void aVersionKeepsItsNumberAndTellsTheDifferenceFromTheOneBefore() {
        Tenancy.runAs(tenant, () -> {
            var conference = conferences.bySlug("conf27");
            assertThat(versions.make(conference, figures.of(conference, Locale.ENGLISH)))
                    .isEqualTo(1);
        });
        register("DE");
        register("SE");

        Tenancy.runAs(tenant, () -> {
            var conference = conferences.bySlug("conf27");
            var today = figures.of(conference, Locale.ENGLISH);
            assertThat(versions.make(conference, today)).isEqualTo(2);
            var before = versions.find(conference.id(), 1).orElseThrow();
            var after = versions.find(conference.id(), 2).orElseThrow();
            assertThat(before.figures().get("countries")).containsEntry("DE", 3).doesNotContainKey("SE");
            assertThat(after.figures().get("countries")).containsEntry("DE", 4).containsEntry("SE", 1);
            var out = new ByteArrayOutputStream();
            try {
                sheet.write(conference, after, before, today, Locale.ENGLISH, out);
                assertThat(texts(out.toByteArray()))
                        .contains("Version 2, ")
                        .contains("Compared with version 1, ")
                        .contains("Difference")
                        .contains("Sweden");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void whoHasTheNationalityOfTheConferencesCountryIsAtHomeWhereverTheyComeFrom() {
        Http owner = owner(tenant);
        owner.put(RegistrationFixture.PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "nation", "type": "nationality", "label": "Nationality", "required": false}]}]}""").expect(200);
        register("GB", Map.of("name", "Max", "nation", "DE"));
        register("DE", Map.of("name", "Grace", "nation", "US"));

        var origins = Tenancy.callAs(tenant, () -> figures.of(conferences.bySlug("conf27"), Locale.ENGLISH))
                .getFirst();

        assertThat(origins.figures()).extracting(DelegateFigures.Figure::value).containsExactly(4, 13);
    }

    @Test
    void whoMayVoteIsCountedWhereNotEverybodyMay() {
        Http owner = owner(tenant);
        var before = Tenancy.callAs(tenant, () -> figures.of(conferences.bySlug("conf27"), Locale.ENGLISH));
        owner.post(RegistrationFixture.PATH + "/fees", """
                {"key": "listener", "name": "Listener", "rights": ["attend"],
                 "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}], "tax_rate": 19}""").expect(201);

        var after = Tenancy.callAs(tenant, () -> figures.of(conferences.bySlug("conf27"), Locale.ENGLISH));
        register("DE", "listener", Map.of("name", "Ada", "dinner", "no"));
        var then = Tenancy.callAs(tenant, () -> figures.of(conferences.bySlug("conf27"), Locale.ENGLISH));

        assertThat(rights(before)).isEmpty();
        assertThat(rights(after)).containsExactly("Vote 15", "Speak 15", "Attend 15");
        assertThat(rights(then)).containsExactly("Vote 15", "Speak 15", "Attend 16");
    }

    private static List<String> rights(List<DelegateFigures.Group> groups) {
        return groups.stream()
                .filter(group -> group.key().equals("rights"))
                .flatMap(group -> group.figures().stream())
                .map(figure -> figure.label() + " " + figure.value())
                .toList();
    }

    private void register(String country) {
        register(country, Map.of("name", "Ada", "dinner", "no"));
    }

    private void register(String country, Map<String, String> answers) {
        register(country, "free", answers);
    }

    private void register(String country, String fee, Map<String, String> answers) {
        var email = Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        anonymous(tenant)
                .post(
                        RegistrationFixture.PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", country),
                                "delegates", List.of(Map.of("fee", fee, "answers", answers)),
                                "locale", "en"))
                .expect(201);
    }

    private Browser.View signIn(Browser browser) {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var page = browser.open(
                "http://" + tenant.slug() + ".localhost:" + platform().port() + PAGE);
        return browser.submit(page, "/login", Map.of("email", email, "password", PASSWORD));
    }

    private static String texts(byte[] xlsx) throws IOException {
        var file = Files.createTempFile("statistics", ".xlsx");
        Files.write(file, xlsx);
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

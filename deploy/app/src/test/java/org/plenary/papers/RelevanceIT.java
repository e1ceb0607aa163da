package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;

/** What a search for papers finds, and in which order. */
class RelevanceIT extends PlenaryIT {
    private static final String CONFERENCE = "/api/v1/conferences/instruments";

    @Test
    void aWordOfATracksNameFindsThePapersThatSayItAndNotTheWholeTrack() {
        var tenant = aTenantWithTracks();
        submit(tenant, "The history of the xylophone", "Where it came from.", "Music");
        submit(tenant, "Tuning in tall rooms", "How the air changes a tone.", "Acoustics");
        submit(tenant, "Bells of bronze", "What an alloy does.", "Metal");
        var staff = owner(tenant);
        eventually("all are indexed", () -> titles(staff, "").size() == 3);

        assertThat(titles(staff, "xylophone")).containsExactly("The history of the xylophone");
        assertThat(titles(staff, "percussion")).isEmpty();
        assertThat(titles(staff, "&track=percussion")).hasSize(3);
    }

    @Test
    void aTitleOutranksAKeywordAndAKeywordOutranksTheAbstract() {
        var tenant = aTenantWithTracks();
        submit(tenant, "Bells of bronze", "A marimba is mentioned here.", "Metal");
        submit(tenant, "Tuning in tall rooms", "How the air changes a tone.", "Marimba");
        submit(tenant, "The marimba in church", "How it got there.", "Music");
        submit(tenant, "Something else", "Nothing of the kind.", "Other");
        var staff = owner(tenant);
        eventually("all are indexed", () -> titles(staff, "").size() == 4);

        assertThat(titles(staff, "marimba"))
                .containsExactly("The marimba in church", "Tuning in tall rooms", "Bells of bronze");
    }

    @Test
    void whatIsWrittenAsAskedOutranksWhatIsOnlySimilar() {
        var tenant = aTenantWithTracks();
        submit(tenant, "On bells and fells", "Two words that are alike.", "Words");
        submit(tenant, "Fells of the north", "Hills, that is.", "Hills");
        var staff = owner(tenant);
        eventually("both are indexed", () -> titles(staff, "").size() == 2);

        assertThat(titles(staff, "bells")).first().isEqualTo("On bells and fells");
    }

    private Tenant aTenantWithTracks() {
        var tenant = aTenant();
        var owner = owner(tenant);
        owner.post("/api/v1/conferences", """
                        {"slug": "instruments", "name": "Instruments", "starts_on": "2027-05-14", "ends_on": "2027-05-16",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);
        owner.post(CONFERENCE + "/call-for-papers", """
                        {"tracks": [{"key": "percussion", "name": "Xylophone and percussion studies"}],
                         "deadline": {"at": "2027-04-30T23:59", "zone": "AoE"}}""").expect(201);
        owner.post(CONFERENCE + "/fees", """
                        {"key": "regular", "name": "Regular",
                         "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(201);
        owner.patch(CONFERENCE, Map.of("status", "published")).expect(200);
        return tenant;
    }

    private static void submit(Tenant tenant, String title, String summary, String keyword) {
        anonymous(tenant)
                .post(
                        CONFERENCE + "/submissions",
                        Map.of(
                                "title",
                                title,
                                "abstract",
                                summary,
                                "keywords",
                                List.of(keyword),
                                "track",
                                "percussion",
                                "authors",
                                List.of(Map.of("name", "Ada", "email", "ada@example.org", "corresponding", true))))
                .expect(201);
    }

    private static List<String> titles(Http staff, String query) {
        var items = staff.get(CONFERENCE + "/search/papers?q=" + query)
                .expect(200)
                .json()
                .at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/title").asString())
                .toList();
    }
}

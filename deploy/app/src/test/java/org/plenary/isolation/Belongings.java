package org.plenary.isolation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.plenary.Http;
import org.plenary.kernel.Ids;
import tools.jackson.databind.JsonNode;

/**
 * What one tenant has, marked so that it can be known anywhere: a conference with a form, a fee, an agreement, a hotel, a
 * tour, an order and a paper. Its identifiers are tried in every place of an address.
 */
public final class Belongings {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(:[^}]*)?}");

    private final String mark = "mark" + Ids.reference(12).toLowerCase(Locale.ROOT);
    private final String conference = "c" + Ids.reference(8).toLowerCase(Locale.ROOT);
    private final Set<String> identifiers = new LinkedHashSet<>();

    private Belongings() {}

    public static Belongings of(Http owner, Http anonymous) {
        var made = new Belongings();
        made.make(owner, anonymous);
        return made;
    }

    public String mark() {
        return mark;
    }

    public String conference() {
        return conference;
    }

    boolean isShownIn(String body) {
        return body.contains(mark);
    }

    /** The pattern with the conference in its place and each identifier in the others. */
    List<String> paths(String pattern) {
        return paths(pattern, conference);
    }

    /** As if they were of this conference. */
    List<String> paths(String pattern, String conference) {
        var withConference = pattern.replace("{conference}", conference).replaceAll("/\\*\\*$", "/x");
        if (!VARIABLE.matcher(withConference).find()) return List.of(withConference);
        var paths = new ArrayList<String>();
        for (var identifier : identifiers)
            paths.add(VARIABLE.matcher(withConference).replaceAll(identifier));
        return paths;
    }

    private void make(Http owner, Http anonymous) {
        var base = "/api/v1/conferences";
        keep(owner.post(
                        base,
                        Map.of(
                                "slug",
                                conference,
                                "name",
                                mark,
                                "starts_on",
                                "2027-05-10",
                                "ends_on",
                                "2027-05-12",
                                "time_zone",
                                "Europe/Berlin",
                                "venue",
                                Map.of("name", mark, "city", mark, "country", "DE"),
                                "currency",
                                "EUR",
                                "languages",
                                List.of("en")))
                .expect(201));
        var here = base + "/" + conference;
        owner.put(here + "/registration-form", Map.of("sections", List.of())).expect(200);
        keep(owner.post(
                        here + "/fees",
                        Map.of(
                                "key",
                                "free",
                                "name",
                                mark,
                                "capacity",
                                5,
                                "prices",
                                List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "EUR")))))
                .expect(201));
        keep(owner.post(here + "/agreements", Map.of("kind", "other", "supplier", mark))
                .expect(201));
        keep(owner.post(
                        here + "/hotels",
                        Map.of(
                                "name",
                                mark,
                                "address",
                                mark,
                                "cut_off_on",
                                "2027-04-01",
                                "shoulder_nights",
                                Map.of("before", 0, "after", 0),
                                "room_types",
                                List.of(Map.of(
                                        "key",
                                        "single",
                                        "name",
                                        mark,
                                        "occupancy",
                                        1,
                                        "nightly_rate",
                                        Map.of("amount", "80.00", "currency", "EUR"),
                                        "nights",
                                        List.of(Map.of("date", "2027-05-10", "rooms", 3))))))
                .expect(201));
        keep(owner.post(
                        here + "/tours",
                        Map.of(
                                "key",
                                "harbour",
                                "name",
                                mark,
                                "description",
                                mark,
                                "meeting_point",
                                mark,
                                "starts_at",
                                "2027-05-11T18:00:00+02:00",
                                "price",
                                Map.of("amount", "0.00", "currency", "EUR"),
                                "capacity",
                                5))
                .expect(201));
        owner.post(
                        here + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "main", "name", mark)),
                                "deadline", Map.of("at", "2027-04-01T12:00", "zone", "AoE")))
                .expect(201);
        owner.patch(here, Map.of("status", "published")).expect(200);
        keep(anonymous
                .post(
                        here + "/orders",
                        Map.of(
                                "contact", Map.of("name", mark, "email", mark + "@example.org", "country", "DE"),
                                "delegates", List.of(Map.of("fee", "free", "answers", Map.of())),
                                "tours", List.of(Map.of("tour", "harbour", "quantity", 1))))
                .expect(201));
        owner.put(here + "/group-settings", Map.of("allowed", true, "most", 2)).expect(200);
        var group = anonymous
                .post(
                        here + "/groups",
                        Map.of(
                                "contact", Map.of("name", mark, "email", mark + "@example.org", "country", "DE"),
                                "organization", mark,
                                "places", List.of(Map.of("fee", "free", "quantity", 1))))
                .expect(201);
        keep(owner.get(here + "/groups/" + group.text("/code")).expect(200));
        owner.put(here + "/waiting-list/settings", Map.of("open", true)).expect(200);
        keep(anonymous
                .post(
                        here + "/waiting-list",
                        Map.of(
                                "contact", Map.of("name", mark, "email", mark + "@example.org", "country", "DE"),
                                "carts",
                                        List.of(Map.of(
                                                "delegates", List.of(Map.of("fee", "free", "answers", Map.of())),
                                                "tours", List.of(Map.of("tour", "harbour", "quantity", 5))))))
                .expect(201));
        keep(anonymous
                .post(
                        here + "/submissions",
                        Map.of(
                                "title",
                                mark,
                                "abstract",
                                mark,
                                "keywords",
                                List.of(mark),
                                "track",
                                "main",
                                "authors",
                                List.of(Map.of(
                                        "name",
                                        mark,
                                        "email",
                                        mark + "@example.org",
                                        "affiliation",
                                        mark,
                                        "country",
                                        "DE",
                                        "corresponding",
                                        true))))
                .expect(201));
        identifiers.add(conference);
    }

    /** Everything in the answer that looks like a name for something. */
    private void keep(Http.Answer answer) {
        collect(answer.json());
    }

    /** One with the mark in it would be found again in every page that repeats its own address. */
    private void add(String identifier) {
        if (!identifier.isEmpty() && !identifier.contains(mark)) identifiers.add(identifier);
    }

    private void collect(JsonNode node) {
        for (var name : List.of("id", "key", "code", "number", "ticket", "ticket_code"))
            if (node.has(name) && node.get(name).isValueNode())
                add(node.get(name).asString());
        node.forEach(this::collect);
    }
}

package org.plenary.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.Http;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.search.PaperRows.Row;
import org.plenary.search.PaperRows.Somebody;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference with papers and delegates by chance, and what may be found of them, said by looking at one after the other. */
record SearchedPlace(Tenant tenant, String slug, Map<UUID, Row> papers, Map<UUID, Delegate> delegates) {
    private static final int PAPERS = 24;
    private static final int DELEGATES = 12;
    static final List<String> WORDS = List.of("zebra", "quilt", "mango", "thorn", "ferry", "blimp", "crypt", "onyxes");
    static final List<String> TRACKS = List.of("learning", "control");
    static final List<String> COUNTRIES = List.of("DE", "CN", "BR");

    /** What was decided, and what is known of it. */
    static final List<List<String>> STATES = List.of(
            List.of("submitted", ""),
            List.of("withdrawn", ""),
            List.of("accepted", "accepted"),
            List.of("accepted", "accepted"),
            List.of("accepted", ""),
            List.of("accepted", "rejected"),
            List.of("rejected", ""),
            List.of("rejected", "accepted"),
            List.of("rejected", "rejected"));

    record Delegate(UUID id, String name, String country, String status) {
        boolean isFound() {
            return !status.equals("cancelled");
        }
    }

    /** @param named the one word of each that nobody else has */
    record Expected(List<String> named, Map<String, Map<String, Long>> facets) {
        long total() {
            return named.size();
        }
    }

    /** @param author an address of somebody who is an author of about half of the papers */
    static SearchedPlace made(
            Tenant tenant, Http owner, String slug, String author, Random random, JdbcClient jdbc, Json json) {
        conference(owner, slug);
        var id = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select id from conference where slug = ?")
                        .param(slug)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .single());
        var rows = new PaperRows(jdbc, json, tenant, id);
        var papers = new LinkedHashMap<UUID, Row>();
        for (var number = 1; number <= PAPERS; number++) {
            var paper = paper(number, author, random);
            rows.put(paper);
            papers.put(paper.id(), paper);
        }
        var order = owner.post(
                        "/api/v1/conferences/" + slug + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Some Body", "email", "a@example.org", "country", "GB"),
                                "delegates",
                                        List.of(Map.of(
                                                "fee",
                                                "free",
                                                "answers",
                                                Map.of("name", "Some Body"),
                                                "form_version",
                                                1)),
                                "locale", "en"))
                .expect(201)
                .text("/code");
        var delegates = new LinkedHashMap<UUID, Delegate>();
        Tenancy.runAs(tenant, () -> {
            // the one that ordered is in nobody's way
            jdbc.sql("update delegate set status = 'cancelled' where conference_id = ?")
                    .param(id)
                    .update();
            for (var place = 1; place <= DELEGATES; place++) {
                var delegate = delegate(random);
                delegates.put(delegate.id(), delegate);
                jdbc.sql("""
                                insert into delegate (id, order_id, conference_id, position, fee_key, form_version, name, email, country, answers, status)
                                select :id, o.id, o.conference_id, :place, 'free', 1, :name, 'a@example.org', :country, '{}', :status
                                from orders o where o.code = :order""")
                        .param("id", delegate.id())
                        .param("place", place)
                        .param("name", delegate.name())
                        .param("country", delegate.country())
                        .param("status", delegate.status())
                        .param("order", order)
                        .update();
            }
        });
        return new SearchedPlace(tenant, slug, papers, delegates);
    }

    private static void conference(Http owner, String slug) {
        var path = "/api/v1/conferences/" + slug;
        owner.post("/api/v1/conferences", """
                        {"slug": "%s", "name": "Conf", "starts_on": "2027-05-10", "ends_on": "2027-05-12", "time_zone": "Europe/Berlin",
                         "venue": {"name": "Hall", "city": "Berlin", "country": "DE"}, "currency": "EUR", "languages": ["en"]}""".formatted(slug)).expect(201);
        owner.put(path + "/registration-form", """
                        {"sections": [{"key": "you", "title": "You", "fields": [
                          {"key": "name", "type": "text", "label": "Name", "required": true}]}]}""").expect(200);
        owner.post(path + "/fees", """
                        {"key": "free", "name": "Free", "capacity": null,
                         "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}, "until": null}], "tax_rate": 19}""").expect(201);
        owner.post(
                        path + "/call-for-papers",
                        Map.of(
                                "tracks",
                                TRACKS.stream()
                                        .map(key -> Map.of("key", key, "name", key))
                                        .toList(),
                                "deadline",
                                Map.of("at", "2099-01-31T23:59", "zone", "AoE")))
                .expect(201);
        owner.patch(path, "{\"status\": \"published\"}").expect(200);
    }

    private static Row paper(int number, String author, Random random) {
        var state = any(STATES, random);
        var authors = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Somebody(
                        "Ann",
                        random.nextInt(4) == 0 ? null : any(COUNTRIES, random),
                        false,
                        random.nextInt(3) == 0 ? author : null))
                .toList();
        return new Row(
                Ids.next(),
                number,
                canary(random) + " " + some(random),
                some(random),
                List.of(any(WORDS, random)),
                authors,
                random.nextInt(4) == 0 ? null : any(TRACKS, random),
                state.getFirst(),
                state.getLast().isEmpty() ? null : state.getLast());
    }

    private static Delegate delegate(Random random) {
        return new Delegate(
                Ids.next(),
                canary(random) + " " + some(random),
                any(COUNTRIES, random),
                any(List.of("pending", "confirmed", "confirmed", "cancelled"), random));
    }

    private static String canary(Random random) {
        return "canary"
                + random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String some(Random random) {
        return any(WORDS, random) + " " + any(WORDS, random);
    }

    static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    String api(String kind) {
        return "/api/v1/conferences/%s/search/%s".formatted(slug, kind);
    }

    Expected expected(AskedByChance asked, boolean mayReadAll) {
        return expected(asked, mayReadAll, null);
    }

    /** @param asker the address of whoever asks, of whose papers no more is known than to all authors; or null */
    Expected expected(AskedByChance asked, boolean mayReadAll, @Nullable String asker) {
        var status = asked.filters().getOrDefault("status", List.of());
        if (!mayReadAll && !status.isEmpty() && !status.contains("accepted"))
            return new Expected(List.of(), Map.of("track", Map.of(), "country", Map.of(), "status", Map.of()));
        var facets = new HashMap<String, Function<Row, List<String>>>();
        facets.put("track", row -> Stream.ofNullable(row.track()).toList());
        facets.put(
                "country",
                row -> row.authors().stream()
                        .flatMap(author -> Stream.ofNullable(author.country()))
                        .distinct()
                        .toList());
        facets.put("status", row -> List.of(row.status(asker)));
        var known = papers.values().stream()
                .filter(row -> mayReadAll || row.isPublic())
                .filter(row ->
                        asked.matches(row.title(), row.summary() + " " + String.join(" ", row.keywords()) + " Ann"))
                .sorted(
                        switch (asked.sort()) {
                            case "title" -> Comparator.comparing(Row::title);
                            case "newest" ->
                                Comparator.comparing((Row row) -> row.id().toString())
                                        .reversed();
                            default -> Comparator.comparing(Row::number);
                        })
                .toList();
        var expected = expected(known, facets, asked, Row::title);
        if (!mayReadAll) expected.facets().put("status", Map.of("accepted", expected.total()));
        return expected;
    }

    Expected expectedDelegates(AskedByChance asked) {
        var facets = new HashMap<String, Function<Delegate, List<String>>>();
        facets.put("fee", delegate -> List.of("free"));
        facets.put("country", delegate -> List.of(delegate.country()));
        facets.put("status", delegate -> List.of(delegate.status()));
        var known = delegates.values().stream()
                .filter(Delegate::isFound)
                .filter(delegate -> asked.matches(delegate.name(), ""))
                .toList();
        return expected(known, facets, asked, Delegate::name);
    }

    private static <T> Expected expected(
            List<T> known,
            Map<String, Function<T, List<String>>> facets,
            AskedByChance asked,
            Function<T, String> name) {
        var counts = new HashMap<String, Map<String, Long>>();
        for (var facet : facets.keySet())
            counts.put(
                    facet,
                    known.stream()
                            .filter(each -> isChosen(each, facets, asked, facet))
                            .flatMap(each -> facets.get(facet).apply(each).stream())
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        var named = known.stream()
                .filter(each -> isChosen(each, facets, asked, ""))
                .map(each -> name.apply(each).split(" ")[0])
                .toList();
        return new Expected(new ArrayList<>(named), counts);
    }

    private static <T> boolean isChosen(
            T each, Map<String, Function<T, List<String>>> facets, AskedByChance asked, String except) {
        return asked.filters().entrySet().stream()
                .allMatch(filter -> filter.getKey().equals(except)
                        || facets.get(filter.getKey()).apply(each).stream().anyMatch(filter.getValue()::contains));
    }

    @Override
    public String toString() {
        return tenant.slug() + "/" + slug;
    }
}

package org.plenary.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.plenary.embedded.Kind;

/**
 * Papers are searched for at any of many organizations by chance, with a thousand papers each: over HTTP (A), and with the very searches
 * that the application sends for it, straight to Elasticsearch (B), A B A B. Organizations, rows and documents are copies of one's.
 */
final class FindingAmongMany implements Scenario {
    private static final int[] CLIENTS = {1, 16};
    private static final Crowd CROWD = new Crowd("find", 200);

    /** Words, phrases, names, errors and beginnings as people type them. */
    private static final List<String> TYPED = List.of(
            "robot",
            "grasping",
            "diffusion policy",
            "difusion polcy",
            "tactile sensing",
            "title:grasp",
            "zhang",
            "weishi zheng",
            "\"imitation learning\"",
            "sim-to-real transfer",
            "humanoid locomotion",
            "legged robots on terrain",
            "dexterous manipulation with a hand",
            "language models for planning",
            "visual navigation",
            "multi agent",
            "reward learning from videos",
            "deformabel objects",
            "autonomous driving",
            "reinf");

    @Override
    public String name() {
        return "finding";
    }

    @Override
    public boolean isOnlyWhenNamed() {
        return true;
    }

    @Override
    public int seconds(Settings settings) {
        return 180 + settings.tenants() * 3 / 2 + settings.points(4 * CLIENTS.length);
    }

    @Override
    public void measure(Platform others, Report report) throws Exception {
        try (var platform = Platform.beside(others.settings(), "bench-finding")) {
            var organizer = platform.organizer();
            var conference = ManyPapers.in(platform, organizer);
            CROWD.open(organizer);
            var trace = new SearchTrace(platform.services().service(Kind.ELASTICSEARCH));
            trace.refill("paper", organizer, conference.path() + "/search/papers?q=", ManyPapers.COUNT - 1);
            trace.refill("delegate", organizer, CROWD.path() + "/search/delegates?q=", CROWD.delegates() / 10);
            var count = platform.settings().tenants();
            new Neighbours(organizer).grow(count);
            var copies = new CopiedDocuments(trace, organizer.tenant());
            copies.to(neighbours(organizer));
            report.title(
                    "Papers searched for at any of %,d organizations, a second, over HTTP (A) and straight to Elasticsearch (B), A B A B"
                            .formatted(count));
            report.line("The indexes hold " + copies.said() + ".");
            report.line("");
            measure(platform, traced(platform, trace, conference), trace, report);
            new SuggestionsAmongMany(platform, trace, neighbours(organizer)).measure(CLIENTS, report);
        }
    }

    /** In the order of their numbers. */
    private static List<String> neighbours(Organizer organizer) throws Exception {
        return organizer.database().texts("select id from control.tenant where slug like 'many%' order by slug");
    }

    /** @param straight with the first organization's id where a tenant's has to stand */
    private record Traced(byte[] overHttp, List<SearchTrace.Search> straight) {}

    private static List<Traced> traced(Platform platform, SearchTrace trace, DemoConference conference)
            throws Exception {
        var organizer = platform.organizer();
        var all = new ArrayList<Traced>();
        for (var typed : TYPED) {
            var request = organizer.open(
                    "GET",
                    conference.path() + "/search/papers?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8),
                    "");
            all.add(new Traced(request, trace.of("plenary-paper", () -> organizer.ask(200, request))));
        }
        return all;
    }

    private static void measure(Platform platform, List<Traced> searches, SearchTrace trace, Report report)
            throws Exception {
        var organizer = platform.organizer();
        var tenants = neighbours(organizer);
        var warm = platform.settings().warmUp();
        Load.closed(8, warm.multipliedBy(4), number -> overHttp(organizer, searches, tenants.size()));
        new BesideElasticsearch(
                        platform,
                        number -> overHttp(organizer, searches, tenants.size()),
                        number -> straight(trace, searches, organizer, tenants))
                .measure(CLIENTS, report);
        report.line("");
        report.line("A search sends %.1f searches to Elasticsearch in the mean."
                .formatted(searches.stream()
                        .mapToInt(search -> search.straight().size())
                        .average()
                        .orElse(0)));
    }

    private static Load.Client overHttp(Organizer organizer, List<Traced> searches, int tenants) {
        var texts = searches.stream()
                .map(search -> new String(search.overHttp(), StandardCharsets.UTF_8))
                .toList();
        return new Requests(
                organizer.wire(),
                200,
                () -> any(texts)
                        .replaceFirst(
                                "Host: [^.]+",
                                "Host: "
                                        + Neighbours.slug(
                                                ThreadLocalRandom.current().nextInt(tenants)))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Load.Client straight(
            SearchTrace trace, List<Traced> searches, Organizer organizer, List<String> tenants) {
        var first = organizer.tenant().toString();
        return new Straight(trace.wire(), () -> {
            var tenant = any(tenants);
            return any(searches).straight().stream()
                    .map(search ->
                            new SearchTrace.Search(search.index(), search.body().replace(first, tenant)))
                    .map(search -> trace.request(search, tenant))
                    .toList();
        });
    }

    private static <T> T any(List<T> list) {
        return list.get(ThreadLocalRandom.current().nextInt(list.size()));
    }
}

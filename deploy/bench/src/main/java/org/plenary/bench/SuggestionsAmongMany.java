package org.plenary.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is suggested to organizers while they type, at any of some organizations by chance: over HTTP, with the orders, stays, hotels and
 * conferences that the database is asked for (A), and the searches among it in one request straight to Elasticsearch (B), A B A B.
 */
final class SuggestionsAmongMany {
    /** Each person may ask four times in a second; there are enough of them for what is measured. */
    private static final int MOST = 200;

    private static final String PATH = "/manage/search/suggestions?q=";

    /** As they stand in the box from one key to the next. */
    private static final List<String> TYPED =
            List.of("ro", "robo", "gras", "diffu", "difus", "wei", "zhang", "humanoid loco", "tactile", "imitation le");

    private final Platform platform;
    private final Organizer organizer;
    private final SearchTrace trace;
    private final List<String> tenants;

    /** @param tenants the organizations' ids, in the order of their numbers */
    SuggestionsAmongMany(Platform platform, SearchTrace trace, List<String> tenants) throws Exception {
        this.platform = platform;
        this.organizer = platform.organizer();
        this.trace = trace;
        this.tenants = tenants.subList(0, Math.min(MOST, tenants.size()));
    }

    void measure(int[] clients, Report report) throws Exception {
        var owner = OwnersBrowser.signIn(organizer);
        var traced = new ArrayList<List<SearchTrace.Search>>();
        for (var typed : TYPED) traced.add(trace.of("plenary-paper,plenary-delegate", () -> owner.get(path(typed))));
        var cookies = new ArrayList<String>();
        for (var i = 0; i < tenants.size(); i++) cookies.add(owner.cookieAt(Neighbours.slug(i)));
        Load.closed(8, platform.settings().warmUp().multipliedBy(2), number -> overHttp(cookies));
        report.title(
                "Suggestions in the box, at any of %,d organizations, a second, over HTTP (A) and its searches straight to "
                                .formatted(tenants.size())
                        + "Elasticsearch (B), A B A B");
        new BesideElasticsearch(platform, number -> overHttp(cookies), number -> straight(traced))
                .measure(clients, report);
    }

    private Load.Client overHttp(List<String> cookies) {
        var port = organizer.port();
        return new Requests(organizer.wire(), 200, () -> {
            var number = ThreadLocalRandom.current().nextInt(cookies.size());
            return Wire.request(
                    "GET",
                    Neighbours.slug(number) + ".localhost:" + port,
                    path(any(TYPED)),
                    Map.of("Accept", "text/html", "Cookie", cookies.get(number)),
                    "");
        });
    }

    private Load.Client straight(List<List<SearchTrace.Search>> traced) {
        var first = organizer.tenant().toString();
        return new Straight(trace.wire(), () -> {
            var tenant = any(tenants);
            return List.of(trace.together(
                    any(traced).stream()
                            .map(search -> new SearchTrace.Search(
                                    search.index(), search.body().replace(first, tenant)))
                            .toList(),
                    tenant));
        });
    }

    private static String path(String typed) {
        return PATH + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static <T> T any(List<T> list) {
        return list.get(ThreadLocalRandom.current().nextInt(list.size()));
    }
}

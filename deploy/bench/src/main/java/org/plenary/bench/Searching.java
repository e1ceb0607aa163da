package org.plenary.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.IntFunction;
import org.plenary.embedded.Kind;

/**
 * Papers and delegates are searched for over HTTP (A), and with the very searches that the application sends for it, straight to
 * Elasticsearch (B), A B A B.
 */
final class Searching implements Scenario {
    private static final int[] CLIENTS = {1, 16, 64};
    private static final Crowd CROWD = new Crowd("find", 2_000);

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int seconds(Settings settings) {
        return 90 + settings.points(4 * CLIENTS.length);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        var papers = DemoConference.in(platform, organizer).path() + "/search/papers?q=robot";
        var delegates = CROWD.path() + "/search/delegates?q=curie";
        var trace = new SearchTrace(platform.services().service(Kind.ELASTICSEARCH));
        CROWD.open(organizer);
        trace.refill("delegate", organizer, delegates, CROWD.delegates() / 10);
        var searches = new LinkedHashMap<String, byte[]>();
        searches.put("papers", organizer.open("GET", papers, ""));
        searches.put("delegates", organizer.signed("GET", delegates, ""));
        report.title("Searches a second over HTTP (A) and straight to Elasticsearch (B), A B A B");
        var all = new ArrayList<Wanted>();
        for (var search : searches.entrySet()) {
            var seen = trace.of("*", () -> organizer.ask(200, search.getValue()));
            var straight = seen.stream()
                    .map(each -> trace.request(each, organizer.tenant().toString()))
                    .toList();
            all.add(new Wanted(
                    search.getKey(),
                    number -> new Requests(organizer.wire(), 200, search::getValue),
                    number -> new Straight(trace.wire(), () -> straight)));
            report.line("A search for %s sends %d to Elasticsearch.".formatted(search.getKey(), seen.size()));
        }
        report.line("");
        report.columns(
                "What",
                "Clients",
                "A: HTTP",
                "B: Elasticsearch",
                "A : B",
                "A: ms, 50 / 95 / 99 %",
                "B: ms, 50 / 95 / 99 %");
        for (var wanted : all) {
            Load.closed(8, platform.settings().warmUp(), wanted.overHttp());
            for (var clients : CLIENTS) compare(platform, wanted, clients, report);
        }
    }

    private record Wanted(String name, IntFunction<Load.Client> overHttp, IntFunction<Load.Client> straight) {}

    private static void compare(Platform platform, Wanted wanted, int clients, Report report) throws Exception {
        var a = new Side();
        var b = new Side();
        for (var i = 0; i < platform.settings().rounds(); i++) {
            a.round(platform, clients, wanted.overHttp());
            b.round(platform, clients, wanted.straight());
        }
        report.row(
                wanted.name(), clients, a.perSecond(), b.perSecond(), a.ratioTo(b), a.percentiles(), b.percentiles());
    }
}

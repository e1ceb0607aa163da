package org.plenary.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        delegatesAreFound(organizer, trace, delegates);
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
                    number -> new Straight(trace.wire(), straight)));
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

    /** All that one search of the application needs, one after the other. */
    private record Straight(Wire wire, List<byte[]> requests) implements Load.Client {
        @Override
        public boolean work() throws IOException {
            for (var request : requests) if (wire.send(request).status() != 200) return false;
            return true;
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    /** Copies of rows are in no index, so it is made anew from the database, as after it was lost. */
    private static void delegatesAreFound(Organizer organizer, SearchTrace elasticsearch, String search)
            throws Exception {
        CROWD.open(organizer);
        elasticsearch.change("/plenary-delegate/_mapping", "{\"_meta\": {\"filled\": 0}}");
        for (var i = 0; i < 240; i++) {
            organizer
                    .database()
                    .execute("update control.scheduled_tasks set execution_time = now()"
                            + " where task_name = 'search-fill' and not picked and execution_time > now()");
            var found = organizer.send(200, organizer.signed("GET", search, ""));
            if (found.at("/total").asInt() > CROWD.delegates() / 10 && !isFilling(organizer)) return;
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("the delegates are not found");
    }

    private static boolean isFilling(Organizer organizer) throws Exception {
        return organizer
                .database()
                .texts("select picked from control.scheduled_tasks where task_name = 'search-fill'")
                .contains("t");
    }
}

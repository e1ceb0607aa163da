package org.plenary.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * An organizer's list of ten thousand delegates, as a page and over the API: its beginning, narrowed by filters, and from its middle
 * on; against the same statements in pgbench.
 */
final class ListingDelegates implements Scenario {
    private static final int[] CLIENTS = {1, 16, 64};
    private static final Crowd CROWD = new Crowd("list", 10_000);
    private static final String PAGE = "/manage/conferences/" + CROWD.slug() + "/delegates";
    private static final String CONDITIONS =
            "status=confirmed&q=curie&w.0.0.column=fee&w.0.0.test=is&w.0.0.value=fee002"
                    + "&w.0.1.column=answer.diet&w.0.1.test=is&w.0.1.value=vegan";

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.points(2 * 6 * CLIENTS.length);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        CROWD.open(organizer);
        var lists = lists(organizer);
        var paired = new Paired(platform, new PgBench(platform.database()));
        report.title("Lists of %,d delegates a second over HTTP (A) and in pgbench (B), A B A B"
                .formatted(CROWD.delegates()));
        var scripts = new ArrayList<Paired.Script>();
        for (var list : lists.entrySet()) {
            Load.closed(4, platform.settings().length().multipliedBy(2), readers(organizer, list.getValue()));
            var script = paired.script(
                    "list-" + scripts.size(), List.of(), trace -> Sent.byReading(organizer, list.getValue(), trace));
            scripts.add(script);
            report.line("The list, " + list.getKey() + ", " + script.said());
        }
        report.line("");
        Rounds.columns(report, "What", "Clients");
        var script = scripts.iterator();
        for (var list : lists.entrySet()) {
            var next = script.next();
            for (var clients : CLIENTS)
                paired.measure(next, clients, readers(organizer, list.getValue()), () -> {})
                        .write(report, list.getKey(), clients);
        }
    }

    private static Map<String, byte[]> lists(Organizer organizer) throws Exception {
        var cookie = OwnersBrowser.signIn(organizer).cookie();
        var delegate = organizer.schema() + ".delegate";
        var middle = CROWD.delegates() / 2;
        var middleByTime = organizer
                .database()
                .texts("select id from " + delegate + " where ticket_code = ?", CROWD.ticket(middle))
                .getFirst();
        var middleById = organizer
                .database()
                .texts(
                        "select id from " + delegate + " where ticket_code like ? order by id offset ? limit 1",
                        CROWD.ticket(0).substring(0, CROWD.slug().length()) + "%",
                        middle)
                .getFirst();
        var lists = new LinkedHashMap<String, byte[]>();
        lists.put("page", organizer.browse(PAGE, cookie));
        lists.put("page, by status, fee, answer and word", organizer.browse(PAGE + "?" + CONDITIONS, cookie));
        lists.put("page, from the middle", organizer.browse(PAGE + "?after=" + middleByTime, cookie));
        var api = CROWD.path() + "/delegates?limit=50";
        lists.put("API", organizer.signed("GET", api, ""));
        lists.put(
                "API, by status, fee and word",
                organizer.signed("GET", api + "&status=confirmed&fee=fee002&q=curie", ""));
        lists.put("API, from the middle", organizer.signed("GET", api + "&after=" + middleById, ""));
        for (var list : lists.entrySet())
            if (!organizer.ask(200, list.getValue()).contains("@example.org"))
                throw new IllegalStateException("nobody is on the list: " + list.getKey());
        return lists;
    }

    private static IntFunction<Load.Client> readers(Organizer organizer, byte[] list) {
        return number -> new Requests(organizer.wire(), 200, () -> list);
    }
}

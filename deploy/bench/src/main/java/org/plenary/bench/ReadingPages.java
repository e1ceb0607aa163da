package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** What is read most, on the demonstration conference of a learned society, with its papers and a thousand orders. */
final class ReadingPages implements Scenario {
    private static final int[] CLIENTS = {1, 16, 64};
    private static final int ORDERS = 1_000;
    private static final double SHARE = 0.5;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        var conference = conference(platform, organizer);
        var api = "/api/v1/conferences/" + conference;
        var pages = new LinkedHashMap<String, byte[]>();
        pages.put("public page", organizer.open("GET", "/c/" + conference, ""));
        pages.put("availability", organizer.open("GET", api + "/availability", ""));
        pages.put("search papers", organizer.open("GET", api + "/search/papers?q=robot", ""));
        pages.put("delegate list, 50 of 1,000", organizer.signed("GET", api + "/delegates?limit=50", ""));
        report.title(
                "Reading (half of the rate that 16 clients reach arrives in the last column, whatever becomes of it)");
        report.columns(
                "What", "Clients", "A second", "ms, 50 / 95 / 99 %", "At half load: rate, ms corrected for waiting");
        for (var page : pages.entrySet()) {
            IntFunction<Load.Client> readers = number -> new Requests(organizer.wire(), 200, page::getValue);
            Load.closed(8, platform.settings().length().multipliedBy(2), readers);
            for (var clients : CLIENTS) {
                var closed = Load.closed(clients, platform.settings().length(), readers);
                report.row(
                        page.getKey(),
                        clients,
                        Measured.number(closed.perSecond()),
                        closed.percentiles(),
                        clients == 16 ? atHalf(platform, closed, readers) : "");
            }
        }
    }

    private static String atHalf(Platform platform, Measured closed, IntFunction<Load.Client> readers)
            throws InterruptedException {
        var open = Load.open(closed.perSecond() * SHARE, 64, platform.settings().length(), readers);
        return Measured.number(open.perSecond()) + " a second, " + open.percentiles();
    }

    /** Made as the demonstration makes it, from the same files. */
    private static String conference(Platform platform, Organizer organizer) throws Exception {
        var demo = Organizer.JSON.readTree(Files.readString(platform.settings().demo("robotics.json")));
        var slug = demo.at("/conference/slug").asString();
        var api = "/api/v1/conferences/" + slug;
        post(organizer, "/api/v1/conferences", demo.get("conference"));
        organizer.send(200, organizer.signed("PUT", api + "/registration-form", String.valueOf(demo.get("form"))));
        for (var fee : demo.get("fees")) post(organizer, api + "/fees", fee);
        for (var hotel : demo.get("hotels")) post(organizer, api + "/hotels", hotel);
        post(organizer, api + "/call-for-papers", demo.get("call"));
        var papers =
                Files.readString(platform.settings().demo(demo.get("papers").asString()));
        var track = demo.get("track").asString();
        organizer.send(200, organizer.signed("POST", api + "/submissions:import?track=" + track, papers));
        organizer.send(200, organizer.signed("PATCH", api, "{\"status\": \"published\"}"));
        delegates(organizer, slug);
        found(organizer, api);
        return slug;
    }

    private static void post(Organizer organizer, String path, JsonNode body) throws IOException {
        organizer.send(201, organizer.signed("POST", path, body.toString()));
    }

    /** Copies of the rows that orders leave: writing is measured elsewhere. */
    private static void delegates(Organizer organizer, String slug) throws Exception {
        organizer.database().execute("set search_path to " + organizer.schema() + "; " + """
                with made as (
                    insert into orders (id, conference_id, code, secret_hashes, status, contact_name, contact_email,
                        contact_country, locale, currency, total_minor, created_at, expires_at, confirmed_at)
                    select gen_random_uuid(), c.id, 'PAGE' || n, array['-'], 'confirmed', 'Ada Lovelace ' || n,
                        'ada' || n || '@example.org', 'GB', 'en', 'EUR', 0, now(), now(), now()
                    from conference c, generate_series(1, %d) n where c.slug = '%s' returning *)
                insert into delegate (id, order_id, conference_id, position, fee_key, form_version, name, email, country,
                    answers, status, ticket_code)
                select gen_random_uuid(), id, conference_id, 0, 'regular', 1, contact_name, contact_email, 'GB',
                    jsonb_build_object('name', contact_name), 'confirmed', code
                from made; analyze""".formatted(ORDERS, slug));
    }

    private static void found(Organizer organizer, String api) throws Exception {
        for (var i = 0; i < 600; i++) {
            var found = organizer.send(200, organizer.open("GET", api + "/search/papers?q=robot", ""));
            if (found.at("/total").asInt() > 0) return;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("no papers are found");
    }
}

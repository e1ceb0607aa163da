package org.plenary.bench;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.postgresql.PGConnection;

/**
 * Fifty thousand delegates as a file: over the API at once, and by the page, where a job writes it; against the database's own
 * {@code COPY} of the same rows, and against the same statements in pgbench.
 */
final class Exporting implements Scenario {
    private static final Crowd CROWD = new Crowd("file", 50_000);
    private static final String PAGE = "/manage/conferences/" + CROWD.slug() + "/delegates/export";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int TRIES = 1_200;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + 4 * 10 * settings.rounds();
    }

    /** @param first seconds until the file began to come */
    private record Taken(double first, double whole, double megabytes, double heap) {
        double rows() {
            return CROWD.delegates() / whole;
        }
    }

    private interface Way {
        Taken take() throws Exception;
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        CROWD.open(organizer);
        var browser = OwnersBrowser.signIn(organizer);
        var csv = organizer.taking(CSV, CROWD.path() + "/delegates");
        var ways = new LinkedHashMap<String, Way>();
        ways.put("CSV, API", () -> download(organizer, csv));
        ways.put("XLSX, API", () -> download(organizer, organizer.taking(XLSX, CROWD.path() + "/delegates")));
        ways.put("CSV, page and job", () -> byJob(organizer, browser, "csv"));
        ways.put("XLSX, page and job", () -> byJob(organizer, browser, "xlsx"));
        for (var way : ways.values()) way.take();
        report.title("An export of %,d delegates, rows a second: over HTTP (A), by COPY (B), A B A B"
                .formatted(CROWD.delegates()));
        pgbench(platform, organizer, csv, report);
        report.columns(
                "What",
                "A: HTTP",
                "B: COPY",
                "A : B",
                "Seconds until the first byte",
                "Seconds in all",
                "MB",
                "Peak of the application’s heap, MB");
        for (var way : ways.entrySet()) row(platform, organizer, way.getKey(), way.getValue(), report);
    }

    private static void row(Platform platform, Organizer organizer, String name, Way way, Report report)
            throws Exception {
        var taken = new ArrayList<Taken>();
        var copied = new ArrayList<Double>();
        try (var java = Jvm.of(platform.application().pid())) {
            for (var i = 0; i < platform.settings().rounds(); i++) {
                java.heapInUse();
                java.forgetPeaks();
                var one = way.take();
                taken.add(new Taken(one.first(), one.whole(), one.megabytes(), java.peakOfHeap()));
                copied.add(copy(organizer));
            }
        }
        var ratios = new double[taken.size()];
        for (var i = 0; i < ratios.length; i++) ratios[i] = taken.get(i).rows() / copied.get(i);
        report.row(
                name,
                spread(taken, Taken::rows),
                Measured.spread(copied.stream().mapToDouble(Double::doubleValue).toArray()),
                "**" + Measured.spread(ratios) + "**",
                spread(taken, Taken::first),
                spread(taken, Taken::whole),
                Measured.number(taken.getFirst().megabytes()),
                spread(taken, Taken::heap));
    }

    private static String spread(List<Taken> taken, ToDoubleFunction<Taken> value) {
        return Measured.spread(taken.stream().mapToDouble(value).toArray());
    }

    /** One client sends what the file over the API is made of. */
    private static void pgbench(Platform platform, Organizer organizer, byte[] csv, Report report) throws Exception {
        var pgbench = new PgBench(platform.database());
        var script = new Paired(platform, pgbench)
                .script("export", List.of(), trace -> Sent.byReading(organizer, csv, trace));
        var rates = new double[platform.settings().rounds()];
        for (var i = 0; i < rates.length; i++)
            rates[i] = pgbench.run(
                                    script.file(),
                                    organizer.schema(),
                                    1,
                                    platform.settings().seconds())
                            .perSecond()
                    * CROWD.delegates();
        report.line("A file over the API " + script.said() + " In pgbench they give " + Measured.spread(rates)
                + " rows a second.");
        report.line("");
    }

    private static Taken download(Organizer organizer, byte[] request) throws Exception {
        return download(organizer, request, System.nanoTime());
    }

    private static Taken download(Organizer organizer, byte[] request, long begin) throws Exception {
        try (var wire = organizer.wire()) {
            Organizer.expect(200, wire.send(request));
            return new Taken(
                    (wire.answeredAt() - begin) / 1e9,
                    (System.nanoTime() - begin) / 1e9,
                    wire.received() / 1024.0 / 1024,
                    0);
        }
    }

    /** Confirms that so many are wanted, waits until the job has written the file, and takes it. */
    private static Taken byJob(Organizer organizer, OwnersBrowser browser, String format) throws Exception {
        var confirmation = browser.get(PAGE + "?as=" + format);
        var begin = System.nanoTime();
        browser.send(confirmation, PAGE, Map.of("as", format, "values", "labels"));
        var job = browser.path().substring(browser.path().lastIndexOf('/') + 1);
        for (var i = 0; i < TRIES; i++) {
            var status = organizer
                    .database()
                    .texts("select status from " + organizer.schema() + ".delegate_job where id = ?::uuid", job)
                    .getFirst();
            if (status.equals("finished"))
                return download(organizer, organizer.browse(browser.path() + "/file", browser.cookie()), begin);
            if (status.equals("failed")) throw new IllegalStateException("the job failed");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("the job did not end");
    }

    /** @return rows a second */
    private static double copy(Organizer organizer) throws Exception {
        try (var connection = organizer.database().open()) {
            connection.setSchema(organizer.schema());
            var begin = System.nanoTime();
            var rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("""
                    copy (select o.code, d.ticket_code, d.status, d.name, d.email, d.country, d.fee_key, d.form_version,
                            d.checked_in_at, d.answers
                        from delegate d join orders o on o.id = d.order_id join conference c on c.id = d.conference_id
                        where c.slug = '%s' order by d.id) to stdout (format csv)""".formatted(CROWD.slug()), OutputStream.nullOutputStream());
            return rows * 1e9 / (System.nanoTime() - begin);
        }
    }
}

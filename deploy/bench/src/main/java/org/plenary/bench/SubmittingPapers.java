package org.plenary.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/**
 * Papers are submitted over HTTP, with abstract and authors but without a file, against the same statements in pgbench. What follows
 * of a submission (a mail, a document to be found) is done before pgbench begins.
 */
final class SubmittingPapers implements Scenario {
    private static final int[] CLIENTS = {1, 16, 64};
    private static final String SLUG = "papers";
    private static final String PATH = "/api/v1/conferences/" + SLUG;
    /** Told from all other numbers in the statements. */
    private static final int FIRST_TRACED = 700_000_001;

    @Override
    public String name() {
        return "submission";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.points(4 * CLIENTS.length);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        new Sale(SLUG, 1, 0, true).open(organizer);
        organizer.send(201, organizer.signed("POST", PATH + "/call-for-papers", """
                {"tracks": [{"key": "main", "name": "Main"}], "deadline": {"at": "2027-04-01T12:00", "zone": "AoE"}}"""));
        var papers = papers(platform, organizer);
        IntFunction<Load.Client> authors = number -> new Requests(
                organizer.wire(),
                201,
                () -> papers.get(ThreadLocalRandom.current().nextInt(papers.size())));
        Load.closed(8, platform.settings().warmUp(), authors);
        Mails.allSent(organizer.database());
        report.title("Papers submitted a second over HTTP (A) and in pgbench (B), A B A B");
        var paired = new Paired(platform, new PgBench(platform.database()));
        var script = script(paired, organizer, papers.getFirst());
        report.line("A submission " + script.said());
        report.line("");
        Rounds.columns(report, "Clients");
        for (var clients : CLIENTS)
            paired.measure(script, clients, authors, () -> Mails.allSent(organizer.database()))
                    .write(report, clients);
    }

    /** Of a real conference, as an organization's own program sends them: the gate for strangers counts tries. */
    private static List<byte[]> papers(Platform platform, Organizer organizer) throws Exception {
        var demo = Organizer.JSON.readTree(Files.readString(platform.settings().demo("papers-corl2024.json")));
        var papers = new ArrayList<byte[]>();
        for (var paper : demo) papers.add(organizer.signed("POST", PATH + "/submissions", submission(paper)));
        return papers;
    }

    private static String submission(JsonNode paper) {
        return Organizer.JSON.writeValueAsString(Map.of(
                "title",
                paper.get("title"),
                "abstract",
                paper.get("abstract"),
                "track",
                "main",
                "authors",
                List.of(Map.of(
                        "name",
                        "Ada Lovelace",
                        "email",
                        "ada@example.org",
                        "affiliation",
                        "University of London",
                        "country",
                        "GB",
                        "corresponding",
                        true))));
    }

    private static Paired.Script script(Paired paired, Organizer organizer, byte[] paper) throws Exception {
        var last = new int[] {FIRST_TRACED};
        return paired.script("submission", List.of(), trace -> {
            var number = last[0] += 1_000;
            organizer
                    .database()
                    .execute("update " + organizer.schema() + ".call_for_papers set last_number = " + (number - 1)
                            + " where conference = (select id from " + organizer.schema() + ".conference where slug = '"
                            + SLUG + "')");
            var drawn =
                    new Drawn("\\set number (:run * 64 + :client_id) * 50000 + :i", String.valueOf(number), ":number");
            return Sent.byChange(organizer, "insert into paper", List.of(drawn), 201, paper, trace);
        });
    }
}

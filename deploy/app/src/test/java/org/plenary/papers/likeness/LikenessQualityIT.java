package org.plenary.papers.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Content;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What is found among the papers of a real conference (CoRL 2024), and what it takes; the figures stand in {@code reviewing.md}. */
class LikenessQualityIT extends PlenaryIT {
    private static final Logger LOG = LoggerFactory.getLogger(LikenessQualityIT.class);
    private static final double SHOWN = LikenessRules.FIRST / 100.0;

    /** Raised by hand for the figures of a large conference. */
    private static final int GENERATED = Integer.getInteger("likeness.papers", 200);

    private final List<String> titles = new ArrayList<>();
    private final List<String> abstracts = new ArrayList<>();
    private final Map<Integer, UUID> ids = new HashMap<>();
    private final UUID conference = Ids.next();
    private Tenant tenant;

    @Autowired
    private Papers papers;

    @Autowired
    private PrintIndex index;

    @Autowired
    private LikePairs pairs;

    @Autowired
    private Likening likening;

    @Autowired
    private LikenessCatchUp catchUp;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aRealConference() throws IOException {
        tenant = aTenant();
        try (var file = getClass().getResourceAsStream("/demo/papers-corl2024.json")) {
            for (var paper : JsonMapper.shared().readTree(file)) {
                titles.add(paper.get("title").asString());
                abstracts.add(paper.get("abstract").asString());
            }
        }
    }

    @Test
    void noTwoOfTheRealPapersAreAPairAndEachCopyIsUntilTooLittleIsLeftOfIt() {
        for (var i = 0; i < titles.size(); i++) add(i + 1, titles.get(i), abstracts.get(i));
        compareAll();
        assertThat(found(0)).as("264 papers, 34,716 pairs").isEmpty();

        var original = abstracts.get(9);
        add(1001, "A title that nobody else has given to a paper", original);
        add(1002, "Another title of which there is no other one", reworded(abstracts.get(10), 8));
        add(1003, "One more title of a paper unlike the others", reworded(abstracts.get(11), 5));
        add(1004, "The fourth title that stands here for itself", reworded(abstracts.get(13), 3));
        add(1005, "A fifth title with a part of what is below", part(abstracts.get(14), 0.3) + " " + invented(120));
        add(1006, titles.get(15), invented(180));
        add(1007, "The seventh title and the last one of all", invented(170));
        compareAll();

        assertThat(found(SHOWN)).containsOnlyKeys("10-1001", "11-1002", "12-1003", "15-1005", "16-1006");
        var figures = found(0);
        LOG.info("found: {}", figures);
        assertThat(figures.get("10-1001").secondBrief()).isGreaterThan(0.9);
        assertThat(figures.get("11-1002").secondBrief()).isBetween(0.4, 0.7);
        assertThat(figures.get("16-1006").sameTitle()).isTrue();
    }

    @Test
    void ofWholeFilesACopyAPartAndARewordingAreFoundAndOthersNot() {
        var first = text(0, 20);
        var second = text(20, 40);
        keep(1, first);
        keep(2, second);
        keep(3, first);
        keep(4, reworded(second, 8));
        keep(5, text(40, 54) + "\n" + text(0, 6));
        keep(6, text(60, 80));
        keep(7, reworded(second, 4));
        keep(8, text(100, 160) + "\n" + text(60, 80));

        assertThat(like(3)).as("the same").containsEntry(1, 100L);
        assertThat(like(4).get(2)).as("each eighth word").isBetween(20L, 40L);
        assertThat(like(5).get(1)).as("three tenths").isBetween(22L, 40L);
        assertThat(like(7)).as("each fourth word").doesNotContainKey(2);
        assertThat(like(6)).as("a paper inside a longer one").containsOnlyKeys(8);
        assertThat(like(6).get(8)).isGreaterThan(90);
        assertThat(like(8).get(6)).isBetween(18L, 35L);
    }

    @Test
    void papersThatComeAtOnceFindEachOther() throws Exception {
        for (var i = 1; i <= 8; i++) add(i, "Title number " + i + " of eight in all", abstracts.get(20 + i % 2));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var id : ids.values())
                for (var twice = 0; twice < 2; twice++)
                    running.add(threads.submit(() -> Tenancy.callAs(tenant, () -> {
                        likening.compare(id);
                        return id;
                    })));
            for (var one : running) one.get();
        }

        assertThat(found(SHOWN))
                .containsOnlyKeys("1-3", "1-5", "1-7", "3-5", "3-7", "5-7", "2-4", "2-6", "2-8", "4-6", "4-8", "6-8");
    }

    @Test
    void whatIsInVeryManyPapersMakesNoPair() {
        var template = text(200, 204);
        for (var i = 1; i <= 30; i++) keep(i, template + "\n" + text(5 * i, 5 * i + 5));

        assertThat(like(30)).isEmpty();
        assertThat(like(1)).isEmpty();
    }

    @Test
    void aLargeConferenceIsComparedInTimeThatDoesNotGrowWithIt() {
        var random = new Random(7);
        var began = System.nanoTime();
        var half = 0L;
        for (var i = 1; i <= GENERATED; i++) {
            if (i == GENERATED / 2 + 1) half = System.nanoTime();
            keep(i, sentences(random, 7_000));
            like(i);
        }
        var ended = System.nanoTime();
        var sizes = jdbc.sql("""
                        select relname || ' ' || pg_total_relation_size(c.oid) / 1024 || ' KB' from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and relname in ('paper_print', 'paper_print_value')""").param(tenant.schema()).query(String.class).list();
        LOG.info(
                "{} papers: {} ms each, {} ms each in the second half; {}",
                GENERATED,
                (ended - began) / 1_000_000 / GENERATED,
                (ended - half) / 1_000_000 / (GENERATED / 2),
                sizes);
        assertThat((ended - half) / 1_000_000 / (GENERATED / 2)).isLessThan(2_000);
    }

    private void add(int number, String title, String summary) {
        var paper = new Paper(
                Ids.next(),
                conference,
                number,
                null,
                new Content(title, summary, List.of(), null, null, List.of(), List.of(), List.of()),
                Answers.NONE,
                PaperStatus.SUBMITTED,
                null,
                null,
                null,
                null,
                Locale.ENGLISH,
                Instant.EPOCH,
                1);
        ids.put(number, paper.id());
        Tenancy.runAs(tenant, () -> papers.insert(List.of(paper)));
    }

    private void compareAll() {
        Tenancy.runAs(tenant, () -> {
            while (catchUp.run(Instant.now()) > 0) continue;
        });
    }

    /** All pairs from this share on, by the numbers of both papers, as the one with the lower number has it. */
    private Map<String, Likeness> found(double share) {
        var numbers = new HashMap<UUID, Integer>();
        ids.forEach((number, id) -> numbers.put(id, number));
        var found = new HashMap<String, Likeness>();
        var filter = new PairFilter(conference, (int) (share * 100), java.util.Set.of(), null, "");
        for (var pair : Tenancy.callAs(tenant, () -> pairs.list(filter, 0, 1_000))) {
            int first = numbers.get(pair.first());
            int second = numbers.get(pair.second());
            found.put(
                    Math.min(first, second) + "-" + Math.max(first, second),
                    pair.seenBy(first < second ? pair.first() : pair.second()));
        }
        return found;
    }

    /** Fingerprints of a paper that has a file with this text. */
    private void keep(int number, String file) {
        var title = "Title " + number;
        add(number, title, "Abstract.");
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(_ -> {
                    var stored = index.locked(ids.get(number));
                    index.replace(stored, PaperPrint.of(title, "Abstract.", file), "x", null, 1);
                }));
    }

    /** How much of a paper, in percent, is in which others, of those that are shown. */
    private Map<Integer, Long> like(int number) {
        var numbers = new HashMap<UUID, Integer>();
        ids.forEach((each, id) -> numbers.put(id, each));
        return Tenancy.callAs(
                tenant,
                () -> transactions.execute(_ -> {
                    var print = index.find(ids.get(number)).orElseThrow();
                    var shared = index.shared(print);
                    var like = new HashMap<Integer, Long>();
                    for (var other : index.held(shared.keySet())) {
                        var likeness = Likeness.of(print, other, shared.get(other.number()));
                        if (likeness.most() >= SHOWN)
                            like.put(numbers.get(other.paper()), Math.round(100 * likeness.firstBody()));
                    }
                    return like;
                }));
    }

    private String text(int from, int to) {
        return String.join("\n", abstracts.subList(from, to));
    }

    private static String reworded(String text, int nth) {
        var words = text.split("\\s+");
        for (var i = nth - 1; i < words.length; i += nth)
            words[i] = "synonym" + Integer.toString(i, 26).replaceAll("\\d", "z");
        return String.join(" ", words);
    }

    private static String part(String text, double part) {
        var words = text.split("\\s+");
        return String.join(" ", List.of(words).subList(0, (int) (words.length * part)));
    }

    /** Words of real abstracts in an order that nobody wrote. */
    private String invented(int words) {
        var random = new Random(words);
        var all = text(0, 60).split("\\s+");
        var some = new ArrayList<String>();
        for (var i = 0; i < words; i++) some.add(all[random.nextInt(all.length)]);
        return String.join(" ", some);
    }

    /** Pieces of eight words of real abstracts, so that papers have phrases in common as those of one field have. */
    private String sentences(Random random, int words) {
        var text = new StringBuilder();
        for (var i = 0; i < words; i += 8) {
            var all = abstracts.get(random.nextInt(abstracts.size())).split("\\s+");
            var from = random.nextInt(Math.max(1, all.length - 8));
            for (var k = from; k < Math.min(all.length, from + 8); k++)
                text.append(all[k]).append(' ');
        }
        return text.toString();
    }
}

package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plenary.papers.assignment.Affinity;
import org.plenary.papers.assignment.AssignmentInput;
import org.plenary.papers.assignment.AvailableReviewer;
import org.plenary.papers.assignment.Cap;
import org.plenary.papers.assignment.Pairing;
import org.plenary.papers.assignment.PaperText;
import org.plenary.papers.assignment.PaperToReview;
import org.plenary.papers.assignment.Weights;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submissions and reviewers of any number, made of the sentences of CoRL's abstracts: each submission of two of its papers, each reviewer at
 * home in two or three of them, so that words are as rare and as common as in real ones.
 */
final class MadePapers {
    private static final int SENTENCES = 8;
    private static final int OF_THE_FIRST = 6;
    private static final int REVIEWERS_OF_AN_INSTITUTION = 12;
    private static final int COUNTRIES = 30;

    private final Random random = new Random(2027);
    private final List<PaperText> sources = new ArrayList<>();
    private final List<List<String>> sentences = new ArrayList<>();
    private final Size size;
    private final List<PaperText> submissions;
    private final List<List<PaperText>> written;

    /** @param least papers of each reviewer; @param most of each reviewer */
    record Size(int papers, int demand, int reviewers, int least, int most) {}

    MadePapers(Path corl, Size size) throws IOException {
        this.size = size;
        for (var paper : JsonMapper.shared().readTree(corl.toFile())) {
            sources.add(new PaperText(
                    paper.get("title").asString(), paper.get("abstract").asString()));
            sentences.add(List.of(paper.get("abstract").asString().split("(?<=[.?!])\\s+")));
        }
        submissions = Stream.generate(() -> mixed(anySource(), anySource()))
                .limit(size.papers())
                .toList();
        written = Stream.generate(this::ownPapers).limit(size.reviewers()).toList();
    }

    List<PaperText> submissions() {
        return submissions;
    }

    List<List<PaperText>> written() {
        return written;
    }

    private List<PaperText> ownPapers() {
        var homes =
                IntStream.generate(this::anySource).limit(2 + random.nextInt(2)).toArray();
        return Stream.generate(() -> mixed(homes[random.nextInt(homes.length)], homes[random.nextInt(homes.length)]))
                .limit(5 + random.nextInt(8))
                .toList();
    }

    private int anySource() {
        return random.nextInt(sources.size());
    }

    private PaperText mixed(int first, int second) {
        var text = new StringBuilder();
        for (var i = 0; i < SENTENCES; i++) {
            var among = sentences.get(i < OF_THE_FIRST ? first : second);
            text.append(among.get(random.nextInt(among.size()))).append(' ');
        }
        return new PaperText(sources.get(first).title(), text.toString());
    }

    AssignmentInput input(List<Affinity> affinities) {
        var institutions = Math.max(2, size.reviewers() / REVIEWERS_OF_AN_INSTITUTION);
        var reviewers = IntStream.range(0, size.reviewers())
                .mapToObj(_ -> reviewer(skewed(institutions)))
                .toList();
        var papers = IntStream.range(0, size.papers())
                .mapToObj(_ -> new PaperToReview(id(), size.demand(), "", Set.of()))
                .toList();
        return new AssignmentInput(
                papers, reviewers, pairings(affinities, reviewers, institutions), Weights.usual(), Cap.none());
    }

    private AvailableReviewer reviewer(int institution) {
        return new AvailableReviewer(
                id(),
                size.least(),
                size.most(),
                random.nextInt(4) == 0,
                "country " + institution % COUNTRIES,
                "institution " + institution,
                Set.of(),
                Map.of());
    }

    /** Some institutions are larger than others. */
    private int skewed(int institutions) {
        return (int) (institutions * Math.pow(random.nextDouble(), 2));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Reviewers do not bid for all; a paper's authors are of an institution whose reviewers are in conflict. */
    private List<Pairing> pairings(List<Affinity> affinities, List<AvailableReviewer> reviewers, int institutions) {
        var homes = IntStream.generate(() -> skewed(institutions))
                .limit(size.papers())
                .toArray();
        var pairings = new ArrayList<Pairing>();
        for (var one : affinities) {
            if (isOf(reviewers.get(one.reviewer()), homes[one.paper()])) continue;
            var pairing = Pairing.of(one.paper(), one.reviewer(), one.value());
            var chance = random.nextInt(10);
            if (chance < 2) pairing = pairing.withBid(1 + random.nextInt(2));
            else if (chance == 9) pairing = pairing.withBid(-1 - random.nextInt(2));
            pairings.add(pairing);
        }
        for (var paper = 0; paper < homes.length; paper++)
            for (var reviewer = 0; reviewer < reviewers.size(); reviewer++)
                if (isOf(reviewers.get(reviewer), homes[paper]))
                    pairings.add(Pairing.of(paper, reviewer, 0).inConflict());
        return Collections.unmodifiableList(pairings);
    }

    private static boolean isOf(AvailableReviewer reviewer, int institution) {
        return reviewer.institution().equals("institution " + institution);
    }
}

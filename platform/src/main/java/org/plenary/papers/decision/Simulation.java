package org.plenary.papers.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.PaperStatus;

/**
 * What would become of the papers of some tracks, if of each so many were accepted: the best by their score, beside those accepted
 * already. What is decided stays, and what no reviewer has scored is left to people.
 */
record Simulation(List<Line> lines) {
    /** Papers shown on either side of the line. */
    private static final int AROUND = 4;

    private static final Comparator<Candidate> BEST = Comparator.comparing(
                    (Candidate each) -> each.score() == null ? Double.NEGATIVE_INFINITY : each.score())
            .reversed()
            .thenComparing(Candidate::number);

    /**
     * One track.
     *
     * @param wanted how many are to be accepted in all
     * @param kept how many are accepted already
     * @param accept undecided ones that would be, the best first
     * @param reject undecided ones that would be
     * @param left undecided ones without a score
     */
    record Line(
            String track, int wanted, int kept, List<Candidate> accept, List<Candidate> reject, List<Candidate> left) {
        /** The lowest score that is still accepted; null when none is. */
        public @Nullable Double least() {
            return accept.isEmpty() ? null : accept.getLast().score();
        }

        /** Whether papers with the same score stand on both sides of the line: chance decides between them, or people. */
        public boolean isTied() {
            return !accept.isEmpty()
                    && !reject.isEmpty()
                    && accept.getLast().score() != null
                    && accept.getLast().score().equals(reject.getFirst().score());
        }

        /** The papers next to the line, with the last ones that are accepted first. */
        public List<Near> near() {
            var above = accept.subList(Math.max(0, accept.size() - AROUND), accept.size());
            var below = reject.subList(0, Math.min(AROUND, reject.size()));
            return Stream.concat(
                            above.stream().map(each -> new Near(each, true)),
                            below.stream().map(each -> new Near(each, false)))
                    .toList();
        }
    }

    record Near(Candidate paper, boolean accepted) {}

    /** @param wanted by track, how many are to be accepted in all; other tracks stay as they are */
    static Simulation of(List<Candidate> papers, Map<String, Integer> wanted) {
        var byTrack = papers.stream().collect(Collectors.groupingBy(Candidate::track));
        var lines = new ArrayList<Line>();
        wanted.forEach((track, count) -> lines.add(line(track, count, byTrack.getOrDefault(track, List.of()))));
        return new Simulation(List.copyOf(lines));
    }

    private static Line line(String track, int wanted, List<Candidate> papers) {
        var kept = (int) papers.stream()
                .filter(paper -> paper.status() == PaperStatus.ACCEPTED)
                .count();
        var scored = papers.stream()
                .filter(paper -> paper.isUndecided() && paper.score() != null)
                .sorted(BEST)
                .toList();
        var left = papers.stream()
                .filter(paper -> paper.isUndecided() && paper.score() == null)
                .toList();
        var free = Math.clamp((long) wanted - kept, 0, scored.size());
        return new Line(track, wanted, kept, scored.subList(0, free), scored.subList(free, scored.size()), left);
    }

    List<UUID> accepted() {
        return ids(Line::accept);
    }

    List<UUID> rejected() {
        return ids(Line::reject);
    }

    private List<UUID> ids(java.util.function.Function<Line, List<Candidate>> which) {
        return lines.stream()
                .flatMap(line -> which.apply(line).stream())
                .map(Candidate::id)
                .toList();
    }

    /** How many papers it decides. */
    public int size() {
        return lines.stream()
                .mapToInt(line -> line.accept().size() + line.reject().size())
                .sum();
    }

    /** The same for the same decisions: what somebody saw is what they take over. */
    public String mark() {
        return Integer.toHexString(List.of(accepted(), rejected()).hashCode());
    }
}

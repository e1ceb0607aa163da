package org.plenary.papers.award;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.award.Award.Phase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Awards as staff see them: who has voted, but never how. */
@Component
class AwardBoard {
    /** With fewer votes the points would tell how somebody voted. */
    private static final int POINTS_FROM = 3;

    private final Jury.Rows rows;
    private final JurorConflicts conflicts;
    private final Voting voting;
    private final Clock clock;

    AwardBoard(Jury.Rows rows, JurorConflicts conflicts, Voting voting, Clock clock) {
        this.rows = rows;
        this.conflicts = conflicts;
        this.voting = voting;
        this.clock = clock;
    }

    /** @param nominees that are still in */
    record Line(Award award, String phase, String name, long nominees, int votes) {}

    @Transactional(readOnly = true)
    public List<Line> lines(UUID conference, Locale locale) {
        return rows.awards().of(conference).stream()
                .map(award -> new Line(
                        award,
                        award.phase(clock.instant()).code(),
                        award.plan().name().in(locale),
                        rows.awards().nominees(award.id()).stream()
                                .filter(Nominee::isIn)
                                .count(),
                        rows.ballots().voters(award.id()).size()))
                .toList();
    }

    /**
     * A nominee.
     *
     * @param standing null before it is counted, and for what dropped out
     * @param isProposed whether the votes propose it, and {@code isTied} whether they leave it to the chairs
     */
    record Row(
            Nominee nominee,
            String authors,
            String laudation,
            Borda.@Nullable Standing standing,
            boolean isProposed,
            boolean isTied,
            boolean isWinner) {
        /** What the box is set to before anybody has confirmed. */
        public int place() {
            return standing == null ? Integer.MAX_VALUE : standing.place();
        }
    }

    /** @param canVote whether anything is offered to them */
    record Voter(String name, boolean hasVoted, boolean canVote) {}

    /**
     * One award.
     *
     * @param isCounted whether the votes are to be seen, added up
     * @param hasPoints whether there are enough of them to show points
     * @param isGone whether somebody who was to win left since, so that the chairs have to confirm anew
     * @param isDue whether the button announces it
     */
    record View(
            Award award,
            String phase,
            List<Row> rows,
            List<Voter> voters,
            int votes,
            boolean isCounted,
            boolean hasPoints,
            boolean isTied,
            boolean isGone,
            boolean isDue) {}

    @Transactional(readOnly = true)
    public View view(UUID conference, UUID id, Locale locale) {
        var award = rows.awards().get(conference, id);
        var phase = award.phase(clock.instant());
        var nominees = rows.awards().nominees(id);
        var votes = rows.ballots().voters(id);
        var isCounted = award.openedAt() != null && phase != Phase.VOTING;
        var count = isCounted ? voting.count(award) : new Borda(List.of());
        var proposal = count.proposal(award.plan().winners());
        var outcome = award.outcome();
        var winners = outcome == null ? List.<UUID>of() : outcome.winners();
        var shown = nominees.stream()
                .map(nominee -> {
                    var paper = nominee.paper().id();
                    return new Row(
                            nominee,
                            AwardWords.authors(nominee.paper()),
                            nominee.laudation().in(locale),
                            count.standings().stream()
                                    .filter(each -> each.paper().equals(paper))
                                    .findFirst()
                                    .orElse(null),
                            proposal.certain().contains(paper),
                            proposal.tied().contains(paper),
                            winners.contains(paper));
                })
                .sorted(Comparator.comparing(Row::place))
                .toList();
        var in = nominees.stream().filter(Nominee::isIn).map(Nominee::paper).toList();
        var jurors = rows.jurors().of(conference);
        var closed = conflicts.of(conference, jurors, in);
        var isGone = phase == Phase.CONFIRMED
                && !in.stream().map(each -> each.id()).toList().containsAll(winners);
        return new View(
                award,
                phase.code(),
                shown,
                jurors.stream()
                        .map(juror -> new Voter(
                                juror.name(),
                                votes.contains(juror.id()),
                                closed.getOrDefault(juror.id(), Set.of()).size() < in.size()))
                        .toList(),
                votes.size(),
                isCounted,
                votes.size() >= POINTS_FROM,
                !proposal.tied().isEmpty(),
                isGone,
                phase == Phase.CONFIRMED
                        && !isGone
                        && (award.plan().knownAt() == null || award.isTimeToAnnounce(clock.instant())));
    }
}

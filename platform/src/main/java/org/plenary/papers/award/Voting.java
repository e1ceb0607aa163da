package org.plenary.papers.award;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.award.Award.Phase;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the votes of the jury, and counts them. */
@Component
class Voting {
    /** What somebody says in the place of a rank. */
    static final String CONFLICT = "conflict";

    private final Jury.Rows rows;
    private final JurorConflicts conflicts;
    private final AuditTrail audit;
    private final Clock clock;

    Voting(Jury.Rows rows, JurorConflicts conflicts, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.conflicts = conflicts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An award before somebody of the jury.
     *
     * @param nominees that they can rank: none with a conflict of interest
     * @param ballot as they cast it; empty before
     */
    record Sheet(Award award, Phase phase, List<Nominee> nominees, Ballot ballot, boolean hasVoted) {
        /** What stands in the field of a paper; templates call it. */
        public String rank(Paper paper) {
            if (ballot.declared().contains(paper.id())) return CONFLICT;
            var rank = ballot.ranking().indexOf(paper.id());
            return rank < 0 ? "" : String.valueOf(rank + 1);
        }
    }

    /** What this juror can vote on, or could; what is not open yet is left out. */
    @Transactional(readOnly = true)
    public List<Sheet> sheets(Juror juror) {
        return rows.awards().of(juror.conference()).stream()
                .filter(award -> award.openedAt() != null)
                .map(award -> sheet(award, juror))
                .toList();
    }

    private Sheet sheet(Award award, Juror juror) {
        var nominees = rows.awards().nominees(award.id()).stream()
                .filter(Nominee::isIn)
                .toList();
        var closed = conflicts
                .of(
                        juror.conference(),
                        List.of(juror),
                        nominees.stream().map(Nominee::paper).toList())
                .getOrDefault(juror.id(), Set.of());
        var ballot = rows.ballots().own(award.id(), juror.id());
        return new Sheet(
                award,
                award.phase(clock.instant()),
                nominees.stream()
                        .filter(nominee -> !closed.contains(nominee.paper().id()))
                        .toList(),
                ballot.orElse(Ballot.EMPTY),
                ballot.isPresent());
    }

    /**
     * Takes the place of the vote before. Whoever asks for a paper that is not offered to them is not heard.
     *
     * @param said by the number of a paper: a rank from 1, {@link #CONFLICT}, or nothing
     * @throws Problem.Conflict {@code award_vote_over} before voting begins and after it has ended
     * @throws Problem.InvalidInput naming the papers with a rank that is none, or that another one has
     */
    @Transactional
    public void cast(Juror juror, UUID id, Map<Integer, String> said) {
        var award = rows.awards().lock(juror.conference(), id);
        if (award.phase(clock.instant()) != Phase.VOTING)
            throw new Problem.Conflict("award_vote_over", "Voting on this award has ended, or has not begun.");
        var sheet = sheet(award, juror);
        var wrong = new Violations();
        var ranked = new TreeMap<Integer, UUID>();
        var declared = new ArrayList<UUID>();
        var offered = new ArrayList<UUID>();
        for (var nominee : sheet.nominees()) {
            var paper = nominee.paper();
            var word = said.getOrDefault(paper.number(), "").strip();
            if (word.equals(CONFLICT)) {
                declared.add(paper.id());
                continue;
            }
            offered.add(paper.id());
            if (word.isEmpty()) continue;
            var pointer = "/rank/" + paper.number();
            if (!word.matches("\\d{1,3}")
                    || Integer.parseInt(word) < 1
                    || Integer.parseInt(word) > sheet.nominees().size())
                wrong.add(pointer, "choice", "This is not one of the choices.");
            else if (ranked.putIfAbsent(Integer.valueOf(word), paper.id()) != null)
                wrong.add(pointer, "award_rank_taken", "Another paper has this rank.");
        }
        if (wrong.isEmpty())
            wrong.check(!ranked.isEmpty() || !declared.isEmpty(), "", "award_nothing_ranked", "Nothing is ranked.");
        wrong.throwIfAny();
        rows.ballots()
                .cast(award, juror.id(), new Ballot(List.copyOf(ranked.values()), offered, declared), clock.instant());
        audit.record("award.voted", id.toString(), Map.of("juror", juror.id().toString()));
    }

    /** What the votes say now of the nominees that are still in. A conflict that came up since takes its rank out of the count. */
    @Transactional(readOnly = true)
    public Borda count(Award award) {
        var papers = rows.awards().nominees(award.id()).stream()
                .filter(Nominee::isIn)
                .map(Nominee::paper)
                .toList();
        var cast = rows.ballots().of(award.id());
        var voters = rows.jurors().of(award.conference()).stream()
                .filter(juror -> cast.containsKey(juror.id()))
                .toList();
        var closed = conflicts.of(award.conference(), voters, papers);
        var counted = new ArrayList<Ballot>();
        cast.forEach((juror, ballot) -> {
            var open = new HashSet<>(ballot.offered());
            open.removeAll(closed.getOrDefault(juror, Set.of()));
            counted.add(new Ballot(ballot.ranking(), List.copyOf(open), ballot.declared()));
        });
        return Borda.of(papers.stream().map(Paper::id).toList(), counted);
    }
}

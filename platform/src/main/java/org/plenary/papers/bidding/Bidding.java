package org.plenary.papers.bidding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.Expertise;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes bids. A reviewer is shown no paper with which they have a conflict. */
@Component
class Bidding {
    private final Papers papers;
    private final Bids bids;
    private final Conflicts conflicts;
    private final ReviewPlans plans;
    private final Clock clock;

    Bidding(Papers papers, Bids bids, Conflicts conflicts, ReviewPlans plans, Clock clock) {
        this.papers = papers;
        this.bids = bids;
        this.conflicts = conflicts;
        this.plans = plans;
        this.clock = clock;
    }

    /** @param after the number of the last paper that was looked at; 0 at the end */
    record Sheet(List<Paper> papers, Map<UUID, Bid> bids, int after) {}

    boolean isOpen(Desk desk) {
        return plans.of(desk.conference().id()).takesBids(clock.instant());
    }

    /**
     * Some of the papers that this reviewer may bid for.
     *
     * @param ownTopics only those with a topic that the reviewer knows
     */
    @Transactional(readOnly = true)
    public Sheet sheet(Desk desk, boolean ownTopics, int after, int limit) {
        var reviewer = desk.reviewer();
        var topics = ownTopics ? known(reviewer) : Set.<String>of();
        var index = conflicts.index(desk.conference().id(), List.of(reviewer));
        var shown = new ArrayList<Paper>();
        var last = after;
        List<Paper> some;
        do {
            some = papers.undecided(desk.conference().id(), topics, last, limit);
            for (var paper : some) {
                if (shown.size() == limit) break;
                last = paper.number();
                if (reviewer.seat().covers(paper.content().track())
                        && index.of(paper).isEmpty()) shown.add(paper);
            }
        } while (shown.size() < limit && some.size() == limit);
        return new Sheet(shown, bids.of(reviewer), shown.size() == limit ? last : 0);
    }

    private static Set<String> known(Reviewer reviewer) {
        return reviewer.profile().topics().entrySet().stream()
                .filter(each -> each.getValue() != Expertise.AVOID)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Places some bids and takes others back.
     *
     * @param said by the numbers of papers; empty takes a bid back; papers that may not be bid for are passed over
     * @throws Problem.Conflict code {@code bidding_closed}
     */
    @Transactional
    public void place(Desk desk, Map<Integer, String> said) {
        if (!isOpen(desk)) throw new Problem.Conflict("bidding_closed", "Bids are not taken now.");
        var reviewer = desk.reviewer();
        var index = conflicts.index(desk.conference().id(), List.of(reviewer));
        var placed = new HashMap<UUID, Bid>();
        var gone = new HashSet<UUID>();
        for (var paper : papers.byNumbers(desk.conference().id(), said.keySet())) {
            var bid = Bid.of(said.getOrDefault(paper.number(), ""));
            if (bid.isEmpty()) gone.add(paper.id());
            else if (index.of(paper).isEmpty()) placed.put(paper.id(), bid.get());
        }
        bids.place(reviewer, placed);
        bids.takeBack(reviewer, gone);
    }
}

package org.plenary.papers.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.assignment.Affinity;
import org.plenary.papers.assignment.AssignmentRun;
import org.plenary.papers.assignment.PaperText;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.matching.Works;
import org.plenary.papers.review.PossibleReviewers;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** Who would step in for which paper: they said so, have no conflict, and have not given it back before. */
@Component
class Rescuers {
    /** A text that is as near as a usual paper's best reviewer counts as much as two topics that they know well. */
    private static final double NEAREST = 8;

    private final Reviewers reviewers;
    private final Reliefs reliefs;
    private final PossibleReviewers possible;
    private final ReviewPlans plans;
    private final Clock clock;

    Rescuers(Reviewers reviewers, Reliefs reliefs, PossibleReviewers possible, ReviewPlans plans, Clock clock) {
        this.reviewers = reviewers;
        this.reliefs = reliefs;
        this.possible = possible;
        this.plans = plans;
        this.clock = clock;
    }

    /** @param left papers that they would still take on, @param near how near their own texts are, in percent */
    public record Rescuer(
            UUID id,
            String name,
            @Nullable String affiliation,
            long expert,
            long interested,
            int near,
            int left,
            double fit) {}

    /** Of each paper those who would step in, the fittest first; by its id. */
    Map<UUID, List<Rescuer>> of(ConferenceView conference, List<Paper> papers) {
        var left = left(conference);
        var willing = reviewers.active(conference.id()).stream()
                .filter(one -> left.getOrDefault(one.id(), 0) > 0)
                .toList();
        var found = new HashMap<UUID, List<Rescuer>>();
        if (willing.isEmpty()) return found;
        var nearness = nearness(papers, willing);
        for (var paper : papers) {
            var near = nearness.getOrDefault(paper.id(), Map.of());
            found.put(
                    paper.id(),
                    possible.among(conference, paper, willing).stream()
                            .map(each ->
                                    rescuer(each, near.getOrDefault(each.id(), 0.0), left.getOrDefault(each.id(), 0)))
                            .sorted(Comparator.comparing(Rescuer::fit, Comparator.reverseOrder())
                                    .thenComparing(Rescuer::name))
                            .toList());
        }
        return found;
    }

    /** For each of these papers the best who is left; nobody gets more than they offered. By the paper's id. */
    Map<UUID, Rescuer> best(ConferenceView conference, List<Paper> papers) {
        var chosen = new LinkedHashMap<UUID, Rescuer>();
        var taken = new HashMap<UUID, Integer>();
        var possible = of(conference, papers);
        for (var paper : papers) {
            for (var one : possible.getOrDefault(paper.id(), List.of())) {
                if (taken.getOrDefault(one.id(), 0) >= one.left()) continue;
                taken.merge(one.id(), 1, Integer::sum);
                chosen.put(paper.id(), one);
                break;
            }
        }
        return chosen;
    }

    /** How many papers each would still take on today. */
    Map<UUID, Integer> left(ConferenceView conference) {
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        var taken = reliefs.taken(conference.id(), plans.of(conference.id()).round());
        var left = new HashMap<UUID, Integer>();
        for (var one : reviewers.active(conference.id())) {
            var relief = one.profile().relief();
            if (relief != null && !relief.until().isBefore(today))
                left.put(one.id(), Math.max(0, relief.most() - taken.getOrDefault(one.id(), 0)));
        }
        return left;
    }

    private static Rescuer rescuer(PossibleReviewers.Candidate one, double near, int left) {
        return new Rescuer(
                one.id(),
                one.name(),
                one.affiliation(),
                one.expert(),
                one.interested(),
                (int) Math.round(near * 100),
                left,
                one.fit() + near * NEAREST);
    }

    private static Map<UUID, Map<UUID, Double>> nearness(List<Paper> papers, List<Reviewer> willing) {
        var texts = papers.stream()
                .map(paper ->
                        new PaperText(paper.content().title(), paper.content().summary()))
                .toList();
        var works = new ArrayList<List<PaperText>>();
        for (var one : willing) works.add(Works.of(one));
        return Affinity.of(texts, works, willing.size(), AssignmentRun.unwatched()).stream()
                .collect(Collectors.groupingBy(
                        (Function<Affinity, UUID>)
                                near -> papers.get(near.paper()).id(),
                        Collectors.toMap(near -> willing.get(near.reviewer()).id(), Affinity::value)));
    }
}

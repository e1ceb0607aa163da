package org.plenary.papers.matching;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.assignment.AssigningReviewers;
import org.plenary.papers.assignment.AssignmentRun;
import org.plenary.papers.assignment.Explanation;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.matching.MatchGround.Ground;
import org.plenary.papers.submission.Paper;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out, behind the scenes, why somebody reviews a paper or does not: by the settings of the newest run and by what is known now,
 * with what was given standing as it is and free to be decided otherwise.
 */
@Component
class Explaining {
    private final MatchQuestions questions;
    private final MatchRuns runs;
    private final MatchGround ground;
    private final ReviewPlans plans;
    private final ApplicationEventPublisher events;

    Explaining(
            MatchQuestions questions,
            MatchRuns runs,
            MatchGround ground,
            ReviewPlans plans,
            ApplicationEventPublisher events) {
        this.questions = questions;
        this.runs = runs;
        this.ground = ground;
        this.plans = plans;
        this.events = events;
    }

    /** @return the id of the question */
    @Transactional
    public UUID ask(ConferenceView conference, Paper paper, Reviewer reviewer) {
        var id = questions.ask(conference.id(), paper.id(), reviewer.id());
        events.publishEvent(new MatchQuestioned(Tenancy.require().id(), id));
        return id;
    }

    @OutboundListener(id = "papers.explain-match")
    void on(MatchQuestioned asked) {
        var question = questions
                .byId(asked.question())
                .filter(each -> !each.isAnswered())
                .orElse(null);
        if (question == null) return;
        var plan = plans.of(question.conference());
        var settings =
                runs.newest(question.conference()).map(MatchRun::settings).orElse(MatchSettings.usual(0));
        var run = AssignmentRun.unwatched();
        var found = ground.gatherOpen(question.conference(), plan.round(), plan.perPaper(), settings, run);
        var paper = place(found.papers().stream().map(Paper::id).toList(), question.paper());
        var reviewer = place(found.reviewers().stream().map(Reviewer::id).toList(), question.reviewer());
        // what was decided meanwhile, or who left, is not asked about any more: the page says so when it does not find
        // it
        if (paper < 0 || reviewer < 0) return;
        var why = AssigningReviewers.assign(found.input(), run).why(paper, reviewer);
        questions.answer(
                question.id(),
                new MatchQuestion.Answer(
                        why.score(), why.verdict(), found.stands(paper, reviewer), otherwise(found, why.otherwise())));
    }

    private static int place(List<UUID> ids, UUID id) {
        return ids.indexOf(id);
    }

    private static MatchQuestion.@Nullable Otherwise otherwise(
            Ground found, Explanation.@Nullable Otherwise otherwise) {
        if (otherwise == null) return null;
        return new MatchQuestion.Otherwise(
                otherwise.cost(), otherwise.missing(), pairs(found, otherwise.out()), pairs(found, otherwise.in()));
    }

    private static List<MatchQuestion.Pair> pairs(Ground found, List<Explanation.Place> places) {
        return places.stream()
                .map(place -> new MatchQuestion.Pair(
                        found.papers().get(place.paper()).number(),
                        found.reviewers().get(place.reviewer()).name()))
                .toList();
    }
}

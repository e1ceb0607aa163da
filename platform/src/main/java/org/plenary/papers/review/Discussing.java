package org.plenary.papers.review;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.review.Comment.Audience;
import org.plenary.papers.review.Comment.Kind;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers, chairs and authors say about a paper once it is reviewed. */
@Component
public class Discussing {
    private static final int TEXT = 20_000;

    private final Comments comments;
    private final Callers callers;
    private final Clock clock;

    Discussing(Comments comments, Callers callers, Clock clock) {
        this.comments = comments;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * @throws Problem.InvalidInput at {@code /text}
     * @throws Problem.Conflict code {@code no_discussion} when the reviewer is not to see the others yet
     */
    @Transactional
    public void asReviewer(Reviewing.Opened opened, @Nullable String text, boolean forChairsAlone) {
        var said = checked(text, TEXT);
        if (!forChairsAlone && !opened.isShared())
            throw new Problem.Conflict("no_discussion", "The discussion opens when your review is handed in.");
        var audience = forChairsAlone ? Audience.CHAIRS : Audience.REVIEWERS;
        comments.insert(comment(opened.paper(), opened.own().reviewer(), Kind.REVIEWER, audience, said, ""));
    }

    /** @throws Problem.InvalidInput at {@code /text} */
    @Transactional
    public void asChair(Paper paper, @Nullable String text, boolean forChairsAlone) {
        var audience = forChairsAlone ? Audience.CHAIRS : Audience.REVIEWERS;
        var said = checked(text, TEXT);
        comments.insert(comment(
                paper, null, Kind.CHAIR, audience, said, callers.current().name()));
    }

    /** What the chairs make of all reviews; it takes the place of the one before. @throws Problem.InvalidInput at {@code /text} */
    @Transactional
    public void summarize(Paper paper, @Nullable String text) {
        var said = checked(text, TEXT);
        comments.removeOfKind(paper.id(), Kind.META_REVIEW);
        comments.insert(comment(
                paper,
                null,
                Kind.META_REVIEW,
                Audience.AUTHORS,
                said,
                callers.current().name()));
    }

    /**
     * The authors answer; what they answered before is replaced.
     *
     * @throws Problem.InvalidInput at {@code /text}
     * @throws Problem.Conflict code {@code rebuttal_closed}
     */
    @Transactional
    public void answer(Paper paper, ReviewPlan plan, @Nullable String text) {
        var now = clock.instant();
        if (!plan.takesRebuttals(now)) throw new Problem.Conflict("rebuttal_closed", "Answers are not taken now.");
        var said = checked(text, plan.rebuttalCharacters());
        comments.removeOfKind(paper.id(), Kind.REBUTTAL);
        comments.insert(comment(paper, null, Kind.REBUTTAL, Audience.REVIEWERS, said, ""));
    }

    /**
     * What the authors say to a revised paper; what they said to the same revision before is replaced.
     *
     * @param since when that revision was asked for
     */
    @Transactional
    public void respond(Paper paper, String text, Instant since) {
        comments.removeResponse(paper.id(), since);
        comments.insert(comment(paper, null, Kind.RESPONSE, Audience.REVIEWERS, text, ""));
    }

    private Comment comment(
            Paper paper, @Nullable UUID reviewer, Kind kind, Audience audience, String text, String by) {
        return new Comment(
                Ids.next(), paper.conference(), paper.id(), reviewer, kind, audience, text, by, clock.instant());
    }

    private static String checked(@Nullable String text, int most) {
        new Violations().text("/text", text, most).throwIfAny();
        return text == null ? "" : text.strip();
    }
}

package org.plenary.papers.delegation;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.Opinions;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody does whom a reviewer asked: say yes or no, write, and hand it to the reviewer. */
@Component
class SubReviewing {
    private static final int REASON = 1_000;

    private final SubReviews requests;
    private final SubReviewLinks links;
    private final Ground ground;
    private final Opinions opinions;
    private final SubReviewTelling telling;

    SubReviewing(
            SubReviews requests, SubReviewLinks links, Ground ground, Opinions opinions, SubReviewTelling telling) {
        this.requests = requests;
        this.links = links;
        this.ground = ground;
        this.opinions = opinions;
        this.telling = telling;
    }

    /** What a request stands on. */
    @Component
    record Ground(Papers papers, Reviews reviews, Reviewers reviewers, Involvement involvement, Clock clock) {}

    /**
     * A request as it is met at its link.
     *
     * @param paper null where nothing of it may be seen any more: it was withdrawn, it is too late, the review is handed in, or a
     *     conflict came up
     */
    record Met(SubReview request, @Nullable Paper paper, String asker) {
        boolean isClosed() {
            return paper == null;
        }

        /** @throws Problem.Conflict code {@code sub_review_closed} */
        Paper open() {
            if (paper == null) throw new Problem.Conflict("sub_review_closed", "This review is not with you any more.");
            return paper;
        }
    }

    /** @throws Problem.NotFound when there is no such request, or the link is not one of ours */
    @Transactional(readOnly = true)
    public Met meet(ConferenceView conference, UUID id, @Nullable String secret) {
        var request = requests.byId(conference.id(), id)
                .filter(found -> !found.email().isEmpty())
                .orElseThrow(() -> new Problem.NotFound("This page"));
        links.check(request, secret);
        return new Met(request, isOver(request) ? null : paper(request).orElse(null), asker(conference, request));
    }

    private boolean isOver(SubReview request) {
        return request.standing() == Standing.WITHDRAWN
                || request.standing() == Standing.REFUSED
                || request.isExpired(ground.clock().instant());
    }

    private Optional<Paper> paper(SubReview request) {
        var isWaiting = ground.reviews()
                .byId(request.review())
                .filter(review -> review.isWithReviewer() && !review.isSubmitted())
                .isPresent();
        if (!isWaiting) return Optional.empty();
        return ground.papers()
                .byId(request.paper())
                .filter(paper -> paper.status() == PaperStatus.SUBMITTED)
                .filter(paper -> ground.involvement()
                        .of(paper, new Involvement.Somebody(request.name(), request.email(), request.affiliation()))
                        .isEmpty());
    }

    private String asker(ConferenceView conference, SubReview request) {
        return ground.reviews()
                .byId(request.review())
                .flatMap(review -> ground.reviewers().byId(conference.id(), review.reviewer()))
                .map(Reviewer::name)
                .orElse("");
    }

    /** Repeats safely. @throws Problem.Conflict code {@code sub_review_closed} */
    @Transactional
    public void accept(Met met) {
        met.open();
        var request = met.request();
        if (request.standing() == Standing.ACCEPTED || request.isHanded()) return;
        change(request.accept(), "sub-review.accepted", "accepted");
    }

    /**
     * Also for somebody who said yes before; repeats safely.
     *
     * @param conflict whether they have to do with the paper, or think they know by whom it is
     */
    @Transactional
    public void decline(Met met, boolean conflict, @Nullable String reason) {
        new Violations().optionalText("/reason", reason, REASON).throwIfAny();
        met.open();
        var request = met.request();
        if (request.standing() == Standing.DECLINED) return;
        if (request.isHanded())
            throw new Problem.Conflict("sub_review_closed", "This review is not with you any more.");
        var said = reason == null || reason.isBlank() ? "" : reason.strip();
        change(request.decline(conflict ? SubReview.CONFLICT + said : said), "sub-review.declined", "declined");
    }

    /**
     * @param hand whether it goes to the reviewer; a draft may be unfinished
     * @throws Problem.InvalidInput at the fields of a review
     * @throws Problem.Stale when it was written in elsewhere since
     */
    @Transactional
    public void write(ConferenceView conference, Met met, Opinions.Input input, boolean hand) {
        var paper = met.open();
        var request = met.request();
        if (request.standing() != Standing.ACCEPTED)
            throw new Problem.Conflict("sub_review_closed", "This review is not with you any more.");
        var opinion = opinions.checked(conference, paper, request.opinion().answers(), input, hand);
        if (input.version() != request.version()) throw new Problem.Stale();
        if (hand)
            change(
                    request.hand(opinion, Objects.requireNonNull(ground.clock().instant())),
                    "sub-review.handed",
                    "handed");
        else requests.update(request.keep(opinion));
    }

    private void change(SubReview request, String did, String what) {
        requests.update(request);
        telling.audit().record(did, request.id().toString(), Map.of());
        telling.told(request, what);
    }
}

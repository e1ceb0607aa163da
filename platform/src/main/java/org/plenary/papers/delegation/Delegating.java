package org.plenary.papers.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.OutsidePeople;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.Opinions;
import org.plenary.papers.review.Reviewing;
import org.plenary.papers.submission.PaperStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers do: ask somebody to write for them, send back or take over what came, and withdraw. */
@Component
class Delegating {
    /** Whoever tries address after address would find out by it who the authors are. */
    private static final int TRIES = 3;

    private static final int NAME = 200;
    private static final int AFFILIATION = 300;
    private static final int NOTE = 5_000;
    private static final int MOST_DAYS = 365;

    private final SubReviews requests;
    private final DelegationRules rules;
    private final Reviewing reviewing;
    private final Knowing knowing;
    private final SubReviewTelling telling;

    Delegating(
            SubReviews requests,
            DelegationRules rules,
            Reviewing reviewing,
            Knowing knowing,
            SubReviewTelling telling) {
        this.requests = requests;
        this.rules = rules;
        this.reviewing = reviewing;
        this.knowing = knowing;
        this.telling = telling;
    }

    /** What is known of people, and the time. */
    @Component
    record Knowing(Involvement involvement, OutsidePeople people, Clock clock) {}

    /** Whom to ask, as it was typed. @param due the last day */
    record Wish(
            @Nullable String name,
            @Nullable String email,
            @Nullable String affiliation,
            Locale locale,
            @Nullable LocalDate due) {}

    DelegationRules.Rule rule(Desk desk) {
        return rules.of(desk.conference().id());
    }

    List<SubReview> of(Reviewing.Opened opened) {
        return requests.ofReview(opened.own().id());
    }

    /**
     * @return empty for somebody who has to do with the paper; that they were tried is kept, and who they are is not
     * @throws Problem.InvalidInput at the fields
     * @throws Problem.Conflict code {@code sub_review_limit}, {@code sub_review_tried}, {@code review_submitted} or {@code
     *     paper_decided}
     */
    @Transactional
    public Optional<SubReview> ask(Desk desk, Reviewing.Opened opened, Wish wish) {
        var rule = rule(desk);
        if (!rule.isOn()) throw new Problem.NotFound("This page");
        isOpen(opened);
        var due = due(desk, wish.due());
        checked(wish, due);
        requests.lock(opened.own().id());
        var before = of(opened);
        if (before.stream().filter(SubReview::isOpen).count() >= rule.most())
            throw new Problem.Conflict("sub_review_limit", "You have asked as many people as you may at a time.");
        if (before.stream().filter(each -> each.standing() == Standing.REFUSED).count() >= TRIES)
            throw new Problem.Conflict("sub_review_tried", "Please ask the chairs for somebody.");
        var email = Objects.requireNonNull(wish.email()).strip().toLowerCase(Locale.ROOT);
        notAgain(desk, before, email);
        var somebody =
                new Involvement.Somebody(Objects.requireNonNull(wish.name()).strip(), email, text(wish.affiliation()));
        var against = knowing.involvement().of(opened.paper(), somebody);
        if (against.isEmpty() && isAskedByAnother(opened, email)) against = List.of("sub-reviewer");
        if (!against.isEmpty()) {
            var refused = new Involvement.Somebody("", "", null);
            keep(fresh(desk, opened, refused, wish.locale(), Objects.requireNonNull(due), String.join(" ", against)));
            return Optional.empty();
        }
        return Optional.of(keep(fresh(desk, opened, somebody, wish.locale(), Objects.requireNonNull(due), null)));
    }

    private SubReview keep(SubReview request) {
        requests.insert(request);
        if (request.standing() == Standing.REFUSED) {
            telling.audit().record("sub-review.refused", request.id().toString(), Map.of());
        } else {
            telling.audit().record("sub-review.asked", request.id().toString(), Map.of());
            telling.told(request, "asked");
        }
        return request;
    }

    /** Back to who wrote it, who can go on. @throws Problem.InvalidInput at {@code /note} */
    @Transactional
    public void sendBack(Reviewing.Opened opened, UUID id, @Nullable String note) {
        isOpen(opened);
        new Violations().text("/note", note, NOTE).throwIfAny();
        var request = require(opened, id);
        if (!request.isHanded()) throw new Problem.Conflict("sub_review_closed", "This review is not with you.");
        var back = request.sendBack(Objects.requireNonNull(note).strip());
        requests.update(back);
        telling.audit().record("sub-review.sent-back", back.id().toString(), Map.of());
        telling.told(back, "back");
    }

    /** What was written becomes the reviewer's own draft, in the place of what they had; they hand it in, or not. */
    @Transactional
    public void takeOver(Desk desk, Reviewing.Opened opened, UUID id) {
        isOpen(opened);
        var request = require(opened, id);
        if (!request.isHanded()) throw new Problem.Conflict("sub_review_closed", "This review is not with you.");
        var said = request.opinion();
        var input = new Opinions.Input(
                said.score(),
                said.confidence(),
                said.forAuthors(),
                said.forChairs(),
                said.answers(),
                opened.own().version());
        reviewing.write(desk, opened, input, false);
        telling.audit().record("sub-review.taken-over", request.id().toString(), Map.of());
    }

    /** From the next click on they see nothing of the paper. Repeats safely. */
    @Transactional
    public void withdraw(Reviewing.Opened opened, UUID id) {
        withdraw(require(opened, id));
    }

    /** By the reviewer or the chairs. */
    @Transactional
    public void withdraw(SubReview request) {
        if (!request.isOpen() && !request.isHanded()) return;
        var gone = request.withdraw();
        requests.update(gone);
        telling.audit().record("sub-review.withdrawn", gone.id().toString(), Map.of());
        telling.told(gone, "withdrawn");
    }

    private SubReview require(Reviewing.Opened opened, UUID id) {
        return of(opened).stream()
                .filter(each -> each.id().equals(id) && each.standing() != Standing.REFUSED)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This request"));
    }

    private static void isOpen(Reviewing.Opened opened) {
        if (opened.own().isSubmitted()) throw new Problem.Conflict("review_submitted", "This review is handed in.");
        if (opened.paper().status() != PaperStatus.SUBMITTED)
            throw new Problem.Conflict("paper_decided", "This paper is decided.");
    }

    private void checked(Wish wish, @Nullable Instant due) {
        var now = knowing.clock().instant();
        var wrong = new Violations()
                .text("/name", wish.name(), NAME)
                .email("/email", wish.email())
                .optionalText("/affiliation", wish.affiliation(), AFFILIATION)
                .required("/due", due);
        if (due != null)
            wrong.check(
                    due.isAfter(now) && due.isBefore(now.plus(java.time.Duration.ofDays(MOST_DAYS))),
                    "/due",
                    "past",
                    "A day that is still to come, within a year.");
        wrong.throwIfAny();
    }

    private void notAgain(Desk desk, List<SubReview> before, String email) {
        var account = desk.reviewer().account();
        var isSelf = desk.reviewer().email().equals(email)
                || account != null
                        && knowing.people()
                                .addresses(List.of(account))
                                .getOrDefault(account, java.util.Set.of())
                                .contains(email);
        if (isSelf) throw new Problem.InvalidInput("/email", "sub_review_self", "This is your own address.");
        if (before.stream()
                .anyMatch(each ->
                        (each.isOpen() || each.isHanded()) && each.email().equals(email)))
            throw new Problem.InvalidInput("/email", "sub_review_there", "You have asked this person already.");
    }

    private boolean isAskedByAnother(Reviewing.Opened opened, String email) {
        return requests.ofPaper(opened.paper().id()).stream()
                .anyMatch(each ->
                        (each.isOpen() || each.isHanded()) && each.email().equals(email));
    }

    private SubReview fresh(
            Desk desk,
            Reviewing.Opened opened,
            Involvement.Somebody who,
            Locale locale,
            Instant due,
            @Nullable String against) {
        return new SubReview(
                Ids.next(),
                desk.conference().id(),
                opened.own().id(),
                opened.paper().id(),
                who.name(),
                who.email(),
                who.affiliation(),
                locale,
                against == null ? Standing.ASKED : Standing.REFUSED,
                against,
                null,
                SubReview.NOTHING,
                knowing.clock().instant(),
                due,
                null,
                1);
    }

    private static @Nullable Instant due(Desk desk, @Nullable LocalDate day) {
        return day == null
                ? null
                : day.atTime(LocalTime.of(23, 59))
                        .atZone(desk.conference().timeZone())
                        .toInstant();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package org.plenary.papers.relief;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.relief.LatePapers.Lack;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.ReviewSecrecy;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of late and missing reviews. Papers of whoever asks are not on it. */
@Component
class LateView {
    private static final int PAGE = 25;
    private static final int SUGGESTED = 5;
    private static final int DAYS = 7;
    private static final Set<String> OPEN = Set.of("given", "begun");

    private final LatePapers late;
    private final Seats seats;
    private final Rescuers rescuers;
    private final Phrases phrases;
    private final Clock clock;

    LateView(LatePapers late, Seats seats, Rescuers rescuers, Phrases phrases, Clock clock) {
        this.late = late;
        this.seats = seats;
        this.rescuers = rescuers;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Papers, who has them, and when they are due. */
    @Component
    record Seats(Papers papers, Reliefs reliefs, ReviewPlans plans, ReviewSecrecy secrecy) {}

    /** @param daysLate 0 for a review that is not late, @param isOpen whether it is still waited for */
    public record Line(
            UUID review,
            UUID reviewer,
            String name,
            String standing,
            String due,
            long daysLate,
            @Nullable Instant seenAt,
            @Nullable Instant remindedAt,
            boolean isRelief,
            boolean isAccepted,
            boolean isOpen) {}

    /** @param inHand reviews that are handed in */
    public record Row(int number, String title, long inHand, List<Line> lines, List<Rescuers.Rescuer> rescuers) {}

    ModelAndView page(ConferenceView conference, Lack lack, int after, Locale locale) {
        var plan = seats.plans().of(conference.id());
        var now = clock.instant();
        var numbers = late.numbers(conference.id(), plan, lack, now, after, PAGE + 1);
        var shown = numbers.stream().limit(PAGE).toList();
        var here = base(conference) + "?lack=" + lack.code();
        return new ModelAndView("papers/late-reviews")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("plan", plan)
                .addObject("papersLate", rows(conference, plan, shown, now))
                .addObject("offers", offered(conference))
                .addObject(
                        "due", LocalDate.ofInstant(now, conference.timeZone()).plusDays(DAYS))
                .addObject("chips", chips(conference, plan, lack, now, locale))
                .addObject("first", after == 0 ? null : here)
                .addObject("next", numbers.size() > PAGE ? here + "&after=" + shown.getLast() : null);
    }

    /** How many papers reviewers would still take on, in all. */
    private int offered(ConferenceView conference) {
        return rescuers.left(conference).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** @throws Problem.NotFound also for a paper of whoever asks */
    Paper paper(ConferenceView conference, int number) {
        var paper =
                seats.papers().byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        seats.secrecy().check(paper);
        return paper;
    }

    void check(UUID paper) {
        seats.papers().byId(paper).ifPresent(seats.secrecy()::check);
    }

    /** Those of these numbers that are waiting for a decision, and not of whoever asks. */
    List<Paper> papers(ConferenceView conference, Collection<String> typed) {
        var numbers = typed.stream()
                .filter(each -> each.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .distinct()
                .limit(PAGE)
                .toList();
        if (numbers.isEmpty()) return List.of();
        return seats.papers().byNumbers(conference.id(), numbers).stream()
                .filter(paper -> paper.status() == PaperStatus.SUBMITTED
                        && !seats.secrecy().isOwn(paper))
                .toList();
    }

    private List<Row> rows(ConferenceView conference, ReviewPlan plan, List<Integer> numbers, Instant now) {
        if (numbers.isEmpty()) return List.of();
        var papers = seats.papers().byNumbers(conference.id(), numbers).stream()
                .filter(paper -> !seats.secrecy().isOwn(paper))
                .sorted(java.util.Comparator.comparingInt(Paper::number))
                .toList();
        var all = seats.reliefs().seats(papers.stream().map(Paper::id).toList(), plan.round()).stream()
                .collect(Collectors.groupingBy(Reliefs.Seat::paper));
        var possible = rescuers.of(conference, papers);
        var rows = new ArrayList<Row>();
        for (var paper : papers) {
            var own = all.getOrDefault(paper.id(), List.of());
            rows.add(new Row(
                    paper.number(),
                    paper.content().title(),
                    own.stream()
                            .filter(seat -> seat.standing().equals("submitted"))
                            .count(),
                    own.stream().map(seat -> line(conference, plan, seat, now)).toList(),
                    possible.getOrDefault(paper.id(), List.of()).stream()
                            .limit(SUGGESTED)
                            .toList()));
        }
        return rows;
    }

    private static Line line(ConferenceView conference, ReviewPlan plan, Reliefs.Seat seat, Instant now) {
        var isOpen = OPEN.contains(seat.standing());
        var due = ReviewDates.due(conference, plan, seat.due());
        return new Line(
                seat.review(),
                seat.reviewer(),
                seat.name(),
                seat.standing(),
                due == null ? "–" : due.toString(),
                isOpen && due != null && due.isPassed(now)
                        ? Math.max(1, Duration.between(due.instant(), now).toDays())
                        : 0,
                seat.seenAt(),
                seat.remindedAt(),
                seat.isRelief(),
                seat.isAccepted() || !seat.standing().equals("given"),
                isOpen);
    }

    private List<Chip> chips(ConferenceView conference, ReviewPlan plan, Lack chosen, Instant now, Locale locale) {
        var chips = new ArrayList<Chip>();
        for (var lack : Lack.values())
            chips.add(new Chip(
                    base(conference) + "?lack=" + lack.code(),
                    phrases.text("papers.relief.lack-" + lack.code(), locale),
                    lack == chosen,
                    late.count(conference.id(), plan, lack, now)));
        return chips;
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/reviewing/late";
    }
}

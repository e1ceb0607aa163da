package org.plenary.papers.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;

/** Holds a conference's call against the dates at which it should come (PLAN-06 to PLAN-08). */
@Component
class CallPlan {
    /** How long before and after the day of the notice somebody is reminded of it. */
    private static final int DAYS = 30;

    private final Calls calls;
    private final Clock clock;

    CallPlan(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * @param messageKey what it is about; the same with {@code .late} says what to do when it is late
     * @param isDone whether that has been done
     * @param isLate whether it should have been, or is set later than it should be
     */
    record Line(String messageKey, LocalDate day, boolean isDone, boolean isLate) {}

    List<Line> lines(ConferenceView conference, @Nullable Call call) {
        var milestones = Milestones.of(conference.startsOn());
        var today = today(conference);
        var lines = new ArrayList<Line>();
        var isBegun = call != null;
        var isOut = isBegun && conference.isPublic();
        lines.add(new Line(
                "papers.plan.begin", milestones.begin(), isBegun, !isBegun && today.isAfter(milestones.begin())));
        lines.add(new Line(
                "papers.plan.notice", milestones.notice(), isOut, !isOut && today.isAfter(milestones.notice())));
        lines.add(deadline(conference, milestones, call));
        return lines;
    }

    /** In the year of the conference itself deadlines work badly, which is worth words of its own. */
    private static Line deadline(ConferenceView conference, Milestones milestones, @Nullable Call call) {
        if (call == null) return new Line("papers.plan.deadline", milestones.deadline(), false, false);
        var chosen = call.deadline().at().toLocalDate();
        var inSameYear = chosen.getYear() >= conference.startsOn().getYear();
        return new Line(
                inSameYear ? "papers.plan.deadline-same-year" : "papers.plan.deadline",
                milestones.deadline(),
                !milestones.isLate(chosen),
                milestones.isLate(chosen));
    }

    /** Whether a call that comes out now comes later than it should, so that its reason is worth keeping. */
    boolean asksReason(ConferenceView conference, @Nullable Call call) {
        if (call != null && call.lateReason() != null) return true;
        return call == null
                && today(conference)
                        .isAfter(Milestones.of(conference.startsOn()).notice());
    }

    /** @throws Problem.InvalidInput at {@code /late_reason} */
    void checkReason(ConferenceView conference, @Nullable Call before, @Nullable String reason) {
        if (asksReason(conference, before) && reason == null)
            throw new Problem.InvalidInput("/late_reason", "required", "This is required.");
    }

    /** Whether the call should be out about now, and is not. */
    boolean isNoticeMissing(ConferenceView conference) {
        var due = Milestones.of(conference.startsOn()).notice();
        var today = today(conference);
        var isNear = !today.isBefore(due.minusDays(DAYS)) && !today.isAfter(due.plusDays(DAYS));
        return isNear
                && !conference.isCancelled()
                && !(conference.isPublic() && calls.find(conference.id()).isPresent());
    }

    boolean isNoticeLate(ConferenceView conference) {
        return today(conference).isAfter(Milestones.of(conference.startsOn()).notice());
    }

    Posted blank(ConferenceView conference) {
        return CallForm.blank(Milestones.of(conference.startsOn()).deadline(), today(conference));
    }

    private LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }
}

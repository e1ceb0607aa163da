package org.plenary.conference.application;

import java.time.LocalDate;
import java.util.Objects;
import org.plenary.conference.application.SeekingApproval.Act;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;

/** What somebody does with an application, as the browser sends it. */
final class ActForm {
    private static final int LONGEST = 4000;
    private static final int LONGEST_NUMBER = 100;

    private ActForm() {}

    /**
     * Who agrees last gives the number and the day of the authority's document.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    static Act read(Posted form, SeekingApproval.Stand stand, LocalDate today) {
        var wrong = new Violations();
        var action = Action.of(form.get("action"))
                .filter(each -> each != Action.HAND_IN)
                .orElse(null);
        var step = stand.chain().find(stand.application().step()).orElse(null);
        wrong.check(action != null, "/action", "choice", "This is not one of the choices.");
        if (action != null && step != null)
            wrong.check(
                    (action == Action.ANSWER) == step.isOfApplicant(),
                    "/action",
                    "choice",
                    "This is not one of the choices.");
        var comment = form.get("comment").strip();
        if (action != null && action.needsComment()) wrong.text("/comment", comment, LONGEST);
        else wrong.optionalText("/comment", comment, LONGEST);
        var on = form.date("on");
        if (action == Action.AGREE && step != null && stand.chain().isLast(step)) {
            wrong.text("/number", form.get("number"), LONGEST_NUMBER);
            wrong.required("/on", on);
            wrong.check(on == null || !on.isAfter(today), "/on", "day_ahead", "This day is still to come.");
        }
        form.throwIfWrong();
        wrong.throwIfAny();
        return new Act(
                form.get("office"),
                Objects.requireNonNull(action),
                comment,
                form.get("number").strip(),
                on == null ? today : on);
    }
}

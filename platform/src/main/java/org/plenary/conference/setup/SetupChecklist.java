package org.plenary.conference.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps that all modules add to setting a conference up, and how far they are. */
@Component
public class SetupChecklist {
    private final List<SetupStep> steps;

    SetupChecklist(List<SetupStep> steps) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(SetupStep::order)).toList();
    }

    /** A line of the checklist; {@code messageKey} is the step's name, {@code <messageKey>.hint} what to do. */
    public record Line(String messageKey, String path, boolean done, boolean required) {}

    @Transactional(readOnly = true)
    public List<Line> lines(ConferenceView conference) {
        return steps.stream()
                .filter(step -> step.concerns(conference))
                .map(step ->
                        new Line(step.messageKey(), step.path(conference), step.isDone(conference), step.isRequired()))
                .toList();
    }

    /** @throws Problem.Conflict with a violation for each required step that is not done */
    void requireComplete(ConferenceView conference) {
        var missing = new Violations();
        for (var step : steps) {
            if (step.isRequired() && step.concerns(conference) && !step.isDone(conference))
                missing.add(
                        "/status",
                        "setup_step_missing",
                        "This has to be done first: " + step.messageKey(),
                        Map.of("step", step.messageKey(), "path", step.path(conference)));
        }
        if (!missing.isEmpty())
            throw new Problem.Conflict(
                    "setup_incomplete", "The conference is not ready to be published.", missing.list());
    }
}

package org.plenary.insights.dashboard;

import java.util.Comparator;
import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be done to set a conference up. */
@Component
class NextSteps {
    private final List<SetupStep> steps;

    NextSteps(List<SetupStep> steps) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(SetupStep::order)).toList();
    }

    /** @param messageKey of the step's name; {@code <messageKey>.hint} says what to do */
    record Line(String messageKey, String path, boolean required) {}

    @Transactional(readOnly = true)
    public List<Line> of(ConferenceView conference) {
        return steps.stream()
                .filter(step -> !step.isDone(conference))
                .map(step -> new Line(step.messageKey(), step.path(conference), step.isRequired()))
                .toList();
    }
}

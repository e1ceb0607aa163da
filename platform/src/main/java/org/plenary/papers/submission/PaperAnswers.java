package org.plenary.papers.submission;

import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;

/** Checks what an author answers to the form of the call. */
@Component
class PaperAnswers {
    private final Questions questions;

    PaperAnswers(Questions questions) {
        this.questions = questions;
    }

    /** @param before what was answered, whose form is the one to answer again; what it chose may stay chosen */
    Answers accepted(Violations violations, ConferenceView conference, SubmissionInput input, Answers before) {
        return questions.accepted(
                violations,
                conference,
                input.formVersion(),
                input.answerMap(),
                Answers.groups(input.track(), input.type()),
                before);
    }
}

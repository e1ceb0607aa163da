package org.plenary.papers.submission;

import java.time.Clock;
import java.time.LocalDate;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.AnsweredForm;
import org.plenary.forms.Form;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;

/** Checks what an author answers to the form of the call. */
@Component
class PaperAnswers {
    private final Forms forms;
    private final AnswerRules rules;
    private final Clock clock;

    PaperAnswers(Forms forms, AnswerRules rules, Clock clock) {
        this.forms = forms;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param before what was answered, whose form is the one to answer again; what it chose may stay chosen */
    Answers accepted(Violations violations, ConferenceView conference, SubmissionInput input, Answers before) {
        var newest = forms.newest(Purpose.SUBMISSION, conference.id());
        var given = given(violations, conference, input, before, newest);
        var asked = new AnswerRules.Asked(
                given.definition(),
                AnsweredForm.of(given.definition(), newest.definition(), before.values()),
                Answers.groups(input.track(), input.type()),
                LocalDate.ofInstant(clock.instant(), conference.timeZone()),
                false);
        return new Answers(
                given.version(),
                rules.check(asked, input.answerMap(), "/answers", violations).answers());
    }

    private Form given(
            Violations violations, ConferenceView conference, SubmissionInput input, Answers before, Form newest) {
        var seen = input.formVersion();
        var version = seen == null ? before.form() : seen;
        if (version == 0 || version == newest.version()) return newest;
        var found = forms.version(Purpose.SUBMISSION, conference.id(), version);
        violations.check(found.isPresent(), "/form_version", "unknown_form_version", "The form has no such version.");
        return found.orElse(newest);
    }
}

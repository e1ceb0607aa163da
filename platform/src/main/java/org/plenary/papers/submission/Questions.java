package org.plenary.papers.submission;

import org.plenary.forms.Purpose;
import org.springframework.stereotype.Component;

/** What the form of the call asks authors. */
@Component
class Questions extends FormQuestions {
    Questions(Parts parts) {
        super(Purpose.SUBMISSION, parts);
    }
}

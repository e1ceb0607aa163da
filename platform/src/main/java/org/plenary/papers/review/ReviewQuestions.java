package org.plenary.papers.review;

import org.plenary.forms.Purpose;
import org.plenary.papers.submission.FormQuestions;
import org.springframework.stereotype.Component;

/** What the review form asks reviewers beside the score and their words. Authors never see what is answered to it. */
@Component
class ReviewQuestions extends FormQuestions {
    ReviewQuestions(Parts parts) {
        super(Purpose.REVIEW, parts);
    }
}

package org.plenary.papers.review;

import java.util.List;
import org.plenary.forms.Purpose;
import org.plenary.papers.call.Calls;
import org.plenary.papers.call.PaperForms;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviewers fill the form of reviews. */
@Component
class ReviewForms extends PaperForms {
    ReviewForms(Calls calls, MessageSource messages, JdbcClient jdbc) {
        super(Purpose.REVIEW, "paper_review", calls, messages, jdbc);
    }

    @Override
    public List<String> presets() {
        return List.of("review");
    }
}

package org.plenary.papers.call;

import java.util.List;
import org.plenary.forms.Purpose;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Authors fill the form of submissions. */
@Component
class SubmissionForms extends PaperForms {
    SubmissionForms(Calls calls, MessageSource messages, JdbcClient jdbc) {
        super(Purpose.SUBMISSION, "paper", calls, messages, jdbc);
    }

    @Override
    public List<String> presets() {
        return List.of("paper");
    }
}

package org.plenary.papers.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;

/** What is sent with a paper beside its content: the PDF, and the answers to the form of the call. */
@Component
class SentParts {
    private final PaperUploads uploads;
    private final PaperAnswers answers;

    SentParts(PaperUploads uploads, PaperAnswers answers) {
        this.uploads = uploads;
        this.answers = answers;
    }

    record Accepted(@Nullable UUID file, Answers answers) {}

    /** What is wrong with them is added to the violations. */
    Accepted ofNew(Violations violations, ConferenceView conference, SubmissionInput input) {
        return new Accepted(
                uploads.accepted(violations, input.fileToken()),
                answers.accepted(violations, conference, input, Answers.NONE));
    }

    /** @param input the paper as it would be; without a file or answers, those that are there stay */
    Accepted ofChange(Violations violations, ConferenceView conference, SubmissionInput input, Paper paper) {
        var file = uploads.accepted(violations, input.fileToken());
        return new Accepted(
                file == null ? paper.file() : file,
                input.answers() == null
                        ? paper.answers()
                        : answers.accepted(violations, conference, input, paper.answers()));
    }
}

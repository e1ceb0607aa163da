package org.plenary.papers.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.plenary.papers.committee.ReviewedPaper;
import org.plenary.papers.submission.Answers;

class ReviewSheetTests {
    @Test
    void whatIsWrittenInTheFileComesBack() {
        var text = ReviewSheet.write(List.of(row(7, "Fine.\n\n== A line of its own\nMore.", 4), row(12, "", null)), 6);

        assertThat(ReviewSheet.read(text))
                .containsExactly(
                        new ReviewSheet.Entry(7, "4", "3", "Fine.\n\n == A line of its own\nMore.", "Take it."),
                        new ReviewSheet.Entry(12, null, "3", "", "Take it."));
    }

    @Test
    void whatIsNoReviewIsNone() {
        assertThat(ReviewSheet.read("Dear chairs,\n==*== Score\n5\n")).isEmpty();
    }

    @Test
    void aFileOfAnotherMachineIsReadAsWell() {
        var text = "==+== Paper 3\r\n==*== Score (1 to 6)\r\n 5 \r\n==*== For the authors\r\nGood.\r\n";

        assertThat(ReviewSheet.read(text)).containsExactly(new ReviewSheet.Entry(3, "5", null, "Good.", ""));
    }

    private static ReviewDeskPages.Row row(int number, String text, @Nullable Integer score) {
        var paper = new ReviewedPaper(number, "A title", "", List.of(), null, null, List.of(), List.of(), false);
        var review = new Review(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                1,
                Review.Standing.BEGUN,
                score,
                3,
                text,
                "Take it.",
                Answers.NONE,
                null,
                "Carla",
                Instant.EPOCH,
                null,
                1);
        return new ReviewDeskPages.Row(paper, review);
    }
}

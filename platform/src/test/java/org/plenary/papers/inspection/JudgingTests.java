package org.plenary.papers.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.papers.inspection.AuthorFound.Place;
import org.plenary.papers.inspection.AuthorFound.What;
import org.plenary.papers.inspection.FileFacts.State;
import org.plenary.papers.inspection.FileRules.PaperSize;
import org.plenary.papers.inspection.pdf.PdfReport.Size;
import org.plenary.papers.submission.Author;

class JudgingTests {
    private static final Size A4 = new Size(595, 842, 3);
    private static final Size LETTER = new Size(612, 792, 1);
    private static final List<Author> AUTHORS = List.of(new Author("Ana López", null, null, null, true, null));

    @Test
    void byDefaultNothingIsRefusedThatCanBeRead() {
        var judging = new Judging(FileRules.FIRST, true);

        assertThat(judging.of(facts(List.of(A4), List.of(), List.of()), AUTHORS))
                .isEqualTo(new FileVerdict.Fine());
        assertThat(judging.of(facts(List.of(A4, LETTER), List.of(), List.of()), AUTHORS))
                .isEqualTo(new FileVerdict.Fine());
        var odd = judging.of(facts(List.of(new Size(400, 400, 3)), List.of("Arial"), List.of()), AUTHORS);
        assertThat(codes(odd)).containsExactly("paper-either", "fonts");
        assertThat(odd.mustBeMended()).isFalse();
    }

    @Test
    void aNameOnAFirstPageIsToBeMendedOnlyWhereReviewersMustNotKnowIt() {
        var named = facts(List.of(A4), List.of(), List.of(new AuthorFound(Place.PAGE, 1, What.NAME, 0)));

        assertThat(new Judging(FileRules.FIRST, false).of(named, AUTHORS)).isEqualTo(new FileVerdict.Fine());
        var verdict = new Judging(FileRules.FIRST, true).of(named, AUTHORS);
        assertThat(verdict.code()).isEqualTo("mend");
        var last = facts(List.of(A4), List.of(), List.of(new AuthorFound(Place.PAGE, 9, What.NAME, 0)));
        assertThat(new Judging(FileRules.FIRST, true).of(last, AUTHORS).code()).isEqualTo("notes");
    }

    @Test
    void rulesThatRefuseAskForAnotherFileAndComeFirst() {
        var strict = new Judging(new FileRules(2, PaperSize.LETTER, true, 1, true), false);

        var verdict = strict.of(facts(List.of(A4), List.of("Arial"), List.of()), AUTHORS);

        assertThat(codes(verdict)).containsExactly("pages", "bytes", "paper-letter", "fonts");
        assertThat(verdict.mustBeMended()).isTrue();
    }

    @Test
    void whatCouldNotBeReadIsToBeMendedAndWhatIsUnknownIsNot() {
        var judging = new Judging(FileRules.FIRST, true);
        for (var state : State.values()) {
            if (state == State.READ || state == State.UNKNOWN) continue;
            var verdict = judging.of(FileFacts.unread(state, 1), AUTHORS);
            assertThat(verdict.mustBeMended()).isTrue();
            assertThat(verdict.code()).isEqualTo("unreadable");
        }
        var unknown = judging.of(FileFacts.unread(State.UNKNOWN, 1), AUTHORS);
        assertThat(unknown.mustBeMended()).isFalse();
        assertThat(unknown.code()).isEqualTo("unchecked");
    }

    @Test
    void aPageThatLiesOnItsSideOrIsRoundedIsTheSamePaper() {
        assertThat(PageSizes.of(List.of(new Size(842, 595, 1), new Size(596, 841, 1))))
                .isEqualTo("A4");
        assertThat(PageSizes.of(List.of(LETTER, new Size(425, 624, 1)))).isEqualTo("Letter, 150 × 220 mm");
    }

    private static List<String> codes(FileVerdict verdict) {
        return ((FileVerdict.Findings) verdict)
                .findings().stream().map(Finding::code).toList();
    }

    private static FileFacts facts(List<Size> sizes, List<String> fonts, List<AuthorFound> found) {
        return new FileFacts(State.READ, 2_000_000, 3, sizes, false, fonts, true, List.of(), false, false, found);
    }
}

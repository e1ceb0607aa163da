package org.plenary.papers.inspection;

import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperFiles;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The file that a paper's reviewers get. Where they are not to know the authors it is the copy without metadata and nothing else: without
 * one they get none, unless the chairs have read the file and let it through.
 */
@Component
public class BlindCopies {
    private final Inspections inspections;
    private final FileRuleBook book;
    private final PaperFiles files;

    BlindCopies(Inspections inspections, FileRuleBook book, PaperFiles files) {
        this.inspections = inspections;
        this.book = book;
        this.files = files;
    }

    /** What there is for reviewers. */
    public sealed interface ForReviewers {
        /** A file that they may have. */
        record Ready(UUID file) implements ForReviewers {}

        /** The copy is not made yet. */
        record Preparing() implements ForReviewers {}

        /** No copy can be made, and the chairs know. */
        record Withheld() implements ForReviewers {}

        /** The paper has no file. */
        record None() implements ForReviewers {}

        /** By which the page says it: {@code ready}, {@code preparing}, {@code withheld} or {@code none}. */
        default String code() {
            return switch (this) {
                case Ready _ -> "ready";
                case Preparing _ -> "preparing";
                case Withheld _ -> "withheld";
                case None _ -> "none";
            };
        }
    }

    public ForReviewers of(Paper paper) {
        var original = paper.file();
        if (original == null) return new ForReviewers.None();
        if (!book.hidesAuthors(paper.conference())) return new ForReviewers.Ready(original);
        var known = inspections.find(paper.id()).filter(one -> one.isOf(paper)).orElse(null);
        if (known == null) return new ForReviewers.Preparing();
        if (known.isReleased()) return new ForReviewers.Ready(original);
        var copy = known.copy();
        if (copy != null) return new ForReviewers.Ready(copy);
        return known.isWithheld() ? new ForReviewers.Withheld() : new ForReviewers.Preparing();
    }

    /** @throws Problem.NotFound when reviewers cannot have one now */
    public ResponseEntity<Resource> download(Paper paper) {
        if (of(paper) instanceof ForReviewers.Ready ready) return files.download(paper, ready.file());
        throw new Problem.NotFound("A file for reviewers");
    }
}

package org.plenary.papers.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.call.Call;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;

/**
 * A paper as its reviewers see it. Pages of reviewers get nothing else, so that what is hidden from them is not there to be shown.
 *
 * @param authors empty when reviewers are not to know them
 */
public record ReviewedPaper(
        int number,
        String title,
        String summary,
        List<String> keywords,
        @Nullable String track,
        @Nullable String type,
        List<String> topics,
        List<Named> authors,
        boolean hasFile) {

    /** What of an author stands on the paper. */
    public record Named(
            String name,
            @Nullable String affiliation,
            @Nullable String country) {
        static Named of(Author author) {
            return new Named(author.name(), author.affiliation(), author.country());
        }
    }

    /** @param call without one nobody said that authors may be known */
    public static ReviewedPaper of(Paper paper, @Nullable Call call) {
        var content = paper.content();
        var isHidden = call == null || call.hidesAuthors();
        return new ReviewedPaper(
                paper.number(),
                content.title(),
                content.summary(),
                content.keywords(),
                content.track(),
                content.type(),
                content.topics(),
                isHidden ? List.of() : content.authors().stream().map(Named::of).toList(),
                paper.file() != null);
    }
}

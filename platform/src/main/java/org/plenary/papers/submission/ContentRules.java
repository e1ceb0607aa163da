package org.plenary.papers.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;

/** What a paper's content must be, whoever sends it. */
public final class ContentRules {
    private static final int TITLE = 300;
    private static final int SUMMARY = 10_000;
    private static final int KEYWORD = 100;
    private static final int MOST_KEYWORDS = 20;
    private static final int MOST_AUTHORS = 50;
    private static final int NAME = 200;
    private static final int AFFILIATION = 300;

    private ContentRules() {}

    /** For papers that an author or the staff writes. */
    static void check(Violations violations, SubmissionInput input, @Nullable Call call) {
        common(violations, "", input);
        violations.check(present(input.summary()), "/abstract", "required", "This is required.");
        if (call != null && !call.tracks().isEmpty())
            violations.check(present(input.track()), "/track", "required", "This is required.");
        track(violations, "", input.track(), call);
        var authors = input.authorList();
        violations.check(
                authors.isEmpty() || authors.stream().anyMatch(SubmissionInput.AuthorInput::isCorresponding),
                "/authors",
                "corresponding_author",
                "One author must be the corresponding author.");
        for (var i = 0; i < authors.size(); i++) {
            if (authors.get(i).isCorresponding())
                violations.check(
                        present(authors.get(i).email()),
                        "/authors/" + i + "/email",
                        "required",
                        "The corresponding author's e-mail address is required.");
        }
    }

    /** For papers taken over from elsewhere, where abstract, e-mail and corresponding author may be unknown. */
    public static void checkImported(
            Violations violations, String pointer, SubmissionInput input, @Nullable Call call) {
        common(violations, pointer, input);
        if (call != null && !call.tracks().isEmpty()) track(violations, pointer, input.track(), call);
        else violations.optionalText(pointer + "/track", input.track(), 40);
    }

    private static void common(Violations violations, String pointer, SubmissionInput input) {
        violations.text(pointer + "/title", input.title(), TITLE);
        violations.optionalText(pointer + "/abstract", input.summary(), SUMMARY);
        var keywords = input.keywords() == null ? List.<@Nullable String>of() : input.keywords();
        violations.check(
                keywords.size() <= MOST_KEYWORDS,
                pointer + "/keywords",
                "too_many",
                "At most " + MOST_KEYWORDS + " keywords.");
        for (var i = 0; i < Math.min(keywords.size(), MOST_KEYWORDS); i++)
            violations.text(pointer + "/keywords/" + i, keywords.get(i), KEYWORD);
        var authors = input.authorList();
        violations.check(!authors.isEmpty(), pointer + "/authors", "required", "At least one author is required.");
        violations.check(
                authors.size() <= MOST_AUTHORS,
                pointer + "/authors",
                "too_many",
                "At most " + MOST_AUTHORS + " authors.");
        for (var i = 0; i < Math.min(authors.size(), MOST_AUTHORS); i++)
            author(violations, pointer + "/authors/" + i, authors.get(i));
    }

    private static void author(Violations violations, String pointer, SubmissionInput.AuthorInput author) {
        violations.text(pointer + "/name", author.name(), NAME);
        if (present(author.email())) violations.email(pointer + "/email", author.email());
        violations.optionalText(pointer + "/affiliation", author.affiliation(), AFFILIATION);
        if (present(author.country())) violations.country(pointer + "/country", author.country());
    }

    private static void track(Violations violations, String pointer, @Nullable String track, @Nullable Call call) {
        if (track == null || track.isBlank()) return;
        violations.check(
                call != null && call.offers(track), pointer + "/track", "not_offered", "The call has no such track.");
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}

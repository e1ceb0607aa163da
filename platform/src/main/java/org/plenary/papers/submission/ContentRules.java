package org.plenary.papers.submission;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Topic;

/** What a paper's content must be, whoever sends it. */
public final class ContentRules {
    private static final int TITLE = 300;
    private static final int SUMMARY = 10_000;
    private static final int KEYWORD = 100;
    private static final int MOST_KEYWORDS = 20;
    private static final int MOST_TOPICS = 5;
    static final int MOST_AUTHORS = 50;
    private static final int NAME = 200;
    private static final int AFFILIATION = 300;
    private static final int KEY = 40;
    private static final int MOST_CONFLICTS = 100;
    private static final int REASON = 300;

    private static final Pattern ORCID = Pattern.compile("(\\d{4}-){3}\\d{3}[\\dX]");

    private ContentRules() {}

    /** For papers that an author or the staff writes. */
    static void check(Violations violations, SubmissionInput input, @Nullable Call call) {
        common(violations, "", input);
        violations.check(present(input.summary()), "/abstract", "required", "This is required.");
        if (call != null && !call.tracks().isEmpty())
            violations.check(present(input.track()), "/track", "required", "This is required.");
        if (call != null && !call.types().isEmpty())
            violations.check(present(input.type()), "/type", "required", "This is required.");
        offered(violations, "", input, call);
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
        if (call != null && !call.tracks().isEmpty()) offered(violations, pointer, input, call);
        else {
            violations.optionalText(pointer + "/track", input.track(), KEY);
            violations.optionalText(pointer + "/type", input.type(), KEY);
        }
    }

    private static void common(Violations violations, String pointer, SubmissionInput input) {
        violations.text(pointer + "/title", input.title(), TITLE);
        violations.optionalText(pointer + "/abstract", input.summary(), SUMMARY);
        texts(violations, pointer + "/keywords", input.keywords(), MOST_KEYWORDS, KEYWORD, " keywords.");
        texts(violations, pointer + "/topics", input.topics(), MOST_TOPICS, KEY, " topics.");
        conflicts(violations, pointer + "/conflicts", input.conflictList());
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

    private static void texts(
            Violations violations,
            String pointer,
            @Nullable List<@Nullable String> given,
            int most,
            int length,
            String what) {
        var texts = given == null ? List.<@Nullable String>of() : given;
        violations.check(texts.size() <= most, pointer, "too_many", "At most " + most + what);
        for (var i = 0; i < Math.min(texts.size(), most); i++) violations.text(pointer + "/" + i, texts.get(i), length);
    }

    static void conflicts(Violations violations, String pointer, List<SubmissionInput.ConflictInput> conflicts) {
        violations.check(
                conflicts.size() <= MOST_CONFLICTS, pointer, "too_many", "At most " + MOST_CONFLICTS + " conflicts.");
        for (var i = 0; i < Math.min(conflicts.size(), MOST_CONFLICTS); i++) {
            violations.text(pointer + "/" + i + "/who", conflicts.get(i).who(), NAME);
            violations.optionalText(
                    pointer + "/" + i + "/reason", conflicts.get(i).reason(), REASON);
        }
    }

    private static void author(Violations violations, String pointer, SubmissionInput.AuthorInput author) {
        violations.text(pointer + "/name", author.name(), NAME);
        if (present(author.email())) violations.email(pointer + "/email", author.email());
        violations.optionalText(pointer + "/affiliation", author.affiliation(), AFFILIATION);
        if (present(author.country())) violations.country(pointer + "/country", author.country());
        var orcid = author.orcid();
        if (orcid != null && !orcid.isBlank())
            violations.check(isOrcid(orcid.strip()), pointer + "/orcid", "orcid", "This is not an ORCID iD.");
    }

    /** Its last digit says whether the others are right (ISO/IEC 7064, MOD 11-2), so that a typing error is found. */
    static boolean isOrcid(String text) {
        if (!ORCID.matcher(text).matches()) return false;
        var digits = text.replace("-", "");
        var sum = 0;
        for (var i = 0; i < digits.length() - 1; i++) sum = (sum + Character.digit(digits.charAt(i), 10)) * 2;
        var check = (12 - sum % 11) % 11;
        return digits.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** What the call must know. Topics of other tracks are taken too: work lies between them. */
    private static void offered(Violations violations, String pointer, SubmissionInput input, @Nullable Call call) {
        if (present(input.track()))
            violations.check(
                    call != null && call.offers(Objects.requireNonNull(input.track())),
                    pointer + "/track",
                    "not_offered",
                    "The call has no such track.");
        if (present(input.type()))
            violations.check(
                    call != null && call.type(input.type()).isPresent(),
                    pointer + "/type",
                    "not_offered",
                    "The call has no such type.");
        var topics = input.topics();
        if (topics == null || topics.isEmpty()) return;
        var known =
                call == null ? Set.<String>of() : call.topics().map(Topic::key).collect(Collectors.toSet());
        for (var i = 0; i < topics.size(); i++) {
            var topic = topics.get(i);
            violations.check(
                    topic == null || known.contains(topic.strip()),
                    pointer + "/topics/" + i,
                    "not_offered",
                    "The call has no such topic.");
        }
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}

package org.plenary.papers.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.CountryNames;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Content;
import org.plenary.papers.submission.ContentRules;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.SubmissionInput;
import org.plenary.papers.submission.SubmissionInput.AuthorInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one row of an import and says everything that is wrong with it. */
final class RowReader {
    /** Reviewers' numbers are known and left out: they belong to reviewing. */
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "external_id",
            "title",
            "abstract",
            "keywords",
            "authors",
            "track",
            "type",
            "topics",
            "decision",
            "status",
            "source",
            "ratings",
            "confidences");

    private static final Set<String> AUTHOR_MEMBERS =
            Set.of("name", "email", "affiliation", "country", "corresponding", "orcid");
    private static final String UNKNOWN_COUNTRY = "unknown";

    private final Violations violations;
    private final String pointer;
    private final ObjectNode row;

    RowReader(Violations violations, String pointer, ObjectNode row) {
        this.violations = violations;
        this.pointer = pointer;
        this.row = row;
    }

    /** Null when something was found to be wrong. */
    @Nullable
    ImportedPaper read(int number, @Nullable Call call, @Nullable String defaultTrack) {
        row.propertyNames()
                .forEach(name -> violations.check(
                        MEMBERS.contains(name), pointer + "/" + name, "unknown_member", "There is no such member."));
        var track = text(row, pointer, "track");
        var input = new SubmissionInput(
                text(row, pointer, "title"),
                text(row, pointer, "abstract"),
                texts("keywords"),
                track == null ? defaultTrack : track,
                text(row, pointer, "type"),
                texts("topics"),
                authors(),
                null,
                null,
                null,
                null);
        ContentRules.checkImported(violations, pointer, input, call);
        var id = text(row, pointer, "id");
        var externalId = id == null ? text(row, pointer, "external_id") : id;
        violations.optionalText(pointer + "/id", externalId, 200);
        var source = text(row, pointer, "source");
        violations.optionalText(pointer + "/source", source, 500);
        var status = status();
        if (!violations.isEmpty()) return null;
        return new ImportedPaper(number, externalId, withCorresponding(input.content()), status, source);
    }

    private @Nullable String text(JsonNode node, String base, String member) {
        var value = node.path(member);
        if (value.isMissingNode() || value.isNull()) return null;
        if (value.isNumber()) return value.asString();
        if (!value.isString()) {
            violations.add(base + "/" + member, "type", "This must be text.");
            return null;
        }
        return value.stringValue().isBlank() ? null : value.stringValue();
    }

    private List<@Nullable String> texts(String member) {
        var words = new ArrayList<@Nullable String>();
        var node = row.path(member);
        if (node.isMissingNode() || node.isNull()) return words;
        if (!node.isArray()) violations.add(pointer + "/" + member, "type", "This must be a list of texts.");
        for (var word : node.values()) words.add(word.isString() ? word.stringValue() : null);
        return words;
    }

    private List<@Nullable AuthorInput> authors() {
        var authors = new ArrayList<@Nullable AuthorInput>();
        var node = row.path("authors");
        if (node.isMissingNode() || node.isNull()) return authors;
        if (!node.isArray()) violations.add(pointer + "/authors", "type", "This must be a list of authors.");
        for (var author : node.values()) authors.add(author(pointer + "/authors/" + authors.size(), author));
        return authors;
    }

    private AuthorInput author(String base, JsonNode author) {
        if (author.isString()) return new AuthorInput(author.stringValue(), null, null, null, null, null);
        author.propertyNames()
                .forEach(name -> violations.check(
                        AUTHOR_MEMBERS.contains(name),
                        base + "/" + name,
                        "unknown_member",
                        "There is no such member."));
        var corresponding = author.path("corresponding");
        violations.check(
                corresponding.isMissingNode() || corresponding.isNull() || corresponding.isBoolean(),
                base + "/corresponding",
                "type",
                "This must be true or false.");
        return new AuthorInput(
                text(author, base, "name"),
                text(author, base, "email"),
                text(author, base, "affiliation"),
                country(base, text(author, base, "country")),
                corresponding.isBoolean() && corresponding.booleanValue(),
                text(author, base, "orcid"));
    }

    private @Nullable String country(String base, @Nullable String text) {
        if (text == null || text.strip().equalsIgnoreCase(UNKNOWN_COUNTRY)) return null;
        var code = CountryNames.code(text).orElse(null);
        if (code == null) violations.add(base + "/country", "country", "This is not a country.");
        return code;
    }

    private @Nullable PaperStatus status() {
        var decision = text(row, pointer, "decision");
        var text = decision == null ? text(row, pointer, "status") : decision;
        if (text == null) return null;
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (word.matches("accept.*|poster|oral|spotlight|highlight")) return PaperStatus.ACCEPTED;
        if (word.matches("(desk[ -]?)?reject.*")) return PaperStatus.REJECTED;
        if (word.matches("withdraw.*")) return PaperStatus.WITHDRAWN;
        if (word.matches("submitted|pending|under review")) return null;
        violations.add(pointer + (decision == null ? "/status" : "/decision"), "choice", "This decision is not known.");
        return null;
    }

    /** Where nobody is named as corresponding author, the first with an address is, else the first. */
    private static Content withCorresponding(Content content) {
        if (content.corresponding().isPresent()) return content;
        var authors = content.authors();
        var chosen = authors.stream().filter(a -> a.email() != null).findFirst().orElse(authors.getFirst());
        return content.with(authors.stream()
                .map(a -> new Author(a.name(), a.email(), a.affiliation(), a.country(), a == chosen, a.orcid()))
                .toList());
    }
}

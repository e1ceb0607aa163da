package org.plenary.papers.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import org.springframework.util.MultiValueMap;

/**
 * The fields of the page on which a paper is submitted or changed.
 *
 * @param answers the inputs of the call's form, which {@link Questions} names and reads
 */
record SubmissionForm(
        String title,
        String summary,
        String keywords,
        String track,
        String type,
        List<String> topics,
        List<AuthorFields> authors,
        int corresponding,
        String conflicts,
        Posted answers,
        String fileToken,
        String fileName) {
    private static final int MOST_AUTHORS = 50;

    record AuthorFields(String name, String email, String affiliation, String country, String orcid) {
        static final AuthorFields EMPTY = new AuthorFields("", "", "", "", "");
    }

    static SubmissionForm empty(Posted answers) {
        return new SubmissionForm("", "", "", "", "", List.of(), List.of(AuthorFields.EMPTY), 0, "", answers, "", "");
    }

    static SubmissionForm of(Content content, Posted answers) {
        var authors = content.authors().stream()
                .map(a -> new AuthorFields(
                        a.name(), text(a.email()), text(a.affiliation()), text(a.country()), text(a.orcid())))
                .toList();
        var corresponding =
                content.corresponding().map(content.authors()::indexOf).orElse(0);
        return new SubmissionForm(
                content.title(),
                content.summary(),
                String.join(", ", content.keywords()),
                text(content.track()),
                text(content.type()),
                content.topics(),
                authors,
                corresponding,
                ConflictLines.of(content.conflicts()),
                answers,
                "",
                "");
    }

    static SubmissionForm of(MultiValueMap<String, String> sent) {
        var authors = new ArrayList<AuthorFields>();
        for (var i = 0; i < MOST_AUTHORS && sent.containsKey("authors." + i + ".name"); i++) {
            var base = "authors." + i;
            authors.add(new AuthorFields(
                    first(sent, base + ".name"),
                    first(sent, base + ".email"),
                    first(sent, base + ".affiliation"),
                    first(sent, base + ".country"),
                    first(sent, base + ".orcid")));
        }
        if (authors.isEmpty()) authors.add(AuthorFields.EMPTY);
        var corresponding = first(sent, "corresponding");
        return new SubmissionForm(
                first(sent, "title"),
                first(sent, "abstract"),
                first(sent, "keywords"),
                first(sent, "track"),
                first(sent, "type"),
                sent.getOrDefault("topics", List.of()).stream()
                        .filter(topic -> !topic.isBlank())
                        .toList(),
                List.copyOf(authors),
                corresponding.matches("\\d{1,2}") ? Integer.parseInt(corresponding) : 0,
                first(sent, "conflicts"),
                new Posted(sent),
                first(sent, "file_token"),
                first(sent, "file_name"));
    }

    SubmissionForm withAuthor() {
        var more = new ArrayList<>(authors);
        if (more.size() < MOST_AUTHORS) more.add(AuthorFields.EMPTY);
        return with(more, corresponding);
    }

    SubmissionForm withoutAuthor(int index) {
        if (authors.size() < 2 || index < 0 || index >= authors.size()) return this;
        var fewer = new ArrayList<>(authors);
        fewer.remove(index);
        var moved =
                corresponding > index || corresponding >= fewer.size() ? Math.max(0, corresponding - 1) : corresponding;
        return with(fewer, moved);
    }

    SubmissionForm withFile(String token, String name) {
        return new SubmissionForm(
                title, summary, keywords, track, type, topics, authors, corresponding, conflicts, answers, token, name);
    }

    /** @param answers as {@link Questions} reads them */
    SubmissionInput input(Answers answers) {
        var inputs = new ArrayList<SubmissionInput.@Nullable AuthorInput>();
        for (var i = 0; i < authors.size(); i++) {
            var a = authors.get(i);
            inputs.add(new SubmissionInput.AuthorInput(
                    a.name(), a.email(), a.affiliation(), a.country(), i == corresponding, a.orcid()));
        }
        var words = Arrays.stream(keywords.split("[,;，；]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .<@Nullable String>map(w -> w)
                .toList();
        return new SubmissionInput(
                title,
                summary,
                words,
                track,
                type,
                topics.stream().<@Nullable String>map(topic -> topic).toList(),
                inputs,
                ConflictLines.read(conflicts),
                answers.values(),
                answers.form() == 0 ? null : answers.form(),
                fileToken);
    }

    /** Errors of the input's members on the fields of this page. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var moved = new LinkedHashMap<String, String>();
        errors.forEach((path, message) -> {
            if (path.startsWith("keywords.")) moved.putIfAbsent("keywords", message);
            else if (path.startsWith("topics.")) moved.putIfAbsent("topics", message);
            else if (path.startsWith("conflicts.")) moved.putIfAbsent("conflicts", message);
            else if (path.equals("file_token")) moved.putIfAbsent("file", message);
            else moved.putIfAbsent(path, message);
        });
        return moved;
    }

    private SubmissionForm with(List<AuthorFields> authors, int corresponding) {
        return new SubmissionForm(
                title,
                summary,
                keywords,
                track,
                type,
                topics,
                List.copyOf(authors),
                corresponding,
                conflicts,
                answers,
                fileToken,
                fileName);
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return text(sent.getFirst(name));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

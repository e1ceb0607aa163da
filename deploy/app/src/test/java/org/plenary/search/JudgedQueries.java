package org.plenary.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The papers of a real conference, and what somebody who looks for some of them types, with what they should find. */
record JudgedQueries(List<Paper> papers, Judged judged) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param grades paper to grade: 2 for one about it, 1 for one that has to do with it */
    record Question(String typed, Map<UUID, Integer> grades) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paper(
            String id,
            String title,
            @JsonProperty("abstract") String summary,
            List<String> keywords,
            List<Author> authors) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Author(String name) {}

    record Title(String typed, String paper) {}

    record Name(String typed, String name) {}

    record Graded(String typed, Map<String, Integer> papers) {}

    record Translated(String title, List<String> keywords, String name) {}

    record Translations(String what, Map<String, Translated> papers) {}

    record Judged(
            String what,
            List<Title> titles,
            List<Name> authors,
            List<Graded> topics,
            Translations translations,
            List<Graded> chinese,
            List<Graded> pinyin) {}

    static JudgedQueries read() throws IOException {
        return new JudgedQueries(
                read("/demo/papers-corl2024.json", new TypeReference<>() {}),
                read("/org/plenary/search/judged.json", new TypeReference<>() {}));
    }

    private static <T> T read(String file, TypeReference<T> type) throws IOException {
        try (var stream = Objects.requireNonNull(JudgedQueries.class.getResourceAsStream(file))) {
            return JSON.readValue(stream, type);
        }
    }

    static UUID id(String paper) {
        return UUID.nameUUIDFromBytes(paper.getBytes(StandardCharsets.UTF_8));
    }

    /** The questions by the kind of thing that is typed. */
    Map<String, List<Question>> groups() {
        var groups = new LinkedHashMap<String, List<Question>>();
        groups.put(
                "titles",
                judged.titles().stream()
                        .map(t -> new Question(t.typed(), Map.of(id(t.paper()), 2)))
                        .toList());
        groups.put(
                "authors",
                judged.authors().stream()
                        .map(a -> new Question(a.typed(), by(a.name())))
                        .toList());
        groups.put("topics", graded(judged.topics()));
        groups.put("chinese", graded(judged.chinese()));
        groups.put("pinyin", graded(judged.pinyin()));
        return groups;
    }

    private Map<UUID, Integer> by(String name) {
        return papers.stream()
                .filter(p -> p.authors().stream().anyMatch(a -> a.name().equals(name)))
                .collect(Collectors.toMap(p -> id(p.id()), _ -> 2));
    }

    private static List<Question> graded(List<Graded> questions) {
        return questions.stream()
                .map(q -> new Question(
                        q.typed(),
                        q.papers().entrySet().stream()
                                .collect(Collectors.toMap(e -> id(e.getKey()), Map.Entry::getValue))))
                .toList();
    }

    List<DocumentSource.Document> documents(UUID conference) {
        return papers.stream()
                .map(paper -> document(paper, judged.translations().papers().get(paper.id()), conference))
                .toList();
    }

    private static DocumentSource.Document document(Paper paper, @Nullable Translated translated, UUID conference) {
        var title = new ArrayList<>(List.of(paper.title()));
        var names = new ArrayList<>(paper.authors().stream().map(Author::name).toList());
        var keywords = new ArrayList<>(paper.keywords());
        if (translated != null) {
            title.add(translated.title());
            names.add(translated.name());
            keywords.addAll(translated.keywords());
        }
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("title", title);
        fields.put("names", names);
        fields.put("keywords", keywords);
        fields.put("body", Stream.ofNullable(paper.summary()).toList());
        return new DocumentSource.Document(id(paper.id()), conference, 1, fields, Map.of());
    }
}

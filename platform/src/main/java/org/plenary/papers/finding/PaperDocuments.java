package org.plenary.papers.finding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.PlainPage;
import org.plenary.fulltext.PlainQuery;
import org.plenary.fulltext.PlainTable;
import org.plenary.papers.call.Calls;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.text.PaperTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the index what papers there are: withdrawn ones too, which staff still find. */
@Component
class PaperDocuments implements DocumentSource {
    static final String KIND = "paper";
    static final String TRACK = "track";
    static final String COUNTRY = "country";
    static final String STATUS = "status";

    /** Lists are ordered by these. */
    static final String NUMBER = "by_number";

    static final String TITLE = "by_title";

    /** Accepted, and only staff are to know: a status of the index alone. */
    static final String HELD = "accepted_held";

    /** What {@link #documents} tells, of all papers of a conference at once; what topics are called and what stands in files is left out. */
    private static final PlainTable PLAIN = new PlainTable(
            "paper p where p.conference = :conference",
            "p.id",
            Map.of(
                    "title", "p.title",
                    "names", "(select string_agg(a ->> 'name', E'\\n') from jsonb_array_elements(p.authors) as a)",
                    "keywords", "(select string_agg(k, E'\\n') from jsonb_array_elements_text(p.keywords) as k)",
                    "body", "p.summary",
                    "about",
                            "(select string_agg(a ->> 'affiliation', E'\\n') from jsonb_array_elements(p.authors) as a)",
                    "codes", "p.number || E'\\n#' || p.number"),
            Map.of(
                    TRACK, "array_remove(array[p.track], null)",
                    COUNTRY, """
                            array(select distinct a ->> 'country' from jsonb_array_elements(p.authors) as a
                            where a ->> 'country' is not null)""",
                    STATUS, """
                            array[case when p.status = 'accepted' and p.announced is distinct from 'accepted'
                            then '%s' else p.status end]""".formatted(HELD),
                    NUMBER, "array[lpad(cast(p.number as text), 9, '0')]",
                    TITLE, "array[left(lower(normalize(p.title, NFKC)), 100)]"),
            Map.of());

    private final Papers papers;
    private final Calls calls;
    private final JdbcClient jdbc;
    private final PaperTexts texts;

    PaperDocuments(Papers papers, Calls calls, JdbcClient jdbc, PaperTexts texts) {
        this.papers = papers;
        this.calls = calls;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Each may have the text of a file. */
    @Override
    public int atOnce() {
        return 25;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> documents(Collection<UUID> ids) {
        var known = texts.of(ids);
        return papers.byIds(ids).stream()
                .map(paper -> document(paper, known.getOrDefault(paper.id(), PaperTexts.Text.NONE)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> idsAfter(@Nullable UUID after, int limit) {
        return papers.idsAfter(after, limit);
    }

    @Override
    @Transactional(readOnly = true, timeout = PlainTable.SECONDS)
    public PlainPage search(PlainQuery query) {
        return PLAIN.page(jdbc, query);
    }

    private Document document(Paper paper, PaperTexts.Text text) {
        var content = paper.content();
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("title", List.of(content.title()));
        fields.put("names", content.authors().stream().map(Author::name).toList());
        fields.put("keywords", content.keywords());
        fields.put("body", List.of(content.summary()));
        fields.put(
                "about",
                Stream.concat(
                                content.authors().stream()
                                        .map(Author::affiliation)
                                        .filter(Objects::nonNull),
                                topics(paper))
                        .distinct()
                        .toList());
        // addresses are not among the codes: the public search must not tell whose they are
        fields.put("codes", List.of(String.valueOf(paper.number()), "#" + paper.number()));
        if (!text.text().isEmpty()) fields.put("file", List.of(text.text()));
        var countries = content.authors().stream()
                .map(Author::country)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var facets = Map.of(
                TRACK, Stream.ofNullable(content.track()).toList(),
                COUNTRY, countries,
                STATUS, List.of(status(paper)),
                NUMBER, List.of("%09d".formatted(paper.number())),
                TITLE, List.of(PaperOrder.key(content.title())));
        // either rises with each change of its own, so that both together do with each change of either
        var version = paper.version() + text.version();
        return new Document(paper.id(), paper.conference(), version, fields, facets);
    }

    /** What they are called, in both languages: people look for words and not for keys. */
    private Stream<String> topics(Paper paper) {
        var keys = paper.content().topics();
        if (keys.isEmpty()) return Stream.empty();
        return calls.find(paper.conference()).stream()
                .flatMap(call -> keys.stream()
                        .flatMap(key -> Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                                .map(locale -> call.topicName(key, locale))));
    }

    private static String status(Paper paper) {
        return paper.status() == PaperStatus.ACCEPTED && !paper.isAccepted()
                ? HELD
                : paper.status().code();
    }
}

package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.FormDefinition;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.PlainPage;
import org.plenary.fulltext.PlainQuery;
import org.plenary.fulltext.PlainTable;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Tells the search what delegates there are: those of live orders who have a name. */
@Component
class DelegateSearch implements DocumentSource {
    static final String KIND = "delegate";

    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    /** What {@link #document} tells, of all delegates of a conference at once; answers of a few kinds are left out. */
    private static final String FOUND = """
            delegate d join orders o on o.id = d.order_id
            where d.conference_id = :conference and d.status in ('pending', 'confirmed') and d.name <> ''""";

    private static final Map<String, String> FIELDS = Map.of(
            "title", "d.name",
            "codes", "d.email || E'\\n' || coalesce(d.ticket_code, '') || E'\\n' || o.code",
            "body", """
                    (select string_agg(coalesce(w.text, a.value #>> '{}'), E'\\n') from jsonb_each(d.answers) as a
                    join jsonb_to_recordset(cast(:words as jsonb)) as w(version int, key text, option text, text text)
                    on w.version = d.form_version and w.key = a.key
                    and (w.option is null or a.value @> to_jsonb(w.option)))""");

    private static final Map<String, String> FACETS = Map.of(
            "country", "array[cast(d.country as text)]",
            "fee", "array[d.fee_key]",
            "status", "array[d.status]");

    private final JdbcClient jdbc;
    private final Json json;
    private final AnswerWords words;

    DelegateSearch(JdbcClient jdbc, Json json, AnswerWords words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Document> document(UUID id) {
        return jdbc.sql("""
                SELECT d.conference_id, d.version, d.name, d.email, d.country, d.fee_key, d.status,
                    coalesce(d.ticket_code, ''), o.code, d.answers, f.definition
                FROM delegate d JOIN orders o ON o.id = d.order_id
                LEFT JOIN registration_form f ON f.conference_id = d.conference_id AND f.version = d.form_version
                WHERE d.id = :id AND d.status IN ('pending', 'confirmed') AND d.name <> ''""")
                .param("id", id)
                .query((row, n) -> new Document(
                        id,
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        Map.of(
                                "title",
                                List.of(row.getString(3)),
                                "body",
                                body(row.getString(10), row.getString(11)),
                                "codes",
                                List.of(row.getString(4), row.getString(8), row.getString(9))),
                        Map.of(
                                "country",
                                List.of(row.getString(5)),
                                "fee",
                                List.of(row.getString(6)),
                                "status",
                                List.of(row.getString(7)))))
                .optional();
    }

    /** What was answered in words, in both languages. Personal data is not for finding people by. */
    private List<String> body(String answers, @Nullable String definition) {
        if (definition == null) return List.of();
        var given = json.read(answers, ANSWERS);
        var form = json.read(definition, FormDefinition.class);
        return form.fields()
                .filter(field -> !field.holdsPersonalData())
                .flatMap(field -> Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                        .map(locale -> words.text(field, given.get(field.key()), locale)))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> idsAfter(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                SELECT id FROM delegate WHERE CAST(:after AS uuid) IS NULL OR id > :after ORDER BY id LIMIT :limit""")
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    @Transactional(readOnly = true, timeout = PlainTable.SECONDS)
    public PlainPage search(PlainQuery query) {
        var table =
                new PlainTable(FOUND, "d.id", FIELDS, FACETS, Map.of("words", json.write(said(query.conference()))));
        return table.page(jdbc, query);
    }

    /** @param option null when the answer stands for itself */
    private record Said(
            int version,
            String key,
            @Nullable String option,
            @Nullable String text) {}

    /** How the answers on each version of the conference's form are said, but for those that are not for finding people by. */
    private List<Said> said(UUID conference) {
        return jdbc
                .sql("SELECT version, definition FROM registration_form WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, n) -> said(row.getInt(1), json.read(row.getString(2), FormDefinition.class)))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Said> said(int version, FormDefinition form) {
        return form.fields()
                .filter(field -> !field.holdsPersonalData())
                .flatMap(field -> switch (field.type().family()) {
                    case TEXT, NUMBER -> Stream.of(new Said(version, field.key(), null, null));
                    case CHOICE, CHOICES ->
                        field.options().stream()
                                .map(option -> new Said(version, field.key(), option.key(), label(option)));
                    default -> Stream.<Said>of();
                })
                .toList();
    }

    private static String label(FormDefinition.Option option) {
        return option.label().in(Locale.ENGLISH) + "\n" + option.label().in(Locale.SIMPLIFIED_CHINESE);
    }
}

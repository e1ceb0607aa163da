package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What {@link #documents} tells, of all delegates of a conference at once; answers of a few kinds are left out. */
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
    public List<Document> documents(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        var forms = forms(ids);
        return jdbc.sql("""
                SELECT d.id, d.conference_id, d.version, d.name, d.email, d.country, d.fee_key, d.status,
                    coalesce(d.ticket_code, '') AS ticket, o.code, d.answers, d.form_version
                FROM delegate d JOIN orders o ON o.id = d.order_id
                WHERE d.id IN (:ids) AND d.status IN ('pending', 'confirmed') AND d.name <> ''""")
                .param("ids", ids)
                .query((row, n) -> document(row, forms))
                .list();
    }

    private Document document(ResultSet row, Map<FormVersion, FormDefinition> forms) throws SQLException {
        var conference = row.getObject("conference_id", UUID.class);
        var form = forms.get(new FormVersion(conference, row.getInt("form_version")));
        return new Document(
                row.getObject("id", UUID.class),
                conference,
                row.getLong("version"),
                Map.of(
                        "title",
                        List.of(row.getString("name")),
                        "body",
                        body(row.getString("answers"), form),
                        "codes",
                        List.of(row.getString("email"), row.getString("ticket"), row.getString("code"))),
                Map.of(
                        "country",
                        List.of(row.getString("country")),
                        "fee",
                        List.of(row.getString("fee_key")),
                        "status",
                        List.of(row.getString("status"))));
    }

    private record FormVersion(UUID conference, int version) {}

    /** Those that the delegates answered. */
    private Map<FormVersion, FormDefinition> forms(Collection<UUID> delegates) {
        var forms = new HashMap<FormVersion, FormDefinition>();
        jdbc.sql("""
                SELECT conference_id, version, definition FROM registration_form f
                WHERE EXISTS (SELECT 1 FROM delegate d WHERE d.id IN (:ids)
                    AND d.conference_id = f.conference_id AND d.form_version = f.version)""").param("ids", delegates).query(row -> {
            var form = new FormVersion(row.getObject(1, UUID.class), row.getInt(2));
            forms.put(form, json.read(row.getString(3), FormDefinition.class));
        });
        return forms;
    }

    /** What was answered in words, in both languages. Personal data is not for finding people by. */
    private List<String> body(String answers, @Nullable FormDefinition form) {
        if (form == null) return List.of();
        var given = json.read(answers, ANSWERS);
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

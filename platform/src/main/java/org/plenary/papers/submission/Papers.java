package org.plenary.papers.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Conditions;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The papers of the bound tenant. */
@Repository
public class Papers {
    /** The status of a paper for staff with the addresses {@code :own}: of their own they know what all authors do. */
    public static final String SEEN_STATUS = """
            case when status in ('accepted', 'rejected') and announced is distinct from status and exists (
                select from jsonb_array_elements(authors) a where lower(trim(a ->> 'email')) = any (:own))
            then coalesce(announced, 'submitted') else status end""";

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Conflict>> CONFLICTS = new TypeReference<>() {};
    private static final TypeReference<List<Author>> AUTHORS = new TypeReference<>() {};
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;

    Papers(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public Optional<Paper> byId(UUID id) {
        return jdbc.sql("select * from paper where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    public List<Paper> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from paper where id in (:ids)")
                .param("ids", ids)
                .query(this::read)
                .list();
    }

    public Optional<Paper> byNumber(UUID conference, int number) {
        return jdbc.sql("select * from paper where conference = :conference and number = :number")
                .param("conference", conference)
                .param("number", number)
                .query(this::read)
                .optional();
    }

    /** Nobody else changes them until the transaction ends. */
    public List<Paper> byExternalIds(UUID conference, Collection<String> externalIds) {
        return byExternalIds(conference, externalIds, " for update");
    }

    /** To look at alone. */
    public List<Paper> knownByExternalIds(UUID conference, Collection<String> externalIds) {
        return byExternalIds(conference, externalIds, "");
    }

    private List<Paper> byExternalIds(UUID conference, Collection<String> externalIds, String lock) {
        if (externalIds.isEmpty()) return List.of();
        return jdbc.sql("select * from paper where conference = :conference and external_id in (:ids)" + lock)
                .param("conference", conference)
                .param("ids", externalIds)
                .query(this::read)
                .list();
    }

    /** @param addresses of somebody, in lower case, who is one of their authors */
    List<Paper> by(UUID conference, Set<String> addresses) {
        return jdbc.sql("""
                        select * from paper where conference = :conference and exists (
                            select from jsonb_array_elements(authors) a where lower(trim(a ->> 'email')) = any (:own))""")
                .param("conference", conference)
                .param("own", new SqlArrayValue("text", addresses.toArray()))
                .query(this::read)
                .list();
    }

    /** Papers by rising number, at most {@code limit} after the given one; null accepts every status or track. */
    public List<Paper> list(
            UUID conference, @Nullable PaperStatus status, @Nullable String track, int after, int limit) {
        return list(conference, status, track, Set.of(), after, limit);
    }

    /** As the other, for staff with these addresses, whose own papers have the status that their authors know. */
    public List<Paper> list(
            UUID conference,
            @Nullable PaperStatus status,
            @Nullable String track,
            Set<String> own,
            int after,
            int limit) {
        var wanted = new Conditions("where conference = :conference and number > :after")
                .with("conference", conference)
                .with("after", after)
                .and(
                        own.isEmpty() ? "status = :status" : SEEN_STATUS + " = :status",
                        "status",
                        status == null ? null : status.code())
                .and("track = :track", "track", track);
        if (status != null && !own.isEmpty()) wanted.with("own", new SqlArrayValue("text", own.toArray()));
        return jdbc.sql("select * from paper " + wanted.limited("number", limit))
                .params(wanted.values())
                .query(this::read)
                .list();
    }

    /**
     * Papers that wait for a decision, by rising number, at most {@code limit} after the given one.
     *
     * @param topics of which they have one at least; empty for all papers
     */
    public List<Paper> undecided(UUID conference, Set<String> topics, int after, int limit) {
        var wanted = new Conditions("where conference = :conference and number > :after and status = 'submitted'")
                .with("conference", conference)
                .with("after", after);
        if (!topics.isEmpty())
            wanted.and("jsonb_exists_any(topics, :topics)").with("topics", new SqlArrayValue("text", topics.toArray()));
        return jdbc.sql("select * from paper " + wanted.limited("number", limit))
                .params(wanted.values())
                .query(this::read)
                .list();
    }

    public List<Paper> byNumbers(UUID conference, Collection<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        return jdbc.sql("select * from paper where conference = :conference and number in (:numbers)")
                .param("conference", conference)
                .param("numbers", numbers)
                .query(this::read)
                .list();
    }

    public List<UUID> idsAfter(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        "select id from paper where cast(:after as uuid) is null or id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    public void insert(List<Paper> papers) {
        batches.batchUpdate("""
                insert into paper (id, conference, number, external_id, title, summary, keywords, track, type, topics, status, announced, authors,
                    conflicts, answers, form_version, file, secret_hash, source, locale, submitted_at, version)
                values (:id, :conference, :number, :externalId, :title, :summary, cast(:keywords as jsonb), :track, :type,
                    cast(:topics as jsonb), :status, :announced, cast(:authors as jsonb), cast(:conflicts as jsonb), cast(:answers as jsonb), :formVersion,
                    :file, :secretHash, :source, :locale, :submittedAt, :version)""", parameters(papers));
    }

    /** @throws Problem.Stale when one of them is not in the version before the given one */
    public void update(List<Paper> papers) {
        var counts = batches.batchUpdate("""
                update paper set title = :title, summary = :summary, keywords = cast(:keywords as jsonb), track = :track,
                    type = :type, topics = cast(:topics as jsonb),
                    status = :status, announced = :announced,
                    authors = cast(:authors as jsonb),
                    conflicts = cast(:conflicts as jsonb), answers = cast(:answers as jsonb), form_version = :formVersion,
                    file = :file, source = :source, version = :version
                where id = :id and version = :version - 1""", parameters(papers));
        for (var count : counts) if (count == 0) throw new Problem.Stale();
    }

    /** Notes when their decisions were announced. */
    void announced(Collection<UUID> ids, Instant at) {
        jdbc.sql("update paper set announced_at = :at where id in (:ids)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", ids)
                .update();
    }

    private SqlParameterSource[] parameters(List<Paper> papers) {
        return papers.stream().map(this::parameters).toArray(SqlParameterSource[]::new);
    }

    private SqlParameterSource parameters(Paper paper) {
        var content = paper.content();
        return new MapSqlParameterSource()
                .addValue("id", paper.id())
                .addValue("conference", paper.conference())
                .addValue("number", paper.number())
                .addValue("externalId", paper.externalId())
                .addValue("title", content.title())
                .addValue("summary", content.summary())
                .addValue("keywords", json.write(content.keywords()))
                .addValue("track", content.track())
                .addValue("type", content.type())
                .addValue("topics", json.write(content.topics()))
                .addValue("status", paper.status().code())
                .addValue(
                        "announced",
                        paper.announced() == null ? null : paper.announced().code())
                .addValue("authors", json.write(content.authors()))
                .addValue("conflicts", json.write(content.conflicts()))
                .addValue("answers", json.write(paper.answers().values()))
                .addValue("formVersion", paper.answers().form())
                .addValue("file", paper.file(), java.sql.Types.OTHER)
                .addValue("secretHash", paper.secretHash())
                .addValue("source", paper.source())
                .addValue("locale", paper.locale().toLanguageTag())
                .addValue("submittedAt", paper.submittedAt().atOffset(ZoneOffset.UTC))
                .addValue("version", paper.version());
    }

    private Paper read(ResultSet row, int index) throws SQLException {
        var content = new Content(
                row.getString("title"),
                row.getString("summary"),
                json.read(row.getString("keywords"), TEXTS),
                row.getString("track"),
                row.getString("type"),
                json.read(row.getString("topics"), TEXTS),
                json.read(row.getString("authors"), AUTHORS),
                json.read(row.getString("conflicts"), CONFLICTS));
        return new Paper(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getInt("number"),
                row.getString("external_id"),
                content,
                new Answers(row.getInt("form_version"), json.read(row.getString("answers"), ANSWERS)),
                PaperStatus.of(row.getString("status")).orElseThrow(),
                row.getString("announced") == null
                        ? null
                        : PaperStatus.of(row.getString("announced")).orElseThrow(),
                row.getObject("file", UUID.class),
                row.getString("secret_hash"),
                row.getString("source"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}

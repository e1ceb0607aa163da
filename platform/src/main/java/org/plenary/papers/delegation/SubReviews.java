package org.plenary.papers.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.Review;
import org.plenary.papers.submission.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Who was asked to write reviews for reviewers of the bound tenant. */
@Repository
class SubReviews {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    SubReviews(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<SubReview> byId(UUID conference, UUID id) {
        return jdbc.sql("select * from paper_sub_review where conference = :conference and id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<SubReview> ofReview(UUID review) {
        return jdbc.sql("select * from paper_sub_review where review = :review order by id")
                .param("review", review)
                .query(this::read)
                .list();
    }

    List<SubReview> ofPaper(UUID paper) {
        return jdbc.sql("select * from paper_sub_review where paper = :paper order by id")
                .param("paper", paper)
                .query(this::read)
                .list();
    }

    /** Of those whose reviews are not handed in. */
    List<SubReview> open(UUID conference) {
        return jdbc.sql("""
                        select s.* from paper_sub_review s join paper_review r on r.id = s.review
                        join paper p on p.id = s.paper
                        where s.conference = :conference and s.standing in ('asked', 'accepted')
                            and r.standing in ('given', 'begun') and p.status = 'submitted' order by s.id""").param("conference", conference).query(this::read).list();
    }

    /** As the chairs see it. @param reviewer who asked */
    record Row(SubReview request, String reviewer) {}

    /** The newest first. @param standing null for all, @param before the id of the last one that was shown; null for the first page */
    List<Row> list(UUID conference, @Nullable Standing standing, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select s.*, v.name as reviewer_name from paper_sub_review s join paper_review r on r.id = s.review
                        join paper_reviewer v on v.id = r.reviewer
                        where s.conference = :conference and (cast(:standing as text) is null or s.standing = :standing)
                            and (cast(:before as uuid) is null or s.id < cast(:before as uuid))
                        order by s.id desc limit :limit""")
                .param("conference", conference)
                .param("standing", standing == null ? null : standing.code(), Types.VARCHAR)
                .param("before", before == null ? null : before.toString(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, index) -> new Row(read(row, index), row.getString("reviewer_name")))
                .list();
    }

    Map<String, Long> counts(UUID conference) {
        return jdbc
                .sql("select standing, count(*) from paper_sub_review where conference = :conference group by standing")
                .param("conference", conference)
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Until the transaction ends nobody else asks for this review, so that the limit holds. */
    void lock(UUID review) {
        jdbc.sql("select id from paper_review where id = :review for update")
                .param("review", review)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void insert(SubReview request) {
        parameters(jdbc.sql("""
                        insert into paper_sub_review (id, conference, review, paper, name, email, affiliation, locale, standing,
                            reason, note, score, confidence, for_authors, for_chairs, answers, form_version, asked_at, due,
                            handed_at, version)
                        values (:id, :conference, :review, :paper, :name, :email, :affiliation, :locale, :standing, :reason, :note,
                            :score, :confidence, :forAuthors, :forChairs, cast(:answers as jsonb), :formVersion, :askedAt, :due,
                            :handedAt, :version)"""), request)
                .param("conference", request.conference())
                .param("review", request.review())
                .param("paper", request.paper())
                .param("name", request.name())
                .param("email", request.email())
                .param("affiliation", request.affiliation(), Types.VARCHAR)
                .param("locale", request.locale().toLanguageTag())
                .param("askedAt", Timestamp.from(request.askedAt()))
                .param("due", Timestamp.from(request.due()))
                .update();
    }

    /** @throws Problem.Stale when it is not in the version before the given one */
    void update(SubReview request) {
        var count = parameters(jdbc.sql("""
                        update paper_sub_review set standing = :standing, reason = :reason, note = :note, score = :score,
                            confidence = :confidence, for_authors = :forAuthors, for_chairs = :forChairs,
                            answers = cast(:answers as jsonb), form_version = :formVersion, handed_at = :handedAt,
                            version = :version
                        where id = :id and version = :version - 1"""), request).update();
        if (count == 0) throw new Problem.Stale();
    }

    private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, SubReview request) {
        var opinion = request.opinion();
        var handed = request.handedAt();
        return statement
                .param("id", request.id())
                .param("standing", request.standing().code())
                .param("reason", request.reason(), Types.VARCHAR)
                .param("note", request.note(), Types.VARCHAR)
                .param("score", opinion.score(), Types.INTEGER)
                .param("confidence", opinion.confidence(), Types.INTEGER)
                .param("forAuthors", opinion.forAuthors())
                .param("forChairs", opinion.forChairs())
                .param("answers", json.write(opinion.answers().values()))
                .param("formVersion", opinion.answers().form())
                .param("handedAt", handed == null ? null : Timestamp.from(handed), Types.TIMESTAMP)
                .param("version", request.version());
    }

    private SubReview read(ResultSet row, int index) throws SQLException {
        return new SubReview(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("review", UUID.class),
                row.getObject("paper", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("affiliation"),
                Locale.forLanguageTag(row.getString("locale")),
                Standing.of(row.getString("standing")),
                row.getString("reason"),
                row.getString("note"),
                new Review.Opinion(
                        row.getObject("score", Integer.class),
                        row.getObject("confidence", Integer.class),
                        row.getString("for_authors"),
                        row.getString("for_chairs"),
                        new Answers(row.getInt("form_version"), json.read(row.getString("answers"), ANSWERS))),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("due").toInstant(),
                instant(row.getTimestamp("handed_at")),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

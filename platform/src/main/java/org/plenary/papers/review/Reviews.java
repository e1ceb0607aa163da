package org.plenary.papers.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.papers.review.Review.Standing;
import org.plenary.papers.submission.Answers;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Which papers are given to whom in the bound tenant, and the reviews of them. */
@Repository
public class Reviews {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;

    Reviews(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** In the order in which they were given: by this reviewers are called first, second and so on. */
    public List<Review> of(UUID paper) {
        return jdbc.sql("select * from paper_review where paper = :paper order by round, id")
                .param("paper", paper)
                .query(this::read)
                .list();
    }

    /** What a reviewer has, the newest first. */
    List<Review> ofReviewer(UUID reviewer) {
        return jdbc.sql("""
                        select * from paper_review where reviewer = :reviewer
                            and standing in ('given', 'begun', 'submitted') order by id desc limit 500""").param("reviewer", reviewer).query(this::read).list();
    }

    public Optional<Review> byId(UUID id) {
        return jdbc.sql("select * from paper_review where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Of these papers, those with a review that was handed in. */
    Set<UUID> reviewed(Collection<UUID> papers) {
        if (papers.isEmpty()) return Set.of();
        return jdbc.sql("select distinct paper from paper_review where paper in (:papers) and standing = 'submitted'")
                .param("papers", papers)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    /** All of one round. */
    public List<Review> ofConference(UUID conference, int round) {
        return jdbc.sql("select * from paper_review where conference = :conference and round = :round order by id")
                .withFetchSize(1_000)
                .param("conference", conference)
                .param("round", round)
                .query(this::read)
                .list();
    }

    /** What somebody has and has not handed in, of a round and of those after it, in which revised papers are looked at again. */
    List<Review> open(UUID conference, int round) {
        return jdbc.sql("""
                        select * from paper_review where conference = :conference and round >= :round
                            and standing in ('given', 'begun') order by id""")
                .param("conference", conference)
                .param("round", round)
                .query(this::read)
                .list();
    }

    void insert(Collection<Review> reviews) {
        batches.batchUpdate("""
                        insert into paper_review (id, conference, paper, reviewer, round, standing, score, confidence, for_authors,
                            for_chairs, answers, form_version, reason, given_by, given_at, submitted_at, version)
                        values (:id, :conference, :paper, :reviewer, :round, :standing, :score, :confidence, :forAuthors, :forChairs,
                            cast(:answers as jsonb), :formVersion, :reason, :givenBy, :givenAt, :submittedAt, :version)""", parameters(reviews));
    }

    /** @throws Problem.Stale when one of them is not in the version before the given one */
    void update(Collection<Review> reviews) {
        var counts = batches.batchUpdate("""
                        update paper_review set standing = :standing, score = :score, confidence = :confidence,
                            for_authors = :forAuthors, for_chairs = :forChairs, answers = cast(:answers as jsonb), form_version = :formVersion, reason = :reason, submitted_at = :submittedAt,
                            version = :version
                        where id = :id and version = :version - 1""", parameters(reviews));
        for (var count : counts) if (count == 0) throw new Problem.Stale();
    }

    /** What nobody has written in yet. @return whether it was there */
    boolean remove(Review review) {
        return jdbc.sql("""
                        delete from paper_review where id = :id and standing in ('proposed', 'given', 'returned')""").param("id", review.id()).update() == 1;
    }

    /** What somebody who goes has not handed in becomes free for others. @return how many papers */
    int free(UUID reviewer) {
        return jdbc.sql("""
                        delete from paper_review where reviewer = :reviewer and standing in ('proposed', 'given', 'begun')""").param("reviewer", reviewer).update();
    }

    int removeProposed(UUID conference) {
        return jdbc.sql("delete from paper_review where conference = :conference and standing = 'proposed'")
                .param("conference", conference)
                .update();
    }

    private SqlParameterSource[] parameters(Collection<Review> reviews) {
        return reviews.stream().map(this::parameters).toArray(SqlParameterSource[]::new);
    }

    private SqlParameterSource parameters(Review review) {
        return new MapSqlParameterSource()
                .addValue("id", review.id())
                .addValue("conference", review.conference())
                .addValue("paper", review.paper())
                .addValue("reviewer", review.reviewer())
                .addValue("round", review.round())
                .addValue("standing", review.standing().code())
                .addValue("score", review.score(), Types.INTEGER)
                .addValue("confidence", review.confidence(), Types.INTEGER)
                .addValue("forAuthors", review.forAuthors())
                .addValue("forChairs", review.forChairs())
                .addValue("answers", json.write(review.answers().values()))
                .addValue("formVersion", review.answers().form())
                .addValue("reason", review.reason(), Types.VARCHAR)
                .addValue("givenBy", review.givenBy())
                .addValue("givenAt", Timestamp.from(review.givenAt()))
                .addValue("submittedAt", timestamp(review.submittedAt()), Types.TIMESTAMP)
                .addValue("version", review.version());
    }

    private Review read(ResultSet row, int index) throws SQLException {
        var submitted = row.getTimestamp("submitted_at");
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("paper", UUID.class),
                row.getObject("reviewer", UUID.class),
                row.getInt("round"),
                Standing.of(row.getString("standing")),
                row.getObject("score", Integer.class),
                row.getObject("confidence", Integer.class),
                row.getString("for_authors"),
                row.getString("for_chairs"),
                new Answers(row.getInt("form_version"), json.read(row.getString("answers"), ANSWERS)),
                row.getString("reason"),
                row.getString("given_by"),
                row.getTimestamp("given_at").toInstant(),
                submitted == null ? null : submitted.toInstant(),
                row.getLong("version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}

package org.plenary.papers.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The awards of the bound tenant's conferences, and what is nominated for them. */
@Repository
class Awards {
    /** More than any conference gives; nothing here is read without a bound. */
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final Papers papers;

    Awards(JdbcClient jdbc, Json json, Papers papers) {
        this.jdbc = jdbc;
        this.json = json;
        this.papers = papers;
    }

    /** In the order in which they were made. */
    List<Award> of(UUID conference) {
        return jdbc.sql("select * from paper_award where conference = :conference order by id limit " + MOST)
                .param("conference", conference)
                .query(this::read)
                .list();
    }

    Optional<Award> byId(UUID id) {
        return jdbc.sql("select * from paper_award where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Award get(UUID conference, UUID id) {
        return byId(id).filter(award -> award.conference().equals(conference))
                .orElseThrow(() -> new Problem.NotFound("This award"));
    }

    /** As the other; who changes it, or votes, comes one after the other until the end of the caller's transaction. */
    Award lock(UUID conference, UUID id) {
        return jdbc.sql("select * from paper_award where conference = :conference and id = :id for update")
                .param("conference", conference)
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("This award"));
    }

    /** All of a conference at once: numbers of certificates run through them. */
    void lockAll(UUID conference) {
        jdbc.sql("select id from paper_award where conference = :conference order by id for update")
                .param("conference", conference)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Confirmed ones that are announced at a time of their own. */
    List<Award> dated() {
        return jdbc.sql("""
                        select * from paper_award where outcome is not null and announced_at is null
                            and plan ->> 'known_at' is not null order by id""").query(this::read).list();
    }

    void insert(Award award) {
        write(jdbc.sql("""
                        insert into paper_award (id, conference, plan, opened_at, closed_at, outcome, announced_at, version)
                        values (:id, :conference, cast(:plan as jsonb), :opened, :closed, cast(:outcome as jsonb), :announced, :version)"""), award).update();
    }

    /** @throws Problem.Stale when it is not in the version before the given one */
    void update(Award award) {
        var count = write(jdbc.sql("""
                        update paper_award set plan = cast(:plan as jsonb), opened_at = :opened, closed_at = :closed,
                            outcome = cast(:outcome as jsonb), announced_at = :announced, version = :version
                        where id = :id and conference = :conference and version = :version - 1"""), award).update();
        if (count == 0) throw new Problem.Stale();
    }

    /** With its nominees; nobody has voted. */
    void delete(UUID id) {
        jdbc.sql("delete from paper_award_nominee where award = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from paper_award where id = :id").param("id", id).update();
    }

    /** By the numbers of the papers, those included that dropped out. */
    List<Nominee> nominees(UUID award) {
        var rows = jdbc.sql("select paper, student, laudation from paper_award_nominee where award = :award")
                .param("award", award)
                .query((row, _) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        json.read(row.getString(3), LocalizedText.class)))
                .list();
        var found = papers.byIds(rows.stream().map(Row::paper).toList()).stream()
                .collect(Collectors.toMap(Paper::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(found.get(row.paper())).stream()
                        .map(paper -> new Nominee(paper, row.student(), row.laudation())))
                .sorted(Comparator.comparing(nominee -> nominee.paper().number()))
                .toList();
    }

    private record Row(UUID paper, String student, LocalizedText laudation) {}

    /** A paper that is nominated already is so with the new words. */
    void nominate(Award award, Nominee nominee) {
        jdbc.sql("""
                        insert into paper_award_nominee (award, paper, conference, student, laudation)
                        values (:award, :paper, :conference, :student, cast(:laudation as jsonb))
                        on conflict (award, paper) do update set student = excluded.student, laudation = excluded.laudation""")
                .param("award", award.id())
                .param("paper", nominee.paper().id())
                .param("conference", award.conference())
                .param("student", nominee.student())
                .param("laudation", json.write(nominee.laudation()))
                .update();
    }

    /** @return whether it was nominated */
    boolean withdraw(UUID award, UUID paper) {
        return jdbc.sql("delete from paper_award_nominee where award = :award and paper = :paper")
                        .param("award", award)
                        .param("paper", paper)
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec write(JdbcClient.StatementSpec statement, Award award) {
        return statement
                .param("id", award.id())
                .param("conference", award.conference())
                .param("plan", json.write(award.plan()))
                .param("opened", at(award.openedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("closed", at(award.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", award.outcome() == null ? null : json.write(award.outcome()), Types.VARCHAR)
                .param("announced", at(award.announcedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("version", award.version());
    }

    private Award read(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return new Award(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                json.read(row.getString("plan"), AwardPlan.class),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                outcome == null ? null : json.read(outcome, AwardOutcome.class),
                instant(row, "announced_at"),
                row.getLong("version"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

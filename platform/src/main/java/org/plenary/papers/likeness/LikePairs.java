package org.plenary.papers.likeness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The pairs of the bound tenant, and what chairs said of them. */
@Repository
class LikePairs {
    private static final TypeReference<List<Passages.Passage>> PASSAGES = new TypeReference<>() {};
    private static final String SELECT = """
            select l.*, r.ruling, r.reason, r.ruled_by, r.ruled_at from paper_likeness l
            left join paper_likeness_ruling r on r.pair = l.id and r.conference = :conference
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    LikePairs(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A pair as it was found. @param state the texts that it is of */
    record Found(
            UUID first, UUID second, UUID firstConference, UUID secondConference, Likeness likeness, String state) {}

    /** What was found of one paper now: others of its pairs go, and of those whose texts changed all that was said. */
    void replace(UUID paper, List<Found> found) {
        // in one order, so that two papers that are compared at once wait for each other and not in a circle
        jdbc.sql("select id from paper_likeness where :paper in (first, second) order by first, second for update")
                .param("paper", paper)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        var others = found.stream()
                .map(one -> one.first().equals(paper) ? one.second() : one.first())
                .toList();
        jdbc.sql("""
                        delete from paper_likeness where first = :paper and not (second = any(:others))
                            or second = :paper and not (first = any(:others))""")
                .param("paper", paper)
                .param("others", new org.springframework.jdbc.support.SqlArrayValue("uuid", others.toArray()))
                .update();
        found.stream()
                .sorted(java.util.Comparator.comparing(one -> one.first() + " " + one.second()))
                .forEach(this::keep);
    }

    private void keep(Found found) {
        jdbc.sql("""
                        delete from paper_likeness_ruling where pair = (select id from paper_likeness
                            where first = :first and second = :second and state <> :state)""")
                .param("first", found.first())
                .param("second", found.second())
                .param("state", found.state())
                .update();
        jdbc.sql("""
                        insert into paper_likeness (id, first, second, first_conference, second_conference, alike, likeness, words,
                            same_title, state, found_at)
                        values (:id, :first, :second, :firstConference, :secondConference, :alike, cast(:likeness as jsonb), :words,
                            :sameTitle, :state, :now)
                        on conflict (first, second) do update set alike = excluded.alike, likeness = excluded.likeness,
                            words = excluded.words, same_title = excluded.same_title, state = excluded.state,
                            found_at = case when paper_likeness.state = excluded.state then paper_likeness.found_at else excluded.found_at end,
                            passages = case when paper_likeness.state = excluded.state then paper_likeness.passages end,
                            passages_asked_at = case when paper_likeness.state = excluded.state
                                then paper_likeness.passages_asked_at end""")
                .param("id", Ids.next())
                .param("first", found.first())
                .param("second", found.second())
                .param("firstConference", found.firstConference())
                .param("secondConference", found.secondConference())
                .param("alike", found.likeness().most())
                .param("likeness", json.write(found.likeness()))
                .param("words", found.likeness().words())
                .param("sameTitle", found.likeness().sameTitle())
                .param("state", found.state())
                .param("now", now())
                .update();
    }

    Optional<LikePair> find(UUID conference, UUID id) {
        return jdbc.sql(SELECT + "where l.id = :id and :conference in (l.first_conference, l.second_conference)")
                .param("conference", conference)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The most alike first. */
    List<LikePair> list(PairFilter filter, int offset, int limit) {
        return jdbc.sql(SELECT + filter.condition() + " order by l.alike desc, l.id limit :rows offset :offset")
                .params(filter.values())
                .param("rows", limit)
                .param("offset", offset)
                .query(this::read)
                .list();
    }

    long count(PairFilter filter) {
        return jdbc.sql("""
                        select count(*) from paper_likeness l
                        left join paper_likeness_ruling r on r.pair = l.id and r.conference = :conference
                        """ + filter.condition())
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    void rule(UUID pair, UUID conference, LikePair.Ruling ruling) {
        jdbc.sql("""
                        insert into paper_likeness_ruling (pair, conference, ruling, reason, ruled_by, ruled_at)
                        values (:pair, :conference, :ruling, :reason, :by, :at)
                        on conflict (pair, conference) do update set ruling = excluded.ruling, reason = excluded.reason,
                            ruled_by = excluded.ruled_by, ruled_at = excluded.ruled_at""")
                .param("pair", pair)
                .param("conference", conference)
                .param("ruling", ruling.verdict().code())
                .param("reason", ruling.reason())
                .param("by", ruling.by())
                .param("at", at(ruling.at()))
                .update();
    }

    /** @return whether there was something to take back */
    boolean unrule(UUID pair, UUID conference) {
        return jdbc.sql("delete from paper_likeness_ruling where pair = :pair and conference = :conference")
                        .param("pair", pair)
                        .param("conference", conference)
                        .update()
                > 0;
    }

    /** @return the texts that they are to be of; empty when they are there, or asked for */
    Optional<String> ask(UUID pair) {
        return jdbc.sql("""
                        update paper_likeness set passages_asked_at = :now
                        where id = :pair and passages is null and passages_asked_at is null returning state""")
                .param("pair", pair)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /** The papers of a pair whose passages are asked for still, of these texts. */
    Optional<List<UUID>> asked(UUID pair, String state) {
        return jdbc.sql("""
                        select first, second from paper_likeness
                        where id = :pair and state = :state and passages is null and passages_asked_at is not null""")
                .param("pair", pair)
                .param("state", state)
                .query((row, _) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }

    /** Unless one of the texts changed meanwhile. */
    void keep(UUID pair, String state, List<Passages.Passage> passages) {
        jdbc.sql("update paper_likeness set passages = cast(:passages as jsonb) where id = :pair and state = :state")
                .param("passages", json.write(passages))
                .param("pair", pair)
                .param("state", state)
                .update();
    }

    /** Texts of this paper that are kept for its pairs. */
    void forgetPassages(Collection<UUID> papers) {
        if (papers.isEmpty()) return;
        jdbc.sql("""
                        update paper_likeness set passages = null, passages_asked_at = null
                        where (first in (:papers) or second in (:papers)) and passages_asked_at is not null""").param("papers", papers).update();
    }

    void forgetPassagesBefore(Instant asked) {
        jdbc.sql("update paper_likeness set passages = null, passages_asked_at = null where passages_asked_at < :asked")
                .param("asked", at(asked))
                .update();
    }

    private LikePair read(ResultSet row, int index) throws SQLException {
        var ruling = row.getString("ruling");
        var passages = row.getString("passages");
        return new LikePair(
                row.getObject("id", UUID.class),
                row.getObject("first", UUID.class),
                row.getObject("second", UUID.class),
                row.getObject("first_conference", UUID.class),
                row.getObject("second_conference", UUID.class),
                json.read(row.getString("likeness"), Likeness.class),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                ruling == null
                        ? null
                        : new LikePair.Ruling(
                                LikePair.Verdict.valueOf(ruling.toUpperCase(java.util.Locale.ROOT)),
                                row.getString("reason"),
                                row.getString("ruled_by"),
                                row.getObject("ruled_at", OffsetDateTime.class).toInstant()),
                passages == null ? null : json.read(passages, PASSAGES),
                row.getObject("passages_asked_at") != null);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package org.plenary.papers.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Conditions;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.Reviewer.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reviewers of the bound tenant's conferences. */
@Repository
public class Reviewers {
    /** More than any conference has; nothing here is read without a bound. */
    public static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Json json;

    Reviewers(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Reviewer> byId(UUID conference, UUID id) {
        return jdbc.sql("select * from paper_reviewer where conference = :conference and id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    public Optional<Reviewer> byAccount(UUID conference, UUID account) {
        return jdbc.sql("select * from paper_reviewer where account = :account and conference = :conference")
                .param("account", account)
                .param("conference", conference)
                .query(this::read)
                .optional();
    }

    Optional<Reviewer> byId(UUID id) {
        return jdbc.sql("select * from paper_reviewer where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Reviewer> byEmail(UUID conference, String email) {
        return jdbc.sql("select * from paper_reviewer where conference = :conference and email = :email for update")
                .param("conference", conference)
                .param("email", email)
                .query(this::read)
                .optional();
    }

    public List<Reviewer> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from paper_reviewer where id in (:ids)")
                .param("ids", ids)
                .query(this::read)
                .list();
    }

    /** The conferences for which somebody reviews, the newest first. */
    List<UUID> conferencesOf(UUID account) {
        return jdbc.sql("""
                        select conference from paper_reviewer
                        where account = :account and standing = 'accepted' order by conference desc limit 100""")
                .param("account", account)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    boolean isActive(UUID account, UUID conference) {
        return byAccount(conference, account).filter(Reviewer::isActive).isPresent();
    }

    /** By name, at most {@code limit}. @param standing null for all @param after the name and id of the one before */
    List<Reviewer> list(UUID conference, @Nullable Standing standing, @Nullable UUID after, int limit) {
        var wanted = new Conditions("where conference = :conference")
                .with("conference", conference)
                .and("standing = :standing", "standing", standing == null ? null : standing.code())
                .and("id > :after", "after", after);
        return jdbc.sql("select * from paper_reviewer " + wanted.limited("id", limit))
                .params(wanted.values())
                .query(this::read)
                .list();
    }

    /** All who review. */
    public List<Reviewer> active(UUID conference) {
        return list(conference, Standing.ACCEPTED, null, MOST);
    }

    Map<String, Long> counts(UUID conference) {
        return jdbc
                .sql("select standing, count(*) n from paper_reviewer where conference = :conference group by standing")
                .param("conference", conference)
                .query((row, _) -> Map.entry(row.getString("standing"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** They were on a page of theirs; told to the hour, so that not every click is written down. */
    void seen(UUID id, Instant now) {
        jdbc.sql("""
                        update paper_reviewer set seen_at = :now
                        where id = :id and (seen_at is null or seen_at < cast(:now as timestamptz) - interval '1 hour')""").param("id", id).param("now", Timestamp.from(now)).update();
    }

    /** They were reminded of what is due. @param of which of the reminders it was: the same one again changes nothing */
    public void reminded(UUID id, String of, Instant now) {
        jdbc.sql("""
                        update paper_reviewer set reminded_at = :now, reminded_for = reminded_for || :of || ' '
                        where id = :id and position(:of || ' ' in reminded_for) = 0""")
                .param("of", of)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    void insert(Reviewer reviewer) {
        parameters(jdbc.sql("""
                        insert into paper_reviewer (id, conference, account, email, name, locale, seat, profile, standing, reason,
                            asked_at, answered_at, version)
                        values (:id, :conference, :account, :email, :name, :locale, cast(:seat as jsonb), cast(:profile as jsonb),
                            :standing, :reason, :askedAt, :answeredAt, :version)"""), reviewer).update();
    }

    /** @throws Problem.Stale when it is not in the version before the given one */
    void update(Reviewer reviewer) {
        var count = parameters(jdbc.sql("""
                        update paper_reviewer set account = :account, name = :name, locale = :locale, seat = cast(:seat as jsonb),
                            profile = cast(:profile as jsonb), standing = :standing, reason = :reason, asked_at = :askedAt,
                            answered_at = :answeredAt, version = :version
                        where id = :id and conference = :conference and email = :email and version = :version - 1"""), reviewer).update();
        if (count == 0) throw new Problem.Stale();
    }

    private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Reviewer reviewer) {
        return statement
                .param("id", reviewer.id())
                .param("conference", reviewer.conference())
                .param("account", reviewer.account(), java.sql.Types.OTHER)
                .param("email", reviewer.email())
                .param("name", reviewer.name())
                .param("locale", reviewer.locale().toLanguageTag())
                .param("seat", json.write(reviewer.seat()))
                .param("profile", json.write(reviewer.profile()))
                .param("standing", reviewer.standing().code())
                .param("reason", reviewer.reason(), java.sql.Types.VARCHAR)
                .param("askedAt", Timestamp.from(reviewer.askedAt()))
                .param("answeredAt", timestamp(reviewer.answeredAt()), java.sql.Types.TIMESTAMP)
                .param("version", reviewer.version());
    }

    private Reviewer read(ResultSet row, int index) throws SQLException {
        return new Reviewer(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                json.read(row.getString("seat"), Seat.class),
                json.read(row.getString("profile"), Profile.class),
                Standing.of(row.getString("standing")),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row.getTimestamp("answered_at")),
                row.getLong("version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

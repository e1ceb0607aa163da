package org.plenary.registration.waitlist;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.registration.WaitingList;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The settings of waiting lists, and whose turn it is to look through one: one at a time in all nodes. A turn has a token; whoever
 * holds it renews it with each offer, so a turn that was taken over offers nothing more.
 */
@Repository
class WaitingLists implements WaitingList {
    private static final Duration TURN = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isOpen(UUID conference) {
        return settings(conference).isOpen();
    }

    ListSettings settings(UUID conference) {
        return Reading.once(
                WaitingLists.class,
                conference,
                () -> jdbc.sql("""
                SELECT is_open, offer_hours, price_rule, ends_on, version FROM waiting_list
                WHERE conference_id = :conference""")
                        .param("conference", conference)
                        .query((row, n) -> new ListSettings(
                                row.getBoolean(1),
                                row.getInt(2),
                                PriceRule.of(row.getString(3)),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5)))
                        .optional()
                        .orElse(ListSettings.OFF));
    }

    /** @throws Problem.Stale when somebody else changed them since the given version */
    void save(UUID conference, ListSettings settings) {
        var written = jdbc.sql("""
                INSERT INTO waiting_list (conference_id, is_open, offer_hours, price_rule, ends_on, version)
                VALUES (:conference, :open, :hours, :rule, :ends, 1)
                ON CONFLICT (conference_id) DO UPDATE SET is_open = :open, offer_hours = :hours, price_rule = :rule,
                    ends_on = :ends, version = waiting_list.version + 1
                WHERE waiting_list.version = :version""")
                .param("conference", conference)
                .param("open", settings.isOpen())
                .param("hours", settings.offerHours())
                .param("rule", settings.priceRule().wire())
                .param("ends", settings.endsOn(), Types.DATE)
                .param("version", settings.version())
                .update();
        if (written == 0) throw new Problem.Stale();
    }

    void close(UUID conference) {
        jdbc.sql("UPDATE waiting_list SET is_open = false, version = version + 1 WHERE conference_id = :conference")
                .param("conference", conference)
                .update();
    }

    /** Conferences whose list is open, or on which somebody waits all the same. */
    List<UUID> inUse() {
        return jdbc.sql("""
                SELECT conference_id FROM waiting_list l WHERE is_open OR EXISTS (
                    SELECT FROM waiting_entry e WHERE e.conference_id = l.conference_id AND e.status = 'waiting')""").query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    /** There may be something for those who wait: whoever looks through the list now does so once more. */
    void ask(UUID conference) {
        jdbc.sql("UPDATE waiting_list SET asked = asked + 1 WHERE conference_id = :conference")
                .param("conference", conference)
                .update();
    }

    /** Begins a turn, or the next round of it; empty while another is under way. How often was asked until now. */
    Optional<Long> begin(UUID conference, UUID token) {
        var now = clock.instant();
        return jdbc.sql("""
                UPDATE waiting_list SET turn = :token, turn_until = :until
                WHERE conference_id = :conference AND (turn IS NULL OR turn = :token OR turn_until < :now)
                RETURNING asked""")
                .param("token", token)
                .param("until", Timestamp.from(now.plus(TURN)))
                .param("now", Timestamp.from(now))
                .param("conference", conference)
                .query(Long.class)
                .optional();
    }

    /** Whether the turn is still that of the token; it is kept so until the end of the transaction. */
    boolean renew(UUID conference, UUID token) {
        return jdbc.sql("""
                UPDATE waiting_list SET turn_until = :until WHERE conference_id = :conference AND turn = :token""")
                        .param("until", Timestamp.from(clock.instant().plus(TURN)))
                        .param("conference", conference)
                        .param("token", token)
                        .update()
                == 1;
    }

    /** Ends the turn, unless somebody asked again meanwhile. */
    boolean finish(UUID conference, UUID token, long asked) {
        return jdbc.sql("""
                UPDATE waiting_list SET turn = NULL WHERE conference_id = :conference AND turn = :token AND asked = :asked""")
                        .param("conference", conference)
                        .param("token", token)
                        .param("asked", asked)
                        .update()
                == 1;
    }

    void abandon(UUID conference, UUID token) {
        jdbc.sql("UPDATE waiting_list SET turn = NULL WHERE conference_id = :conference AND turn = :token")
                .param("conference", conference)
                .param("token", token)
                .update();
    }
}

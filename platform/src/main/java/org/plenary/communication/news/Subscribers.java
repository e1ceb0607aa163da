package org.plenary.communication.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of subscribers. Who leaves is gone from it: an address is kept only as long as it is written to. */
@Repository
class Subscribers {
    private static final String COLUMNS = "id, conference_id, email, locale, confirmed_at";

    private final JdbcClient jdbc;

    Subscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one of this address, new or there already; the language is that of the last time. */
    Subscriber ask(Subscriber subscriber, Instant now) {
        return jdbc.sql("""
                        INSERT INTO news_subscriber (id, conference_id, email, locale, asked_at)
                        VALUES (:id, :conference, :email, :locale, :now)
                        ON CONFLICT (conference_id, lower(email)) DO UPDATE SET locale = excluded.locale, asked_at = :now
                        RETURNING\s""" + COLUMNS)
                .param("id", subscriber.id())
                .param("conference", subscriber.conference())
                .param("email", subscriber.email())
                .param("locale", subscriber.locale().toLanguageTag())
                .param("now", Timestamp.from(now))
                .query((row, _) -> read(row))
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Subscriber> find(UUID conference, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM news_subscriber WHERE id = :id AND conference_id = :conference")
                .param("id", id)
                .param("conference", conference)
                .query((row, _) -> read(row))
                .optional();
    }

    boolean confirm(UUID id, Instant now) {
        return jdbc.sql("UPDATE news_subscriber SET confirmed_at = :now WHERE id = :id AND confirmed_at IS NULL")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean remove(UUID id) {
        return jdbc.sql("DELETE FROM news_subscriber WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Addresses that nobody confirmed are forgotten. */
    @Transactional
    public int forgetUnconfirmed(Instant before) {
        return jdbc.sql("DELETE FROM news_subscriber WHERE confirmed_at IS NULL AND asked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /**
     * Those who were there when something was published, by rising id.
     *
     * @param after the last one of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<Subscriber> page(UUID conference, Instant confirmedBefore, @Nullable UUID after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM news_subscriber
                        WHERE conference_id = :conference AND confirmed_at <= :before
                            AND (CAST(:after AS uuid) IS NULL OR id > :after)
                        ORDER BY id LIMIT :limit""")
                .param("conference", conference)
                .param("before", Timestamp.from(confirmedBefore))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    private static Subscriber read(ResultSet row) throws SQLException {
        var confirmed = row.getTimestamp("confirmed_at");
        return new Subscriber(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("locale")),
                confirmed == null ? null : confirmed.toInstant());
    }
}

package org.plenary.conference.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads conferences for others. Nearly every request begins with this, and an entity costs three times as much as a row; it is
 * loaded only where it is changed.
 */
@Component
class ConferenceRows {
    private static final String SELECT = """
            SELECT id, slug, status, starts_on, ends_on, time_zone, currency, details, version FROM conference""";

    private final JdbcClient jdbc;
    private final ConferenceDocuments documents;

    ConferenceRows(JdbcClient jdbc, ConferenceDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    Optional<ConferenceView> bySlug(String slug) {
        return Reading.once(
                ConferenceRows.class,
                slug,
                () -> jdbc.sql(SELECT + " WHERE slug = :slug")
                        .param("slug", slug)
                        .query(this::view)
                        .optional());
    }

    Optional<ConferenceView> byId(UUID id) {
        return Reading.once(
                ConferenceRows.class,
                id,
                () -> jdbc.sql(SELECT + " WHERE id = :id")
                        .param("id", id)
                        .query(this::view)
                        .optional());
    }

    /** The latest first. */
    List<ConferenceView> all(int limit) {
        return jdbc.sql(SELECT + " ORDER BY starts_on DESC, id DESC LIMIT :limit")
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    private ConferenceView view(ResultSet row, int number) throws SQLException {
        return documents.view(new ConferenceDocuments.Stored(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("time_zone"),
                row.getString("currency"),
                row.getString("details"),
                ConferenceStatus.valueOf(row.getString("status")),
                row.getLong("version")));
    }
}

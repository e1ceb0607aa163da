package org.plenary.registration.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The places of groups: delegates of their orders, and what is known of each beside. */
@Repository
class PlaceRows {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    /** Older links of a place end with the eleventh. */
    private static final int LINKS = 10;

    private static final String PLACES = """
            SELECT d.id, d.order_id, d.position, d.fee_key, d.name, d.email, d.answers, d.form_version, d.status,
                d.ticket_code, d.checked_in_at, coalesce(p.revision, 0) AS revision,
                CASE WHEN p.seated_email = d.email THEN p.secret_hashes ELSE '{}' END AS secret_hashes, p.locale, p.sent_to, p.sent_at,
                coalesce(p.is_complete, true) AS is_complete
            FROM delegate d JOIN orders o ON o.id = d.order_id AND o.organization IS NOT NULL
            LEFT JOIN group_place p ON p.delegate_id = d.id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    PlaceRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Place> of(UUID order) {
        return jdbc.sql(PLACES + "WHERE d.order_id = :order ORDER BY d.position")
                .param("order", order)
                .query(this::row)
                .list();
    }

    int named(UUID order) {
        return jdbc.sql("SELECT count(*) FROM delegate WHERE order_id = :order AND name <> ''")
                .param("order", order)
                .query(Integer.class)
                .single();
    }

    Optional<Place> find(UUID conference, UUID id) {
        return jdbc.sql(PLACES + "WHERE d.conference_id = :conference AND d.id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** One more secret opens the place, for whoever has it now: only hashes are kept. */
    void addSecret(UUID place, String hash) {
        jdbc.sql("""
                INSERT INTO group_place AS p (delegate_id, secret_hashes, seated_email)
                SELECT id, ARRAY[:hash], email FROM delegate WHERE id = :place
                ON CONFLICT (delegate_id) DO UPDATE SET seated_email = excluded.seated_email, secret_hashes = ARRAY(
                    SELECT hash FROM unnest(ARRAY[:hash] || CASE WHEN p.seated_email = excluded.seated_email
                        THEN p.secret_hashes ELSE '{}' END) WITH ORDINALITY AS known (hash, age)
                    ORDER BY age LIMIT :links)""")
                .param("place", place)
                .param("hash", hash)
                .param("links", LINKS)
                .update();
    }

    void sent(UUID place, String to, Instant now) {
        jdbc.sql("""
                INSERT INTO group_place (delegate_id, sent_to, sent_at) VALUES (:place, :to, :now)
                ON CONFLICT (delegate_id) DO UPDATE SET sent_to = :to, sent_at = :now""")
                .param("place", place)
                .param("to", to)
                .param("now", Timestamp.from(now))
                .update();
    }

    void named(UUID place, Locale locale, boolean isComplete) {
        jdbc.sql("""
                INSERT INTO group_place AS p (delegate_id, revision, locale, is_complete, seated_email)
                SELECT id, 1, :locale, :complete, email FROM delegate WHERE id = :place
                ON CONFLICT (delegate_id) DO UPDATE SET revision = p.revision + 1, locale = excluded.locale,
                    is_complete = excluded.is_complete, seated_email = excluded.seated_email""")
                .param("place", place)
                .param("locale", locale.toLanguageTag())
                .param("complete", isComplete)
                .update();
    }

    /** Nothing that the person held opens the place any more. */
    void vacated(UUID place, @Nullable String ticket) {
        jdbc.sql("""
                INSERT INTO group_place AS p (delegate_id, revision) VALUES (:place, 1)
                ON CONFLICT (delegate_id) DO UPDATE
                SET revision = p.revision + 1, secret_hashes = '{}', seated_email = '', locale = NULL, sent_to = NULL, sent_at = NULL,
                    is_complete = true, old_tickets = array_remove(p.old_tickets || CAST(:ticket AS text), NULL)""").param("place", place).param("ticket", ticket).update();
    }

    /** Somebody who had a place, known until they are told that they have none any more. */
    record Removed(String name, String email, String locale) {}

    void keepRemoved(UUID place, int revision, Removed removed) {
        jdbc.sql("""
                UPDATE group_place SET removed = removed || jsonb_build_object(:revision, CAST(:removed AS jsonb))
                WHERE delegate_id = :place""")
                .param("revision", String.valueOf(revision))
                .param("removed", json.write(removed))
                .param("place", place)
                .update();
    }

    Optional<Removed> removed(UUID place, int revision) {
        return jdbc.sql("SELECT removed -> :revision FROM group_place WHERE delegate_id = :place")
                .param("revision", String.valueOf(revision))
                .param("place", place)
                .query(String.class)
                .optional()
                .map(kept -> json.read(kept, Removed.class));
    }

    void forgetRemoved(UUID place, int revision) {
        jdbc.sql("UPDATE group_place SET removed = removed - :revision WHERE delegate_id = :place")
                .param("revision", String.valueOf(revision))
                .param("place", place)
                .update();
    }

    private Place row(ResultSet row, int number) throws SQLException {
        var locale = row.getString("locale");
        var sentAt = row.getTimestamp("sent_at");
        return new Place(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("position") + 1,
                row.getString("fee_key"),
                row.getString("name"),
                row.getString("email"),
                json.read(row.getString("answers"), ANSWERS),
                row.getInt("form_version"),
                row.getString("status"),
                row.getString("ticket_code"),
                row.getTimestamp("checked_in_at") != null,
                row.getInt("revision"),
                Arrays.asList((String[]) row.getArray("secret_hashes").getArray()),
                locale == null ? null : Locale.forLanguageTag(locale),
                row.getString("sent_to"),
                sentAt == null ? null : sentAt.toInstant(),
                row.getBoolean("is_complete"));
    }
}

package org.plenary.registration.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom an order is about. */
@Repository
class Subjects {
    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param order the first one or one that was added to it */
    @Transactional(readOnly = true)
    public Subject of(UUID order) {
        return jdbc.sql("""
                WITH first AS (
                    SELECT f.* FROM orders o JOIN orders f ON f.id = coalesce(o.added_to, o.id) WHERE o.id = :order),
                ours AS (SELECT o.* FROM orders o JOIN first f ON f.id = o.id OR f.id = o.added_to),
                people AS (SELECT d.* FROM delegate d JOIN ours o ON o.id = d.order_id),
                addresses AS (
                    SELECT lower(contact_email) AS email FROM ours UNION SELECT lower(email) FROM people),
                names AS (SELECT lower(contact_name) AS name FROM ours UNION SELECT lower(name) FROM people)
                SELECT f.*, ARRAY(SELECT id FROM ours ORDER BY id) AS orders, ARRAY(SELECT id FROM people ORDER BY id) AS people,
                    EXISTS (SELECT FROM ours WHERE confirmed_at IS NOT NULL AND total_minor > 0) AS paid,
                    ARRAY(SELECT name FROM names WHERE length(name) > 2 UNION SELECT email FROM addresses WHERE email <> '')
                        AS words,
                    ARRAY(SELECT email FROM addresses WHERE email <> '') AS emails,
                    ARRAY(SELECT a.email FROM addresses a WHERE a.email <> ''
                        AND NOT EXISTS (SELECT FROM orders x WHERE lower(x.contact_email) = a.email
                            AND x.id NOT IN (SELECT id FROM ours))
                        AND NOT EXISTS (SELECT FROM delegate x WHERE lower(x.email) = a.email
                            AND x.order_id NOT IN (SELECT id FROM ours))) AS own_emails
                FROM first f""")
                .param("order", order)
                .query(Subjects::subject)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("This order"));
    }

    private static Subject subject(ResultSet row, int number) throws SQLException {
        return new Subject(
                row.getObject("conference_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("paid"),
                list(row, "orders", UUID[].class),
                list(row, "people", UUID[].class),
                list(row, "words", String[].class),
                list(row, "emails", String[].class),
                list(row, "own_emails", String[].class));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        return Arrays.asList(type.cast(row.getArray(column).getArray()));
    }
}

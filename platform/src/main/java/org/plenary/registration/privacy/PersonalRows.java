package org.plenary.registration.privacy;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What the tables of registration say of people, and how it is taken out of them. Rows that something else counts stay. */
@Repository
class PersonalRows {
    private static final List<String> STATEMENTS = List.of(
            "UPDATE orders SET contact_name = '', contact_email = '', secret_hashes = '{}', version = version + 1,"
                    + " contact_organization = NULL, contact_street = NULL, contact_postal_code = NULL, contact_city = NULL,"
                    + " contact_region = NULL, purchase_order = NULL WHERE id = ANY (:orders)",
            "UPDATE delegate SET name = '', email = '', answers = '{}', ticket_code = NULL, version = version + 1"
                    + " WHERE id = ANY (:delegates)",
            "DELETE FROM voided_ticket WHERE delegate_id = ANY (:delegates)",
            "UPDATE absence SET reason = '' WHERE delegate_id = ANY (:delegates)",
            "DELETE FROM call_back WHERE delegate_id = ANY (:delegates)",
            "UPDATE letter SET holder = '', fingerprint = '' WHERE delegate_id = ANY (:delegates)",
            "DELETE FROM letter_request WHERE delegate_id = ANY (:delegates)",
            "UPDATE group_place SET secret_hashes = '{}', seated_email = '', sent_to = NULL, old_tickets = '{}'"
                    + " WHERE delegate_id = ANY (:delegates)",
            "UPDATE order_change SET proposal = proposal"
                    + " || '{\"answers\": {}, \"name\": \"\", \"email\": \"\", \"country\": \"\"}'"
                    + " WHERE order_id = ANY (:orders)",
            "UPDATE approval SET reason = '', message = '' WHERE order_id = ANY (:orders)",
            "UPDATE erasure SET reason = '' WHERE order_id = ANY (:orders)",
            "DELETE FROM data_copy WHERE order_id = ANY (:orders)",
            """
            DELETE FROM invitation
            WHERE order_id = ANY (:orders) OR conference_id = :conference AND lower(email) = ANY (:own)""",
            """
            UPDATE waiting_entry SET name = '', email = '', secret_hashes = '{}', version = version + 1,
                wishes = (SELECT coalesce(jsonb_agg(jsonb_set(wish, '{cart}', '{}') ORDER BY n), '[]')
                          FROM jsonb_array_elements(wishes) WITH ORDINALITY AS e (wish, n))
            WHERE order_id = ANY (:orders)
                OR conference_id = :conference AND ended_at IS NOT NULL AND lower(email) = ANY (:emails)""",
            // a voucher for one address only must not become one for everybody
            """
            UPDATE voucher SET terms = jsonb_set(terms, '{emails}', (SELECT jsonb_agg(
                CASE WHEN lower(address) = ANY (:own) THEN 'erased@example.invalid' ELSE address END)
                FROM jsonb_array_elements_text(terms -> 'emails') AS e (address)))
            WHERE conference_id = :conference AND EXISTS (
                SELECT FROM jsonb_array_elements_text(coalesce(terms -> 'emails', '[]')) AS e (address)
                WHERE lower(address) = ANY (:own))""",
            // files of lists can be made again, without them
            """
            UPDATE delegate_job SET result = NULL
            WHERE conference_id = :conference AND kind = 'export' AND status <> 'running'""",
            """
            UPDATE delegate_job SET problems = '[]' WHERE conference_id = :conference AND EXISTS (
                SELECT FROM unnest(:words) AS word WHERE strpos(lower(problems::text), word) > 0)""",
            """
            UPDATE access_log SET filter = '' WHERE conference_id = :conference AND filter <> '' AND EXISTS (
                SELECT FROM unnest(:words) AS word WHERE strpos(lower(filter), word) > 0)""");

    private final JdbcClient jdbc;

    PersonalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was sent with answers, and the copies that were made. To be asked before the rows are blanked. */
    List<UUID> files(Subject subject) {
        return jdbc.sql("""
                SELECT DISTINCT CAST(file AS uuid) FROM (
                    SELECT jsonb_path_query(answers, '$.**.file') #>> '{}' AS file FROM delegate WHERE id = ANY (:delegates)
                    UNION ALL
                    SELECT jsonb_path_query(proposal, '$.answers.**.file') #>> '{}' FROM order_change
                    WHERE order_id = ANY (:orders)
                    UNION ALL
                    SELECT file_id::text FROM data_copy WHERE order_id = ANY (:orders)) AS f
                WHERE file ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'""")
                .param("delegates", ids(subject.delegates()))
                .param("orders", ids(subject.orders()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void blank(Subject subject) {
        for (var statement : STATEMENTS)
            jdbc.sql(statement)
                    .param("orders", ids(subject.orders()))
                    .param("delegates", ids(subject.delegates()))
                    .param("conference", subject.conference())
                    .param("emails", texts(subject.emails()))
                    .param("own", texts(subject.ownEmails()))
                    .param("words", texts(subject.words()))
                    .update();
    }

    private static SqlArrayValue ids(List<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }
}

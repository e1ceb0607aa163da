package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.SentMails;
import org.plenary.identity.AuditEntries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that happened around one e-mail address in a conference, for staff who are asked about it. */
@Component
class PersonHistory {
    private static final int MOST = 300;
    private static final int MOST_ORDERS = 50;

    /** What is in the tables of registration. The words before a colon name the moment in the page's messages. */
    private static final String MOMENTS = """
            WITH mine AS (
                SELECT * FROM orders o WHERE o.id = ANY (:orders))
            SELECT created_at AS at, 'ordered' AS what, code, contact_name AS text, total_minor AS minor, currency FROM mine
            UNION ALL
            SELECT confirmed_at, 'confirmed', code, '', NULL, currency FROM mine WHERE confirmed_at IS NOT NULL
            UNION ALL
            SELECT ended_at, 'ended-' || status, code, '', NULL, currency FROM mine WHERE ended_at IS NOT NULL
            UNION ALL
            SELECT a.asked_at, 'approval-asked', m.code, '', NULL, m.currency FROM approval a JOIN mine m ON m.id = a.order_id
            UNION ALL
            SELECT a.decided_at, 'approval-' || a.status, m.code, a.reason, NULL, m.currency
            FROM approval a JOIN mine m ON m.id = a.order_id WHERE a.decided_at IS NOT NULL
            UNION ALL
            SELECT c.created_at, 'change-asked', m.code, '', c.due_minor, m.currency
            FROM order_change c JOIN mine m ON m.id = c.order_id
            UNION ALL
            SELECT c.ended_at, 'change-' || c.status, m.code, '', NULL, m.currency
            FROM order_change c JOIN mine m ON m.id = c.order_id WHERE c.ended_at IS NOT NULL
            UNION ALL
            SELECT l.cancelled_at, CASE WHEN l.replaced THEN 'line-replaced' ELSE 'line-cancelled' END, m.code,
                l.description, l.total_minor, m.currency
            FROM order_line l JOIN mine m ON m.id = l.order_id WHERE l.cancelled_at IS NOT NULL
            UNION ALL
            SELECT v.voided_at, 'ticket-voided', m.code, v.code, NULL, m.currency
            FROM voided_ticket v JOIN delegate d ON d.id = v.delegate_id JOIN mine m ON m.id = d.order_id
            UNION ALL
            SELECT d.checked_in_at, 'checked-in', m.code, concat_ws(' · ', d.name, d.checked_in_gate), NULL, m.currency
            FROM delegate d JOIN mine m ON m.id = d.order_id WHERE d.checked_in_at IS NOT NULL
            UNION ALL
            SELECT moment.at, moment.what, NULL, i.fee_key, NULL, NULL
            FROM invitation i, LATERAL (VALUES (i.created_at, 'invited'), (i.opened_at, 'invitation-opened'),
                (i.used_at, 'invitation-used'), (i.revoked_at, 'invitation-revoked')) AS moment (at, what)
            WHERE i.conference_id = :conference AND lower(i.email) = lower(:email) AND moment.at IS NOT NULL
            UNION ALL
            SELECT moment.at, moment.what, NULL, '', NULL, NULL
            FROM waiting_entry w, LATERAL (VALUES (w.joined_at, 'waiting'), (w.offered_at, 'offered'),
                (w.ended_at, 'waiting-ended')) AS moment (at, what)
            WHERE w.conference_id = :conference AND lower(w.email) = lower(:email) AND moment.at IS NOT NULL
            ORDER BY at DESC LIMIT :most""";

    private final JdbcClient jdbc;
    private final SentMails mails;
    private final AuditEntries audit;

    PersonHistory(JdbcClient jdbc, SentMails mails, AuditEntries audit) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.audit = audit;
    }

    /** @param isOwn whether the person ordered, and is not only a delegate of it */
    record OfPerson(UUID id, String code, OrderStatus status, String contact, Money total, boolean isOwn) {}

    /**
     * @param what names the moment in the messages {@code registration.history.…}
     * @param order code of the order that it is about; null for none
     * @param who of the staff did it; null when it was not one of them
     */
    record Moment(
            Instant at,
            String what,
            @Nullable String order,
            String text,
            @Nullable Money amount,
            @Nullable String who) {}

    /** What the person ordered, or is a delegate of; the newest first. */
    @Transactional(readOnly = true)
    public List<OfPerson> orders(UUID conference, String email) {
        return jdbc.sql("""
                SELECT o.*, lower(o.contact_email) = lower(:email) AS own FROM orders o
                WHERE o.conference_id = :conference AND (lower(o.contact_email) = lower(:email)
                    OR o.id IN (SELECT d.order_id FROM delegate d
                                WHERE d.conference_id = :conference AND lower(d.email) = lower(:email)))
                ORDER BY o.id DESC LIMIT :most""")
                .param("conference", conference)
                .param("email", email)
                .param("most", MOST_ORDERS)
                .query((row, n) -> new OfPerson(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        OrderStatus.of(row.getString("status")),
                        row.getString("contact_name"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total_minor")),
                        row.getBoolean("own")))
                .list();
    }

    /** The newest first. @param orders as {@link #orders} gives them */
    @Transactional(readOnly = true)
    public List<Moment> moments(UUID conference, String email, List<OfPerson> orders) {
        var moments = new ArrayList<>(jdbc.sql(MOMENTS)
                .param("orders", orders.stream().map(OfPerson::id).toArray(UUID[]::new))
                .param("conference", conference)
                .param("email", email)
                .param("most", MOST)
                .query(PersonHistory::moment)
                .list());
        mails.to(email, MOST)
                .forEach(mail ->
                        moments.add(new Moment(mail.at(), "mail-" + mail.status(), null, mail.subject(), null, null)));
        var codes = orders.stream().map(OfPerson::code).toList();
        audit.to(Stream.concat(codes.stream(), delegates(orders).stream()).toList(), MOST)
                .forEach(done -> moments.add(new Moment(
                        done.at(),
                        "by-staff",
                        codes.contains(done.subject()) ? done.subject() : null,
                        done.action(),
                        null,
                        done.who())));
        return moments.stream()
                .sorted(Comparator.comparing(Moment::at).reversed())
                .limit(MOST)
                .toList();
    }

    private List<String> delegates(List<OfPerson> orders) {
        return jdbc.sql("SELECT id::text FROM delegate WHERE order_id = ANY (:orders)")
                .param("orders", orders.stream().map(OfPerson::id).toArray(UUID[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        var minor = row.getLong("minor");
        var amount = row.wasNull() ? null : Money.ofMinor(CurrencyUnit.of(row.getString("currency")), minor);
        return new Moment(
                row.getTimestamp("at").toInstant(),
                row.getString("what").replace('_', '-'),
                row.getString("code"),
                row.getString("text"),
                amount,
                null);
    }
}

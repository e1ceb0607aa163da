package org.plenary.registration.order;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.VatIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of orders, their lines and their delegates. Every change belongs to a use case's transaction. */
@Repository
@Transactional(propagation = Propagation.SUPPORTS)
class Orders {
    private static final int CODE_LENGTH = 6;
    private static final int TICKET_LENGTH = 12;

    private final JdbcClient jdbc;
    private final Json json;
    private final OrderLines lines;
    private final OrderDelegates delegates;

    Orders(JdbcClient jdbc, Json json, OrderLines lines, OrderDelegates delegates) {
        this.jdbc = jdbc;
        this.json = json;
        this.lines = lines;
        this.delegates = delegates;
    }

    /** Writes a new order and gives it a code that no other has. */
    String insert(
            UUID id,
            UUID conference,
            Contact contact,
            Locale locale,
            Quote quote,
            String secretHash,
            HoldTimes.Hold hold) {
        while (true) {
            var code = Ids.reference(CODE_LENGTH);
            var written = jdbc.sql("""
                    INSERT INTO orders (id, conference_id, code, secret_hashes, status, contact_name, contact_email,
                        contact_country, contact_vat_id, contact_organization, contact_street, contact_postal_code,
                        contact_city, contact_region, purchase_order, locale, currency, total_minor, created_at, expires_at)
                    VALUES (:id, :conference, :code, ARRAY[:hash], 'pending', :name, :email,
                        :country, :vat, :organization, :street, :postalCode, :city, :region, :purchaseOrder, :locale, :currency, :total, :now, :expires)
                    ON CONFLICT (code) DO NOTHING""")
                    .param("id", id)
                    .param("conference", conference)
                    .param("code", code)
                    .param("hash", secretHash)
                    .param("name", contact.name().strip())
                    .param("email", contact.email().strip())
                    .param("country", contact.country())
                    .param("vat", contact.isBusiness() ? VatIds.plain(String.valueOf(contact.vatId())) : null)
                    .params(BillingDetails.columns(contact))
                    .param("locale", locale.toLanguageTag())
                    .param("currency", quote.currency().getCode())
                    .param("total", quote.total().getAmountMinorLong())
                    .param("now", Timestamp.from(hold.from()))
                    .param("expires", Timestamp.from(hold.until()))
                    .update();
            if (written == 0) continue;
            lines.insert(id, quote.lines());
            insertDelegates(id, conference, quote.delegates());
            return code;
        }
    }

    private void insertDelegates(UUID order, UUID conference, List<Quote.NewDelegate> delegates) {
        if (delegates.isEmpty()) return;
        var rows = new ArrayList<Map<String, Object>>();
        for (var delegate : delegates) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", delegate.id());
            row.put("position", rows.size());
            row.put("fee_key", delegate.fee());
            row.put("form_version", delegate.formVersion());
            row.put("name", delegate.name());
            row.put("email", delegate.email());
            row.put("country", delegate.country());
            row.put("answers", delegate.answers());
            rows.add(row);
        }
        jdbc.sql("""
                INSERT INTO delegate (id, order_id, conference_id, position, fee_key, form_version, name, email, country,
                    answers, status)
                SELECT id, :order, :conference, position, fee_key, form_version, name, email, country, answers, 'pending'
                FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS delegate (id uuid, position int, fee_key text,
                    form_version int, name text, email text, country text, answers jsonb)""")
                .param("order", order)
                .param("conference", conference)
                .param("rows", json.write(rows))
                .update();
    }

    Optional<OrderRow> find(UUID id) {
        return one(id, "");
    }

    private Optional<OrderRow> one(UUID id, String lock) {
        return jdbc.sql("SELECT * FROM orders WHERE id = :id " + lock)
                .param("id", id)
                .query(OrderRow::of)
                .optional();
    }

    Optional<OrderRow> find(UUID conference, String code) {
        return jdbc.sql("SELECT * FROM orders WHERE conference_id = :conference AND code = :code")
                .param("conference", conference)
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(OrderRow::of)
                .optional();
    }

    /** Waits for whoever else changes it. */
    Optional<OrderRow> lock(UUID id) {
        return one(id, "FOR UPDATE");
    }

    /** Leaves an order alone that somebody else is changing now. */
    Optional<OrderRow> lockUnlessBusy(UUID id) {
        return one(id, "FOR UPDATE SKIP LOCKED");
    }

    List<UUID> expired(Instant now, int limit) {
        return jdbc.sql("""
                SELECT id FROM orders WHERE status IN ('pending', 'awaiting_approval') AND expires_at <= :now
                ORDER BY expires_at LIMIT :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> delegates(UUID order) {
        return jdbc.sql("SELECT id FROM delegate WHERE order_id = :order ORDER BY position")
                .param("order", order)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** @param delegates of the order, who are confirmed with it */
    void confirm(UUID order, @Nullable UUID payment, List<UUID> delegates, Instant now) {
        jdbc.sql("""
                UPDATE orders SET status = 'confirmed', payment_id = :payment, confirmed_at = :now, ended_at = NULL,
                    version = version + 1
                WHERE id = :id""")
                .param("payment", payment, Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("id", order)
                .update();
        if (delegates.isEmpty()) return;
        // A place without a name has no ticket yet.
        jdbc.sql("""
                UPDATE delegate d SET status = 'confirmed', version = version + 1,
                    ticket_code = CASE WHEN d.name <> '' THEN coalesce(d.ticket_code, drawn.ticket) END
                FROM jsonb_to_recordset(CAST(:tickets AS jsonb)) AS drawn (id uuid, ticket text)
                WHERE d.id = drawn.id""")
                .param(
                        "tickets",
                        json.write(delegates.stream()
                                .map(id -> Map.of("id", id, "ticket", Ids.reference(TICKET_LENGTH)))
                                .toList()))
                .update();
    }

    /** Another status that is not the end, and how long its places are held in it. */
    void move(UUID order, OrderStatus status, Instant until) {
        jdbc.sql("UPDATE orders SET status = :status, expires_at = :until, version = version + 1 WHERE id = :id")
                .param("status", status.wire())
                .param("until", Timestamp.from(until))
                .param("id", order)
                .update();
    }

    void end(UUID order, OrderStatus status, Instant now) {
        jdbc.sql("UPDATE orders SET status = :status, ended_at = :now, version = version + 1 WHERE id = :id")
                .param("status", status.wire())
                .param("now", Timestamp.from(now))
                .param("id", order)
                .update();
        jdbc.sql("UPDATE delegate SET status = :status, version = version + 1 WHERE order_id = :id")
                .param("status", status.wire())
                .param("id", order)
                .update();
    }

    /** The delegates whose fees go are cancelled, the options of others are picked no more. */
    void cancelLines(UUID order, Cancellation cancellation, Instant now) {
        lines.cancel(cancellation.lineIds(), now);
        jdbc.sql("UPDATE orders SET version = version + 1 WHERE id = :id")
                .param("id", order)
                .update();
        var gone = cancellation.delegates();
        if (!gone.isEmpty())
            jdbc.sql("UPDATE delegate SET status = 'cancelled', version = version + 1 WHERE id IN (:gone)")
                    .param("gone", gone)
                    .update();
        cancellation.unpicked().forEach(delegates::unpick);
    }

    /** Notes what a cancellation gives back, before the money moves. */
    void owe(UUID order, Money refund) {
        jdbc.sql("UPDATE orders SET returning_minor = returning_minor + :refund, version = version + 1 WHERE id = :id")
                .param("refund", refund.getAmountMinorLong())
                .param("id", order)
                .update();
    }

    /** The total after a change. @param back what it gives back, before the money moves */
    void changed(UUID order, Money total, Money back) {
        jdbc.sql("""
                UPDATE orders SET total_minor = :total, given_back_minor = given_back_minor + :back,
                    version = version + 1
                WHERE id = :id""")
                .param("total", total.getAmountMinorLong())
                .param("back", back.getAmountMinorLong())
                .param("id", order)
                .update();
    }

    void refunded(UUID order, OrderStatus status, Money refunded) {
        jdbc.sql("""
                UPDATE orders SET status = :status, refunded_minor = :refunded, version = version + 1 WHERE id = :id""")
                .param("status", status.wire())
                .param("refunded", refunded.getAmountMinorLong())
                .param("id", order)
                .update();
    }

    /** Holds the places longer, while they are held. */
    boolean extend(UUID order, Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE orders SET expires_at = greatest(expires_at, :until), version = version + 1
                WHERE id = :id AND status = 'pending' AND expires_at > :now""")
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(now))
                        .param("id", order)
                        .update()
                == 1;
    }

    /** Holds the places until then, be that later or sooner; false when it is not waiting to be paid. */
    boolean holdUntil(UUID order, Instant until) {
        return jdbc.sql("""
                UPDATE orders SET expires_at = :until, version = version + 1 WHERE id = :id AND status = 'pending'""")
                        .param("until", Timestamp.from(until))
                        .param("id", order)
                        .update()
                == 1;
    }

    /** One more secret opens the order: each link that is given out has its own, and only hashes are kept. */
    void addSecret(UUID order, String hash) {
        jdbc.sql("UPDATE orders SET secret_hashes = secret_hashes || :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", order)
                .update();
    }

    /** What it costs was promised, whatever period begins. */
    void keepPrice(UUID order) {
        jdbc.sql("UPDATE orders SET price_kept = true WHERE id = :id")
                .param("id", order)
                .update();
    }
}

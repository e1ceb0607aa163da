package org.plenary.lodging.split;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parts of rooms that room-mates are asked to pay. */
@Component
class SplitRows {
    private final JdbcClient jdbc;

    SplitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Split split, Instant at) {
        jdbc.sql("""
                INSERT INTO room_split (id, conference_id, booking_id, mate_id, order_id, currency, room_minor, tax_minor, status,
                    asked_at, until)
                VALUES (:id, :conference, :booking, :mate, :order, :currency, :room, :tax, :status, :at, :until)""")
                .param("id", split.id())
                .param("conference", split.conference())
                .param("booking", split.booking())
                .param("mate", split.mate())
                .param("order", split.order())
                .param("currency", split.room().getCurrencyUnit().getCode())
                .param("room", split.room().getAmountMinorLong())
                .param("tax", split.tax().getAmountMinorLong())
                .param("status", split.status().stored())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", split.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they were asked. */
    List<Split> ofRoom(UUID booking) {
        return jdbc.sql("SELECT * FROM room_split WHERE booking_id = :booking ORDER BY id")
                .param("booking", booking)
                .query(SplitRows::split)
                .list();
    }

    List<Split> ofOrder(UUID order) {
        return jdbc.sql("SELECT * FROM room_split WHERE order_id = :order ORDER BY id")
                .param("order", order)
                .query(SplitRows::split)
                .list();
    }

    Optional<Split> latestOf(UUID mate) {
        return jdbc.sql("SELECT * FROM room_split WHERE mate_id = :mate ORDER BY id DESC LIMIT 1")
                .param("mate", mate)
                .query(SplitRows::split)
                .optional();
    }

    Optional<Split> find(UUID id) {
        return one("id", id, "");
    }

    /** Waits for whoever else changes it. */
    Optional<Split> lock(UUID id) {
        return one("id", id, " FOR UPDATE");
    }

    Optional<Split> lockOfShare(UUID order) {
        return one("share_order", order, " FOR UPDATE");
    }

    private Optional<Split> one(String column, UUID value, String lock) {
        return jdbc.sql("SELECT * FROM room_split WHERE " + column + " = :value" + lock)
                .param("value", value)
                .query(SplitRows::split)
                .optional();
    }

    List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("""
                SELECT id FROM room_split WHERE status IN ('asked', 'accepted') AND until <= :now ORDER BY until LIMIT :limit""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void move(UUID id, Split.Status to) {
        jdbc.sql("UPDATE room_split SET status = :status WHERE id = :id")
                .param("status", to.stored())
                .param("id", id)
                .update();
    }

    /** @param taxLine of the order over the part; null for none */
    void accept(UUID id, UUID share, @Nullable UUID taxLine) {
        jdbc.sql("""
                UPDATE room_split SET status = 'accepted', share_order = :share, share_tax_line = :taxLine WHERE id = :id""")
                .param("share", share)
                .param("taxLine", taxLine, Types.OTHER)
                .param("id", id)
                .update();
    }

    List<UUID> linesOf(UUID order) {
        return jdbc.sql("SELECT id FROM order_line WHERE order_id = :order")
                .param("order", order)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Split split(ResultSet row, int n) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new Split(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getObject("booking_id", UUID.class),
                row.getObject("mate_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("share_order", UUID.class),
                Money.ofMinor(currency, row.getLong("room_minor")),
                Money.ofMinor(currency, row.getLong("tax_minor")),
                Split.Status.of(row.getString("status")),
                row.getTimestamp("until").toInstant());
    }
}

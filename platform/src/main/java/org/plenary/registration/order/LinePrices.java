package org.plenary.registration.order;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the lines of orders that nobody has paid cost, and how that changes. */
@Component
class LinePrices {
    private final JdbcClient jdbc;
    private final Json json;

    LinePrices(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A line as it is priced, in minor units of its order's currency.
     *
     * @param listMinor null when there is no discount
     */
    record LinePrice(
            UUID id,
            String description,
            long unitMinor,
            long totalMinor,
            BigDecimal taxRate,
            @Nullable Long listMinor,
            @Nullable String taxNote) {
        LinePrice at(Tariff.Priced priced, BigDecimal tax, @Nullable String note) {
            var minor = priced.price().getAmountMinorLong();
            var listed = priced.listed().equals(priced.price())
                    ? null
                    : Long.valueOf(priced.listed().getAmountMinorLong());
            return new LinePrice(id, priced.description(), minor, minor, tax, listed, note);
        }
    }

    /**
     * @param fee key of the fee that it is for; null for everything else
     * @param voucher that made it cheaper; null for none
     */
    record Held(
            LinePrice price, @Nullable String fee, @Nullable UUID voucher) {}

    /** In the order of the cart, without those that were cancelled. */
    List<Held> of(UUID order) {
        return jdbc.sql("""
                SELECT l.id, l.description, l.unit_minor, l.total_minor, l.tax_rate, l.list_minor, l.tax_note,
                    l.voucher_id, CASE l.kind WHEN 'fee' THEN d.fee_key END AS fee_key
                FROM order_line l LEFT JOIN delegate d ON d.id = l.delegate_id
                WHERE l.order_id = :order AND l.cancelled_at IS NULL ORDER BY l.position""")
                .param("order", order)
                .query((row, n) -> new Held(
                        new LinePrice(
                                row.getObject("id", UUID.class),
                                row.getString("description"),
                                row.getLong("unit_minor"),
                                row.getLong("total_minor"),
                                row.getBigDecimal("tax_rate"),
                                (Long) row.getObject("list_minor"),
                                row.getString("tax_note")),
                        row.getString("fee_key"),
                        row.getObject("voucher_id", UUID.class)))
                .list();
    }

    /** Writes the prices of lines and, from them, that of the order. */
    void write(UUID order, List<LinePrice> prices, Money total) {
        jdbc.sql("""
                UPDATE order_line l SET description = p.description, unit_minor = p.unit_minor,
                    total_minor = p.total_minor, tax_rate = p.tax_rate, list_minor = p.list_minor, tax_note = p.tax_note
                FROM jsonb_to_recordset(CAST(:prices AS jsonb)) AS p (id uuid, description text, unit_minor bigint,
                    total_minor bigint, tax_rate numeric, list_minor bigint, tax_note text)
                WHERE l.id = p.id AND l.order_id = :order""").param("prices", json.write(prices)).param("order", order).update();
        jdbc.sql("UPDATE orders SET total_minor = :total, version = version + 1 WHERE id = :order")
                .param("total", total.getAmountMinorLong())
                .param("order", order)
                .update();
    }

    /** Since when its prices are what they are. */
    Instant pricedAt(UUID order) {
        return jdbc.sql("SELECT coalesce(priced_at, created_at) FROM orders WHERE id = :id")
                .param("id", order)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    void priced(UUID order, Instant now) {
        jdbc.sql("UPDATE orders SET priced_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", order)
                .update();
    }
}

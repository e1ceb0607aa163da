package org.plenary.registration.order;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.payments.PaymentRequest;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The lines of orders. They stay for ever: one that is cancelled is marked. */
@Component
class OrderLines {
    private static final TypeReference<Map<String, Integer>> TAKES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final MessageSource messages;

    OrderLines(JdbcClient jdbc, Json json, MessageSource messages) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
    }

    /**
     * @param delegate whose fee or option it is; null for what belongs to the whole order
     * @param takes what it uses up of the stock
     * @param field of the form that an option was picked in; null for other kinds, and in orders of earlier versions
     * @param listed what it would have cost without a discount; null when there was none
     * @param isReplaced whether a change put other lines in its place; it counts in no sum then
     */
    record Line(
            UUID id,
            String kind,
            String description,
            int quantity,
            Money unitPrice,
            Money total,
            BigDecimal taxRate,
            @Nullable UUID delegate,
            Map<String, Integer> takes,
            @Nullable String field,
            @Nullable Money listed,
            @Nullable String taxNote,
            boolean isCancelled,
            boolean isReplaced) {
        /** What a change was not given back for; it is nobody's place. */
        static final String KEPT = "kept";

        /** As {@link OrderView.Line#counted}; templates call it. */
        public boolean counted() {
            return LineKind.isCounted(kind, quantity);
        }

        boolean isFee() {
            return kind.equals("fee");
        }

        boolean isOption() {
            return kind.equals("option");
        }

        /** Persons whom a delegate brings use up nothing. */
        boolean isForPersons() {
            return isOption() && takes.isEmpty();
        }

        boolean isKept() {
            return kind.equals(KEPT);
        }

        PaymentRequest.Line ofPayment() {
            return new PaymentRequest.Line(
                    description, quantity, unitPrice, total, taxRate, taxNote, LineKind.revenue(kind));
        }
    }

    /** Takes lines out of an order that nobody has paid, and what they cost out of its price. */
    void remove(UUID order, Collection<UUID> ids, Money worth) {
        jdbc.sql("DELETE FROM order_line WHERE order_id = :order AND id IN (:ids)")
                .param("order", order)
                .param("ids", ids)
                .update();
        jdbc.sql("UPDATE orders SET total_minor = total_minor - :worth, version = version + 1 WHERE id = :order")
                .param("worth", worth.getAmountMinorLong())
                .param("order", order)
                .update();
    }

    void insert(UUID order, List<Quote.Line> lines) {
        insert(order, lines, 0);
    }

    /** Adds lines behind those that are there. */
    void append(UUID order, List<Quote.Line> lines) {
        if (lines.isEmpty()) return;
        var first = jdbc.sql("SELECT coalesce(max(position), -1) + 1 FROM order_line WHERE order_id = :order")
                .param("order", order)
                .query(Integer.class)
                .single();
        insert(order, lines, first);
    }

    private void insert(UUID order, List<Quote.Line> lines, int first) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : lines) {
            var takes = new TreeMap<String, Integer>();
            line.takes().forEach(take -> takes.merge(take.key(), take.quantity(), Math::addExact));
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", line.id());
            row.put("position", first + rows.size());
            row.put("kind", line.kind());
            row.put("description", line.description());
            row.put("quantity", line.quantity());
            row.put("unit_minor", line.unitPrice().getAmountMinorLong());
            row.put("total_minor", line.total().getAmountMinorLong());
            row.put("tax_rate", line.taxRate());
            row.put("takes", takes);
            row.put("delegate_id", line.delegate());
            row.put("list_minor", line.listed() == null ? null : line.listed().getAmountMinorLong());
            row.put("voucher_id", line.voucher());
            row.put("tax_note", line.taxNote());
            row.put("field_key", line.field());
            rows.add(row);
        }
        jdbc.sql("""
                INSERT INTO order_line (id, order_id, position, kind, description, quantity, unit_minor, total_minor,
                    tax_rate, takes, delegate_id, list_minor, voucher_id, tax_note, field_key)
                SELECT id, :order, position, kind, description, quantity, unit_minor, total_minor, tax_rate, takes,
                    delegate_id, list_minor, voucher_id, tax_note, field_key
                FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS line (id uuid, position int, kind text,
                    description text, quantity int, unit_minor bigint, total_minor bigint, tax_rate numeric, takes jsonb,
                    delegate_id uuid, list_minor bigint, voucher_id uuid, tax_note text, field_key text)""").param("order", order).param("rows", json.write(rows)).update();
    }

    /**
     * All lines, in the order of the cart. Those of earlier versions name no delegate: they were written delegate by delegate,
     * each one's fee first.
     */
    List<Line> of(OrderRow order) {
        var currency = order.total().getCurrencyUnit();
        return jdbc.sql("""
                SELECT l.*, coalesce(l.delegate_id, d.id) AS whose
                FROM (SELECT *, count(*) FILTER (WHERE kind = 'fee') OVER (ORDER BY position) - 1 AS nth
                      FROM order_line WHERE order_id = :order) AS l
                LEFT JOIN delegate d
                    ON d.order_id = l.order_id AND d.position = l.nth AND l.kind IN ('fee', 'option')
                ORDER BY l.position""")
                .param("order", order.id())
                .query((row, n) -> line(row, currency))
                .list();
    }

    /** As a payment page and an invoice list them: what is equal is one line of as many. */
    List<PaymentRequest.Line> ofPayment(OrderRow order) {
        var together = new LinkedHashMap<Object, PaymentRequest.Line>();
        for (var line : of(order)) {
            var one = line.ofPayment();
            var kind = line.delegate() == null
                    ? line.id()
                    : List.of(one.description(), one.unitPrice(), one.taxRate(), String.valueOf(one.taxNote()));
            together.merge(kind, one, PaymentRequest.Line::plus);
        }
        return List.copyOf(together.values());
    }

    /** What the lines that are not cancelled use up. */
    Map<String, Integer> takes(OrderRow order) {
        return takes(of(order).stream().filter(line -> !line.isCancelled()).toList());
    }

    /** What these lines use up, or used up before they were cancelled. */
    Map<String, Integer> takes(OrderRow order, Collection<UUID> ids) {
        return takes(of(order).stream().filter(line -> ids.contains(line.id())).toList());
    }

    static Map<String, Integer> takes(List<Line> lines) {
        var sum = new TreeMap<String, Integer>();
        lines.forEach(line -> line.takes().forEach((key, n) -> sum.merge(key, n, Math::addExact)));
        return sum;
    }

    void cancel(Collection<UUID> lines, Instant now) {
        jdbc.sql("UPDATE order_line SET cancelled_at = :now WHERE id IN (:lines)")
                .param("now", Timestamp.from(now))
                .param("lines", lines)
                .update();
    }

    /** Other lines stand in their place from now on. */
    void replace(Collection<UUID> lines, Instant now) {
        if (lines.isEmpty()) return;
        jdbc.sql("UPDATE order_line SET cancelled_at = :now, replaced = true WHERE id IN (:lines)")
                .param("now", Timestamp.from(now))
                .param("lines", lines)
                .update();
    }

    /** A line over what a change does not give back. @param delegate null when it is not of one */
    void keep(OrderRow order, @Nullable UUID delegate, Money kept, BigDecimal taxRate) {
        var text = messages.getMessage("registration.credit.kept", null, order.locale());
        append(
                order.id(),
                List.of(new Quote.Line(Ids.next(), Line.KEPT, text, 1, kept, kept, taxRate, List.of(), delegate)));
    }

    private Line line(ResultSet row, CurrencyUnit currency) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("description"),
                row.getInt("quantity"),
                Money.ofMinor(currency, row.getLong("unit_minor")),
                Money.ofMinor(currency, row.getLong("total_minor")),
                plain(row.getBigDecimal("tax_rate")),
                row.getObject("whose", UUID.class),
                json.read(row.getString("takes"), TAKES),
                row.getString("field_key"),
                listed(row, currency),
                row.getString("tax_note"),
                row.getTimestamp("cancelled_at") != null,
                row.getBoolean("replaced"));
    }

    private static @Nullable Money listed(ResultSet row, CurrencyUnit currency) throws SQLException {
        var minor = row.getLong("list_minor");
        return row.wasNull() ? null : Money.ofMinor(currency, minor);
    }

    private static BigDecimal plain(BigDecimal rate) {
        var stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

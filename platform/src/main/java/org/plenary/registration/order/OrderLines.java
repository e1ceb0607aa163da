package org.plenary.registration.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.payments.PaymentRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lines of orders. */
@Component
class OrderLines {
    private final JdbcClient jdbc;

    OrderLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(
            UUID id, String kind, String description, int quantity, Money unitPrice, Money total, BigDecimal taxRate) {}

    List<Line> of(OrderRow order) {
        var currency = order.total().getCurrencyUnit();
        return jdbc.sql("SELECT * FROM order_line WHERE order_id = :order ORDER BY position")
                .param("order", order.id())
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("description"),
                        row.getInt("quantity"),
                        Money.ofMinor(currency, row.getLong("unit_minor")),
                        Money.ofMinor(currency, row.getLong("total_minor")),
                        plain(row.getBigDecimal("tax_rate"))))
                .list();
    }

    /** As a payment page and an invoice list them. */
    List<PaymentRequest.Line> ofPayment(OrderRow order) {
        return of(order).stream()
                .map(l -> new PaymentRequest.Line(l.description(), l.quantity(), l.unitPrice(), l.total(), l.taxRate()))
                .toList();
    }

    private static BigDecimal plain(BigDecimal rate) {
        var stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who stands before the desk. */
@Component
class DeskQueries {
    static final int MOST = 25;
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;

    DeskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name of the delegate; of the buyer when the order has none */
    record Hit(
            String order,
            OrderStatus status,
            String name,
            String email,
            @Nullable String ticket,
            @Nullable Instant checkedInAt,
            Money total) {}

    /**
     * By part of a name or an address, or by a whole order code or ticket as a scanner reads it; the codes first, then the newest.
     *
     * @return at most one more than {@link #MOST}
     */
    @Transactional(readOnly = true)
    public List<Hit> find(UUID conference, String query) {
        var text = query.strip();
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return jdbc.sql("""
                SELECT o.code, o.status, coalesce(d.name, o.contact_name) AS name, coalesce(d.email, o.contact_email) AS email,
                    d.ticket_code, d.checked_in_at, o.currency, o.total_minor
                FROM orders o LEFT JOIN delegate d ON d.order_id = o.id
                WHERE o.conference_id = :conference
                  AND (o.code = :code OR d.ticket_code = :code OR lower(d.name) LIKE :pattern OR lower(d.email) LIKE :pattern
                       OR lower(o.contact_name) LIKE :pattern OR lower(o.contact_email) LIKE :pattern)
                ORDER BY (o.code = :code OR d.ticket_code IS NOT DISTINCT FROM :code) DESC,
                    o.status IN ('cancelled', 'refunded'), o.id DESC, d.position
                LIMIT :limit""")
                .param("conference", conference)
                .param("code", cut.toUpperCase(Locale.ROOT))
                .param("pattern", pattern(cut))
                .param("limit", MOST + 1)
                .query(DeskQueries::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        var checkedIn = row.getTimestamp("checked_in_at");
        return new Hit(
                row.getString("code"),
                OrderStatus.of(row.getString("status")),
                row.getString("name"),
                row.getString("email"),
                row.getString("ticket_code"),
                checkedIn == null ? null : checkedIn.toInstant(),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total_minor")));
    }

    private static String pattern(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return "%" + lower.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

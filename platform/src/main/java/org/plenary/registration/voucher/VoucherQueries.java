package org.plenary.registration.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads vouchers with what became of them. */
@Component
class VoucherQueries {
    private static final int LONGEST_QUERY = 100;
    private static final String LIVE = """
            FROM order_line l JOIN orders o ON o.id = l.order_id
            WHERE l.voucher_id = v.id AND l.cancelled_at IS NULL AND o.status IN ('awaiting_approval', 'pending', 'confirmed')""";

    private final JdbcClient jdbc;
    private final Vouchers vouchers;

    VoucherQueries(JdbcClient jdbc, Vouchers vouchers) {
        this.jdbc = jdbc;
        this.vouchers = vouchers;
    }

    /**
     * @param used in orders that stand
     * @param given what buyers saved by it
     * @param paid what the places cost that were bought with it
     */
    record Row(Voucher voucher, int used, Money given, Money paid) {
        /** Templates call it. */
        public boolean isUsedUp() {
            return voucher.uses() != null && used >= voucher.uses();
        }
    }

    /** Of all vouchers of a conference. */
    record Totals(int vouchers, int used, Money given, Money paid) {}

    /** @param query part of a code or a label; null for all */
    @Transactional(readOnly = true)
    public Page<Row> page(ConferenceView conference, @Nullable String query, int limit, @Nullable UUID after) {
        return Page.of(
                list(conference, query, limit + 1, after),
                limit,
                row -> row.voucher().id().toString());
    }

    @Transactional(readOnly = true)
    public List<Row> list(ConferenceView conference, @Nullable String query, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                SELECT v.*, t.used, t.given, t.paid FROM voucher v, LATERAL (
                    SELECT count(*) AS used, coalesce(sum(coalesce(l.list_minor, l.total_minor) - l.total_minor), 0) AS given,
                        coalesce(sum(l.total_minor), 0) AS paid %s) AS t
                WHERE v.conference_id = :conference
                  AND (CAST(:pattern AS text) IS NULL OR lower(v.code) LIKE :pattern OR lower(v.terms ->> 'label') LIKE :pattern)
                  AND (CAST(:after AS uuid) IS NULL OR v.id < :after)
                ORDER BY v.id DESC LIMIT :limit""".formatted(LIVE))
                .param("conference", conference.id())
                .param("pattern", query == null || query.isBlank() ? null : pattern(query))
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row(row, n, conference.currency()))
                .list();
    }

    @Transactional(readOnly = true)
    public Totals totals(ConferenceView conference) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM voucher WHERE conference_id = :conference), count(*),
                    coalesce(sum(coalesce(l.list_minor, l.total_minor) - l.total_minor), 0), coalesce(sum(l.total_minor), 0)
                FROM voucher v, LATERAL (SELECT l.list_minor, l.total_minor %s) AS l WHERE v.conference_id = :conference""".formatted(LIVE))
                .param("conference", conference.id())
                .query((row, n) -> new Totals(
                        row.getInt(1),
                        row.getInt(2),
                        Money.ofMinor(conference.currency(), row.getLong(3)),
                        Money.ofMinor(conference.currency(), row.getLong(4))))
                .single();
    }

    private Row row(ResultSet row, int number, CurrencyUnit currency) throws SQLException {
        return new Row(
                vouchers.row(row, number),
                row.getInt("used"),
                Money.ofMinor(currency, row.getLong("given")),
                Money.ofMinor(currency, row.getLong("paid")));
    }

    private static String pattern(String query) {
        var text = query.strip().toLowerCase(Locale.ROOT);
        var cut = text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text;
        return "%" + cut.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

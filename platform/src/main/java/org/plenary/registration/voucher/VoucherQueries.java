package org.plenary.registration.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
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

    private static final String SELECT = """
            SELECT v.*, t.sums FROM voucher v, LATERAL (
                SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') AS sums FROM (SELECT o.currency, count(*) AS used,
                    sum(coalesce(l.list_minor, l.total_minor) - l.total_minor) AS given,
                    sum(l.total_minor) AS paid %s GROUP BY o.currency ORDER BY o.currency) AS c) AS t
            WHERE v.conference_id = :conference""".formatted(LIVE);

    private final JdbcClient jdbc;
    private final Vouchers vouchers;
    private final Json json;

    VoucherQueries(JdbcClient jdbc, Vouchers vouchers, Json json) {
        this.jdbc = jdbc;
        this.vouchers = vouchers;
        this.json = json;
    }

    /**
     * In one currency.
     *
     * @param given what buyers saved
     * @param paid what the places cost that were bought
     */
    record Sum(Money given, Money paid) {}

    /** As the database adds it up. */
    private record Minor(String currency, int used, long given, long paid) {}

    /**
     * @param used in orders that stand
     * @param sums one for each currency, that of the conference first
     */
    record Row(Voucher voucher, int used, List<Sum> sums) {
        Money given() {
            return sums.getFirst().given();
        }

        Money paid() {
            return sums.getFirst().paid();
        }

        /** Templates call it. */
        public boolean isUsedUp() {
            return voucher.uses() != null && used >= voucher.uses();
        }
    }

    /** Of all vouchers of a conference. */
    record Totals(int vouchers, int used, List<Sum> sums) {}

    @Transactional(readOnly = true)
    public Optional<Row> find(ConferenceView conference, String code) {
        return jdbc.sql(SELECT + " AND v.code = upper(:code)")
                .param("conference", conference.id())
                .param("code", code)
                .query((row, n) -> row(row, n, conference.currency()))
                .optional();
    }

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
        return jdbc.sql(SELECT + """

                 AND (CAST(:pattern AS text) IS NULL OR lower(v.code) LIKE :pattern OR lower(v.terms ->> 'label') LIKE :pattern)
                 AND (CAST(:after AS uuid) IS NULL OR v.id < :after)
                 ORDER BY v.id DESC LIMIT :limit""")
                .param("conference", conference.id())
                .param("pattern", query == null || query.isBlank() ? null : pattern(query))
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row(row, n, conference.currency()))
                .list();
    }

    @Transactional(readOnly = true)
    public Totals totals(ConferenceView conference) {
        var count = jdbc.sql("SELECT count(*)::int FROM voucher WHERE conference_id = :conference")
                .param("conference", conference.id())
                .query(Integer.class)
                .single();
        var minors = jdbc.sql("""
                SELECT l.currency, count(*)::int, sum(coalesce(l.list_minor, l.total_minor) - l.total_minor)::bigint,
                    sum(l.total_minor)::bigint
                FROM voucher v, LATERAL (SELECT o.currency, l.list_minor, l.total_minor %s) AS l
                WHERE v.conference_id = :conference GROUP BY l.currency ORDER BY l.currency""".formatted(LIVE))
                .param("conference", conference.id())
                .query((row, n) -> new Minor(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4)))
                .list();
        var used = minors.stream().mapToInt(Minor::used).sum();
        return new Totals(count, used, sums(minors, conference.currency()));
    }

    private Row row(ResultSet row, int number, CurrencyUnit currency) throws SQLException {
        var minors = List.of(json.read(row.getString("sums"), Minor[].class));
        var used = minors.stream().mapToInt(Minor::used).sum();
        return new Row(vouchers.row(row, number), used, sums(minors, currency));
    }

    /** Different currencies are never added up. */
    private static List<Sum> sums(List<Minor> minors, CurrencyUnit main) {
        var sums = new ArrayList<Sum>();
        sums.add(new Sum(Money.zero(main), Money.zero(main)));
        for (var each : minors) {
            var currency = CurrencyUnit.of(each.currency());
            var sum = new Sum(Money.ofMinor(currency, each.given()), Money.ofMinor(currency, each.paid()));
            if (currency.equals(main)) sums.set(0, sum);
            else sums.add(sum);
        }
        return List.copyOf(sums);
    }

    private static String pattern(String query) {
        var text = query.strip().toLowerCase(Locale.ROOT);
        var cut = text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text;
        return "%" + cut.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

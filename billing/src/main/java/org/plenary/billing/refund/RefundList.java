package org.plenary.billing.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound tenant's refunds by card, for people. One that was tried once more is told by its last try. */
@Component
class RefundList {
    private static final String SQL = """
            select r.id, p.reference, r.amount, r.currency, r.reason, r.status, r.failure, r.created_at, p.paid_with
            from refund r join payment p on p.id = r.payment_id
            where not exists (select 1 from refund n where n.key = r.key || ':again')
            """;

    private final JdbcClient jdbc;

    RefundList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param why as Stripe said it; null unless it failed */
    record Line(
            UUID id,
            String reference,
            Money amount,
            String reason,
            RefundStatus status,
            @Nullable String why,
            @Nullable String paidWith,
            Instant askedAt) {
        /** Whether somebody has to do something; templates call it. */
        public boolean failed() {
            return status == RefundStatus.FAILED;
        }
    }

    /** What failed first, then the newest. */
    List<Line> latest(int limit) {
        return jdbc.sql(SQL + "order by (r.status = 'FAILED') desc, r.created_at desc limit ?")
                .param(limit)
                .query(RefundList::line)
                .list();
    }

    Optional<Line> find(UUID id) {
        return jdbc.sql(SQL + "and r.id = ?").param(id).query(RefundList::line).optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                row.getString("reason"),
                RefundStatus.valueOf(row.getString("status")),
                row.getString("failure"),
                row.getString("paid_with"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

package org.plenary.billing.dues;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which reminders went out to the bound tenant's debtors, and who is not to get any. */
@Repository
@Transactional(propagation = Propagation.SUPPORTS)
class DebtorNotices {
    private final JdbcClient jdbc;

    DebtorNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who sent it by hand; null for what went out by itself */
    record Notice(
            UUID document,
            int level,
            String reference,
            Money amount,
            Instant at,
            @Nullable String by) {}

    /** False when this level of the document is written already, by whomever. */
    boolean insert(Notice notice) {
        return jdbc.sql("""
                        insert into dunning_notice (document, level, reference, amount, currency, sent_at, sent_by)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (document, level) do nothing""")
                        .param(notice.document())
                        .param(notice.level())
                        .param(notice.reference())
                        .param(notice.amount().getAmountMinorLong())
                        .param(notice.amount().getCurrencyUnit().getCode())
                        .param(Timestamp.from(notice.at()))
                        .param(notice.by())
                        .update()
                == 1;
    }

    /** The newest first. */
    List<Notice> of(String reference) {
        return jdbc.sql("select * from dunning_notice where reference = ? order by sent_at desc, level desc")
                .param(reference)
                .query((row, number) -> new Notice(
                        row.getObject("document", UUID.class),
                        row.getInt("level"),
                        row.getString("reference"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("sent_by")))
                .list();
    }

    /** False when it was so already. */
    boolean stop(String reference, String by, Instant at) {
        return jdbc.sql("""
                        insert into dunning_stop (reference, stopped_by, stopped_at) values (?, ?, ?)
                        on conflict (reference) do nothing""")
                        .param(reference)
                        .param(by)
                        .param(Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean resume(String reference) {
        return jdbc.sql("delete from dunning_stop where reference = ?")
                        .param(reference)
                        .update()
                == 1;
    }
}

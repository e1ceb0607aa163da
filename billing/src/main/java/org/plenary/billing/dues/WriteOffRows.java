package org.plenary.billing.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.payments.WriteOffs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's write-offs in the database, and what is open in the books while nobody else changes it. */
@Repository
@Transactional(propagation = Propagation.SUPPORTS)
class WriteOffRows implements WriteOffs {
    private final JdbcClient jdbc;

    WriteOffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else writes off or pays for this order until the caller's transaction ends. */
    void lock(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' receivable ' || ?, 0))")
                .param(reference)
                .query((row, number) -> true)
                .single();
    }

    /** What the receivables say of an order; negative while more was paid than invoiced. */
    Money balance(String reference, CurrencyUnit currency) {
        var minor = jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry
                        where account = 'receivables' and reference = ? and currency = ?""")
                .param(reference)
                .param(currency.getCode())
                .query(Long.class)
                .single();
        return Money.ofMinor(currency, minor);
    }

    @Override
    public Money standing(String reference, CurrencyUnit currency) {
        var minor = jdbc.sql("""
                        select coalesce(sum(amount - taken_back), 0) from write_off
                        where reference = ? and currency = ?""")
                .param(reference)
                .param(currency.getCode())
                .query(Long.class)
                .single();
        return Money.ofMinor(currency, minor);
    }

    void insert(WriteOff off) {
        jdbc.sql("""
                        insert into write_off (id, reference, subject, amount, currency, reason, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(off.id())
                .param(off.reference())
                .param(off.subject())
                .param(off.amount().getAmountMinorLong())
                .param(off.amount().getCurrencyUnit().getCode())
                .param(off.reason())
                .param(off.by())
                .param(Timestamp.from(off.at()))
                .update();
    }

    void takeBack(UUID id, Money amount) {
        jdbc.sql("update write_off set taken_back = taken_back + ? where id = ?")
                .param(amount.getAmountMinorLong())
                .param(id)
                .update();
    }

    void undone(UUID id, String by, Instant at) {
        jdbc.sql("update write_off set undone_by = ?, undone_at = ? where id = ?")
                .param(by)
                .param(Timestamp.from(at))
                .param(id)
                .update();
    }

    Optional<WriteOff> find(UUID id) {
        return jdbc.sql("select * from write_off where id = ?")
                .param(id)
                .query(WriteOffRows::row)
                .optional();
    }

    /** The newest first. */
    List<WriteOff> of(String reference) {
        return jdbc.sql("select * from write_off where reference = ? order by written_at desc, id desc")
                .param(reference)
                .query(WriteOffRows::row)
                .list();
    }

    List<WriteOff> latest(int limit) {
        return jdbc.sql("select * from write_off order by written_at desc, id desc limit ?")
                .param(limit)
                .query(WriteOffRows::row)
                .list();
    }

    private static WriteOff row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new WriteOff(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("subject", UUID.class),
                Money.ofMinor(currency, row.getLong("amount")),
                Money.ofMinor(currency, row.getLong("amount") - row.getLong("taken_back")),
                row.getString("reason"),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("undone_by"),
                undone == null ? null : undone.toInstant());
    }
}

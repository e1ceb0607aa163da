package org.plenary.billing.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of lines. */
@Component
class BankLines {
    private final JdbcClient jdbc;

    BankLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Null when this line is known already. @param hash names it, in whatever file it comes */
    @Nullable
    UUID add(UUID statement, StatementLine line, String hash) {
        var id = Ids.next();
        var added = jdbc.sql("""
                insert into bank_line (id, statement_id, hash, bank_id, booked_on, currency, amount, payer, payer_iban,
                    text, status)
                values (:id, :statement, :hash, :bank, :on, :currency, :amount, :payer, :iban, :text, 'open')
                on conflict (hash) do nothing""")
                .param("id", id)
                .param("statement", statement)
                .param("hash", hash)
                .param("bank", line.bankId())
                .param("on", line.bookedOn())
                .param("currency", line.amount().getCurrencyUnit().getCode())
                .param("amount", line.amount().getAmountMinorLong())
                .param("payer", line.payer())
                .param("iban", line.payerIban())
                .param("text", line.text())
                .update();
        return added == 1 ? id : null;
    }

    Optional<BankLine> find(UUID id) {
        return jdbc.sql("select * from bank_line where id = ?")
                .param(id)
                .query(BankLines::line)
                .optional();
    }

    Optional<BankLine> lock(UUID id) {
        return jdbc.sql("select * from bank_line where id = ? for update")
                .param(id)
                .query(BankLines::line)
                .optional();
    }

    /** @param show a status, or {@code return} for those of which money is to go back */
    List<BankLine> page(String show, @Nullable UUID after, int limit) {
        var which = show.equals("return") ? "owed_back > 0 and returned_at is null" : "status = :show";
        return jdbc.sql("select * from bank_line where " + which
                        + " and (cast(:after as uuid) is null or id < :after) order by id desc limit :limit")
                .param("show", show)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(BankLines::line)
                .list();
    }

    /** @param open waiting for a decision; @param owed with money that is to go back */
    record Counts(int open, int owed) {}

    Counts counts() {
        return jdbc.sql("""
                select count(*) filter (where status = 'open') as open,
                    count(*) filter (where owed_back > 0 and returned_at is null) as owed from bank_line""")
                .query((row, n) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
    }

    void assign(BankLine line, UUID subject, String reference, UUID assignment, @Nullable UUID receipt, Money taken) {
        jdbc.sql("""
                update bank_line set status = 'assigned', subject = :subject, reference = :reference,
                    assignment = :assignment, receipt_id = :receipt, taken = :taken, owed_back = amount - :taken,
                    reason = null
                where id = :id""")
                .param("subject", subject)
                .param("reference", reference)
                .param("assignment", assignment)
                .param("receipt", receipt, Types.OTHER)
                .param("taken", taken.getAmountMinorLong())
                .param("id", line.id())
                .update();
    }

    /** @param status open again, or set aside */
    void release(UUID id, String status, String reason) {
        jdbc.sql("""
                update bank_line set status = :status, subject = null, reference = null, assignment = null,
                    receipt_id = null, taken = 0, owed_back = 0, reason = :reason
                where id = :id""")
                .param("status", status)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void decided(UUID id, String by, java.time.Instant at) {
        jdbc.sql("update bank_line set decided_by = :by, decided_at = :at where id = :id")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void returned(UUID id, String by, java.time.Instant at) {
        jdbc.sql("update bank_line set returned_by = :by, returned_at = :at where id = :id")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static BankLine line(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        var returned = row.getObject("returned_at", OffsetDateTime.class);
        return new BankLine(
                row.getObject("id", UUID.class),
                row.getString("bank_id"),
                row.getObject("booked_on", LocalDate.class),
                Money.ofMinor(currency, row.getLong("amount")),
                row.getString("payer"),
                row.getString("payer_iban"),
                row.getString("text"),
                row.getString("status"),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                row.getObject("receipt_id", UUID.class),
                row.getObject("assignment", UUID.class),
                Money.ofMinor(currency, row.getLong("taken")),
                Money.ofMinor(currency, row.getLong("owed_back")),
                row.getString("reason"),
                row.getString("decided_by"),
                returned == null ? null : returned.toInstant());
    }
}

package org.plenary.billing.invoice;

import java.util.UUID;
import org.plenary.payments.Invoices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers without gaps: the series' row stays locked until the caller's transaction ends, so a number that is not used is
 * given again.
 */
@Component
class InvoiceNumbers {
    private final JdbcClient jdbc;

    InvoiceNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes everybody else who issues in this series wait until the caller's transaction ends. */
    void lock(UUID conference, Invoices.Kind kind, String prefix) {
        jdbc.sql("""
                        insert into invoice_series (conference_id, kind, prefix, next) values (?, ?, ?, 1)
                        on conflict (conference_id, kind) do nothing""").param(conference).param(kind.name()).param(prefix).update();
        jdbc.sql("select next from invoice_series where conference_id = ? and kind = ? for update")
                .param(conference)
                .param(kind.name())
                .query(Long.class)
                .single();
    }

    /** The next number of a series that the caller has locked. */
    String next(UUID conference, Invoices.Kind kind) {
        return jdbc.sql("""
                        update invoice_series set next = next + 1 where conference_id = ? and kind = ?
                        returning prefix, next - 1 as number""")
                .param(conference)
                .param(kind.name())
                .query((row, n) -> format(row.getString("prefix"), kind, row.getLong("number")))
                .single();
    }

    /** {@code ICMS27-INV-00001}. */
    static String format(String prefix, Invoices.Kind kind, long number) {
        var mark = switch (kind) {
            case INVOICE -> "INV";
            case RECEIPT -> "REC";
            case CREDIT_NOTE -> "CN";
        };
        return "%s-%s-%05d".formatted(prefix, mark, number);
    }
}

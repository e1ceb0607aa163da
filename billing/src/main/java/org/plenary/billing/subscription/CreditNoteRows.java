package org.plenary.billing.subscription;

import com.stripe.model.CreditNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform took back of its invoices, as Stripe last showed each note. */
@Component
class CreditNoteRows {
    private final JdbcClient jdbc;

    CreditNoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param invoice the number of the invoice of which something is taken back */
    record Row(
            String number,
            String invoice,
            String status,
            Money total,
            Money tax,
            @Nullable String memo,
            Instant issuedAt,
            @Nullable String pdf) {}

    /** Repeats safely. What is void stays so. */
    @Transactional
    public void keep(TenantId tenant, CreditNote seen) {
        var tax = seen.getTotalTaxes() == null
                ? 0
                : seen.getTotalTaxes().stream()
                        .mapToLong(CreditNote.TotalTax::getAmount)
                        .sum();
        var currency = seen.getCurrency();
        jdbc.sql("""
                        insert into control.platform_credit_note (credit_note_id, invoice_id, tenant_id, number, status, currency,
                            total_minor, tax_minor, returned_minor, reason, memo, issued_at, pdf)
                        values (:id, :invoice, :tenant, :number, :status, :currency, :total, :tax, :returned, :reason, :memo, :at, :pdf)
                        on conflict (credit_note_id) do update set status = excluded.status, pdf = excluded.pdf
                        where control.platform_credit_note.status <> 'void'""")
                .param("id", seen.getId())
                .param("invoice", seen.getInvoice())
                .param("tenant", tenant.value())
                .param("number", seen.getNumber())
                .param("status", seen.getStatus())
                .param("currency", currency.toUpperCase(Locale.ROOT))
                .param("total", minor(seen.getTotal(), currency))
                .param("tax", minor(tax, currency))
                .param("returned", minor(seen.getPostPaymentAmount(), currency))
                .param("reason", seen.getReason())
                .param("memo", seen.getMemo())
                .param("at", Timestamp.from(Instant.ofEpochSecond(seen.getCreated())))
                .param("pdf", seen.getPdf())
                .update();
    }

    List<Row> newest(TenantId tenant, int limit) {
        return jdbc.sql("""
                        select n.number, i.number as invoice, n.status, n.currency, n.total_minor, n.tax_minor, n.memo, n.issued_at, n.pdf
                        from control.platform_credit_note n join control.platform_invoice i on i.invoice_id = n.invoice_id
                        where n.tenant_id = ? order by n.issued_at desc, n.number desc limit ?""")
                .params(tenant.value(), limit)
                .query(CreditNoteRows::row)
                .list();
    }

    /** Whose invoice it is, if it is one of ours. */
    Optional<TenantId> tenantOf(String invoice) {
        return jdbc.sql("select tenant_id from control.platform_invoice where invoice_id = ?")
                .param(invoice)
                .query(UUID.class)
                .optional()
                .map(TenantId::of);
    }

    private static long minor(long units, String currency) {
        return StripeMoney.money(units, currency).getAmountMinorLong();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new Row(
                row.getString("number"),
                row.getString("invoice"),
                row.getString("status"),
                Money.ofMinor(currency, row.getLong("total_minor")),
                Money.ofMinor(currency, row.getLong("tax_minor")),
                row.getString("memo"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("pdf"));
    }
}

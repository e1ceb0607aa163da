package org.plenary.billing.subscription;

import com.stripe.model.Invoice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform asked of organizations, as Stripe last showed each invoice. */
@Component
class PlatformInvoices {
    private final JdbcClient jdbc;

    PlatformInvoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param status {@code open}, {@code paid}, {@code uncollectible} or {@code void}
     * @param page where it can be looked at and paid
     */
    record Row(
            String id,
            String number,
            String status,
            Money due,
            Money paid,
            Money tax,
            Instant issuedAt,
            @Nullable String page,
            @Nullable String pdf) {
        public boolean canBeCredited() {
            return due.isPositive() && (status.equals("open") || status.equals("paid"));
        }

        public boolean isOpen() {
            return status.equals("open") || status.equals("uncollectible");
        }
    }

    /** Keeps what Stripe shows; a draft has no number and is nobody's concern yet. What is paid or void stays so. */
    @Transactional
    public void keep(TenantId tenant, Invoice seen) {
        if (seen.getStatus().equals("draft") || seen.getNumber() == null) return;
        var issued = seen.getStatusTransitions().getFinalizedAt();
        var paid = seen.getStatusTransitions().getPaidAt();
        jdbc.sql("""
                        insert into control.platform_invoice
                            (invoice_id, tenant_id, number, status, currency, due_minor, paid_minor, tax_minor, issued_at, paid_at,
                             page, pdf)
                        values (:id, :tenant, :number, :status, :currency, :due, :paid, :tax, :issued, :paidAt, :page, :pdf)
                        on conflict (invoice_id) do update set status = excluded.status, paid_minor = excluded.paid_minor,
                            due_minor = excluded.due_minor, paid_at = excluded.paid_at, page = excluded.page, pdf = excluded.pdf
                        where control.platform_invoice.status not in ('paid', 'void')""")
                .param("id", seen.getId())
                .param("tenant", tenant.value())
                .param("number", seen.getNumber())
                .param("status", seen.getStatus())
                .param("currency", seen.getCurrency().toUpperCase(Locale.ROOT))
                .param("due", minor(seen.getAmountDue(), seen.getCurrency()))
                .param("tax", minor(tax(seen), seen.getCurrency()))
                .param("paid", minor(seen.getAmountPaid(), seen.getCurrency()))
                .param("issued", Timestamp.from(Instant.ofEpochSecond(issued == null ? seen.getCreated() : issued)))
                .param("paidAt", paid == null ? null : Timestamp.from(Instant.ofEpochSecond(paid)))
                .param("page", seen.getHostedInvoiceUrl())
                .param("pdf", seen.getInvoicePdf())
                .update();
    }

    private static long tax(Invoice seen) {
        return seen.getTotalTaxes() == null
                ? 0
                : seen.getTotalTaxes().stream()
                        .mapToLong(Invoice.TotalTax::getAmount)
                        .sum();
    }

    private static long minor(long units, String currency) {
        return StripeMoney.money(units, currency).getAmountMinorLong();
    }

    List<Row> newest(TenantId tenant, int limit) {
        return jdbc.sql("""
                        select invoice_id, number, status, currency, due_minor, paid_minor, tax_minor, issued_at, page, pdf from control.platform_invoice
                        where tenant_id = ? and due_minor > 0 order by issued_at desc, number desc limit ?""")
                .params(tenant.value(), limit)
                .query(PlatformInvoices::row)
                .list();
    }

    /** The oldest that is still to be paid. */
    Optional<Row> open(TenantId tenant) {
        return jdbc.sql("""
                        select invoice_id, number, status, currency, due_minor, paid_minor, tax_minor, issued_at, page, pdf from control.platform_invoice
                        where tenant_id = ? and status in ('open', 'uncollectible') order by issued_at limit 1""").param(tenant.value()).query(PlatformInvoices::row).optional();
    }

    /** One of the tenant's, by Stripe's id. */
    Optional<Row> find(TenantId tenant, String id) {
        return jdbc.sql("""
                        select invoice_id, number, status, currency, due_minor, paid_minor, tax_minor, issued_at, page, pdf
                        from control.platform_invoice where tenant_id = ? and invoice_id = ?""")
                .params(tenant.value(), id)
                .query(PlatformInvoices::row)
                .optional();
    }

    boolean owes(TenantId tenant) {
        return open(tenant).isPresent();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var currency = org.joda.money.CurrencyUnit.of(row.getString("currency"));
        return new Row(
                row.getString("invoice_id"),
                row.getString("number"),
                row.getString("status"),
                Money.ofMinor(currency, row.getLong("due_minor")),
                Money.ofMinor(currency, row.getLong("paid_minor")),
                Money.ofMinor(currency, row.getLong("tax_minor")),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("page"),
                row.getString("pdf"));
    }
}

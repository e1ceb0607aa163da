package org.plenary.billing.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRemains;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The platform's own invoices to an organization belong to the platform's books, and stay in them as long as these are kept. */
@Component
class KeptInvoices implements TenantRemains {
    /** Counted from the end of the year; the longest of the periods that the tax laws of the EU ask of invoices. */
    private static final int YEARS = 10;

    private final JdbcClient jdbc;

    KeptInvoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Remain> of(TenantId tenant) {
        return jdbc.sql("""
                        select count(*), max(issued_at) from (
                            select issued_at from control.platform_invoice where tenant_id = :tenant
                            union all
                            select issued_at from control.platform_credit_note where tenant_id = :tenant) kept
                        having count(*) > 0""")
                .param("tenant", tenant.value())
                .query(KeptInvoices::remain)
                .optional();
    }

    private static Remain remain(ResultSet row, int number) throws SQLException {
        var newest = row.getTimestamp(2).toInstant().atZone(ZoneOffset.UTC);
        return new Remain("invoices", row.getLong(1), LocalDate.of(newest.getYear() + YEARS, Month.DECEMBER, 31));
    }
}

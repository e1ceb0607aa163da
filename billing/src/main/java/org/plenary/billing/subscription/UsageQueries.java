package org.plenary.billing.subscription;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what billing itself knows of the bound tenant. */
@Component
class UsageQueries {
    private final JdbcClient jdbc;

    UsageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param payments that brought money @param documents invoices and credit notes */
    record Usage(long payments, long documents) {}

    @Transactional(readOnly = true)
    public Usage now() {
        return jdbc.sql("""
                        select (select count(*) from payment where confirmed) as payments,
                            (select count(*) from invoice) as documents""")
                .query((row, number) -> new Usage(row.getLong("payments"), row.getLong("documents")))
                .single();
    }
}

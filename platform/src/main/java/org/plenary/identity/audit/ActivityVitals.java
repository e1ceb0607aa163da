package org.plenary.identity.audit;

import java.time.YearMonth;
import java.util.List;
import org.plenary.tenancy.TenantVitals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an operator did to the tenant is no sign of life of its own. */
@Component
class ActivityVitals implements TenantVitals {
    private final JdbcClient jdbc;

    ActivityVitals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Vital> of(YearMonth since) {
        return jdbc.sql("""
                        select at from audit_entry
                        where caller <> 'anonymous' and caller not like 'support:%' and action <> 'operator.changed'
                            and action not like 'support.%'
                        order by id desc limit 1""")
                .query((row, number) ->
                        (Vital) new LastActive(row.getTimestamp(1).toInstant()))
                .list();
    }
}

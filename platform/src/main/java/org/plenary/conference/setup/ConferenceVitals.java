package org.plenary.conference.setup;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.plenary.tenancy.TenantVitals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ConferenceVitals implements TenantVitals {
    private final JdbcClient jdbc;

    ConferenceVitals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Vital> of(YearMonth since) {
        return jdbc.sql("""
                        select to_char(created_at at time zone 'UTC', 'YYYY-MM'), count(*) from conference
                        where created_at >= ? group by 1""")
                .param(Timestamp.from(
                        since.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query((row, number) ->
                        (Vital) new Came(Kind.CONFERENCES, YearMonth.parse(row.getString(1)), row.getLong(2)))
                .list();
    }
}

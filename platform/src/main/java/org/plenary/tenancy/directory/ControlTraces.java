package org.plenary.tenancy.directory;

import java.util.List;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantTraces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself holds of a tenant: its schema, and what is under way for it. */
@Configuration(proxyBeanMethods = false)
class ControlTraces {
    private static final String ROWS = """
            select coalesce(sum((xpath('/row/n/text()', query_to_xml(
                format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint), 0)
            from pg_tables where schemaname = ?""";

    private record Counted(String kind, JdbcClient jdbc, List<String> queries, boolean bySchema)
            implements TenantTraces {
        @Override
        public long count(TenantId tenant, String schema) {
            return queries.stream()
                    .mapToLong(query -> jdbc.sql(query)
                            .param(bySchema ? schema : tenant.toString())
                            .query(Long.class)
                            .single())
                    .sum();
        }
    }

    @Bean
    TenantTraces tableTraces(JdbcClient jdbc) {
        return new Counted("tables", jdbc, List.of("select count(*) from pg_tables where schemaname = ?"), true);
    }

    @Bean
    TenantTraces rowTraces(JdbcClient jdbc) {
        return new Counted("rows", jdbc, List.of(ROWS), true);
    }

    /** Whoever has not heard of the erasure yet has not done their part of it. */
    @Bean
    TenantTraces eventTraces(JdbcClient jdbc) {
        return new Counted(
                "events",
                jdbc,
                List.of(
                        "select count(*) from control.event_publication where position(? in serialized_event) > 0",
                        "select count(*) from control.late_event where position(? in serialized_event) > 0"),
                false);
    }

    @Bean
    TenantTraces jobTraces(JdbcClient jdbc) {
        return new Counted("jobs", jdbc, List.of("select count(*)" + Erasure.JOBS), false);
    }
}

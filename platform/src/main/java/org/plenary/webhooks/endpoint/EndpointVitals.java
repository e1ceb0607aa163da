package org.plenary.webhooks.endpoint;

import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.plenary.tenancy.TenantVitals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The endpoints that do not answer: their hosts alone, for the rest of an address can be a secret. */
@Component
class EndpointVitals implements TenantVitals {
    private final JdbcClient jdbc;

    EndpointVitals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Vital> of(YearMonth since) {
        return jdbc.sql("""
                        select e.id, e.url, coalesce(e.failing_since, e.stopped_at) as since, e.stopped_for is not null as stopped,
                            (select count(*) from webhook_delivery d where d.endpoint_id = e.id
                                and d.created_at >= coalesce(e.failing_since, e.stopped_at) - interval '3 days'
                                and (d.status = 'failed' or d.status = 'waiting' and d.tries > 0))::int as failures
                        from webhook_endpoint e
                        where e.active and e.failing_since is not null
                            or e.stopped_for is not null and e.stopped_at is not null""")
                .query((row, number) -> (Vital) new Unreached(
                        row.getObject("id", UUID.class),
                        host(row.getString("url")),
                        row.getInt("failures"),
                        row.getTimestamp("since").toInstant(),
                        row.getBoolean("stopped")))
                .list();
    }

    private static String host(String url) {
        var host = URI.create(url).getHost();
        return host == null ? "" : host;
    }
}

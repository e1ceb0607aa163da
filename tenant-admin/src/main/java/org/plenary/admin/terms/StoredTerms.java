package org.plenary.admin.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions and who accepted which, as they are stored. */
@Component
public class StoredTerms {
    private static final String SELECT = "select version, texts, published_at, published_by from control.terms ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    StoredTerms(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param version that an organization has accepted */
    record Acceptance(int version, Instant acceptedAt, String name) {}

    /** The one that counts now; empty while the operator has published none, and then none are asked for. */
    public Optional<Terms> current() {
        return jdbc.sql(SELECT + "order by version desc limit 1")
                .query(this::terms)
                .optional();
    }

    Optional<Terms> find(int version) {
        return jdbc.sql(SELECT + "where version = ?")
                .param(version)
                .query(this::terms)
                .optional();
    }

    /** The newest first. */
    List<Terms> all(int most) {
        return jdbc.sql(SELECT + "order by version desc limit ?")
                .param(most)
                .query(this::terms)
                .list();
    }

    void publish(int version, LocalizedText texts, String by) {
        jdbc.sql("insert into control.terms (version, texts, published_at, published_by) values (?, ?::jsonb, ?, ?)")
                .params(version, json.write(texts), Timestamp.from(clock.instant()), by)
                .update();
    }

    /** Repeats safely: the first who accepted a version is kept. */
    public void accept(TenantId tenant, int version, UUID account, String name) {
        jdbc.sql("""
                        insert into control.terms_acceptance (tenant_id, version, accepted_at, account_id, name)
                        values (?, ?, ?, ?, ?) on conflict (tenant_id, version) do nothing""")
                .params(tenant.value(), version, Timestamp.from(clock.instant()), account, name)
                .update();
    }

    /** The newest first. */
    List<Acceptance> acceptedBy(TenantId tenant) {
        return jdbc.sql("""
                        select version, accepted_at, name from control.terms_acceptance
                        where tenant_id = ? order by version desc limit 50""")
                .param(tenant.value())
                .query((row, number) ->
                        new Acceptance(row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                .list();
    }

    /** How many active organizations have accepted a version. */
    int count(int version) {
        return jdbc.sql("""
                        select count(*) from control.terms_acceptance a join control.tenant t on t.id = a.tenant_id
                        where a.version = ? and t.status = 'ACTIVE'""").param(version).query(Integer.class).single();
    }

    private Terms terms(ResultSet row, int number) throws SQLException {
        return new Terms(
                row.getInt("version"),
                json.read(row.getString("texts"), LocalizedText.class),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by"));
    }
}

package org.plenary.admin.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The claims as they are stored: one for each tenant at most. Every statement names the tenant. */
@Component
class DomainClaims {
    private static final String SELECT =
            "select tenant_id, name, token, claimed_at, proved_at, checked_at, missing_since from control.domain_claim ";

    private final JdbcClient jdbc;

    DomainClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DomainClaim> of(TenantId tenant) {
        return jdbc.sql(SELECT + "where tenant_id = ?")
                .param(tenant.value())
                .query(DomainClaims::claim)
                .optional();
    }

    /** Those that are in use, by their tenants. @param after the last that was seen */
    List<DomainClaim> proved(@Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where proved_at is not null and (cast(:after as uuid) is null or tenant_id > :after)
                        order by tenant_id limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query(DomainClaims::claim)
                .list();
    }

    void put(DomainClaim claim) {
        jdbc.sql("""
                        insert into control.domain_claim
                            (tenant_id, name, token, claimed_at, proved_at, checked_at, missing_since)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id) do update set name = excluded.name, token = excluded.token,
                            claimed_at = excluded.claimed_at, proved_at = excluded.proved_at,
                            checked_at = excluded.checked_at, missing_since = excluded.missing_since""")
                .param(claim.tenant().value())
                .param(claim.name())
                .param(claim.token())
                .param(at(claim.claimedAt()))
                .param(at(claim.provedAt()))
                .param(at(claim.checkedAt()))
                .param(at(claim.missingSince()))
                .update();
    }

    void delete(TenantId tenant) {
        jdbc.sql("delete from control.domain_claim where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    private static @Nullable Timestamp at(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static DomainClaim claim(ResultSet row, int number) throws SQLException {
        return new DomainClaim(
                TenantId.of(row.getObject("tenant_id", UUID.class)),
                row.getString("name"),
                row.getString("token"),
                row.getTimestamp("claimed_at").toInstant(),
                instant(row, "proved_at"),
                instant(row, "checked_at"),
                instant(row, "missing_since"));
    }
}

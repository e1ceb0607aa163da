package org.plenary.admin.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The certificates as they were issued. */
@Component
public class Certificates {
    private static final String SELECT =
            "select number, issued_at, facts, restored_at from control.deletion_certificate ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Certificates(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @return its number */
    String issue(TenantId tenant, Certificate.Facts facts, List<Inventory.Recipient> recipients) {
        var now = clock.instant();
        var count = jdbc.sql("select nextval('control.deletion_certificate_number')")
                .query(Long.class)
                .single();
        var number = "DC-%d-%05d".formatted(now.atZone(ZoneOffset.UTC).getYear(), count);
        jdbc.sql("""
                        insert into control.deletion_certificate (number, tenant_id, issued_at, facts, recipients)
                        values (?, ?, ?, cast(? as jsonb), cast(? as jsonb))""")
                .params(number, tenant.value(), Timestamp.from(now), json.write(facts), json.write(recipients))
                .update();
        return number;
    }

    /** From now on the last one of this tenant does not stand. */
    public void restored(TenantId tenant) {
        jdbc.sql("update control.deletion_certificate set restored_at = ? where tenant_id = ? and restored_at is null")
                .params(Timestamp.from(clock.instant()), tenant.value())
                .update();
    }

    Optional<Certificate> find(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(this::map)
                .optional();
    }

    Certificate require(String number) {
        return find(number).orElseThrow(() -> new Problem.NotFound("The certificate"));
    }

    /** The newest first, at most {@code limit} before the given number. */
    List<Certificate> page(int limit, @Nullable String before) {
        return jdbc.sql(SELECT
                        + "where cast(:before as text) is null or number < :before order by number desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** Who is still to be told. */
    List<Inventory.Recipient> recipients(String number) {
        return jdbc.sql(
                        "select recipients from control.deletion_certificate where number = ? and recipients is not null")
                .param(number)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, new TypeReference<List<Inventory.Recipient>>() {}))
                .orElse(List.of());
    }

    void told(String number) {
        jdbc.sql("update control.deletion_certificate set recipients = null where number = ?")
                .param(number)
                .update();
    }

    private Certificate map(ResultSet row, int at) throws SQLException {
        var restored = row.getTimestamp("restored_at");
        @Nullable Instant restoredAt = restored == null ? null : restored.toInstant();
        return new Certificate(
                row.getString("number"),
                row.getTimestamp("issued_at").toInstant(),
                json.read(row.getString("facts"), Certificate.Facts.class),
                restoredAt);
    }
}

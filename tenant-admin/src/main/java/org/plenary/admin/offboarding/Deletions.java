package org.plenary.admin.offboarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.certificate.Inventory;
import org.plenary.kernel.Json;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tenants that are leaving. Those that are gone stay here as a bare id and dates. */
@Component
public class Deletions {
    private static final String SELECT = """
            select tenant_id, requested_by, requested_at, erase_after, status_before, exported_at, archive_bytes, failures,
                asked_by, asker_name
            from control.tenant_deletion""";
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Deletions(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param kind {@link Deletion#OPERATOR} or {@link Deletion#OWNER}, @param name of an owner, for the certificate */
    record Asker(String id, String kind, @Nullable String name) {}

    public Optional<Deletion> of(TenantId tenant) {
        return jdbc.sql(SELECT + " where tenant_id = ? and erased_at is null")
                .param(tenant.value())
                .query(Deletions::map)
                .optional();
    }

    /** @return false when it was asked for before: the first date stands */
    boolean insert(TenantId tenant, TenantStatus before, Asker asker, Instant eraseAfter) {
        return jdbc.sql("""
                        insert into control.tenant_deletion
                            (tenant_id, requested_by, requested_at, erase_after, status_before, asked_by, asker_name)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id) do nothing""")
                        .params(
                                tenant.value(),
                                asker.id(),
                                now(),
                                Timestamp.from(eraseAfter),
                                before.name(),
                                asker.kind())
                        .param(asker.name())
                        .update()
                == 1;
    }

    /** @return empty when there is none that could still be taken back */
    Optional<Deletion> remove(TenantId tenant) {
        return jdbc.sql("""
                        delete from control.tenant_deletion where tenant_id = ? and erased_at is null
                        returning tenant_id, requested_by, requested_at, erase_after, status_before, exported_at,
                            archive_bytes, failures, asked_by, asker_name""").param(tenant.value()).query(Deletions::map).optional();
    }

    List<TenantId> toExport() {
        return ids("exported_at is null and erased_at is null");
    }

    List<TenantId> toErase() {
        return ids("exported_at is not null and erased_at is null and erase_after <= now_given");
    }

    List<TenantId> toCertify() {
        return ids("files_erased_at is not null and certified_at is null and inventory is not null");
    }

    List<TenantId> withFilesLeft() {
        return ids("erased_at is not null and files_erased_at is null");
    }

    private List<TenantId> ids(String condition) {
        return jdbc.sql(
                        "select tenant_id from control.tenant_deletion, (select cast(? as timestamptz) as now_given) given"
                                + " where " + condition + " order by failures, erase_after limit " + AT_ONCE)
                .param(now())
                .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @return false when the deletion was taken back in the meantime */
    boolean exported(TenantId tenant, @Nullable Long bytes, @Nullable Instant asked) {
        return jdbc.sql("""
                        update control.tenant_deletion set exported_at = ?, archive_bytes = ?
                        where tenant_id = ? and exported_at is null and erased_at is null
                          and (cast(? as timestamptz) is null or requested_at <= ?)""")
                        .param(now())
                        .param(bytes)
                        .param(tenant.value())
                        .param(stamp(asked))
                        .param(stamp(asked))
                        .update()
                == 1;
    }

    /** Marks it as erased, in the transaction that erases; false when it is not to be, or not yet. */
    boolean erased(TenantId tenant, Inventory inventory) {
        return jdbc.sql("""
                        update control.tenant_deletion set erased_at = ?, inventory = cast(? as jsonb), asker_name = null
                        where tenant_id = ? and erased_at is null and exported_at is not null and erase_after <= ?""")
                        .params(now(), json.write(inventory), tenant.value(), now())
                        .update()
                == 1;
    }

    /** What is known of one that is erased and not certified yet. */
    Gone gone(TenantId tenant) {
        return jdbc.sql("select inventory, requested_at, erased_at from control.tenant_deletion where tenant_id = ?")
                .param(tenant.value())
                .query((row, number) -> new Gone(
                        json.read(row.getString("inventory"), Inventory.class),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getTimestamp("erased_at").toInstant()))
                .single();
    }

    record Gone(Inventory inventory, Instant askedAt, Instant erasedAt) {}

    /** @return false when another node was faster */
    boolean certified(TenantId tenant) {
        return jdbc.sql("""
                        update control.tenant_deletion set certified_at = ?, inventory = null
                        where tenant_id = ? and certified_at is null""").params(now(), tenant.value()).update() == 1;
    }

    void filesErased(TenantId tenant) {
        jdbc.sql("update control.tenant_deletion set files_erased_at = ? where tenant_id = ?")
                .params(now(), tenant.value())
                .update();
    }

    void failed(TenantId tenant) {
        jdbc.sql("update control.tenant_deletion set failures = failures + 1 where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    /** Whether it is gone, and not everything of it: what came back now would be erased with the rest. */
    public boolean isBeingErased(TenantId tenant) {
        return jdbc.sql("""
                        select 1 from control.tenant_deletion
                        where tenant_id = ? and erased_at is not null and (files_erased_at is null or inventory is not null)""")
                .param(tenant.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Of a tenant that is back. */
    public void forget(TenantId tenant) {
        jdbc.sql("delete from control.tenant_deletion where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Deletion map(ResultSet row, int number) throws SQLException {
        var exported = row.getTimestamp("exported_at");
        return new Deletion(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("erase_after").toInstant(),
                TenantStatus.valueOf(row.getString("status_before")),
                exported == null ? null : exported.toInstant(),
                row.getObject("archive_bytes", Long.class),
                row.getInt("failures"),
                row.getString("asked_by"),
                row.getString("asker_name"));
    }
}

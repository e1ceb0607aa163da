package org.plenary.admin.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which backups there are. */
@Component
class BackupRows {
    private static final int MOST_UNDER_WAY = 20;
    private static final String SELECT = """
            select id, tenant_id, slug, name, known, schema_version, made_at, keep_until, reason, bytes, row_count, file_count,
                sealed_key
            from control.tenant_backup\s""";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    BackupRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Whose work is done twice, after a crash, keeps one row. */
    void insert(Backup backup) {
        jdbc.sql("""
                        insert into control.tenant_backup (id, tenant_id, slug, name, known, schema_version, made_at,
                            keep_until, reason, bytes, row_count, file_count, sealed_key)
                        values (:id, :tenant, :slug, :name, cast(:known as jsonb), :version, :made, :until, :reason, :bytes,
                            :rows, :files, :key)
                        on conflict (id) do update set sealed_key = excluded.sealed_key, made_at = excluded.made_at,
                            bytes = excluded.bytes, row_count = excluded.row_count, file_count = excluded.file_count,
                            schema_version = excluded.schema_version""")
                .param("id", backup.id())
                .param("tenant", backup.tenant().value())
                .param("slug", backup.slug())
                .param("name", backup.name())
                .param("known", json.write(backup.known()))
                .param("version", backup.schemaVersion())
                .param("made", Timestamp.from(backup.madeAt()))
                .param("until", Timestamp.from(backup.keepUntil()))
                .param("reason", backup.reason())
                .param("bytes", backup.bytes())
                .param("rows", backup.rows())
                .param("files", backup.files())
                .param("key", backup.sealedKey())
                .update();
    }

    Backup require(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("The backup"));
    }

    Optional<Instant> newest(TenantId tenant) {
        return jdbc.sql("select max(made_at) from control.tenant_backup where tenant_id = ? having count(*) > 0")
                .param(tenant.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The newest first; @param slug of one organization, or null for all, @param before the id that the page before ended with */
    List<Backup> page(@Nullable String slug, int limit, @Nullable UUID before) {
        return jdbc.sql(SELECT + """
                        where (cast(:slug as text) is null or slug = :slug)
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit""")
                .param("slug", slug)
                .param("before", before)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** Those tenants, some at a time, that have had no backup for so long; one that is new waits as long. */
    List<UUID> due(Duration age, int limit) {
        return jdbc.sql("""
                        select t.id from control.tenant t
                        where t.status in ('ACTIVE', 'SUSPENDED') and t.schema_version is not null and t.created_at < :since
                          and not exists (select 1 from control.tenant_backup b
                                          where b.tenant_id = t.id and b.made_at >= :since)
                          and not exists (select 1 from control.tenant_job j
                                          where j.tenant_id = t.id and j.kind = 'BACKUP'
                                            and (j.status in ('WAITING', 'RUNNING') or j.asked_at >= :since))
                        order by t.id limit :limit""")
                .param("since", Timestamp.from(clock.instant().minus(age)))
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those whose time is over; the newest of an organization that is here stays, however old it is. */
    List<Backup> over(int limit) {
        return jdbc.sql(SELECT + """
                        old where keep_until < ?
                          and (not exists (select 1 from control.tenant t where t.id = old.tenant_id)
                               or exists (select 1 from control.tenant_backup b
                                          where b.tenant_id = old.tenant_id and b.made_at > old.made_at))
                        order by keep_until limit ?""")
                .params(Timestamp.from(clock.instant()), limit)
                .query(this::map)
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from control.tenant_backup where id = ?").param(id).update();
    }

    /** Those of a tenant that is erased are kept until then at most. */
    void shorten(TenantId tenant, Instant until) {
        jdbc.sql("update control.tenant_backup set keep_until = least(keep_until, ?) where tenant_id = ?")
                .params(Timestamp.from(until), tenant.value())
                .update();
    }

    /** How many there are of a tenant, and until when the last of them is kept. */
    Optional<Kept> kept(TenantId tenant) {
        return jdbc.sql("""
                        select count(*), max(keep_until) from control.tenant_backup where tenant_id = ?
                        having count(*) > 0""")
                .param(tenant.value())
                .query((row, number) ->
                        new Kept(row.getLong(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    record Kept(long count, Instant until) {}

    private Backup map(ResultSet row, int number) throws SQLException {
        return new Backup(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                json.read(row.getString("known"), Backup.Known.class),
                row.getString("schema_version"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("keep_until").toInstant(),
                row.getString("reason"),
                row.getLong("bytes"),
                row.getLong("row_count"),
                row.getInt("file_count"),
                row.getString("sealed_key"));
    }

    /** What is being made or put back. @param kind as in the keys of its words */
    record UnderWay(UUID id, String kind, String organization) {}

    /** Those that wait longest come first. */
    List<UnderWay> underWay() {
        return jdbc.sql("""
                        select j.id, lower(j.kind), t.name from control.tenant_job j join control.tenant t on t.id = j.tenant_id
                        where j.status in ('WAITING', 'RUNNING') order by j.asked_at limit ?""")
                .param(MOST_UNDER_WAY)
                .query((row, number) -> new UnderWay(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }
}

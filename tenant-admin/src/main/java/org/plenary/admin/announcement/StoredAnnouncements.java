package org.plenary.admin.announcement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Remembered;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The announcements in the database; those that are shown now are remembered for some seconds, for every page asks for them. */
@Component
class StoredAnnouncements {
    private static final String SELECT = "select * from control.announcement";
    private static final int MOST_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final Remembered<String, List<Announcement>> now = new Remembered<>(Duration.ofSeconds(15));

    StoredAnnouncements(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The most urgent first, and of those the newest. */
    List<Announcement> shown() {
        var at = clock.instant();
        return now.of("", key -> open()).stream()
                .filter(each -> each.isShown(at))
                .toList();
    }

    /** Those that are not over: some of them begin while they are remembered. */
    private List<Announcement> open() {
        return jdbc.sql(SELECT + """
                         where until_at > ? and withdrawn_at is null
                        order by case kind when 'WARNING' then 1 when 'MAINTENANCE' then 2 else 3 end, published_at desc limit ?""")
                .params(Timestamp.from(clock.instant()), MOST_AT_ONCE)
                .query(this::map)
                .list();
    }

    /** All that there ever were, the newest first. */
    Page<Announcement> page(int limit, @Nullable UUID before) {
        var rows = jdbc.sql(
                        SELECT + " where cast(:before as uuid) is null or id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit + 1)
                .query(this::map)
                .list();
        return Page.of(rows, limit, row -> row.id().toString());
    }

    void insert(Announcement announcement) {
        jdbc.sql("""
                        insert into control.announcement
                            (id, kind, title, body, from_at, until_at, statuses, plans, published_at, published_by)
                        values (?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, ?)""")
                .params(announcement.id(), announcement.kind().name())
                .params(json.write(announcement.title()), json.write(announcement.body()))
                .params(Timestamp.from(announcement.from()), Timestamp.from(announcement.until()))
                .param(new SqlArrayValue(
                        "text", announcement.statuses().stream().map(Enum::name).toArray()))
                .param(new SqlArrayValue("text", announcement.plans().toArray()))
                .params(Timestamp.from(announcement.publishedAt()), announcement.publishedBy())
                .update();
        forget();
    }

    /** Now, and once more when the change is visible to everybody. */
    private void forget() {
        now.forgetAll(key -> true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now.forgetAll(key -> true);
            }
        });
    }

    /** False when it was over before, or withdrawn. */
    boolean withdraw(UUID id) {
        var at = Timestamp.from(clock.instant());
        var done = jdbc.sql("""
                        update control.announcement set withdrawn_at = ?
                        where id = ? and withdrawn_at is null and until_at > ?""").params(at, id, at).update();
        forget();
        return done == 1;
    }

    void dismiss(UUID id, TenantId tenant, String caller) {
        jdbc.sql("""
                        insert into control.announcement_dismissal (announcement_id, tenant_id, caller, at)
                        select id, ?, ?, ? from control.announcement where id = ? on conflict do nothing""")
                .params(tenant.value(), caller, Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Of some announcements, those that somebody has dismissed. */
    Set<UUID> dismissed(List<UUID> ids, TenantId tenant, String caller) {
        return new HashSet<>(jdbc.sql("""
                        select announcement_id from control.announcement_dismissal
                        where caller = ? and tenant_id = ? and announcement_id = any (?)""")
                .params(caller, tenant.value())
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private Announcement map(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new Announcement(
                row.getObject("id", UUID.class),
                Announcement.Kind.valueOf(row.getString("kind")),
                json.read(row.getString("title"), LocalizedText.class),
                json.read(row.getString("body"), LocalizedText.class),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                texts(row.getArray("statuses")).stream()
                        .map(TenantStatus::valueOf)
                        .toList(),
                texts(row.getArray("plans")),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by"),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

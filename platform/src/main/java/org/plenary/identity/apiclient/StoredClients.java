package org.plenary.identity.apiclient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.ApiClients;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API clients of all tenants. */
@Component
public class StoredClients implements ApiClients {
    /** So long a client that was revoked on another node may go on here. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private static final int ID_LENGTH = 16;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, Boolean> alive =
            Caffeine.newBuilder().expireAfterWrite(TRUSTED).maximumSize(10_000).build();

    StoredClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Issued issue(TenantId tenant, String name, Set<Permission> scopes) {
        var id = "pc_" + Ids.reference(ID_LENGTH).toLowerCase(Locale.ROOT);
        var secret = Ids.secret();
        jdbc.sql("""
                        insert into control.api_client (id, tenant_id, name, secret_hash, scopes, created_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, tenant.value(), name, Secrets.hash(secret), text(scopes), now())
                .update();
        return new Issued(id, secret, Set.copyOf(scopes));
    }

    public Optional<StoredClient> byId(String id) {
        return jdbc.sql("select * from control.api_client where id = ?")
                .param(id)
                .query(StoredClients::client)
                .optional();
    }

    /** Whether tokens of this client are still good. */
    public boolean isAlive(String id) {
        return alive.get(id, unknown -> byId(unknown).isPresent());
    }

    public void used(String id) {
        jdbc.sql("update control.api_client set last_used_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    Page<StoredClient> page(TenantId tenant, int limit, @Nullable String after) {
        var rows = jdbc.sql("select * from control.api_client where tenant_id = ? and id > ? order by id limit ?")
                .params(tenant.value(), after == null ? "" : after, limit + 1)
                .query(StoredClients::client)
                .list();
        return Page.of(rows, limit, StoredClient::id);
    }

    /** @return false when this tenant has no such client */
    boolean revoke(TenantId tenant, String id) {
        var deleted = jdbc.sql("delete from control.api_client where id = ? and tenant_id = ?")
                .params(id, tenant.value())
                .update();
        alive.invalidate(id);
        return deleted == 1;
    }

    private static String text(Set<Permission> scopes) {
        return scopes.stream().map(Permission::scope).sorted().collect(Collectors.joining(" "));
    }

    private static StoredClient client(ResultSet row, int number) throws SQLException {
        var scopes = EnumSet.noneOf(Permission.class);
        Arrays.stream(row.getString("scopes").split(" "))
                .map(Permission::ofScope)
                .flatMap(Optional::stream)
                .forEach(scopes::add);
        var used = row.getTimestamp("last_used_at");
        return new StoredClient(
                row.getString("id"),
                row.getObject("tenant_id", UUID.class),
                row.getString("name"),
                row.getString("secret_hash"),
                scopes,
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

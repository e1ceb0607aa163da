package org.plenary.identity.apiclient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.plenary.identity.apiclient.StoredClient.Secret;
import org.plenary.identity.apiclient.StoredClient.Term;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API clients of all tenants. */
@Component
public class StoredClients implements ApiClients {
    /** How exactly it is known when a client was used last. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final int ID_LENGTH = 16;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, Boolean> justUsed =
            Caffeine.newBuilder().expireAfterWrite(NOTED).maximumSize(10_000).build();

    StoredClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Issued issue(TenantId tenant, String name, Set<Permission> scopes) {
        return issue(tenant, name, scopes, "", new Term(null, null));
    }

    Issued issue(TenantId tenant, String name, Set<Permission> scopes, String description, Term term) {
        var id = "pc_" + Ids.reference(ID_LENGTH).toLowerCase(Locale.ROOT);
        var secret = Ids.secret();
        jdbc.sql("""
                        insert into control.api_client
                            (id, tenant_id, name, secret_hash, scopes, created_at, description, last_day, ends_at)
                        values (:id, :tenant, :name, :hash, :scopes, :now, :description, :lastDay, :endsAt)""")
                .param("id", id)
                .param("tenant", tenant.value())
                .param("name", name)
                .param("hash", Secrets.hash(secret))
                .param("scopes", text(scopes))
                .param("now", now())
                .param("description", description)
                .param("lastDay", term.lastDay(), Types.DATE)
                .param("endsAt", timestamp(term.endsAt()), Types.TIMESTAMP)
                .update();
        return new Issued(id, secret, Set.copyOf(scopes));
    }

    public Optional<StoredClient> byId(String id) {
        return jdbc.sql("select * from control.api_client where id = ?")
                .param(id)
                .query(StoredClients::client)
                .optional();
    }

    Optional<StoredClient> ofTenant(TenantId tenant, String id) {
        return byId(id).filter(client -> client.tenantId().equals(tenant.value()));
    }

    /**
     * Whether tokens of this client and generation are still good. Asked of the database with each request, so that what is
     * revoked is refused at once on every node.
     */
    public boolean isAlive(String id, int generation) {
        var isAlive = jdbc.sql("""
                        select exists (select from control.api_client
                            where id = :id and generation = :generation and (ends_at is null or ends_at > :now))""")
                .param("id", id)
                .param("generation", generation)
                .param("now", now())
                .query(Boolean.class)
                .single();
        if (isAlive && justUsed.asMap().putIfAbsent(id, true) == null) used(id);
        return isAlive;
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

    void change(String id, String name, String description, Term term) {
        jdbc.sql("""
                        update control.api_client
                        set name = :name, description = :description, last_day = :lastDay, ends_at = :endsAt
                        where id = :id""")
                .param("id", id)
                .param("name", name)
                .param("description", description)
                .param("lastDay", term.lastDay(), Types.DATE)
                .param("endsAt", timestamp(term.endsAt()), Types.TIMESTAMP)
                .update();
    }

    /**
     * Gives it a new secret.
     *
     * @param formerUntil until when the one before is good as well; null to end it now, with all tokens that it got
     */
    String rotate(String id, @Nullable Instant formerUntil) {
        var secret = Ids.secret();
        jdbc.sql("""
                        update control.api_client
                        set former_secret_hash = case when :ends then null else secret_hash end,
                            former_until = :until, secret_hash = :hash, secret_at = :now,
                            generation = generation + case when :ends then 1 else 0 end
                        where id = :id""")
                .param("id", id)
                .param("ends", formerUntil == null)
                .param("until", timestamp(formerUntil), Types.TIMESTAMP)
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .update();
        return secret;
    }

    /** Ends the secret before the present one, and all tokens: which of them it got is not known. */
    void endFormer(String id) {
        jdbc.sql("""
                        update control.api_client
                        set former_secret_hash = null, former_until = null, generation = generation + 1
                        where id = :id""").param("id", id).update();
    }

    /** @return false when this tenant has no such client */
    boolean revoke(TenantId tenant, String id) {
        return jdbc.sql("delete from control.api_client where id = ? and tenant_id = ?")
                        .params(id, tenant.value())
                        .update()
                == 1;
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
        return new StoredClient(
                row.getString("id"),
                row.getObject("tenant_id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                scopes,
                row.getTimestamp("created_at").toInstant(),
                instant(row, "last_used_at"),
                new Term(row.getObject("last_day", LocalDate.class), instant(row, "ends_at")),
                new Secret(
                        row.getString("secret_hash"),
                        instant(row, "secret_at"),
                        row.getString("former_secret_hash"),
                        instant(row, "former_until"),
                        row.getInt("generation")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

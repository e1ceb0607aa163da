package org.plenary.tenancy.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.stereotype.Component;

/** Remembers tenants for some seconds, for every request asks for one; unknown names are not remembered. */
@Component
class CachedDirectory implements TenantDirectory {
    private final TenantRows rows;
    private final Cache<String, Tenant> bySlug = cache();
    private final Cache<TenantId, Tenant> byId = cache();
    private final Cache<String, Optional<Tenant>> byDomain = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    CachedDirectory(TenantRows rows) {
        this.rows = rows;
    }

    private static <K> Cache<K, Tenant> cache() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public Optional<Tenant> bySlug(String slug) {
        return remembered(bySlug, slug, () -> rows.bySlug(slug));
    }

    /** Also that nobody has it is remembered: anybody can ask for any host. */
    @Override
    public Optional<Tenant> byDomain(String host) {
        return byDomain.get(host, rows::byDomain);
    }

    @Override
    public Optional<Tenant> byId(TenantId id) {
        return remembered(byId, id, () -> rows.byId(id.value()));
    }

    private static <K> Optional<Tenant> remembered(Cache<K, Tenant> cache, K key, Supplier<Optional<Tenant>> read) {
        var known = cache.getIfPresent(key);
        if (known != null) return Optional.of(known);
        var found = read.get();
        found.ifPresent(tenant -> cache.put(key, tenant));
        return found;
    }

    @Override
    public boolean isTaken(String slug) {
        return rows.bySlug(slug).isPresent();
    }

    @Override
    public Page<Tenant> page(@Nullable String query, @Nullable TenantStatus status, int limit, @Nullable String after) {
        return Page.of(rows.page(query, status, limit + 1, after), limit, Tenant::slug);
    }

    void forget(Tenant tenant) {
        bySlug.invalidate(tenant.slug());
        byId.invalidate(tenant.id());
        byDomain.asMap()
                .values()
                .removeIf(known -> known.isEmpty() || known.get().id().equals(tenant.id()));
    }
}

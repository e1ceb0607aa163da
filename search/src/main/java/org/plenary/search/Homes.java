package org.plenary.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Remembered;
import org.plenary.search.HomeRows.Home;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;

/**
 * In which indexes the bound tenant's documents are: those of nearly all tenants in the one that all share, those of a very large one in an
 * index of its own ({@link LargeTenants}). With no tenant bound there is no answer.
 */
final class Homes {
    /** Each node knows what the database had so long ago at most. */
    static final Duration KNOWN = Duration.ofSeconds(5);

    private final Supplier<List<Home>> stored;
    private final Remembered<String, Map<Key, Stage>> known = new Remembered<>(KNOWN);

    private record Key(String kind, TenantId tenant) {}

    Homes(Supplier<List<Home>> stored) {
        this.stored = stored;
    }

    boolean readsOwn(String kind) {
        var stage = stage(kind);
        return stage != null && stage.readsOwn();
    }

    boolean writesOwn(String kind) {
        var stage = stage(kind);
        return stage != null && stage.writesOwn();
    }

    boolean writesShared(String kind) {
        var stage = stage(kind);
        return stage == null || stage.writesShared();
    }

    /** As the database has them now. */
    List<Home> all() {
        return stored.get();
    }

    /** For this node, which has just changed something. */
    void forget() {
        known.forgetAll(key -> true);
    }

    private @Nullable Stage stage(String kind) {
        var tenant = Tenancy.require().id();
        return known.of("", _ -> read()).get(new Key(kind, tenant));
    }

    private Map<Key, Stage> read() {
        var read = new HashMap<Key, Stage>();
        for (var home : stored.get()) read.put(new Key(home.kind(), home.tenant()), home.stage());
        return Map.copyOf(read);
    }
}

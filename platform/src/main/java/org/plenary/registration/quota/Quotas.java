package org.plenary.registration.quota;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.registration.Stock;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The quotas of conferences, and which places count in which. */
@Component
public class Quotas {
    private final JdbcClient jdbc;
    private final Json json;
    private final Fees fees;

    Quotas(JdbcClient jdbc, Json json, Fees fees) {
        this.jdbc = jdbc;
        this.json = json;
        this.fees = fees;
    }

    record Kept(Quota quota, long version) {}

    /** Which quotas the places of a key of the stock count in. */
    public record Memberships(Map<String, Set<String>> byMember) {
        public Set<String> keysFor(String stockKey) {
            return byMember.getOrDefault(stockKey, Set.of());
        }

        /** How many are left of a key, and of every quota that it belongs to; null for no limit. */
        public @Nullable Integer left(String stockKey, @Nullable Integer own, Map<String, Stock.Level> levels) {
            var least = own;
            for (var quota : keysFor(stockKey)) {
                var level = levels.get(quota);
                var left = level == null ? null : level.left();
                if (left != null && (least == null || left < least)) least = left;
            }
            return least;
        }
    }

    /**
     * Says that the caller's transaction reads who belongs to what and takes or frees places by it: until it ends the quotas of the
     * conference stay as they are. Before anything is read that names them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void guard(UUID conference) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(:key)) AS held")
                .param("key", lockKey(conference))
                .query(Integer.class)
                .single();
    }

    /** Waits for everybody who takes or frees places, and keeps them waiting. */
    void guardAlone(UUID conference) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:key)) AS held")
                .param("key", lockKey(conference))
                .query(Integer.class)
                .single();
    }

    /** The ids of conferences are unique over all tenants. */
    private static long lockKey(UUID conference) {
        return conference.getMostSignificantBits() ^ conference.getLeastSignificantBits();
    }

    @Transactional(readOnly = true)
    public Memberships of(UUID conference) {
        var all = all(conference);
        if (all.isEmpty()) return new Memberships(Map.of());
        var offered = fees.all(conference);
        var byMember = new HashMap<String, Set<String>>();
        all.forEach(kept -> kept.quota()
                .who()
                .stockKeys(offered)
                .forEach(member -> byMember.computeIfAbsent(member, m -> new TreeSet<>())
                        .add(kept.quota().stockKey())));
        return new Memberships(byMember);
    }

    @Transactional(readOnly = true)
    public List<Kept> all(UUID conference) {
        return Reading.once(
                Quotas.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.QUOTA).stream()
                        .map(kept -> new Kept(json.read(kept.content(), Quota.class), kept.version()))
                        .toList());
    }
}

package org.plenary.admin.vitals;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.QuotaUses;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantMigrations;
import org.plenary.tenancy.TenantVitals;
import org.plenary.tenancy.TenantVitals.LastActive;
import org.plenary.tenancy.TenantVitals.Unreached;
import org.plenary.tenancy.TenantVitals.Vital;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Measures one tenant after the other, so that no page has to. One that does not answer is what an operator wants to know of, and
 * stops no other.
 */
@Component
class Measuring {
    private static final Logger log = LoggerFactory.getLogger(Measuring.class);
    private static final int AT_ONCE = 100;

    private final TenantDirectory directory;
    private final TenantUsage usage;
    private final Sources sources;
    private final VitalRows rows;
    private final TransactionOperations transactions;

    Measuring(
            TenantDirectory directory,
            TenantUsage usage,
            Sources sources,
            VitalRows rows,
            TransactionOperations transactions) {
        this.directory = directory;
        this.usage = usage;
        this.sources = sources;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Who knows what of a tenant. */
    @Component
    record Sources(List<TenantVitals> vitals, QuotaUses quotas, TenantMigrations migrations, Clock clock) {
        List<Vital> tell(YearMonth since) {
            return vitals.stream().flatMap(each -> each.of(since).stream()).toList();
        }

        boolean isOver(Tenant tenant) {
            return quotas.of(tenant).stream().anyMatch(QuotaUse::isOver);
        }

        YearMonth since() {
            return YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(Growth.MONTHS - 1L);
        }
    }

    void all() {
        var late = rows.lateEvents();
        var came = new HashMap<Growth.Cell, Long>();
        @Nullable String after = null;
        do {
            var page = directory.page(null, null, AT_ONCE, after);
            measure(page.items(), late).forEach(vital -> {
                if (vital instanceof TenantVitals.Came(var kind, var month, var count))
                    came.merge(new Growth.Cell(month, kind.name()), count, Long::sum);
            });
            after = page.next();
        } while (after != null);
        rows.grow(came, sources.since());
    }

    void one(Tenant tenant) {
        measure(List.of(tenant), rows.lateEvents());
    }

    private List<Vital> measure(List<Tenant> tenants, Map<UUID, Integer> late) {
        var made = tenants.stream()
                .filter(tenant -> tenant.schemaVersion() != null)
                .toList();
        var usages = usage.of(made);
        var told = new ArrayList<Vital>();
        for (var tenant : made) {
            var found = look(tenant, usages.get(tenant.schema()));
            rows.keep(tenant.id(), vitals(found, late.getOrDefault(tenant.id().value(), 0)), unreached(found));
            told.addAll(found.vitals());
        }
        return told;
    }

    private record Found(boolean reachable, Usage usage, boolean over, List<Vital> vitals) {}

    private Found look(Tenant tenant, @Nullable Usage usage) {
        if (usage == null) return new Found(false, Usage.NONE, false, List.of());
        // One that is behind may lack what is asked for.
        if (!sources.migrations().wanted().equals(tenant.schemaVersion()))
            return new Found(true, usage, false, List.of());
        try {
            return Tenancy.callAs(
                    tenant,
                    () -> Objects.requireNonNull(transactions.execute(
                            status -> new Found(true, usage, sources.isOver(tenant), sources.tell(sources.since())))));
        } catch (RuntimeException e) {
            log.warn("tenant={} does not answer", tenant.slug(), e);
            return new Found(false, usage, false, List.of());
        }
    }

    private Vitals vitals(Found found, int late) {
        var lastActive = found.vitals().stream()
                .filter(LastActive.class::isInstance)
                .map(vital -> ((LastActive) vital).at())
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Vitals(
                sources.clock().instant(),
                found.reachable(),
                found.usage(),
                found.over(),
                late,
                unreached(found).size(),
                lastActive);
    }

    private static List<Unreached> unreached(Found found) {
        return found.vitals().stream()
                .filter(Unreached.class::isInstance)
                .map(Unreached.class::cast)
                .toList();
    }
}

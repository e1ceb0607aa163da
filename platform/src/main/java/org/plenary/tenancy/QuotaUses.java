package org.plenary.tenancy;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds what tenants have against what they are entitled to. */
@Component
public class QuotaUses {
    private final List<QuotaCount> counts;
    private final ObjectProvider<Entitlements> entitlements;

    QuotaUses(List<QuotaCount> counts, ObjectProvider<Entitlements> entitlements) {
        this.counts =
                counts.stream().sorted(Comparator.comparing(QuotaCount::quota)).toList();
        this.entitlements = entitlements;
    }

    /** Each quota of the bound tenant, which is this one; empty where nobody knows of limits. In the caller's transaction. */
    public List<QuotaUse> of(Tenant tenant) {
        var known = entitlements.getIfAvailable();
        if (known == null) return List.of();
        return counts.stream()
                .map(count -> new QuotaUse(count.quota(), count.now(), known.limit(tenant, count.quota())))
                .toList();
    }
}

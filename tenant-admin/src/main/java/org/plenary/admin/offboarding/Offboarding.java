package org.plenary.admin.offboarding;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a tenant's deletion and takes it back. The site is closed at once; the rest is done by a job. */
@Component
class Offboarding {
    private final Deletions deletions;
    private final TenantRegistry registry;
    private final Callers callers;
    private final OffboardingSettings settings;
    private final Clock clock;

    Offboarding(
            Deletions deletions, TenantRegistry registry, Callers callers, OffboardingSettings settings, Clock clock) {
        this.deletions = deletions;
        this.registry = registry;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asked for again, the first date stands. */
    @Transactional
    public Deletion begin(Tenant tenant, String kind) {
        var eraseAfter = clock.instant().plus(settings.grace());
        var caller = callers.current();
        var name = kind.equals(Deletion.OWNER) ? caller.name() : null;
        if (deletions.insert(tenant.id(), tenant.status(), new Deletions.Asker(caller.id(), kind, name), eraseAfter))
            registry.retire(tenant.id());
        return require(tenant);
    }

    /** @throws Problem.NotFound when there is none, or the tenant is gone */
    @Transactional
    public void takeBack(Tenant tenant) {
        var deletion = deletions.remove(tenant.id()).orElseThrow(Offboarding::none);
        registry.restore(tenant.id(), deletion.before());
    }

    Optional<Deletion> find(Tenant tenant) {
        return deletions.of(tenant.id());
    }

    /** @throws Problem.NotFound when its deletion was not asked for */
    Deletion require(Tenant tenant) {
        return deletions.of(tenant.id()).orElseThrow(Offboarding::none);
    }

    private static Problem none() {
        return new Problem.NotFound("The deletion");
    }

    /** What the trails keep of a deletion. */
    static Map<String, String> details(Deletion deletion) {
        return Map.of("erase_after", deletion.eraseAfter().toString());
    }
}

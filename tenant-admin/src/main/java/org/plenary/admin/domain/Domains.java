package org.plenary.admin.domain;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Feature;
import org.plenary.tenancy.Features;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The bound tenant's own domain: claimed, proved by a record in its DNS, used, given up. */
@Component
class Domains {
    private final DomainClaims claims;
    private final Dns dns;
    private final TenantRegistry registry;
    private final Surroundings around;
    private final TransactionOperations transactions;

    Domains(
            DomainClaims claims,
            Dns dns,
            TenantRegistry registry,
            Surroundings around,
            TransactionOperations transactions) {
        this.claims = claims;
        this.dns = dns;
        this.registry = registry;
        this.around = around;
        this.transactions = transactions;
    }

    @Component("domainSurroundings")
    record Surroundings(AuditTrail audit, Features features, Urls urls, Clock clock) {}

    Optional<DomainClaim> current() {
        return claims.of(Tenancy.require().id());
    }

    /** Whether another one can be claimed; one that there is stays. */
    boolean isOffered() {
        return around.features().isOn(Feature.OWN_DOMAINS, Tenancy.require());
    }

    /**
     * Says which record proves it. Whoever claims another name gives the one before up.
     *
     * @throws Problem.InvalidInput for what is no domain, or the platform's own
     * @throws Problem.Conflict {@code feature_off} while organizations can have none
     */
    DomainClaim claim(@Nullable String typed) {
        var violations = new Violations();
        var name = DomainName.read(violations, typed, around.urls().platform("/"));
        violations.throwIfAny();
        var before = current();
        if (before.isPresent() && before.get().name().equals(name)) return before.get();
        around.features().require(Feature.OWN_DOMAINS);
        var tenant = Tenancy.require().id();
        var claim = new DomainClaim(tenant, name, Ids.secret(), around.clock().instant(), null, null, null);
        transactions.executeWithoutResult(status -> {
            var unused = registry.useDomain(tenant, null);
            claims.put(claim);
            around.audit().record("domain.claimed", name, Map.of());
        });
        return claim;
    }

    /**
     * Asks the DNS, and from then on the public pages are there.
     *
     * @throws Problem.Conflict {@code domain_not_proved} without the record, {@code domain_taken} when somebody else proved
     *     it before, {@code dns_unavailable} when the DNS does not answer
     */
    DomainClaim prove() {
        var claim = current().orElseThrow(() -> new Problem.NotFound("The domain"));
        var isThere = dns.says(claim.record(), claim.value())
                .orElseThrow(() -> new Problem.Conflict("dns_unavailable", "The DNS does not answer. Try again soon."));
        var now = around.clock().instant();
        if (!isThere) {
            transactions.executeWithoutResult(status -> claims.put(checked(claim, now)));
            throw new Problem.Conflict(
                    "domain_not_proved", "The record is not there yet. New records can take some hours to be seen.");
        }
        var proved = new DomainClaim(
                claim.tenant(),
                claim.name(),
                claim.token(),
                claim.claimedAt(),
                claim.provedAt() == null ? now : claim.provedAt(),
                now,
                null);
        transactions.executeWithoutResult(status -> {
            var unused = registry.useDomain(claim.tenant(), claim.name());
            claims.put(proved);
            if (!claim.isProved()) around.audit().record("domain.proved", claim.name(), Map.of());
        });
        return proved;
    }

    private static DomainClaim checked(DomainClaim claim, java.time.Instant at) {
        return new DomainClaim(
                claim.tenant(),
                claim.name(),
                claim.token(),
                claim.claimedAt(),
                claim.provedAt(),
                at,
                claim.missingSince());
    }

    /** The pages are below the platform's host alone again. */
    void giveUp() {
        var claim = current().orElseThrow(() -> new Problem.NotFound("The domain"));
        transactions.executeWithoutResult(status -> {
            var unused = registry.useDomain(claim.tenant(), null);
            claims.delete(claim.tenant());
            around.audit().record("domain.given-up", claim.name(), Map.of());
        });
    }
}

package org.plenary.admin.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.DomainMissed;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks again whether the domains in use are still their tenants': a domain that was sold must not show its former owner's
 * pages, nor anybody's sign-in.
 */
@Component
class DomainWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DomainWatch.class);
    private static final int AT_ONCE = 200;

    private final DomainClaims claims;
    private final Dns dns;
    private final DomainSettings settings;
    private final Moves moves;
    private final Clock clock;

    DomainWatch(DomainClaims claims, Dns dns, DomainSettings settings, Moves moves, Clock clock) {
        this.claims = claims;
        this.dns = dns;
        this.settings = settings;
        this.moves = moves;
        this.clock = clock;
    }

    /** What happens to a tenant whose domain is missed. */
    @Component("domainMoves")
    record Moves(
            TenantDirectory tenants,
            TenantRegistry registry,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {}

    void run() {
        @Nullable UUID after = null;
        while (true) {
            var page = claims.proved(after, AT_ONCE);
            for (var claim : page) {
                try {
                    check(claim, clock.instant());
                } catch (RuntimeException e) {
                    LOG.error("the domain {} could not be checked", claim.name(), e);
                }
            }
            if (page.size() < AT_ONCE) return;
            after = page.getLast().tenant().value();
        }
    }

    /** That the DNS does not answer says nothing: the domain goes on. */
    void check(DomainClaim claim, Instant now) {
        var isThere = dns.says(claim.record(), claim.value()).orElse(null);
        if (isThere == null) return;
        var tenant = moves.tenants().byId(claim.tenant()).orElse(null);
        if (tenant == null) return;
        var since = isThere ? null : claim.missingSince() == null ? now : claim.missingSince();
        var isLost = since != null && !since.plus(settings.grace()).isAfter(now);
        var next = new DomainClaim(
                claim.tenant(),
                claim.name(),
                claim.token(),
                claim.claimedAt(),
                isLost ? null : claim.provedAt(),
                now,
                isLost ? null : since);
        Tenancy.runAs(
                tenant,
                () -> moves.transactions().executeWithoutResult(status -> {
                    claims.put(next);
                    if (isLost) {
                        var unused = moves.registry().useDomain(claim.tenant(), null);
                        moves.audit().record("domain.lost", claim.name(), Map.of());
                    }
                    if (isLost || since != null && claim.missingSince() == null)
                        moves.events().publishEvent(new DomainMissed(claim.tenant(), claim.name(), isLost));
                }));
    }
}

package org.plenary.admin.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenary.admin.DeletionCertified;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRemains;
import org.plenary.tenancy.TenantRemains.Remain;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues the certificate of a tenant of which nothing is left, but what has to be kept. */
@Component
public class CertificateIssuing {
    /** How long the certificate itself is kept: as long as somebody could ask where the data went. */
    private static final int YEARS = 10;

    private final Certificates certificates;
    private final List<TenantRemains> remains;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CertificateIssuing(
            Certificates certificates,
            List<TenantRemains> remains,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.certificates = certificates;
        this.remains = remains;
        this.audit = audit;
        this.events = events;
    }

    /** In the caller's transaction, which keeps it from being issued twice. */
    public void issue(TenantId tenant, Inventory inventory, Instant askedAt, Instant erasedAt) {
        var kept = new ArrayList<Remain>();
        for (var remain : remains) remain.of(tenant).ifPresent(kept::add);
        kept.add(new Remain(
                "certificate", 1, LocalDate.ofInstant(erasedAt, ZoneOffset.UTC).plusYears(YEARS)));
        var facts = new Certificate.Facts(
                tenant.toString(),
                inventory.organization(),
                inventory.slug(),
                inventory.language(),
                inventory.zone(),
                inventory.askedBy(),
                inventory.asker(),
                askedAt,
                erasedAt,
                inventory.found(),
                kept);
        var number = certificates.issue(tenant, facts, inventory.recipients());
        audit.record("tenant.certified", number, Map.of());
        events.publishEvent(new DeletionCertified(number));
    }
}

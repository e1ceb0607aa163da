package org.plenary.admin.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.plenary.admin.certificate.Certificates;
import org.plenary.admin.offboarding.Deletions;
import org.plenary.admin.work.Progress;
import org.plenary.admin.work.TenantJob;
import org.plenary.identity.Accounts;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantSwitch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The one moment in which the restored data becomes the organization's; its site is closed for some seconds around it. */
@Component
class PuttingBack {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final TenantSwitch switching;
    private final SchemaCopies copies;
    private final Gone gone;
    private final Traces traces;
    private final BackupSettings settings;

    PuttingBack(TenantSwitch switching, SchemaCopies copies, Gone gone, Traces traces, BackupSettings settings) {
        this.switching = switching;
        this.copies = copies;
        this.gone = gone;
        this.traces = traces;
        this.settings = settings;
    }

    /** What is to be undone for an organization that was erased. */
    @Component
    record Gone(Deletions deletions, Certificates certificates) {}

    /** Who hears of it, and has their rights again. */
    @Component
    record Traces(
            TenantDirectory directory,
            Accounts accounts,
            AuditTrail audit,
            Clock clock,
            TransactionOperations transactions) {}

    void run(TenantJob job, Backup backup, String schema, Progress progress) {
        if (traces.directory().byId(job.tenant()).isPresent()) replace(job, schema, progress);
        else revive(backup, schema);
        tell(job, backup);
    }

    /** Members have their accounts again, and both trails have it; of what happens twice, after a crash, they tell twice. */
    void tell(TenantJob job, Backup backup) {
        var tenant = traces.directory().byId(job.tenant()).orElseThrow();
        Tenancy.runAs(
                tenant,
                () -> traces.transactions().executeWithoutResult(status -> {
                    traces.accounts().rejoinMembers();
                    traces.audit().record("tenant.restored", tenant.id().toString(), details(job, backup));
                }));
        traces.transactions()
                .executeWithoutResult(
                        status -> traces.audit().record("tenant.restored", backup.slug(), details(job, backup)));
    }

    private void replace(TenantJob job, String schema, Progress progress) {
        switching.hold(job.tenant());
        try {
            pause(progress);
            Instant until = traces.clock().instant().plus(settings.keepReplaced());
            traces.transactions()
                    .executeWithoutResult(status -> switching.replace(job.tenant(), schema, copies.version(), until));
        } finally {
            open(job.tenant());
        }
    }

    /** Opens the site again, if it was closed for this and is closed still. */
    void open(TenantId tenant) {
        if (traces.directory().byId(tenant).isPresent()) switching.release(tenant);
    }

    /** Other nodes remember the open tenant for some seconds, and what they have begun goes on. */
    private void pause(Progress progress) {
        for (var left = settings.pause(); left.isPositive(); left = left.minus(MOMENT)) {
            try {
                Thread.sleep(MOMENT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("ended while a site was closed for its restore", e);
            }
            progress.alive();
        }
    }

    private void revive(Backup backup, String schema) {
        var known = backup.known();
        traces.transactions().executeWithoutResult(status -> {
            switching.revive(new TenantSwitch.Known(
                    backup.tenant(),
                    new TenantRegistry.NewTenant(
                            backup.slug(),
                            backup.name(),
                            known.country(),
                            Locale.forLanguageTag(known.locale()),
                            ZoneId.of(known.timeZone()),
                            known.plan()),
                    known.branding(),
                    schema,
                    copies.version(),
                    known.createdAt(),
                    known.generation() + 1));
            gone.deletions().forget(backup.tenant());
            gone.certificates().restored(backup.tenant());
        });
    }

    private static Map<String, String> details(TenantJob job, Backup backup) {
        return Map.of(
                "made_at", backup.madeAt().toString(),
                "reason", job.facts().getOrDefault(Restoring.REASON, ""),
                "by", job.askedBy());
    }
}

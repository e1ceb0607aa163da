package org.plenary.admin.backup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantJobs;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantRestored;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells the owners to which day their organization went back, and why. */
@Component
class RestoreMail {
    private final BackupRows rows;
    private final TenantJobs jobs;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    RestoreMail(BackupRows rows, TenantJobs jobs, Accounts accounts, Mails mails, Urls urls) {
        this.rows = rows;
        this.jobs = jobs;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "admin.mail-restored")
    void on(TenantRestored event) {
        var job = jobs.last(event.tenant(), TenantJob.Kind.RESTORE).orElse(null);
        if (job == null) return;
        var backup = rows.require(UUID.fromString(job.facts().get(Restoring.BACKUP)));
        var tenant = Tenancy.require();
        for (var owner : accounts.owners())
            mails.send(new Mails.Mail(
                    "restored:" + job.id() + ":" + owner.account(),
                    owner.email(),
                    "mail/admin/restored",
                    tenant.locale(),
                    List.of(tenant.name()),
                    Map.of(
                            "owner", owner.name(),
                            "organization", tenant.name(),
                            "madeAt", backup.madeAt(),
                            "reason", job.facts().getOrDefault(Restoring.REASON, ""),
                            "zone", tenant.timeZone(),
                            "page", urls.tenant(tenant, "/manage")),
                    List.of()));
    }
}

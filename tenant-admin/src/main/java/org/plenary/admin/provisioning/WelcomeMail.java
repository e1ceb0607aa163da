package org.plenary.admin.provisioning;

import java.util.List;
import java.util.Map;
import org.plenary.admin.signup.Signups;
import org.plenary.communication.Mails;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantProvisioned;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Greets the owner of a new tenant; one that did not come by signing up has nobody to greet. */
@Component
class WelcomeMail {
    private final Signups signups;
    private final Mails mails;
    private final Urls urls;

    WelcomeMail(Signups signups, Mails mails, Urls urls) {
        this.signups = signups;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "admin.welcome-tenant")
    void on(TenantProvisioned event) {
        var signup = signups.ofTenant(event.tenant()).orElse(null);
        if (signup == null) return;
        var tenant = Tenancy.require();
        mails.send(new Mails.Mail(
                "welcome:" + tenant.id(),
                signup.owner().email(),
                "mail/admin/welcome",
                tenant.locale(),
                List.of(tenant.name()),
                Map.of(
                        "owner",
                        signup.owner().name(),
                        "organization",
                        tenant.name(),
                        "site",
                        urls.tenant(tenant, "/"),
                        "manage",
                        urls.tenant(tenant, "/manage")),
                List.of()));
    }
}

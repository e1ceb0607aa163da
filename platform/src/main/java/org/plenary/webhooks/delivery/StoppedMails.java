package org.plenary.webhooks.delivery;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.plenary.webhooks.endpoint.Endpoints;
import org.springframework.stereotype.Component;

/** Tells the owners that an endpoint was switched off, and why. */
@Component
class StoppedMails {
    private final Mails mails;
    private final Accounts accounts;
    private final Endpoints endpoints;
    private final Urls urls;

    StoppedMails(Mails mails, Accounts accounts, Endpoints endpoints, Urls urls) {
        this.mails = mails;
        this.accounts = accounts;
        this.endpoints = endpoints;
        this.urls = urls;
    }

    @OutboundListener(id = "webhooks.tell-owners-of-stopped-endpoint")
    void on(EndpointStopped stopped) {
        var endpoint = endpoints.find(stopped.endpoint()).orElse(null);
        // deleted or switched on again meanwhile
        if (endpoint == null) return;
        var why = endpoint.standing().stoppedFor();
        if (why == null) return;
        var tenant = Tenancy.require();
        var host = String.valueOf(URI.create(endpoint.url()).getHost());
        for (var owner : accounts.owners())
            mails.send(new Mails.Mail(
                    "webhook-stopped:" + endpoint.id() + ":"
                            + endpoint.standing().stoppedAt() + ":" + owner.account(),
                    owner.email(),
                    "mail/webhooks/endpoint-stopped",
                    tenant.locale(),
                    List.of(host),
                    Map.of(
                            "name", owner.name(),
                            "host", host,
                            "why", why.name().toLowerCase(Locale.ROOT),
                            "url",
                                    urls.tenant(tenant, "/manage/webhooks/" + endpoint.id())
                                            .toString()),
                    List.of()));
    }
}

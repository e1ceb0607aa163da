package org.plenary.admin.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dns {@code host:port} of the name server that is asked; null for the machine's own
 * @param target the host that a domain's CNAME record names; null for the organization's own host below the platform's
 * @param checkEvery how often the domains that are in use are checked
 * @param grace how long a domain goes on when its record is gone: records get lost by mistake, and domains get new owners
 */
@ConfigurationProperties("plenary.domains")
record DomainSettings(
        @Nullable String dns,
        @Nullable String target,
        @DefaultValue("6h") Duration checkEvery,
        @DefaultValue("3d") Duration grace) {}

package org.plenary.webhooks.endpoint;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How organizers' programs are called.
 *
 * @param sendEvery how often endpoints that something is due for are looked for
 * @param retries how long to wait after each failed try; when all are used up, it has failed
 * @param timeout for the whole of one call
 * @param patience an endpoint that nothing got through to for so long is switched off
 * @param former how long a secret that was replaced still signs beside the new one
 * @param kept how long it is known what was sent
 * @param loopbackAllowed whether this machine itself may be called, and without TLS: for development and tests alone
 * @param most endpoints of one organization
 */
@ConfigurationProperties("plenary.webhooks")
public record WebhookSettings(
        @DefaultValue("1s") Duration sendEvery,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @DefaultValue("15s") Duration timeout,
        @DefaultValue("5d") Duration patience,
        @DefaultValue("24h") Duration former,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("false") boolean loopbackAllowed,
        @DefaultValue("20") int most) {}

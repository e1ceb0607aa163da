package org.plenary.identity.farewell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param grace how long somebody who wants to go can stay after all
 * @param warning how long before their day they are told once more
 * @param copyKept how long a copy of their data can be downloaded
 * @param checkEvery how often it is looked for those whose day has come
 */
@ConfigurationProperties("plenary.accounts")
record FarewellSettings(
        @DefaultValue("14d") Duration grace,
        @DefaultValue("2d") Duration warning,
        @DefaultValue("7d") Duration copyKept,
        @DefaultValue("5m") Duration checkEvery) {}

package org.plenary.admin.offboarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param grace how long a tenant can be had back after its deletion was asked for
 * @param exportKept how long the data that an owner asked for can be downloaded
 * @param checkEvery how often the job looks for tenants to export and to erase
 */
@ConfigurationProperties("plenary.offboarding")
record OffboardingSettings(
        @DefaultValue("30d") Duration grace,
        @DefaultValue("7d") Duration exportKept,
        @DefaultValue("15s") Duration checkEvery) {}

package org.plenary.registration.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of registration.
 *
 * @param hold how long an unpaid order holds its places; longer than the half hour that a payment page is open at least
 * @param longestHold how long it holds them at most, however often its buyer asks for another payment page
 * @param sweep how often expired holds are looked for
 */
@ConfigurationProperties("plenary.registration")
record RegistrationSettings(
        @DefaultValue("35m") Duration hold,
        @DefaultValue("105m") Duration longestHold,
        @DefaultValue("30s") Duration sweep) {
    RegistrationSettings {
        if (hold.compareTo(longestHold) > 0) throw new IllegalArgumentException("hold is longer than longest-hold");
    }
}

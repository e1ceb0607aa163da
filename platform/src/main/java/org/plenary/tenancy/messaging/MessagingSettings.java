package org.plenary.tenancy.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered.
 *
 * @param perListener how many calls of one listener run at once on this node; each may hold one database connection
 * @param redeliverEvery how often late events are looked for
 * @param firstDelay before an event that failed is tried again; doubled with each failure
 * @param longestDelay what the delay does not grow beyond
 * @param lastDeliveries how long a node that ends lets listeners finish
 * @param failures after so many an event is parked; one that failed because something could not be reached has none
 */
@ConfigurationProperties("plenary.events")
record MessagingSettings(
        @DefaultValue("3") int perListener,
        @DefaultValue("2s") Duration redeliverEvery,
        @DefaultValue("5s") Duration firstDelay,
        @DefaultValue("1h") Duration longestDelay,
        @DefaultValue("20s") Duration lastDeliveries,
        @DefaultValue("10") int failures) {}

package org.plenary.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of search.
 *
 * @param indexPrefix what our indexes' names start with, so that several installations can share a cluster
 * @param checkEvery how often it is looked whether an index was lost, or is of an older definition
 */
@ConfigurationProperties("plenary.search")
record SearchProperties(
        @DefaultValue("plenary") String indexPrefix,
        @DefaultValue("5m") Duration checkEvery) {
    SearchProperties {
        if (!indexPrefix.matches("[a-z][a-z0-9-]{0,40}"))
            throw new IllegalArgumentException("plenary.search.index-prefix: lower-case letters, digits and hyphens");
    }
}

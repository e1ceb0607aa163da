package org.plenary.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of search.
 *
 * @param indexPrefix what our indexes' names start with, so that several installations can share a cluster
 */
@ConfigurationProperties("plenary.search")
record SearchProperties(@DefaultValue("plenary") String indexPrefix) {
    SearchProperties {
        if (!indexPrefix.matches("[a-z][a-z0-9-]{0,40}"))
            throw new IllegalArgumentException("plenary.search.index-prefix: lower-case letters, digits and hyphens");
    }
}

package org.plenary.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of search.
 *
 * @param indexPrefix what our indexes' names start with, so that several installations can share a cluster
 * @param checkEvery how often it is looked whether an index was lost, or is of an older definition
 * @param apartFrom with so many documents of one kind an organization gets an index of its own; with less than half of it no more
 * @param shards of an index that all organizations share, from when it is made anew; one organization's documents are in one of them
 * @param pause how long each step of moving there or back takes at least, so that all nodes know of the one before
 */
@ConfigurationProperties("plenary.search")
record SearchProperties(
        @DefaultValue("plenary") String indexPrefix,
        @DefaultValue("5m") Duration checkEvery,
        @DefaultValue("200000") long apartFrom,
        @DefaultValue("8") int shards,
        @DefaultValue("30s") Duration pause) {
    SearchProperties {
        if (apartFrom < 2) throw new IllegalArgumentException("plenary.search.apart-from: two or more");
        if (shards < 1 || shards > 256) throw new IllegalArgumentException("plenary.search.shards: 1 to 256");
        if (pause.compareTo(Homes.KNOWN) <= 0) throw new IllegalArgumentException("plenary.search.pause: more than 5s");
        if (!indexPrefix.matches("[a-z][a-z0-9-]{0,40}"))
            throw new IllegalArgumentException("plenary.search.index-prefix: lower-case letters, digits and hyphens");
    }
}

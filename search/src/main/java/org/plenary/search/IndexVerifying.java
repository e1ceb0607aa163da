package org.plenary.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plenary.fulltext.DocumentSource;
import org.plenary.search.Comparing.Differences;
import org.plenary.tenancy.KeptTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has all indexes compared with the database, tenant by tenant: after one was made anew, once a week, and when an operator wants it.
 * Where a document cannot be mended the index is marked, so that it is made anew.
 */
@Component
class IndexVerifying {
    private static final Logger LOG = LoggerFactory.getLogger(IndexVerifying.class);

    private final Comparing comparing;
    private final Indexes indexes;
    private final KeptTenants tenants;
    private final List<DocumentSource> sources;
    private final MeterRegistry meters;

    IndexVerifying(
            Comparing comparing,
            Indexes indexes,
            KeptTenants tenants,
            List<DocumentSource> sources,
            MeterRegistry meters) {
        this.comparing = comparing;
        this.indexes = indexes;
        this.tenants = tenants;
        this.sources = sources;
        this.meters = meters;
    }

    /** All kinds. */
    void verify() throws IOException {
        for (var source : sources) {
            var lacking = new LinkedHashSet<String>();
            verify(source, lacking);
            for (var index : lacking) indexes.setLacking(index);
        }
    }

    /** One kind, of all tenants. */
    Differences verify(DocumentSource source) {
        return verify(source, new LinkedHashSet<>());
    }

    /** @param lacking where something is left that only making it anew mends */
    private Differences verify(DocumentSource source, Set<String> lacking) {
        var all = new Differences[] {Differences.NONE};
        tenants.forEach(tenant ->
                Rebuilding.unlessBroken(tenant, () -> all[0] = all[0].and(compared(source, lacking))));
        var found = all[0];
        count(source, "missing", found.missing());
        count(source, "changed", found.changed());
        count(source, "stray", found.stray());
        (found.isEqual() ? LOG.atInfo() : LOG.atError())
                .addKeyValue("kind", source.kind())
                .addKeyValue("documents", found.documents())
                .addKeyValue("missing", found.missing())
                .addKeyValue("changed", found.changed())
                .addKeyValue("stray", found.stray())
                .addKeyValue("left", found.left())
                .log(
                        found.isEqual()
                                ? "search index is what the database is"
                                : "search index was not what the database is");
        return found;
    }

    /** Where the bound tenant's documents are read. */
    private Differences compared(DocumentSource source, Set<String> lacking) {
        try {
            var index = indexes.ready(source.kind());
            var found = comparing.compare(source, index);
            if (found.left() > 0) lacking.add(index);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(DocumentSource source, String found, long documents) {
        Counter.builder("plenary.search.differences")
                .description("Documents that were not in the search index as they are in the database, and were mended")
                .tag("kind", source.kind())
                .tag("found", found)
                .register(meters)
                .increment(documents);
    }
}

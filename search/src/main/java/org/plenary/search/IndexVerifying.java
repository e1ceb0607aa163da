package org.plenary.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
        for (var source : sources) if (verify(source).left() > 0) indexes.setLacking(indexes.ready(source.kind()));
    }

    /** One kind, of all tenants. */
    Differences verify(DocumentSource source) throws IOException {
        var index = indexes.ready(source.kind());
        var all = new Differences[] {Differences.NONE};
        tenants.forEach(tenant -> Rebuilding.unlessBroken(tenant, () -> all[0] = all[0].and(compared(source, index))));
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

    private Differences compared(DocumentSource source, String index) {
        try {
            return comparing.compare(source, index);
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

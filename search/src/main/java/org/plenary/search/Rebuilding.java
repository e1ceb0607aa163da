package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;

/** Makes an index anew from the database, beside the one in use, and puts it in its place. */
@Component
class Rebuilding {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final Indexes indexes;
    private final DocumentWriter writer;
    private final Sweeping sweeping;
    private final KeptTenants tenants;
    private final List<DocumentSource> sources;

    Rebuilding(
            Indexes indexes,
            DocumentWriter writer,
            Sweeping sweeping,
            KeptTenants tenants,
            List<DocumentSource> sources) {
        this.indexes = indexes;
        this.writer = writer;
        this.sweeping = sweeping;
        this.tenants = tenants;
        this.sources = sources;
    }

    /**
     * After an index was lost, or the definition of it has changed. One node at a time.
     *
     * @return those whose index was made anew
     */
    List<DocumentSource> rebuildWhereNeeded() throws IOException {
        var rebuilt = new ArrayList<DocumentSource>();
        for (var source : sources) {
            var kind = source.kind();
            var shared = indexes.shared(kind);
            var isDone = rebuildUnlessFilled(source, shared, _ -> indexes.isShared(kind));
            for (var home : indexes.apart(kind))
                isDone |= rebuildUnlessFilled(
                        source,
                        indexes.own(kind, home.tenant()),
                        tenant -> tenant.id().equals(home.tenant()));
            if (isDone) rebuilt.add(source);
        }
        return rebuilt;
    }

    private boolean rebuildUnlessFilled(DocumentSource source, String alias, Predicate<Tenant> isOf)
            throws IOException {
        if (indexes.isFilledAlias(alias)) return false;
        rebuild(source, alias, isOf);
        return true;
    }

    /** @param isOf whose documents it is to have, asked with the tenant bound */
    private void rebuild(DocumentSource source, String alias, Predicate<Tenant> isOf) throws IOException {
        var index = indexes.createNext(alias);
        tenants.forEach(tenant -> {
            if (isOf.test(tenant)) unlessBroken(tenant, () -> copy(source, index));
        });
        // or who searches right after the swap does not find yet what was written last
        sweeping.refresh(index);
        indexes.swap(alias, index);
        // what changed while the copy was made went to the old index: versions make a second pass safe
        tenants.forEach(tenant -> {
            if (isOf.test(tenant))
                unlessBroken(tenant, () -> {
                    copy(source, index);
                    sweeping.sweep(source, index);
                });
        });
        indexes.setFilled(index);
        indexes.removeUnused(alias);
        LOG.atInfo().addKeyValue("index", index).log("search index rebuilt");
    }

    /** One whose tables are not as they should be, after an upgrade that failed, keeps nobody else from being found. */
    static void unlessBroken(Tenant tenant, Runnable work) {
        try {
            work.run();
        } catch (InvalidDataAccessResourceUsageException e) {
            LOG.atError()
                    .addKeyValue("tenant", tenant.id())
                    .setCause(e)
                    .log("its documents are left out of the search index: its tables cannot be read");
        }
    }

    /** All documents of the bound tenant. */
    void copy(DocumentSource source, String index) {
        @Nullable UUID after = null;
        try {
            for (var ids = source.idsAfter(null, source.atOnce());
                    !ids.isEmpty();
                    ids = source.idsAfter(after, source.atOnce())) {
                writer.writeInto(
                        index,
                        source.documents(ids).stream()
                                .map(TenantBoundary::write)
                                .toList());
                after = ids.getLast();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.fulltext.DocumentSource;
import org.plenary.search.HomeRows.Home;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves a tenant with very many documents of a kind to an index of its own, and back when it has few again: searches of all the others would
 * else get slower with it. Nothing is missed meanwhile, and what a killed process left undone the next run does.
 */
@Component
class LargeTenants {
    private static final Logger LOG = LoggerFactory.getLogger(LargeTenants.class);

    /** Nobody goes back sooner than this. */
    private static final Duration STAY = Duration.ofDays(1);

    private final HomeRows rows;
    private final Places places;
    private final SearchProperties settings;
    private final Clock clock;
    private final Map<String, DocumentSource> sources;

    /** What an index is filled from, and emptied by. */
    @Component("searchPlaces")
    record Places(
            Indexes indexes, Rebuilding rebuilding, Sweeping sweeping, Comparing comparing, KeptTenants tenants) {}

    LargeTenants(HomeRows rows, Places places, SearchProperties settings, Clock clock, List<DocumentSource> sources) {
        this.rows = rows;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
        this.sources = sources.stream().collect(Collectors.toMap(DocumentSource::kind, Function.identity()));
    }

    /** Has those begin that are too large, or apart for no reason any more, and takes each other one step further. */
    void advance() throws IOException {
        var indexes = places.indexes();
        var homes = rows.all();
        for (var kind : sources.keySet())
            for (var tenant : indexes.largest(kind, settings.apartFrom())) {
                if (homes.stream()
                        .anyMatch(home ->
                                home.kind().equals(kind) && home.tenant().equals(tenant))) continue;
                begin(kind, tenant);
            }
        for (var home : homes) {
            var isApart = home.stage() == Stage.APART;
            if (home.since().plus(isApart ? STAY : settings.pause()).isAfter(clock.instant())) continue;
            // half of it, so that nobody moves to and fro
            if (!isApart || indexes.count(indexes.own(home.kind(), home.tenant())) < settings.apartFrom() / 2)
                step(home);
        }
    }

    void begin(String kind, TenantId tenant) {
        rows.begin(kind, tenant);
        places.indexes().homesChanged();
        tell(kind, tenant, Stage.FILLING);
    }

    /** What a stage is for, which may be done twice; then the next one. */
    void step(Home home) throws IOException {
        var source = sources.get(home.kind());
        if (source == null) throw new IllegalStateException("no source of documents of kind " + home.kind());
        var indexes = places.indexes();
        var own = indexes.own(home.kind(), home.tenant());
        var shared = indexes.shared(home.kind());
        switch (home.stage()) {
            case FILLING -> {
                indexes.readyAlias(own);
                if (!fill(source, home.tenant(), own)) return;
                indexes.setFilled(own);
                move(home, Stage.READING);
            }
            case READING -> move(home, Stage.EMPTYING);
            case EMPTYING -> {
                places.sweeping().empty(shared, home.tenant());
                move(home, Stage.APART);
            }
            case APART -> move(home, Stage.RETURNING);
            case RETURNING -> {
                if (fill(source, home.tenant(), shared)) move(home, Stage.LEAVING);
            }
            case LEAVING -> move(home, Stage.CLOSING);
            case CLOSING -> {
                indexes.drop(own);
                rows.end(home);
                indexes.homesChanged();
                LOG.atInfo()
                        .addKeyValue("tenant", home.tenant())
                        .addKeyValue("kind", home.kind())
                        .log("documents are in the shared index alone");
            }
        }
    }

    /** @return false for one that cannot be read now, as while its schema is upgraded, and when the index is not as the database is */
    private boolean fill(DocumentSource source, TenantId only, String index) {
        var isDone = new AtomicBoolean();
        places.tenants().forEach(tenant -> {
            if (!tenant.id().equals(only)) return;
            places.rebuilding().copy(source, index);
            places.sweeping().sweep(source, index);
            try {
                isDone.set(places.comparing().compare(source, index).left() == 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return isDone.get();
    }

    private void move(Home home, Stage next) {
        rows.move(home, next);
        places.indexes().homesChanged();
        tell(home.kind(), home.tenant(), next);
    }

    private static void tell(String kind, TenantId tenant, Stage stage) {
        LOG.atInfo()
                .addKeyValue("tenant", tenant)
                .addKeyValue("kind", kind)
                .addKeyValue("stage", stage)
                .log("documents on the way to or from an index of their own");
    }
}

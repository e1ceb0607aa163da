package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plenary.fulltext.DocumentSource;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The indexes: one per kind of thing, shared by all tenants but those that are so large that they have one of their own, each behind an
 * alias so that it can be rebuilt beside the one in use. A missing index is made when it is first needed; at the start too, when
 * Elasticsearch is there already.
 */
@Component
class Indexes {
    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

    /** Raised with each change of {@code index.json}: the indexes are then made anew by themselves. */
    private static final int DEFINITION = 5;

    private static final JsonMapper JSON = new JsonMapper();

    private static final String OF = "-of-";

    private static final String OWN = ".*" + OF + "[0-9a-f-]{36}";

    /** In an index's own description: by which definition all that there is was brought into it. */
    private static final String FILLED = "filled";

    private final ElasticsearchClient client;
    private final SearchProperties properties;
    private final List<DocumentSource> sources;
    private final Homes homes;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    Indexes(ElasticsearchClient client, SearchProperties properties, List<DocumentSource> sources, Homes homes) {
        this.client = client;
        this.properties = properties;
        this.sources = sources;
        this.homes = homes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeMissing() {
        for (var source : sources) {
            try {
                readyAlias(shared(source.kind()));
            } catch (IOException | ElasticsearchException e) {
                LOG.atWarn().addKeyValue("kind", source.kind()).log("search index not made yet: {}", e.getMessage());
            }
        }
    }

    /** The alias to read of the bound tenant, after making sure that there is an index behind it. */
    String ready(String kind) throws IOException {
        return readyAlias(alias(kind));
    }

    /** The aliases to write to for the bound tenant; more than one while its documents are on their way to another. */
    List<String> readyToWrite(String kind) throws IOException {
        var aliases = new ArrayList<String>();
        if (homes.writesShared(kind)) aliases.add(readyAlias(shared(kind)));
        if (homes.writesOwn(kind))
            aliases.add(readyAlias(own(kind, Tenancy.require().id())));
        return aliases;
    }

    /** Makes sure that there is an index behind it. */
    String readyAlias(String alias) throws IOException {
        if (ready.contains(alias)) return alias;
        if (!client.indices().existsAlias(a -> a.name(alias)).value()) createFirst(alias);
        ready.add(alias);
        return alias;
    }

    /** Whether it was there when it was last needed, and nothing failed since. */
    boolean isKnown(String kind) {
        return ready.contains(alias(kind));
    }

    /** Looks again next time: the index turned out to be gone. */
    void forget(String kind) {
        ready.remove(alias(kind));
    }

    void forgetAlias(String alias) {
        ready.remove(alias);
    }

    /** Where the bound tenant's documents are read. */
    String alias(String kind) {
        return homes.readsOwn(kind) ? own(kind, Tenancy.require().id()) : shared(kind);
    }

    String shared(String kind) {
        return properties.indexPrefix() + "-" + kind;
    }

    /** Of a tenant's own, whether there is one or not. */
    String own(String kind, TenantId tenant) {
        return shared(kind) + OF + tenant;
    }

    /** This node looks anew where documents are. */
    void homesChanged() {
        homes.forget();
    }

    /** Those whose own index has to have all that there is. */
    List<HomeRows.Home> apart(String kind) {
        return homes.all().stream()
                .filter(home -> home.kind().equals(kind) && home.stage().hasOwn())
                .toList();
    }

    /** Whether the bound tenant's documents have to be in the shared index. */
    boolean isShared(String kind) {
        return homes.writesShared(kind);
    }

    /** Tenants with at least so many documents in the shared index, a few at a time. */
    List<TenantId> largest(String kind, long least) throws IOException {
        return TenantBoundary.largest(client.search(TenantBoundary.sizes(readyAlias(shared(kind))), Void.class), least);
    }

    long count(String alias) throws IOException {
        return client.count(c -> c.index(alias)).count();
    }

    /** What a tenant has is in one shard, so that an index of one tenant has no more. */
    private void create(String alias, String index) throws IOException {
        var definition = definition();
        var shards = alias.matches(OWN) ? 1 : properties.shards();
        ((ObjectNode) definition.at("/settings")).put("number_of_shards", shards);
        client.indices().create(c -> c.index(index).withJson(new StringReader(definition.toString())));
    }

    /** Whether the index in use has all that there is: one that was lost and made again has only what changed since. */
    boolean isFilled(String kind) throws IOException {
        return isFilledAlias(alias(kind));
    }

    boolean isFilledAlias(String alias) throws IOException {
        // looked at anew: one that was lost since may be missed by nobody yet
        forgetAlias(alias);
        readyAlias(alias);
        return client.indices().getMapping(m -> m.index(alias)).mappings().values().stream()
                .map(index -> index.mappings().meta().get(FILLED))
                .allMatch(by -> by != null && by.to(Integer.class) >= DEFINITION);
    }

    void setFilled(String index) throws IOException {
        client.indices().putMapping(m -> m.index(index).meta(FILLED, JsonData.of(DEFINITION)));
    }

    /** It has not all that there is, or not as it is: it is made anew. */
    void setLacking(String index) throws IOException {
        client.indices().putMapping(m -> m.index(index).meta(FILLED, JsonData.of(0)));
    }

    /** Makes an index beside the one in use, and removes what earlier rebuilds left that did not come to their end. */
    String createNext(String alias) throws IOException {
        removeUnused(alias);
        var next = alias + "-v" + Ids.next();
        create(alias, next);
        return next;
    }

    void removeUnused(String alias) throws IOException {
        readyAlias(alias);
        var used = client.indices().getAlias(a -> a.name(alias)).aliases().keySet();
        for (var index :
                client.indices().get(g -> g.index(alias + "-v*")).indices().keySet())
            if (!used.contains(index)) client.indices().delete(d -> d.index(index));
    }

    /** Lets the alias point to this index alone, in one step. Those it pointed to stay for who is searching in them at this moment. */
    void swap(String alias, String index) throws IOException {
        var old = client.indices().getAlias(a -> a.name(alias)).aliases().keySet();
        client.indices().updateAliases(u -> {
            u.actions(a -> a.add(add -> add.index(index).alias(alias)));
            old.stream()
                    .filter(o -> !o.equals(index))
                    .forEach(o -> u.actions(a -> a.remove(r -> r.index(o).alias(alias))));
            return u;
        });
    }

    /** With all that an alias ever pointed to; does nothing when there is nothing. */
    void drop(String alias) throws IOException {
        forgetAlias(alias);
        for (var index :
                client.indices().get(g -> g.index(alias + "-v*")).indices().keySet())
            client.indices().delete(d -> d.index(index));
    }

    private void createFirst(String alias) throws IOException {
        var index = alias + "-v1";
        try {
            create(alias, index);
            LOG.atInfo().addKeyValue("index", index).log("search index made");
        } catch (ElasticsearchException e) {
            // another node was faster; pointing the alias at it is right all the same
            if (!"resource_already_exists_exception".equals(e.error().type())) throw e;
        }
        client.indices()
                .updateAliases(u -> u.actions(a -> a.add(add -> add.index(index).alias(alias))));
    }

    private static JsonNode definition() throws IOException {
        try (var stream = Indexes.class.getResourceAsStream("index.json")) {
            if (stream == null) throw new IOException("index.json is missing");
            return JSON.readTree(stream);
        }
    }
}

package org.plenary.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.CountRequest;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.OpenPointInTimeRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource.Document;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;

/**
 * The one place where requests to Elasticsearch get their tenant: every read is filtered and routed by it, every write
 * carries it. With no tenant bound each method throws, so that nothing is read or written at all.
 */
final class TenantBoundary {
    private static final String SEPARATOR = ":";

    /** How long a snapshot stays after each page. */
    private static final Time KEPT = Time.of(t -> t.time("2m"));

    /** Below it there is room for a million million changes of one thing. */
    private static final int GENERATION = 40;

    private static final String SIZES = "sizes";
    private static final int LARGEST = 20;

    private TenantBoundary() {}

    /** A request that sees documents of the bound tenant only, whatever the query says. */
    static SearchRequest.Builder search(String index, Query query) {
        var tenant = tenant();
        return new SearchRequest.Builder()
                .index(index)
                .routing(tenant)
                .preference(tenant)
                .query(own(tenant, query));
    }

    /**
     * Several at once. Their routing is that of the whole request: in the header of a single one the client writes it as a list, which
     * Elasticsearch takes for another text, and asks another shard.
     *
     * @param requests as {@link #search} began them
     */
    static MsearchRequest together(List<SearchRequest> requests) {
        var items = requests.stream()
                .map(request -> RequestItem.of(
                        i -> i.header(h -> h.index(request.index()).preference(request.preference()))
                                .body(request)))
                .toList();
        return MsearchRequest.of(r -> r.routing(tenant()).searches(items));
    }

    /** Keeps the index as it is now, where the bound tenant's documents are, for as long as somebody turns pages. */
    static OpenPointInTimeRequest snapshot(String index) {
        var tenant = tenant();
        return OpenPointInTimeRequest.of(
                o -> o.index(index).routing(tenant).preference(tenant).keepAlive(KEPT));
    }

    /** The same request in a snapshot: whoever made that, the bound tenant's documents alone are seen. */
    static SearchRequest.Builder searchIn(String snapshot, Query query) {
        return new SearchRequest.Builder()
                .pit(p -> p.id(snapshot).keepAlive(KEPT))
                .query(own(tenant(), query));
    }

    private static Query own(String tenant, Query query) {
        return Query.of(q -> q.bool(b ->
                b.must(query).filter(f -> f.term(t -> t.field("tenant").value(tenant)))));
    }

    /** The documents of the bound tenant in the order of their ids. */
    static SearchRequest ids(String index, @Nullable UUID after, int limit) {
        var request = search(index, Query.of(q -> q.matchAll(m -> m)))
                .source(s -> s.fetch(false))
                .size(limit)
                .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
        if (after != null) request.searchAfter(FieldValue.of(after.toString()));
        return request.build();
    }

    static BulkOperation write(Document document) {
        var tenant = tenant();
        var source = new LinkedHashMap<String, Object>();
        source.put("tenant", tenant);
        source.put("conference", document.conference().toString());
        source.put("id", document.id().toString());
        source.putAll(TextFields.checked(document.fields()));
        source.put("readings", Readings.of(document.fields()));
        source.put("facets", document.facets());
        return BulkOperation.of(o -> o.<Map<String, Object>>index(i -> i.id(documentId(tenant, document.id()))
                .routing(tenant)
                .version(version(document))
                .versionType(VersionType.ExternalGte)
                .document(source)));
    }

    /** Versions of rows start over when a tenant is restored: what was indexed before is older all the same. */
    private static long version(Document document) {
        return ((long) Tenancy.require().generation() << GENERATION) + document.version();
    }

    /**
     * Deleting raises the version by one and is remembered for an hour, so that a message about the deleted version that
     * comes late changes nothing while a thing that came back with a newer version is taken.
     */
    static BulkOperation delete(UUID id) {
        var tenant = tenant();
        return BulkOperation.of(o -> o.delete(d -> d.id(documentId(tenant, id)).routing(tenant)));
    }

    /** What is left of a tenant that is gone, and therefore cannot be bound. */
    static SearchRequest left(String index, TenantId gone, int limit) {
        return SearchRequest.of(r -> r.index(index)
                .routing(gone.toString())
                .query(q -> q.term(t -> t.field("tenant").value(gone.toString())))
                .source(s -> s.fetch(false))
                .version(true)
                .size(limit));
    }

    /** The same, only to be counted. */
    static CountRequest all(String index, TenantId gone) {
        return CountRequest.of(r -> r.index(index)
                .routing(gone.toString())
                .query(q -> q.term(t -> t.field("tenant").value(gone.toString()))));
    }

    /**
     * Takes out what is there, and nothing newer; the same may be written again at once.
     *
     * @param found one of those that are {@link #left}
     */
    static BulkOperation erase(Hit<Void> found, TenantId gone) {
        var id = String.valueOf(found.id());
        if (!id.startsWith(gone + SEPARATOR)) throw new IllegalStateException("a document of another tenant");
        return BulkOperation.of(o -> o.delete(
                d -> d.id(id).routing(gone.toString()).version(found.version()).versionType(VersionType.ExternalGte)));
    }

    /** How many documents the tenants have that have the most: numbers alone, so that none has to be bound. */
    static SearchRequest sizes(String index) {
        return SearchRequest.of(r -> r.index(index)
                .size(0)
                .aggregations(SIZES, a -> a.terms(t -> t.field("tenant").size(LARGEST))));
    }

    /** @param sizes the answer to {@link #sizes} */
    static List<TenantId> largest(SearchResponse<Void> sizes, long least) {
        var counted = sizes.aggregations().get(SIZES);
        if (counted == null) return List.of();
        return counted.sterms().buckets().array().stream()
                .filter(bucket -> bucket.docCount() >= least)
                .map(bucket -> new TenantId(UUID.fromString(bucket.key().stringValue())))
                .toList();
    }

    /** The name in an index of one of the bound tenant's things. */
    static String document(UUID id) {
        return documentId(tenant(), id);
    }

    /** The thing's own id, after a last check that the document is the bound tenant's. */
    static UUID thing(String documentId) {
        var prefix = tenant() + SEPARATOR;
        if (!documentId.startsWith(prefix)) throw new IllegalStateException("a document of another tenant was found");
        return UUID.fromString(documentId.substring(prefix.length()));
    }

    private static String tenant() {
        return Tenancy.require().id().toString();
    }

    private static String documentId(String tenant, UUID id) {
        return tenant + SEPARATOR + id;
    }
}

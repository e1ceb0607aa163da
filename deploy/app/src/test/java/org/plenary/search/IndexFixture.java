package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Settings;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.fulltext.FullText;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.BadSqlGrammarException;

/** A real Elasticsearch node, and things that live in memory. */
abstract class IndexFixture {
    private static @Nullable ElasticsearchClient shared;

    final UUID conference = UUID.randomUUID();
    final Tenant tenant = aTenant();
    final Things things = new Things();
    final ElasticsearchClient client = client();
    Indexes indexes;
    DocumentWriter writer;
    Synchronizing synchronizing;
    FullText fullText;

    /** One node for all the classes, for as long as this process lives. */
    private static synchronized ElasticsearchClient client() {
        if (shared != null) return shared;
        var started = EmbeddedServices.start(new Settings(
                Path.of("target/search-it").toAbsolutePath(), EnumSet.of(Kind.ELASTICSEARCH), false, 8080));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        var connection = Rest5Client.builder(
                        URI.create(started.services().getFirst().address()))
                .build();
        shared = new ElasticsearchClient(new Rest5ClientTransport(connection, new Jackson3JsonpMapper()));
        return shared;
    }

    @BeforeEach
    void wire() {
        var prefix = "it" + UUID.randomUUID().toString().substring(0, 8);
        indexes = new Indexes(client, settings(prefix), List.of(things), new Homes(List::of));
        writer = new DocumentWriter(client, indexes);
        synchronizing = new Synchronizing(writer, List.of(things));
        fullText = new ElasticFullText(client, indexes);
    }

    static SearchProperties settings(String prefix) {
        return new SearchProperties(prefix, Duration.ofMinutes(5), 1000, 2, Duration.ofSeconds(30));
    }

    FullText.Result find(String text) {
        return search(text, Map.of(), 10, null);
    }

    FullText.Result search(String text, Map<String, List<String>> filters, int limit, @Nullable String after) {
        return Tenancy.callAs(tenant, () -> fullText.search(query(text, filters, limit, after)));
    }

    FullText.Query query(String text, Map<String, List<String>> filters, int limit, @Nullable String after) {
        return new FullText.Query("paper", conference, text, filters, List.of("track", "country"), limit, after);
    }

    void index() throws Exception {
        as(
                tenant,
                () -> synchronizing.on(
                        new DocumentsChanged(tenant.id(), "paper", List.copyOf(things.documents.keySet()))));
        refresh();
    }

    void refresh() throws IOException {
        client.indices().refresh(r -> r.index(indexes.shared("paper")));
    }

    interface Work {
        void run() throws Exception;
    }

    static void as(Tenant tenant, Work work) throws Exception {
        Callable<Boolean> call = () -> {
            work.run();
            return true;
        };
        Tenancy.callAs(tenant, call::call);
    }

    DocumentSource.Document paper(long version, String title, String name, String body) {
        return paper(version, title, name, body, "learning", "DE");
    }

    DocumentSource.Document paper(long version, String title, String name, String body, String track, String country) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("title", List.of(title));
        fields.put("names", List.of(name, "Somebody Else"));
        fields.put("body", List.of(body));
        return new DocumentSource.Document(
                UUID.randomUUID(),
                conference,
                version,
                fields,
                Map.of("track", List.of(track), "country", List.of(country)));
    }

    static Tenant aTenant() {
        return new Tenant(
                TenantId.of(UUID.randomUUID()),
                "acme",
                "t_1",
                "Acme",
                "DE",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                TenantStatus.ACTIVE,
                null,
                "free",
                Branding.DEFAULT,
                null,
                null,
                Instant.EPOCH);
    }

    static final class Things implements DocumentSource {
        final Map<UUID, Document> documents = new LinkedHashMap<>();

        @Nullable
        Tenant brokenFor;

        UUID put(Document document) {
            documents.put(document.id(), document);
            return document.id();
        }

        @Override
        public String kind() {
            return "paper";
        }

        @Override
        public List<Document> documents(Collection<UUID> ids) {
            return ids.stream()
                    .distinct()
                    .flatMap(id -> Stream.ofNullable(documents.get(id)))
                    .toList();
        }

        @Override
        public List<UUID> idsAfter(@Nullable UUID after, int limit) {
            if (Tenancy.require().equals(brokenFor))
                throw new BadSqlGrammarException("ids", "SELECT", new SQLException("no such table"));
            return documents.keySet().stream()
                    .sorted()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }
    }
}

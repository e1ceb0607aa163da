package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Settings;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.fulltext.FullText;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRestored;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.BadSqlGrammarException;

/** The index itself, on a real Elasticsearch node, with things that live in memory. */
class IndexIT {
    private static EmbeddedServices services;
    private static Rest5Client connection;
    private static ElasticsearchClient client;

    private final UUID conference = UUID.randomUUID();
    private final Tenant tenant = aTenant();
    private final Things things = new Things();
    private Indexes indexes;
    private DocumentWriter writer;
    private Synchronizing synchronizing;
    private FullText fullText;

    @BeforeAll
    static void start() throws IOException {
        services = EmbeddedServices.start(new Settings(
                Path.of("target/search-it").toAbsolutePath(), EnumSet.of(Kind.ELASTICSEARCH), false, 8080));
        connection = Rest5Client.builder(
                        URI.create(services.services().getFirst().address()))
                .build();
        client = new ElasticsearchClient(new Rest5ClientTransport(connection, new Jackson3JsonpMapper()));
    }

    @AfterAll
    static void stop() throws IOException {
        connection.close();
        services.close();
    }

    @BeforeEach
    void wire() {
        var prefix = "it" + UUID.randomUUID().toString().substring(0, 8);
        indexes = new Indexes(client, new SearchProperties(prefix, Duration.ofMinutes(5)), List.of(things));
        writer = new DocumentWriter(client, indexes);
        synchronizing = new Synchronizing(writer, List.of(things));
        fullText = new ElasticFullText(client, indexes);
    }

    @Test
    void wordsAreFoundWithTypingErrorsPrefixesAndStems() throws Exception {
        var grasping = things.put(
                paper(1, "Dexterous grasping with soft robots", "Zhan Gao", "Reinforcement learning of hands."));
        things.put(paper(1, "Walking on ice", "Grace Hopper", "Legs that slip."));
        index();

        for (var typed : List.of(
                "grasping", "graspng", "dextrous robot", "Zhang gao", "reinforcment", "reinfor", "hand", "soft zhan"))
            assertThat(find(typed).hits())
                    .as(typed)
                    .extracting(FullText.Hit::id)
                    .contains(grasping);
        assertThat(find("grasping ice").hits()).isEmpty();
        assertThat(find("").total()).isEqualTo(2);
    }

    @Test
    void chineseWordsAreFound() throws Exception {
        var paper = things.put(paper(1, "机器人强化学习方法研究", "王小明", "本文提出一种新的抓取策略。"));
        things.put(paper(1, "会议酒店预订系统", "李雷", "关于住宿。"));
        index();

        for (var typed : List.of("机器人", "强化学习", "王小明", "抓取"))
            assertThat(find(typed).hits())
                    .as(typed)
                    .extracting(FullText.Hit::id)
                    .containsExactly(paper);
    }

    @Test
    void matchesAreMarkedAndEverythingElseIsEscaped() throws Exception {
        things.put(paper(1, "Robots <script>alert(1)</script>", "Ada Lovelace", "Many robots."));
        index();

        var hit = find("robot lovelace").hits().getFirst();

        assertThat(hit.highlights().get("title").getFirst()).contains("<em>Robots</em>", "&lt;script&gt;");
        assertThat(hit.highlights().get("names").getFirst()).isEqualTo("Ada <em>Lovelace</em>");
        assertThat(hit.highlights().get("body").getFirst()).isEqualTo("Many <em>robots</em>.");
    }

    @Test
    void whatWasMistypedIsMarkedToo() throws Exception {
        things.put(paper(1, "Robots that weave", "Ada Lovelace", "Looms learn from looms."));
        index();

        var hit = find("lovelance").hits().getFirst();
        assertThat(hit.highlights().get("names").getFirst()).isEqualTo("Ada <em>Lovelace</em>");
        assertThat(find("weav").hits().getFirst().highlights().get("title").getFirst())
                .isEqualTo("Robots that <em>weave</em>");
        assertThat(find("robtos").hits().getFirst().highlights().get("title").getFirst())
                .isEqualTo("<em>Robots</em> that weave");
    }

    @Test
    void facetsAreCountedUnderTheOtherFilters() throws Exception {
        things.put(paper(1, "Robots one", "A", "x", "learning", "CN"));
        things.put(paper(1, "Robots two", "B", "x", "learning", "DE"));
        things.put(paper(1, "Robots three", "C", "x", "control", "DE"));
        index();

        var result = search("robots", Map.of("track", List.of("control")), 10, null);

        assertThat(result.total()).isEqualTo(1);
        assertThat(result.facets().get("track")).isEqualTo(Map.of("learning", 2L, "control", 1L));
        assertThat(result.facets().get("country")).isEqualTo(Map.of("DE", 1L));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() throws Exception {
        for (var i = 0; i < 25; i++) things.put(paper(1, "Robots " + "word ".repeat(i % 4), "A", "x"));
        index();

        var seen = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = search("robots", Map.of(), 10, after);
            assertThat(page.total()).isEqualTo(25);
            page.hits().forEach(h -> seen.add(h.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void anOlderMessageDoesNotOverwriteANewerOne() throws Exception {
        var id = things.put(paper(5, "The new title", "A", "x"));
        index();
        var old = new DocumentSource.Document(
                id, conference, 4, Map.of("title", List.of("The old title")), Map.of("track", List.of()));

        Tenancy.callAs(tenant, () -> {
            writer.write("paper", List.of(TenantBoundary.write(old)));
            return true;
        });
        refresh();

        assertThat(find("new").total()).isEqualTo(1);
        assertThat(find("old").total()).isZero();
    }

    @Test
    void whatIsGoneIsNotFoundAndMayComeBack() throws Exception {
        var document = paper(1, "Here and gone", "A", "x");
        things.put(document);
        index();
        things.documents.clear();
        as(tenant, () -> synchronizing.on(new DocumentChanged(tenant.id(), "paper", document.id())));
        refresh();
        assertThat(find("gone").total()).isZero();

        var late = document;
        as(tenant, () -> writer.write("paper", List.of(TenantBoundary.write(late))));
        refresh();
        assertThat(find("gone").total()).as("the deleted version, late").isZero();

        things.put(new DocumentSource.Document(document.id(), conference, 3, document.fields(), document.facets()));
        as(tenant, () -> synchronizing.on(new DocumentChanged(tenant.id(), "paper", document.id())));
        refresh();
        assertThat(find("gone").total()).isEqualTo(1);
    }

    @Test
    void twoTenantsWithTheSameWordsNeverSeeEachOther() throws Exception {
        things.put(paper(1, "Shared words", "A", "x"));
        index();
        var other = aTenant();

        assertThat(find("shared").total()).isEqualTo(1);
        assertThat(Tenancy.callAs(other, () -> fullText.search(query("shared", Map.of(), 10, null)))
                        .total())
                .isZero();
        assertThatThrownBy(() -> fullText.search(query("shared", Map.of(), 10, null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLostIndexIsFilledAgainFromWhatThereIs() throws Exception {
        things.put(paper(1, "Rebuilt robots", "A", "x"));
        index();
        for (var index : inUse()) client.indices().delete(d -> d.index(index));

        assertThatThrownBy(() -> find("rebuilt")).isInstanceOf(Problem.Unavailable.class);
        assertThat(indexes.isFilled("paper")).isFalse();
        rebuilding(() -> {}).rebuildWhereNeeded();
        refresh();

        assertThat(find("rebuilt").total()).isEqualTo(1);
        var filled = inUse();
        rebuilding(() -> {}).rebuildWhereNeeded();
        assertThat(inUse()).as("it is not made again").isEqualTo(filled);
    }

    @Test
    void whatChangesWhileTheIndexIsMadeAnewIsInItAsItIs() throws Exception {
        var kept = things.put(paper(1, "Kept robots", "A", "x"));
        var deleted = things.put(paper(1, "Deleted robots", "A", "x"));
        index();

        rebuilding(() -> {
                    things.documents.remove(deleted);
                    var added = things.put(paper(1, "Added robots", "A", "x"));
                    as(
                            tenant,
                            () -> synchronizing.on(
                                    new DocumentsChanged(tenant.id(), "paper", List.of(deleted, added))));
                })
                .rebuildWhereNeeded();
        refresh();

        assertThat(find("robots").hits())
                .hasSize(2)
                .extracting(FullText.Hit::id)
                .contains(kept);
        assertThat(find("deleted").hits()).isEmpty();
    }

    @Test
    void whatARebuildThatWasKilledLeftIsRemovedByTheNext() throws Exception {
        things.put(paper(1, "Rebuilt robots", "A", "x"));
        index();
        var left = indexes.createNext("paper");

        rebuilding(() -> {}).rebuildWhereNeeded();

        assertThat(client.indices().exists(e -> e.index(left)).value()).isFalse();
    }

    @Test
    void aTenantWhoseTablesCannotBeReadKeepsNobodyElseFromBeingFound() throws Exception {
        things.put(paper(1, "Rebuilt robots", "A", "x"));
        index();
        for (var index : inUse()) client.indices().delete(d -> d.index(index));
        var broken = new Tenant(
                TenantId.of(UUID.randomUUID()),
                "broken",
                "t_2",
                "Broken",
                "DE",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                TenantStatus.MAINTENANCE,
                null,
                "free",
                Branding.DEFAULT,
                null,
                null,
                Instant.EPOCH);
        things.brokenFor = broken;
        var rebuilding = new Rebuilding(
                indexes,
                writer,
                new Sweeping(client, writer),
                work -> List.of(broken, tenant).forEach(each -> Tenancy.runAs(each, () -> work.accept(each))),
                List.of(things));

        rebuilding.rebuildWhereNeeded();
        refresh();

        assertThat(find("rebuilt").total()).isEqualTo(1);
        assertThat(indexes.isFilled("paper")).isTrue();
    }

    @Test
    void aMessageThatATenantWasRestoredChangesNothingWhenItComesTwice() throws Exception {
        var kept = things.put(paper(3, "Kept robots", "A", "x"));
        var gone = things.put(paper(2, "Later robots", "A", "x"));
        index();
        things.documents.remove(gone);
        things.documents.computeIfPresent(
                kept, (id, now) -> new DocumentSource.Document(id, now.conference(), 1, now.fields(), now.facets()));
        var restored = restored();
        var documents =
                new RestoredDocuments(rebuilding(() -> {}), new Sweeping(client, writer), indexes, List.of(things));

        for (var time = 1; time <= 2; time++) {
            as(restored, () -> documents.on(new TenantRestored(tenant.id())));
            refresh();

            assertThat(find("robots").hits())
                    .as("time " + time)
                    .extracting(FullText.Hit::id)
                    .containsExactly(kept);
        }
    }

    /** The same tenant, with the rows of a backup, whose versions are older ones. */
    private Tenant restored() {
        return new Tenant(
                tenant.id(),
                tenant.slug(),
                "t_9",
                tenant.name(),
                tenant.country(),
                tenant.locale(),
                tenant.timeZone(),
                tenant.status(),
                tenant.statusReason(),
                tenant.plan(),
                tenant.branding(),
                tenant.domain(),
                tenant.schemaVersion(),
                tenant.createdAt(),
                tenant.generation() + 1);
    }

    private Set<String> inUse() throws IOException {
        return client.indices()
                .getAlias(a -> a.name(indexes.alias("paper")))
                .aliases()
                .keySet();
    }

    /** @param meanwhile happens between the first copy and the moment at which the new index is put in place */
    private Rebuilding rebuilding(Work meanwhile) {
        var isFirst = new AtomicBoolean(true);
        return new Rebuilding(
                indexes,
                writer,
                new Sweeping(client, writer),
                work -> {
                    Tenancy.runAs(tenant, () -> work.accept(tenant));
                    try {
                        if (isFirst.getAndSet(false)) meanwhile.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                List.of(things));
    }

    @Test
    void anUnreachableIndexIsSaidToBeUnavailable() throws IOException {
        try (var nowhere = Rest5Client.builder(URI.create("http://127.0.0.1:1")).build()) {
            var away = new ElasticsearchClient(new Rest5ClientTransport(nowhere, new Jackson3JsonpMapper()));
            var broken = new ElasticFullText(
                    away, new Indexes(away, new SearchProperties("it", Duration.ofMinutes(5)), List.of(things)));

            assertThatThrownBy(() -> Tenancy.callAs(tenant, () -> broken.search(query("x", Map.of(), 10, null))))
                    .isInstanceOfSatisfying(
                            Problem.Unavailable.class, e -> assertThat(e.code()).isEqualTo("search_unavailable"));
        }
    }

    private FullText.Result find(String text) {
        return search(text, Map.of(), 10, null);
    }

    private FullText.Result search(String text, Map<String, List<String>> filters, int limit, @Nullable String after) {
        return Tenancy.callAs(tenant, () -> fullText.search(query(text, filters, limit, after)));
    }

    private FullText.Query query(String text, Map<String, List<String>> filters, int limit, @Nullable String after) {
        return new FullText.Query("paper", conference, text, filters, List.of("track", "country"), limit, after);
    }

    private void index() throws Exception {
        as(
                tenant,
                () -> synchronizing.on(
                        new DocumentsChanged(tenant.id(), "paper", List.copyOf(things.documents.keySet()))));
        refresh();
    }

    private void refresh() throws IOException {
        client.indices().refresh(r -> r.index(indexes.alias("paper")));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void as(Tenant tenant, Work work) throws Exception {
        Callable<Boolean> call = () -> {
            work.run();
            return true;
        };
        Tenancy.callAs(tenant, call::call);
    }

    private DocumentSource.Document paper(long version, String title, String name, String body) {
        return paper(version, title, name, body, "learning", "DE");
    }

    private DocumentSource.Document paper(
            long version, String title, String name, String body, String track, String country) {
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

    private static Tenant aTenant() {
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

    private static final class Things implements DocumentSource {
        private final Map<UUID, Document> documents = new LinkedHashMap<>();
        private @Nullable Tenant brokenFor;

        UUID put(Document document) {
            documents.put(document.id(), document);
            return document.id();
        }

        @Override
        public String kind() {
            return "paper";
        }

        @Override
        public Optional<Document> document(UUID id) {
            return Optional.ofNullable(documents.get(id));
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

package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.DocumentSource;
import org.plenary.search.Comparing.Differences;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.Tenancy;

/** The index is compared with what there is, and what differs is mended. */
class ComparingIT extends IndexFixture {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KeptTenants tenants = work -> Tenancy.runAs(tenant, () -> work.accept(tenant));
    private UUID first;
    private UUID second;
    private IndexVerifying verifying;

    @BeforeEach
    void someDocuments() throws Exception {
        verifying = new IndexVerifying(new Comparing(client, writer), indexes, tenants, List.of(things), meters);
        first = things.put(paper(2, "First robots", "A", "x"));
        second = things.put(paper(2, "Second robots", "王小明", "机器人"));
        things.put(paper(2, "Third robots", "C", "x"));
        index();
    }

    @Test
    void anIndexThatIsWhatTheDatabaseIsIsLeftAlone() throws Exception {
        assertThat(verifying.verify(things)).isEqualTo(new Differences(3, 0, 0, 0, 0));
    }

    @Test
    void whatWasChangedDeletedAndAddedBehindTheIndexesBackIsFoundAndMended() throws Exception {
        change(first, 2, "Forged horses");
        client.delete(d -> d.index(alias()).id(id(second)).routing(routing()).refresh(Refresh.True));
        // a deletion is remembered in a version that is one higher
        things.documents.computeIfPresent(second, (id, now) -> next(now, 3));
        var stray = UUID.randomUUID();
        change(stray, 1, "Stray horses");
        assertThat(find("horses").total()).isEqualTo(2);

        assertThat(verifying.verify(things)).isEqualTo(new Differences(3, 1, 1, 1, 0));
        refresh();

        assertThat(find("horses").total()).isZero();
        assertThat(find("robots").total()).isEqualTo(3);
        assertThat(find("second").hits()).hasSize(1);
        assertThat(verifying.verify(things)).isEqualTo(new Differences(3, 0, 0, 0, 0));
        for (var found : List.of("missing", "changed", "stray"))
            assertThat(meters.get("plenary.search.differences")
                            .tags("kind", "paper", "found", found)
                            .counter()
                            .count())
                    .as(found)
                    .isOne();
    }

    @Test
    void whatHasAVersionThatIsNewerThanTheDatabasesHasTheIndexMadeAnew() throws Exception {
        rebuilding().rebuildWhereNeeded();
        change(first, 99, "Forged horses");

        verifying.verify();

        assertThat(indexes.isFilledAlias(alias())).isFalse();
        assertThat(rebuilding().rebuildWhereNeeded()).containsExactly(things);
        assertThat(verifying.verify(things)).isEqualTo(new Differences(3, 0, 0, 0, 0));
        assertThat(find("horses").total()).isZero();
    }

    @Test
    void whoSearchesWhileTheIndexIsMadeAnewFindsAllOfIt() throws Exception {
        for (var i = 0; i < 300; i++) things.put(paper(1, "Many robots " + i, "A", "x"));
        index();
        var totals = new ConcurrentLinkedQueue<Long>();
        var isDone = new AtomicBoolean();
        try (var searching = Executors.newSingleThreadExecutor()) {
            var loop = searching.submit(() -> {
                while (!isDone.get()) totals.add(find("robots").total());
            });
            for (var time = 0; time < 3; time++) {
                indexes.setLacking(alias());
                rebuilding().rebuildWhereNeeded();
            }
            isDone.set(true);
            loop.get();
        }

        assertThat(Set.copyOf(totals)).containsExactly(303L);
    }

    private Rebuilding rebuilding() {
        return new Rebuilding(indexes, writer, new Sweeping(client, writer), tenants, List.of(things));
    }

    /** As only somebody does who goes around the application. */
    private void change(UUID id, long version, String title) throws IOException {
        client.index(i -> i.index(alias())
                .id(id(id))
                .routing(routing())
                .version(((long) tenant.generation() << 40) + version)
                .versionType(VersionType.ExternalGte)
                .refresh(Refresh.True)
                .document(Map.of(
                        "tenant", routing(),
                        "conference", conference.toString(),
                        "id", id.toString(),
                        "title", List.of(title))));
    }

    private String alias() {
        return indexes.shared("paper");
    }

    private String routing() {
        return tenant.id().toString();
    }

    private String id(UUID thing) {
        return tenant.id() + ":" + thing;
    }

    private static DocumentSource.Document next(DocumentSource.Document now, long version) {
        return new DocumentSource.Document(now.id(), now.conference(), version, now.fields(), now.facets());
    }
}

package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
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

/** The index itself: what comes late, twice or with another tenant, and what makes it anew. */
class IndexIT extends IndexFixture {
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
        assertThat(indexes.isFilledAlias(indexes.shared("paper"))).isFalse();
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
        var left = indexes.createNext(indexes.shared("paper"));

        rebuilding(() -> {}).rebuildWhereNeeded();

        assertThat(client.indices().exists(e -> e.index(left)).value()).isFalse();
    }

    @Test
    void theLargestTenantsAreKnownByTheirNumbersOfDocuments() throws Exception {
        for (var i = 0; i < 3; i++) things.put(paper(1, "Many robots", "A", "x"));
        index();
        var small = aTenant();
        var one = paper(1, "One robot", "A", "x");
        as(small, () -> writer.write("paper", List.of(TenantBoundary.write(one))));
        refresh();

        assertThat(indexes.largest("paper", 3)).containsExactly(tenant.id());
        assertThat(indexes.largest("paper", 4)).isEmpty();
        assertThat(indexes.largest("paper", 1)).containsExactly(tenant.id(), small.id());
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
        assertThat(indexes.isFilledAlias(indexes.shared("paper"))).isTrue();
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
                .getAlias(a -> a.name(indexes.shared("paper")))
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
            var broken =
                    new ElasticFullText(away, new Indexes(away, settings("it"), List.of(things), new Homes(List::of)));

            assertThatThrownBy(() -> Tenancy.callAs(tenant, () -> broken.search(query("x", Map.of(), 10, null))))
                    .isInstanceOfSatisfying(
                            Problem.Unavailable.class, e -> assertThat(e.code()).isEqualTo("search_unavailable"));
        }
    }
}

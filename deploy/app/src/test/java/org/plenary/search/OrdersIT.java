package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.FullText;
import org.plenary.fulltext.FullText.Order;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;

/** Lists in other orders than by how well they match. */
class OrdersIT extends IndexFixture {
    private static final Order BY_TITLE = new Order.By("by_title", false);
    private static final Order BY_NUMBER = new Order.By("by_number", true);

    @Test
    void eachOrderIsTheSameWithWordsAndWithout() throws Exception {
        var beta = titled("beta robots", 3);
        var alpha = titled("alpha robots robots", 1);
        var gamma = titled("gamma robots", 2);
        index();

        for (var words : List.of("", "robots")) {
            assertThat(all(words, BY_TITLE, 2)).containsExactly(alpha, beta, gamma);
            assertThat(all(words, BY_NUMBER, 2)).containsExactly(alpha, gamma, beta);
            assertThat(all(words, Order.NEWEST, 2))
                    .containsExactlyElementsOf(List.of(alpha, beta, gamma).stream()
                            .sorted((a, b) -> b.toString().compareTo(a.toString()))
                            .toList());
        }
    }

    @Test
    void whatHasNoValueYetComesLastAndIsNotMissed() throws Exception {
        var some = new ArrayList<UUID>();
        for (var i = 0; i < 7; i++) some.add(things.put(paper(1, "Robots", "A", "x")));
        var titled = titled("robots", 1);
        index();

        for (var order : List.of(BY_TITLE, BY_NUMBER)) {
            var found = all("robots", order, 3);
            assertThat(found.getFirst()).isEqualTo(titled);
            assertThat(found.subList(1, 8)).containsExactlyInAnyOrderElementsOf(some);
        }
    }

    @Test
    void aListGoesOnWithoutGapsOrRepeatsWhileTitlesAreChanged() throws Exception {
        for (var i = 0; i < 20; i++) titled("robots %02d".formatted(i), i);
        index();
        var seen = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = search("robots", BY_TITLE, 6, after);
            assertThat(page.total()).isEqualTo(20);
            page.hits().forEach(hit -> seen.add(hit.id()));
            after = page.next();
            // those that were shown come last now, and those that were not first
            things.documents.replaceAll((id, each) -> titled(each, seen.contains(id) ? "robots zz" : "robots 00"));
            index();
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(things.documents.keySet());
    }

    @Test
    void aListIsNotGoneOnWithInAnotherOrder() throws Exception {
        for (var i = 0; i < 5; i++) titled("robots " + i, i);
        index();
        var byTitle = search("robots", BY_TITLE, 2, null).next();
        var best = search("robots", Order.RELEVANCE, 2, null).next();

        assertThatThrownBy(() -> search("robots", Order.NEWEST, 2, byTitle)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> search("robots", BY_TITLE, 2, best)).isInstanceOf(Problem.InvalidInput.class);
    }

    private UUID titled(String title, int number) {
        var paper = paper(1, title, "A", "x");
        var facets = new LinkedHashMap<>(paper.facets());
        facets.put("by_title", List.of(title));
        facets.put("by_number", List.of("%09d".formatted(number)));
        return things.put(
                new DocumentSource.Document(paper.id(), paper.conference(), paper.version(), paper.fields(), facets));
    }

    private static DocumentSource.Document titled(DocumentSource.Document paper, String title) {
        var facets = new LinkedHashMap<>(paper.facets());
        facets.put("by_title", List.of(title));
        return new DocumentSource.Document(paper.id(), paper.conference(), paper.version() + 1, paper.fields(), facets);
    }

    private List<UUID> all(String text, Order order, int limit) {
        var all = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = search(text, order, limit, after);
            page.hits().forEach(hit -> all.add(hit.id()));
            after = page.next();
        } while (after != null);
        return all;
    }

    private FullText.Result search(String text, Order order, int limit, @Nullable String after) {
        var query = new FullText.Query(
                "paper", conference, text, Map.of(), List.of(), limit, after, List.of(), order, List.of(), false);
        return Tenancy.callAs(tenant, () -> fullText.search(query));
    }
}

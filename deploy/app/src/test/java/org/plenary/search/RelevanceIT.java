package org.plenary.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.FullText;

/**
 * How well is found what somebody looks for, over real papers with queries that were judged by hand: the best ten in the
 * best order (nDCG at 10), and whether the first is a right one (success at 1). Neither may get worse; the figures as
 * measured stand in {@code deploy/docs/search.md}.
 */
class RelevanceIT extends IndexFixture {
    private static final int SHOWN = 10;

    /** A little under what was measured. */
    private static final Map<String, Figures> FLOORS = Map.of(
            "titles", new Figures(0.98, 0.97),
            "authors", new Figures(0.98, 0.96),
            "topics", new Figures(0.85, 0.95),
            "chinese", new Figures(0.98, 0.99),
            "pinyin", new Figures(0.98, 0.96));

    /** @param ndcg from 0 to 1 @param first share of questions whose first hit is a right one */
    private record Figures(double ndcg, double first) {}

    @Test
    void whatIsLookedForIsFoundAsWellAsItWas() throws Exception {
        var queries = JudgedQueries.read();
        queries.documents(conference).forEach(things::put);
        index();

        var checked = new SoftAssertions();
        queries.groups().forEach((group, questions) -> {
            var figures = measure(group, questions);
            System.out.printf(
                    "relevance %-8s %3d queries  nDCG@10 %.3f  success@1 %.3f%n",
                    group, questions.size(), figures.ndcg(), figures.first());
            var floor = FLOORS.get(group);
            checked.assertThat(figures.ndcg()).as(group + " nDCG@10").isGreaterThanOrEqualTo(floor.ndcg());
            checked.assertThat(figures.first()).as(group + " success@1").isGreaterThanOrEqualTo(floor.first());
        });
        checked.assertAll();
    }

    private Figures measure(String group, List<JudgedQueries.Question> questions) {
        var ndcg = 0.0;
        var first = 0;
        for (var question : questions) {
            var hits =
                    find(question.typed()).hits().stream().map(FullText.Hit::id).toList();
            var value = ndcg(hits, question.grades());
            var isFirst = !hits.isEmpty() && question.grades().containsKey(hits.getFirst());
            if (!isFirst || value < 0.5)
                System.out.printf(
                        "relevance %-8s   %.2f  %s  %s%n", group, value, isFirst ? "1st" : "-  ", question.typed());
            ndcg += value;
            if (isFirst) first++;
        }
        return new Figures(ndcg / questions.size(), (double) first / questions.size());
    }

    private static double ndcg(List<UUID> hits, Map<UUID, Integer> grades) {
        var found = hits.stream().map(hit -> grades.getOrDefault(hit, 0)).toList();
        var best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        return gain(found) / gain(best);
    }

    private static double gain(List<Integer> grades) {
        var gain = 0.0;
        for (var place = 0; place < Math.min(SHOWN, grades.size()); place++)
            gain += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
        return gain;
    }
}

package org.plenary.papers.assignment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers of a real conference (CoRL 2024), to see how well reviewers are found for them. Of everybody with several papers one after the
 * other is hidden; then all who have as many are ranked by how near papers of theirs are to it, the hidden one's other authors left out.
 * The one who wrote it should be among the first. That is harder than finding a good reviewer, of whom there are several. All are known by
 * equally many papers: otherwise those with many would come first, or last, whatever they write about.
 */
final class HiddenPapers {
    private static final int DRAWS = 4;

    private final List<PaperText> papers = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    /** What each author wrote. */
    private final Map<String, List<Integer>> own = new LinkedHashMap<>();

    /** How near each paper is to what somebody wrote. */
    interface Nearness {
        float[] of(List<Integer> own);
    }

    /**
     * Of all hidden papers.
     *
     * @param reviewers who are ranked
     * @param reciprocal the mean of one divided by the rank
     * @param firstFive which part of the authors is among the first five
     * @param firstTen the same of ten
     */
    record Found(int reviewers, int hidden, double reciprocal, double firstFive, double firstTen) {}

    static HiddenPapers ofCorl() throws IOException {
        try (var file = HiddenPapers.class.getResourceAsStream("/demo/papers-corl2024.json")) {
            var hidden = new HiddenPapers();
            JsonMapper.shared().readTree(file).forEach(hidden::add);
            return hidden;
        }
    }

    private void add(JsonNode paper) {
        var authors = new TreeSet<String>();
        paper.get("authors").forEach(author -> authors.add(author.get("name").asString()));
        for (var author : authors)
            own.computeIfAbsent(author, _ -> new ArrayList<>()).add(papers.size());
        papers.add(new PaperText(
                paper.get("title").asString(), paper.get("abstract").asString()));
        keywords.add(String.join(
                "; ",
                StreamSupport.stream(paper.get("keywords").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()));
    }

    Nearness byText() {
        var index = new TextIndex(papers, papers);
        return own -> index.nearness(own.stream().map(papers::get).toList());
    }

    /** The plain way: which part of the words in a paper's keywords is in those of somebody's papers. */
    Nearness byKeywords() {
        var words = keywords.stream().map(HiddenPapers::words).toList();
        return own -> {
            var known = new TreeSet<String>();
            own.forEach(paper -> known.addAll(words.get(paper)));
            var nearness = new float[papers.size()];
            for (var paper = 0; paper < nearness.length; paper++) {
                var common = words.get(paper).stream().filter(known::contains).count();
                nearness[paper] = (float) common / words.get(paper).size();
            }
            return nearness;
        };
    }

    private static TreeSet<String> words(String text) {
        var words = new TreeSet<String>();
        TextTerms.of(text, words::add);
        return words;
    }

    Nearness byChance(long seed) {
        var random = new Random(seed);
        return own -> {
            var nearness = new float[papers.size()];
            for (var paper = 0; paper < nearness.length; paper++) nearness[paper] = random.nextFloat();
            return nearness;
        };
    }

    /** @param each papers that everybody is known by, drawn anew some times */
    Found find(Nearness nearness, int each) {
        var panel = own.keySet().stream()
                .filter(author -> papersOf(author).size() > each)
                .toList();
        var ranks = new ArrayList<Double>();
        for (var draw = 0; draw < DRAWS; draw++) {
            var random = new Random(draw);
            var known = new LinkedHashMap<String, float[]>();
            for (var author : panel) known.put(author, nearness.of(some(papersOf(author), each, random)));
            for (var author : panel) {
                for (var hidden : papersOf(author)) {
                    var rest = papersOf(author).stream()
                            .filter(paper -> !paper.equals(hidden))
                            .toList();
                    ranks.add(rank(hidden, nearness.of(some(rest, each, random))[hidden], known));
                }
            }
        }
        return new Found(
                panel.size(),
                ranks.size() / DRAWS,
                mean(ranks, rank -> 1 / rank),
                mean(ranks, rank -> rank <= 5 ? 1 : 0),
                mean(ranks, rank -> rank <= 10 ? 1 : 0));
    }

    private List<Integer> papersOf(String author) {
        return own.getOrDefault(author, List.of());
    }

    private static List<Integer> some(List<Integer> papers, int count, Random random) {
        var shuffled = new ArrayList<>(papers);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    private static double mean(List<Double> ranks, ToDoubleFunction<Double> value) {
        return ranks.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Those who are as near share the mean of their ranks, as the authors of one and the same paper do. */
    private double rank(int hidden, float value, Map<String, float[]> known) {
        var before = 0;
        var equal = 0;
        for (var other : known.entrySet()) {
            if (papersOf(other.getKey()).contains(hidden)) continue;
            var theirs = other.getValue()[hidden];
            if (theirs > value) before++;
            else if (theirs == value) equal++;
        }
        return 1 + before + equal / 2.0;
    }
}

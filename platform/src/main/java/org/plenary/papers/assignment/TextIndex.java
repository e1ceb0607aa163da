package org.plenary.papers.assignment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Submissions by the terms in them, to be compared with other texts: the cosine of both texts' vectors, in which a term weighs the more the
 * oftener it is in the text and the rarer it is in all (TF-IDF).
 */
final class TextIndex {
    /** A title says in ten words what the abstract says in two hundred. */
    private static final int TITLE = 2;

    /** So many of somebody's papers are what a submission is compared with: those that are nearest to it. */
    private static final int NEAREST = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final float[] rarity;
    private final int[][] submissions;
    private final float[][] weights;
    private final int size;

    private record Vector(int[] terms, float[] weights) {}

    /** @param others texts that tell, beside the submissions, which terms are rare */
    TextIndex(List<PaperText> papers, Iterable<PaperText> others) {
        size = papers.size();
        var counted = papers.stream().map(this::count).toList();
        var documents = new int[Math.max(16, numbers.size())];
        counted.forEach(terms -> terms.keySet().forEach(term -> documents[term]++));
        var all = size;
        for (var other : others) {
            all++;
            for (var term : known(other).keySet()) documents[term]++;
        }
        rarity = new float[numbers.size()];
        for (var term = 0; term < rarity.length; term++) rarity[term] = (float) Math.log((all + 1.0) / documents[term]);
        submissions = new int[rarity.length][];
        weights = new float[rarity.length][];
        enter(counted);
    }

    private void enter(List<Map<Integer, Integer>> counted) {
        var lengths = new int[rarity.length];
        counted.forEach(terms -> terms.keySet().forEach(term -> lengths[term]++));
        Arrays.setAll(submissions, term -> new int[lengths[term]]);
        Arrays.setAll(weights, term -> new float[lengths[term]]);
        Arrays.fill(lengths, 0);
        for (var paper = 0; paper < size; paper++) {
            var vector = vector(counted.get(paper));
            for (var i = 0; i < vector.terms().length; i++) {
                var term = vector.terms()[i];
                submissions[term][lengths[term]] = paper;
                weights[term][lengths[term]++] = vector.weights()[i];
            }
        }
    }

    private Map<Integer, Integer> count(PaperText paper) {
        var counts = new HashMap<Integer, Integer>();
        TextTerms.of(paper.title(), term -> counts.merge(number(term), TITLE, Integer::sum));
        TextTerms.of(paper.text(), term -> counts.merge(number(term), 1, Integer::sum));
        return counts;
    }

    private int number(String term) {
        return numbers.computeIfAbsent(term, _ -> numbers.size());
    }

    /** Terms that no submission has are left out: they can't bring two texts together. */
    private Map<Integer, Integer> known(PaperText paper) {
        var counts = new HashMap<Integer, Integer>();
        TextTerms.of(paper.title(), term -> {
            if (numbers.containsKey(term)) counts.merge(number(term), TITLE, Integer::sum);
        });
        TextTerms.of(paper.text(), term -> {
            if (numbers.containsKey(term)) counts.merge(number(term), 1, Integer::sum);
        });
        return counts;
    }

    private Vector vector(Map<Integer, Integer> counts) {
        var terms =
                counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        var found = new float[terms.length];
        var square = 0.0;
        for (var i = 0; i < terms.length; i++) {
            found[i] = (float) (1 + Math.log(counts.getOrDefault(terms[i], 1))) * rarity[terms[i]];
            square += found[i] * found[i];
        }
        var length = (float) Math.sqrt(square);
        for (var i = 0; i < found.length; i++) found[i] /= Math.max(length, Float.MIN_NORMAL);
        return new Vector(terms, found);
    }

    /** How near each submission is to what somebody wrote, 0 to 1: the mean of the papers of theirs that are nearest to it. */
    float[] nearness(List<PaperText> own) {
        var nearest = new float[Math.min(NEAREST, own.size())][size];
        var cosines = new float[size];
        for (var paper : own) {
            Arrays.fill(cosines, 0);
            add(vector(known(paper)), cosines);
            for (var submission = 0; submission < size; submission++) keep(nearest, submission, cosines[submission]);
        }
        var mean = new float[size];
        for (var one : nearest)
            for (var submission = 0; submission < size; submission++)
                mean[submission] += one[submission] / nearest.length;
        return mean;
    }

    private void add(Vector vector, float[] cosines) {
        for (var i = 0; i < vector.terms().length; i++) {
            var among = submissions[vector.terms()[i]];
            var weighing = weights[vector.terms()[i]];
            for (var j = 0; j < among.length; j++) cosines[among[j]] += vector.weights()[i] * weighing[j];
        }
    }

    private static void keep(float[][] nearest, int submission, float cosine) {
        var next = cosine;
        for (var one : nearest) {
            if (next <= one[submission]) continue;
            var moved = one[submission];
            one[submission] = next;
            next = moved;
        }
    }
}

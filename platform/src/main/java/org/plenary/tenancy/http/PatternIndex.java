package org.plenary.tenancy.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by patterns of addresses, word by word. It answers with all whose pattern may match an address, and with a few more at most:
 * of a word with something variable in it, nothing is compared.
 */
final class PatternIndex<T> {
    private final Node<T> root = new Node<>();

    /** Of patterns that match any number of words. */
    private final List<T> open = new ArrayList<>();

    private static final class Node<T> {
        final Map<String, Node<T>> words = new HashMap<>();
        final List<T> values = new ArrayList<>();

        @Nullable
        Node<T> variable;

        Node<T> toAdd(String word) {
            if (word.chars().noneMatch(c -> "{*?\\".indexOf(c) >= 0))
                return words.computeIfAbsent(word, unknown -> new Node<>());
            if (variable == null) variable = new Node<>();
            return variable;
        }
    }

    void add(Collection<String> patterns, T value) {
        for (var pattern : patterns) {
            if (pattern.isEmpty() || pattern.contains("**") || pattern.contains("{*")) open.add(value);
            else {
                var node = root;
                for (var word : words(pattern)) node = node.toAdd(word);
                node.values.add(value);
            }
        }
    }

    /** None for an address whose words may be written in other characters too, or that has parameters. */
    Collection<T> of(String path) {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) return List.of();
        var found = new LinkedHashSet<>(open);
        collect(root, words(path), 0, found);
        return found;
    }

    private void collect(Node<T> node, String[] words, int at, Collection<T> found) {
        if (at == words.length) {
            found.addAll(node.values);
            return;
        }
        var same = node.words.get(words[at]);
        if (same != null) collect(same, words, at + 1, found);
        if (node.variable != null) collect(node.variable, words, at + 1, found);
    }

    private static String[] words(String path) {
        return path.split("/", -1);
    }
}

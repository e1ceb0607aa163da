package org.plenary.fulltext;

import java.util.List;

/** SPI: a kind that the index has: a {@link DocumentSource} of the same key tells it. All of these are asked at once. */
public non-sealed interface IndexedKind extends FoundKind {
    /**
     * Reads again what was found, in the same order. What is gone, is in none of the conferences, or is not for whoever asks any more, is
     * left out.
     */
    List<Shown> shown(List<FullText.Hit> hits, Asked asked);

    /** Groups of words that mean the same where it is looked for. */
    default List<List<String>> synonyms(Asked asked) {
        return List.of();
    }

    /** Whether whoever has its permission may read its files, and so finds it by what stands in them. */
    default boolean looksIntoFiles() {
        return false;
    }
}

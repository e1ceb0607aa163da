package org.plenary.papers.query;

import java.util.List;

/** What papers are asked for. */
sealed interface Query {
    /** All of them hold; none of them asked for holds for every paper. */
    record And(List<Query> parts) implements Query {}

    record Or(List<Query> parts) implements Query {}

    record Not(Query part) implements Query {}

    /** A word or words of title, abstract, keywords or authors. */
    record Words(String text) implements Query {}

    /**
     * Something that a paper has.
     *
     * @param name such as {@code score}
     * @param is how it compares: {@code =}, {@code <}, {@code <=}, {@code >} or {@code >=}
     * @param at where it stands in the text, for what is said about it
     */
    record Field(String name, String is, String value, int at) implements Query {}

    /**
     * A tag, and its value where that matters.
     *
     * @param is empty when the value does not matter
     */
    record Tagged(String tag, String is, String value, int at) implements Query {}
}

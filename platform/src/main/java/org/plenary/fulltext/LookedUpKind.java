package org.plenary.fulltext;

/** SPI: a kind that there are few of, or that is known by its codes: it is looked up in the database. */
public non-sealed interface LookedUpKind extends FoundKind {
    /** Counts no more than a thousand. */
    Answer lookUp(Asked asked);
}

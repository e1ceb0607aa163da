package org.plenary.search;

/**
 * How far a tenant's documents of one kind are on the way to an index of their own, and back. From one to the next each node has the
 * time to learn of it: those that know of either write to wherever those that know of the other read.
 */
enum Stage {
    /** The own index is written to, and then filled. */
    FILLING(false, true, true),
    /** It is full, and read. */
    READING(true, true, true),
    /** The shared index is no more written to, and the tenant's documents are then taken out of it. */
    EMPTYING(true, true, false),
    APART(true, true, false),
    /** The shared index is written to again, and then filled. */
    RETURNING(true, true, true),
    /** It is full, and read. */
    LEAVING(false, true, true),
    /** The own index is no more written to, and then dropped. */
    CLOSING(false, false, true);

    private final boolean readsOwn;
    private final boolean writesOwn;
    private final boolean writesShared;

    Stage(boolean readsOwn, boolean writesOwn, boolean writesShared) {
        this.readsOwn = readsOwn;
        this.writesOwn = writesOwn;
        this.writesShared = writesShared;
    }

    /** Whether its own index has all that there is. */
    boolean hasOwn() {
        return writesOwn && this != FILLING;
    }

    boolean readsOwn() {
        return readsOwn;
    }

    boolean writesOwn() {
        return writesOwn;
    }

    boolean writesShared() {
        return writesShared;
    }
}

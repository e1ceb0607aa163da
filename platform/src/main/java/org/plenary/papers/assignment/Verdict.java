package org.plenary.papers.assignment;

/** Why a pair was assigned or not. */
public enum Verdict {
    CHOSEN,
    PINNED,
    CONFLICT,
    FORBIDDEN,
    /** The reviewer does not review for the paper's track. */
    OTHER_TRACK,
    /** By {@link Cap}. */
    DRAWN_OUT,
    /** The reviewer takes no papers at all. */
    NO_PAPERS,
    /** The reviewer has as many papers as they take, and others serve the whole better. */
    REVIEWER_FULL,
    /** The paper has its reviews, and others serve the whole better. */
    PAPER_FULL,
    /** There is room on both sides; nobody was looked at beyond the best, or the reviewer would cost more than they bring. */
    NOT_CONSIDERED
}

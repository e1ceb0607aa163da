package org.plenary.papers.assignment;

/** What is being done, in this order. Solving has two rounds at most, and begins anew when more candidates are looked at. */
public enum RunStage {
    AFFINITY,
    CANDIDATES,
    WAITING,
    SOLVING,
    DONE
}

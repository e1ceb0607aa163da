package org.plenary.papers.assignment;

/**
 * A reviewer who got a paper.
 *
 * @param paper its place in the list of papers
 * @param reviewer their place in the list of reviewers
 */
public record Assigned(int paper, int reviewer, Score score, boolean pinned) {}

package org.plenary.papers.assignment;

/**
 * What a paper is about, in its own words.
 *
 * @param text the abstract, blank where there is none
 */
public record PaperText(String title, String text) {}

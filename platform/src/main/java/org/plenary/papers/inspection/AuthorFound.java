package org.plenary.papers.inspection;

/**
 * A place where an author stands in the file.
 *
 * @param page from 1; 0 for other places
 * @param author their place among the paper's authors, from 0
 */
record AuthorFound(Place place, int page, What what, int author) {
    enum Place {
        PAGE,
        PROPERTIES,
        LINK
    }

    enum What {
        NAME,
        EMAIL,
        INSTITUTION
    }
}

package org.plenary.papers.committee;

import java.util.Locale;

/**
 * Why somebody does not review a paper.
 *
 * @param detail what it was seen by: an address, an institution, a name, the words of who said so
 */
public record ConflictReason(Kind kind, String detail) {
    /** The order is that of weight; of several the first is told first. */
    public enum Kind {
        /** They are an author. No ruling takes this away. */
        AUTHOR,
        /** The chairs say so. */
        RULED,
        DECLARED_BY_AUTHORS,
        DECLARED_BY_REVIEWER,
        /** They wrote another paper together with one of the authors. */
        CO_AUTHOR,
        SAME_DOMAIN,
        SAME_AFFILIATION,
        /** An author is called like them, and no address tells them apart. */
        SAME_NAME;

        /** The last part of its message keys. */
        public String messageKey() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

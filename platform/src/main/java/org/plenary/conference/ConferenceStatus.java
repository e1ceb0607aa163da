package org.plenary.conference;

/**
 * Where a conference stands in its public life; it moves forward, and from closed back to published. A cancelled one does not take place:
 * nothing of it is sold any more, and what was sold goes back.
 */
public enum ConferenceStatus {
    DRAFT,
    PUBLISHED,
    CLOSED,
    CANCELLED,
    ARCHIVED
}

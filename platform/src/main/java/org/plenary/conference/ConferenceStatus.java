package org.plenary.conference;

/** Where a conference stands in its public life; it moves forward, and from closed back to published. */
public enum ConferenceStatus {
    DRAFT,
    PUBLISHED,
    CLOSED,
    ARCHIVED
}

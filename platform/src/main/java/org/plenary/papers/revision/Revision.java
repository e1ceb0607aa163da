package org.plenary.papers.revision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision that the authors of a paper are asked for (CFP-06). A value: each verb gives it as it is afterwards, {@link Revisions} keeps
 * it.
 *
 * @param turn of the paper's revisions, from 1
 * @param note what the chairs ask for; empty to leave it to the reviews
 * @param again whether those who reviewed the paper look at it again
 * @param toldAt since when the authors know; null while it is kept back
 * @param fileBefore the paper's file when the revision came in
 * @param response what the authors say to it; null until they hand it in
 * @param version rises with every change
 */
record Revision(
        UUID id,
        UUID conference,
        UUID paper,
        int turn,
        String note,
        boolean again,
        String askedBy,
        Instant askedAt,
        @Nullable Instant toldAt,
        @Nullable UUID fileBefore,
        @Nullable String response,
        @Nullable Instant handedInAt,
        long version) {

    boolean isKeptBack() {
        return toldAt == null;
    }

    /** Whether something was handed in. */
    public boolean isHandedIn() {
        return handedInAt != null;
    }

    /** {@code kept-back}, {@code asked} or {@code handed-in}. */
    public String standing() {
        if (isHandedIn()) return "handed-in";
        return isKeptBack() ? "kept-back" : "asked";
    }

    Revision asking(String note, boolean again, String by) {
        return new Revision(
                id,
                conference,
                paper,
                turn,
                note,
                again,
                by,
                askedAt,
                toldAt,
                fileBefore,
                response,
                handedInAt,
                next());
    }

    /** What was handed in first stays the moment of it, also when it is handed in anew. @param before the file that is replaced */
    Revision handIn(@Nullable UUID before, String response, Instant now) {
        return new Revision(
                id,
                conference,
                paper,
                turn,
                note,
                again,
                askedBy,
                askedAt,
                toldAt,
                isHandedIn() ? fileBefore : before,
                response,
                handedInAt == null ? now : handedInAt,
                next());
    }

    private long next() {
        return version + 1;
    }
}

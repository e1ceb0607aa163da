package org.plenary.papers.decision;

import java.time.Instant;
import java.util.UUID;
import org.plenary.papers.submission.Paper;

/**
 * Tells an author, and whoever pays for their travel, that a paper is accepted (CFP-07). It says for ever what it said when it was
 * issued; what has changed since is said by another one.
 *
 * @param code by which anybody can ask whether it is genuine
 * @param holder the author, and {@code affiliation} where they work; blank when they did not say
 * @param email of the author, in lower case; blank when there is none
 * @param authors all of them, in order
 * @param isRevoked whether staff took it back
 * @param isReplaced whether a newer one was issued since
 * @param isAccepted whether the paper is still accepted, as far as everybody may know
 */
record AcceptanceLetter(
        UUID id,
        UUID conference,
        UUID paper,
        String number,
        String code,
        String holder,
        String email,
        String affiliation,
        String title,
        String authors,
        Instant issuedAt,
        boolean isRevoked,
        boolean isReplaced,
        boolean isAccepted) {
    /** Whether it can be relied on; templates call it. */
    public boolean isValid() {
        return standing().equals("stands");
    }

    /** The last part of the key of the word for how it stands. */
    public String standing() {
        if (isRevoked) return "revoked";
        if (isReplaced) return "replaced";
        return isAccepted ? "stands" : "withdrawn";
    }

    /** Whether it says of this author and paper what is so today. */
    boolean says(Paper paper, String affiliation, String authors) {
        return title.equals(paper.content().title())
                && this.affiliation.equals(affiliation)
                && this.authors.equals(authors);
    }
}

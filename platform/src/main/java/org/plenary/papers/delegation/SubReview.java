package org.plenary.papers.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.papers.review.Review;
import org.plenary.papers.submission.Answers;

/**
 * What a reviewer asked somebody to write for them. A value: each verb gives it as it is afterwards, {@link SubReviews} keeps it.
 *
 * @param review whose reviewer asked
 * @param name and {@code email}, in lower case, of who was asked; empty for somebody who could not be asked, or is forgotten
 * @param reason why they said no, or why they could not be asked
 * @param note with which it was sent back
 * @param version rises with every change
 */
record SubReview(
        UUID id,
        UUID conference,
        UUID review,
        UUID paper,
        String name,
        String email,
        @Nullable String affiliation,
        Locale locale,
        Standing standing,
        @Nullable String reason,
        @Nullable String note,
        Review.Opinion opinion,
        Instant askedAt,
        Instant due,
        @Nullable Instant handedAt,
        long version) {
    static final Review.Opinion NOTHING = new Review.Opinion(null, null, "", "", Answers.NONE);

    /** With which the reason of somebody begins who named a conflict. */
    static final String CONFLICT = "conflict ";

    /** For so long after its day the link still opens: reviews are late, and what is written should arrive. */
    private static final Duration GRACE = Duration.ofDays(14);

    /** How far it is. */
    enum Standing {
        ASKED,
        ACCEPTED,
        DECLINED,
        /** It is with the reviewer who asked. */
        HANDED,
        WITHDRAWN,
        /** They have to do with the paper, and were never written to. */
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether something is expected of the person who was asked. */
    public boolean isOpen() {
        return standing == Standing.ASKED || standing == Standing.ACCEPTED;
    }

    public boolean isHanded() {
        return standing == Standing.HANDED;
    }

    boolean isExpired(Instant now) {
        return now.isAfter(due.plus(GRACE));
    }

    boolean isLate(Instant now) {
        return isOpen() && now.isAfter(due);
    }

    SubReview accept() {
        return with(Standing.ACCEPTED, null, note, opinion, handedAt);
    }

    /** Also after they had said yes. */
    SubReview decline(@Nullable String reason) {
        return with(Standing.DECLINED, reason, null, opinion, handedAt);
    }

    SubReview keep(Review.Opinion opinion) {
        return with(accepted(), null, note, opinion, handedAt);
    }

    SubReview hand(Review.Opinion opinion, Instant now) {
        accepted();
        return with(Standing.HANDED, null, null, opinion, now);
    }

    SubReview sendBack(String note) {
        return with(Standing.ACCEPTED, null, note, opinion, handedAt);
    }

    SubReview withdraw() {
        return with(Standing.WITHDRAWN, null, null, opinion, handedAt);
    }

    private Standing accepted() {
        if (standing != Standing.ACCEPTED)
            throw new Problem.Conflict("sub_review_closed", "This review is not with you any more.");
        return standing;
    }

    private SubReview with(
            Standing standing,
            @Nullable String reason,
            @Nullable String note,
            Review.Opinion opinion,
            @Nullable Instant handedAt) {
        return new SubReview(
                id,
                conference,
                review,
                paper,
                name,
                email,
                affiliation,
                locale,
                standing,
                reason,
                note,
                opinion,
                askedAt,
                due,
                handedAt,
                version + 1);
    }
}

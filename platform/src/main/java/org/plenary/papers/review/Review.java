package org.plenary.papers.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Answers;

/**
 * A paper given to a reviewer, and what they make of it. A value: each verb gives the review as it is afterwards, {@link Reviews} keeps
 * it.
 *
 * @param round of reviewing, from 1
 * @param score from 1 to the plan's highest
 * @param confidence from 1 to 5
 * @param answers to the review form
 * @param reason why the paper was given back
 * @param givenBy who gave it
 * @param version rises with every change
 */
public record Review(
        UUID id,
        UUID conference,
        UUID paper,
        UUID reviewer,
        int round,
        Standing standing,
        @Nullable Integer score,
        @Nullable Integer confidence,
        String forAuthors,
        String forChairs,
        Answers answers,
        @Nullable String reason,
        String givenBy,
        Instant givenAt,
        @Nullable Instant submittedAt,
        long version) {

    /** How far it is. */
    public enum Standing {
        /** Only the chairs see it: it is given when they publish it. */
        PROPOSED,
        GIVEN,
        BEGUN,
        SUBMITTED,
        /** The reviewer gave the paper back. */
        RETURNED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What a reviewer says. */
    public record Opinion(
            @Nullable Integer score,
            @Nullable Integer confidence,
            String forAuthors,
            String forChairs,
            Answers answers) {}

    /** Whether the reviewer has the paper. */
    public boolean isWithReviewer() {
        return standing == Standing.GIVEN || standing == Standing.BEGUN || standing == Standing.SUBMITTED;
    }

    public boolean isSubmitted() {
        return standing == Standing.SUBMITTED;
    }

    /** What is handed in once stays handed in; it can be changed, and not become a draft again. */
    Review say(Opinion opinion, boolean submit, Instant now) {
        return new Review(
                id,
                conference,
                paper,
                reviewer,
                round,
                submit || isSubmitted() ? Standing.SUBMITTED : Standing.BEGUN,
                opinion.score(),
                opinion.confidence(),
                opinion.forAuthors(),
                opinion.forChairs(),
                opinion.answers(),
                null,
                givenBy,
                givenAt,
                submittedAt == null && submit ? now : submittedAt,
                version + 1);
    }

    /** @throws Problem.Conflict when it is handed in */
    Review giveBack(String reason) {
        if (isSubmitted()) throw new Problem.Conflict("review_submitted", "This review is handed in.");
        return as(Standing.RETURNED, reason);
    }

    /** What is written in it. */
    public Opinion opinion() {
        return new Opinion(score, confidence, forAuthors, forChairs, answers);
    }

    /** Given once more after it was given back, with what was written in it. */
    Review again() {
        return as(isBlank() ? Standing.GIVEN : Standing.BEGUN, null);
    }

    /** Whether nothing is written in it. */
    public boolean isBlank() {
        return score == null
                && confidence == null
                && forAuthors.isEmpty()
                && forChairs.isEmpty()
                && answers.values().isEmpty();
    }

    Review publish() {
        return standing == Standing.PROPOSED ? as(Standing.GIVEN, null) : this;
    }

    private Review as(Standing standing, @Nullable String reason) {
        return new Review(
                id,
                conference,
                paper,
                reviewer,
                round,
                standing,
                score,
                confidence,
                forAuthors,
                forChairs,
                answers,
                reason,
                givenBy,
                givenAt,
                submittedAt,
                version + 1);
    }
}

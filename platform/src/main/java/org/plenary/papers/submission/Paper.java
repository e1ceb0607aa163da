package org.plenary.papers.submission;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;

/**
 * A paper submitted to a conference. A value: each verb gives the paper as it is afterwards, {@link Papers} keeps it.
 *
 * @param number by which people call it; counted per conference without gaps
 * @param externalId its name in the system it was imported from
 * @param answers to the form of the call
 * @param announced the decision that its authors and the public know of; null while they know of none
 * @param file the stored PDF
 * @param secretHash of the secret in the author's link; an imported paper has none
 * @param source where it was published before
 * @param version rises with every change
 */
public record Paper(
        UUID id,
        UUID conference,
        int number,
        @Nullable String externalId,
        Content content,
        Answers answers,
        PaperStatus status,
        @Nullable PaperStatus announced,
        @Nullable UUID file,
        @Nullable String secretHash,
        @Nullable String source,
        Locale locale,
        Instant submittedAt,
        long version) {

    Paper change(Content content, Answers answers, @Nullable UUID file) {
        return with(content, answers, file, status, announced);
    }

    /**
     * As the system it comes from has it now; unchanged when that is what it is already. Of a paper that was imported everybody knows
     * what was decided: it was told there.
     */
    public Paper takeOver(Content content, @Nullable PaperStatus status, @Nullable String source) {
        var next = status == null ? this.status : status;
        if (content.equals(this.content) && next == this.status && Objects.equals(source, this.source)) return this;
        return new Paper(
                id,
                conference,
                number,
                externalId,
                content,
                answers,
                next,
                secretHash == null ? next.decision() : announced,
                file,
                secretHash,
                source,
                locale,
                submittedAt,
                version + 1);
    }

    /** @throws Problem.Conflict when it cannot go there from where it is */
    Paper become(PaperStatus next) {
        if (next == status) return this;
        if (!status.mayBecome(next) || next == PaperStatus.SUBMITTED && announced != null)
            throw new Problem.Conflict(
                    "illegal_status", "A paper that is " + status.code() + " cannot become " + next.code() + ".");
        return with(content, answers, file, next, announced);
    }

    /** What was decided, known to its authors and everybody. */
    Paper announce() {
        return status.decision() == announced ? this : with(content, answers, file, status, status.decision());
    }

    /** Where it stands as its authors and the public know it. */
    public PaperStatus shown() {
        if (status == PaperStatus.WITHDRAWN) return status;
        return announced == null ? PaperStatus.SUBMITTED : announced;
    }

    /** @param addresses of somebody, in lower case */
    public boolean isBy(Set<String> addresses) {
        return content.authors().stream()
                .anyMatch(author -> author.email() != null
                        && addresses.contains(author.email().strip().toLowerCase(Locale.ROOT)));
    }

    /** As staff with these addresses may know it: what was decided about a paper of their own they learn with all authors. */
    Paper seenBy(Set<String> addresses) {
        return isToBeAnnounced() && isBy(addresses) ? with(content, answers, file, shown(), announced) : this;
    }

    /** Whether everybody may know that it is accepted. */
    public boolean isAccepted() {
        return status == PaperStatus.ACCEPTED && announced == PaperStatus.ACCEPTED;
    }

    /** Whether its authors do not know yet what was decided. */
    public boolean isToBeAnnounced() {
        return status.decision() != null && status != announced;
    }

    public boolean hasSecret(@Nullable String secret) {
        return secret != null && secretHash != null && Secrets.matches(secret, secretHash);
    }

    private Paper with(
            Content content,
            Answers answers,
            @Nullable UUID file,
            PaperStatus status,
            @Nullable PaperStatus announced) {
        return new Paper(
                id,
                conference,
                number,
                externalId,
                content,
                answers,
                status,
                announced,
                file,
                secretHash,
                source,
                locale,
                submittedAt,
                version + 1);
    }
}

package org.plenary.papers.submission;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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
        @Nullable UUID file,
        @Nullable String secretHash,
        @Nullable String source,
        Locale locale,
        Instant submittedAt,
        long version) {

    Paper change(Content content, Answers answers, @Nullable UUID file) {
        return with(content, answers, file, status);
    }

    /** As the system it comes from has it now; unchanged when that is what it is already. */
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
        if (!status.mayBecome(next))
            throw new Problem.Conflict(
                    "illegal_status", "A paper that is " + status.code() + " cannot become " + next.code() + ".");
        return with(content, answers, file, next);
    }

    public boolean hasSecret(@Nullable String secret) {
        return secret != null && secretHash != null && Secrets.matches(secret, secretHash);
    }

    private Paper with(Content content, Answers answers, @Nullable UUID file, PaperStatus status) {
        return new Paper(
                id,
                conference,
                number,
                externalId,
                content,
                answers,
                status,
                file,
                secretHash,
                source,
                locale,
                submittedAt,
                version + 1);
    }
}

package org.plenary.papers.committee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Signatures;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.Reviewer.Standing;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** The links by which people say whether they review. Each is signed, and nothing of it is kept. */
@Component
class ReviewerLinks {
    private final Signatures signatures;
    private final Reviewers reviewers;
    private final Urls urls;

    ReviewerLinks(Signatures signatures, Reviewers reviewers, Urls urls) {
        this.signatures = signatures;
        this.reviewers = reviewers;
        this.urls = urls;
    }

    String page(ConferenceView conference, Reviewer reviewer) {
        var path = "/c/" + conference.slug() + "/reviewers/" + reviewer.id() + "?secret=" + secret(reviewer);
        return urls.tenant(Tenancy.require(), path).toString();
    }

    /** Where somebody who said yes goes on. */
    String desk(ConferenceView conference) {
        return urls.tenant(Tenancy.require(), "/review/" + conference.slug()).toString();
    }

    /** @throws Problem.NotFound when nobody is asked any more, or the link is not one of ours */
    Reviewer open(ConferenceView conference, UUID id, @Nullable String secret) {
        var reviewer = reviewers.byId(conference.id(), id).orElseThrow(ReviewerLinks::notFound);
        if (secret == null
                || reviewer.standing() == Standing.REMOVED
                || !MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        secret(reviewer).getBytes(StandardCharsets.UTF_8))) throw notFound();
        return reviewer;
    }

    private String secret(Reviewer reviewer) {
        return signatures.of("reviewer:" + Tenancy.require().id() + ":" + reviewer.id());
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This question");
    }
}

package org.plenary.papers.delegation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Signatures;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** The links by which people write for reviewers. Each is signed, and nothing of it is kept. */
@Component
class SubReviewLinks {
    private final Signatures signatures;
    private final Urls urls;

    SubReviewLinks(Signatures signatures, Urls urls) {
        this.signatures = signatures;
        this.urls = urls;
    }

    String page(ConferenceView conference, SubReview request) {
        return at("/c/" + conference.slug() + "/sub-reviews/" + request.id() + "?secret=" + secret(request));
    }

    /** Where the reviewer who asked reads of it. */
    String reviewer(ConferenceView conference, int paper) {
        return at("/review/" + conference.slug() + "/papers/" + paper + "/sub-review");
    }

    /** @throws Problem.NotFound when the link is not one of ours */
    void check(SubReview request, @Nullable String secret) {
        if (secret == null
                || !MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), secret(request).getBytes(StandardCharsets.UTF_8)))
            throw new Problem.NotFound("This page");
    }

    private String at(String path) {
        return urls.tenant(Tenancy.require(), path).toString();
    }

    private String secret(SubReview request) {
        return signatures.of("sub-review:" + Tenancy.require().id() + ":" + request.id());
    }
}

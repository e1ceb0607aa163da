package org.plenary.papers.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Signatures;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** The links by which authors say whether they are some. Each is signed, and nothing of it is kept. */
@Component
class CoauthorLinks {
    private final Signatures signatures;
    private final Coauthors coauthors;
    private final Urls urls;

    CoauthorLinks(Signatures signatures, Coauthors coauthors, Urls urls) {
        this.signatures = signatures;
        this.coauthors = coauthors;
        this.urls = urls;
    }

    String page(ConferenceView conference, UUID coauthor) {
        return urls.tenant(
                        Tenancy.require(),
                        "/c/" + conference.slug() + "/co-authors/" + coauthor + "?secret=" + secret(coauthor))
                .toString();
    }

    /** @throws Problem.NotFound when there is none any more, or the link is not one of ours */
    Coauthor open(ConferenceView conference, UUID id, @Nullable String secret) {
        if (secret == null
                || !MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), secret(id).getBytes(StandardCharsets.UTF_8)))
            throw notFound();
        return coauthors.find(conference.id(), id).orElseThrow(CoauthorLinks::notFound);
    }

    private String secret(UUID coauthor) {
        return signatures.of("co-author:" + Tenancy.require().id() + ":" + coauthor);
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This question");
    }
}

package org.plenary.papers.award;

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

/** The links by which people of a jury vote. Each is signed, and nothing of it is kept. */
@Component
class JurorLinks {
    private final Signatures signatures;
    private final Jurors jurors;
    private final Urls urls;

    JurorLinks(Signatures signatures, Jurors jurors, Urls urls) {
        this.signatures = signatures;
        this.jurors = jurors;
        this.urls = urls;
    }

    String page(ConferenceView conference, UUID juror) {
        var path = "/c/" + conference.slug() + "/awards/jury/" + juror + "?secret=" + secret(juror);
        return urls.tenant(Tenancy.require(), path).toString();
    }

    /** @throws Problem.NotFound when they are not in the jury any more, or the link is not one of ours */
    Juror open(ConferenceView conference, UUID id, @Nullable String secret) {
        if (secret == null
                || !MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), secret(id).getBytes(StandardCharsets.UTF_8)))
            throw notFound();
        return jurors.find(conference.id(), id).orElseThrow(JurorLinks::notFound);
    }

    private String secret(UUID juror) {
        return signatures.of("award-juror:" + Tenancy.require().id() + ":" + juror);
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This page");
    }
}

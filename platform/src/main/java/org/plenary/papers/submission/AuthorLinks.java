package org.plenary.papers.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Signatures;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/**
 * Links to their paper in later mails to authors: the secret of the first one is not kept, and an imported paper never had one. Each is
 * signed, and opens what the first one opens.
 */
@Component
public class AuthorLinks {
    private final Signatures signatures;
    private final Urls urls;

    AuthorLinks(Signatures signatures, Urls urls) {
        this.signatures = signatures;
        this.urls = urls;
    }

    /** @param page of the paper: empty for its first, or such as {@code /reviews} */
    public String of(ConferenceView conference, Paper paper, String page) {
        var path = "/c/" + conference.slug() + "/submissions/" + paper.number() + page + "?secret=" + secret(paper);
        return urls.tenant(Tenancy.require(), path).toString();
    }

    boolean opens(Paper paper, @Nullable String secret) {
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), secret(paper).getBytes(StandardCharsets.UTF_8));
    }

    private String secret(Paper paper) {
        return signatures.of("author:" + Tenancy.require().id() + ":" + paper.id());
    }
}

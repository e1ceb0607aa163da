package org.plenary.communication.news;

import java.net.URI;
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

/** The links in the mails to subscribers. Each is signed, so nobody else can have made it, and nothing of it is kept. */
@Component
class NewsLinks {
    private final Signatures signatures;
    private final Subscribers subscribers;
    private final Urls urls;

    NewsLinks(Signatures signatures, Subscribers subscribers, Urls urls) {
        this.signatures = signatures;
        this.subscribers = subscribers;
        this.urls = urls;
    }

    /** @param page {@code confirmation} or {@code end} */
    String page(ConferenceView conference, UUID subscriber, String page) {
        var path = "/c/" + conference.slug() + "/news/" + subscriber + "/" + page + "?secret=" + secret(subscriber);
        return urls.tenant(Tenancy.require(), path).toString();
    }

    /** What mail readers call by themselves. */
    URI oneClick(ConferenceView conference, UUID subscriber) {
        return urls.tenant(
                Tenancy.require(),
                "/api/v1/conferences/" + conference.slug() + "/news/" + subscriber + "/unsubscription?secret="
                        + secret(subscriber));
    }

    String conference(ConferenceView conference) {
        return urls.tenant(Tenancy.require(), "/c/" + conference.slug()).toString();
    }

    /** @throws Problem.NotFound when the subscriber is gone, or the link is not one of ours */
    Subscriber open(ConferenceView conference, UUID id, @Nullable String secret) {
        if (secret == null
                || !MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), secret(id).getBytes(StandardCharsets.UTF_8)))
            throw notFound();
        return subscribers.find(conference.id(), id).orElseThrow(NewsLinks::notFound);
    }

    private String secret(UUID subscriber) {
        return signatures.of("news:" + Tenancy.require().id() + ":" + subscriber);
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This subscription");
    }
}

package org.plenary.communication.news;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes addresses in whose owners agree by a link in a mail, and lets them go. What is answered does not depend on whether an
 * address is known.
 */
@Component
class Subscribing {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int OF_NETWORK = 30;
    private static final int OF_EMAIL = 3;

    private final Subscribers subscribers;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Subscribing(
            Subscribers subscribers,
            RateLimits limits,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.subscribers = subscribers;
        this.limits = limits;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param network where the request comes from
     * @throws org.plenary.kernel.Problem.InvalidInput for what is no e-mail address
     * @throws org.plenary.kernel.Problem.TooMany when too many were asked for from there, or for this address
     */
    @Transactional
    public void ask(ConferenceView conference, @Nullable String email, Locale locale, String network) {
        var typed = email == null ? "" : email.strip();
        new Violations().email("/email", typed).throwIfAny();
        limits.take("news:" + network, OF_NETWORK, PERIOD);
        limits.take("news:" + Secrets.hash(typed.toLowerCase(Locale.ROOT)), OF_EMAIL, PERIOD);
        var asked = subscribers.ask(new Subscriber(Ids.next(), conference.id(), typed, locale, null), clock.instant());
        events.publishEvent(new NewsAsked(Tenancy.require().id(), Ids.next(), conference.id(), asked.id()));
    }

    /** Repeats safely. */
    @Transactional
    public void confirm(ConferenceView conference, Subscriber subscriber) {
        if (subscribers.confirm(subscriber.id(), clock.instant())) record("news.subscribed", conference, subscriber);
    }

    /** Repeats safely. */
    @Transactional
    public void end(ConferenceView conference, Subscriber subscriber) {
        if (subscribers.remove(subscriber.id())) record("news.unsubscribed", conference, subscriber);
    }

    private void record(String action, ConferenceView conference, Subscriber subscriber) {
        audit.record(action, subscriber.id().toString(), Map.of("conference", conference.slug()));
    }
}

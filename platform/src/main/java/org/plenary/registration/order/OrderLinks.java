package org.plenary.registration.order;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the links of orders again to who asks for them. What is answered does not depend on whether there are any. */
@Component
class OrderLinks {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int OF_ADDRESS = 30;
    private static final int OF_EMAIL = 5;

    private final RateLimits limits;
    private final ApplicationEventPublisher events;

    OrderLinks(RateLimits limits, ApplicationEventPublisher events) {
        this.limits = limits;
        this.events = events;
    }

    /**
     * @param network where the request comes from
     * @throws org.plenary.kernel.Problem.InvalidInput for what is no e-mail address
     * @throws org.plenary.kernel.Problem.TooMany when too many were asked for from there, or for this address
     */
    @Transactional
    public void ask(ConferenceView conference, @Nullable String email, String network, Locale locale) {
        var typed = email == null ? "" : email.strip();
        new Violations().email("/email", typed).throwIfAny();
        limits.take("order-link:" + network, OF_ADDRESS, PERIOD);
        limits.take("order-link:" + Secrets.hash(typed.toLowerCase(Locale.ROOT)), OF_EMAIL, PERIOD);
        events.publishEvent(new LinkAsked(Tenancy.require().id(), Ids.next(), conference.id(), typed, locale));
    }

    /** Writes the mail with the links, a new secret in each. */
    @Component
    static class Posting {
        private final Mails mails;
        private final OrderMails orderMails;
        private final OrderQueries queries;
        private final ConferenceApi conferences;

        Posting(Mails mails, OrderMails orderMails, OrderQueries queries, ConferenceApi conferences) {
            this.mails = mails;
            this.orderMails = orderMails;
            this.queries = queries;
            this.conferences = conferences;
        }

        /** @param status as it is told to people */
        public record Link(String code, OrderStatus status, String url) {}

        @OutboundListener(id = "registration.mail-order-links")
        public void on(LinkAsked asked) {
            var found = queries.ofContact(asked.conference(), asked.email());
            if (found.isEmpty()) return;
            var conference = conferences.byId(asked.conference());
            var links = found.stream()
                    .map(order -> new Link(order.code(), order.status(), orderMails.link(conference, order)))
                    .toList();
            mails.send(new Mails.Mail(
                    "order-links:" + asked.request(),
                    found.getFirst().contact().email(),
                    "mail/registration/order-links",
                    asked.locale(),
                    List.of(conference.name().in(asked.locale())),
                    Map.of(
                            "name", found.getFirst().contact().name(),
                            "conference", conference.name().in(asked.locale()),
                            "links", links),
                    List.of()));
        }
    }
}

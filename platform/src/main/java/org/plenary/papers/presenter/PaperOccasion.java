package org.plenary.papers.presenter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.papers.decision.RegistrationLinks;
import org.plenary.registration.Occasion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whoever registers by the link in their letter of acceptance is bound to their paper (CFP-08). */
@Component
class PaperOccasion implements Occasion {
    private final RegistrationLinks links;
    private final Presenters presenters;
    private final AuditTrail audit;
    private final MessageSource messages;

    PaperOccasion(RegistrationLinks links, Presenters presenters, AuditTrail audit, MessageSource messages) {
        this.links = links;
        this.presenters = presenters;
        this.audit = audit;
        this.messages = messages;
    }

    @Override
    public Optional<Welcome> welcome(ConferenceView conference, String token, Locale locale) {
        return links.open(conference, token).map(opened -> {
            var text = messages.getMessage(
                    "papers.presenters.welcome",
                    new Object[] {
                        String.valueOf(opened.paper().number()),
                        opened.paper().content().title()
                    },
                    locale);
            var email = opened.author().email();
            return new Welcome(
                    String.valueOf(text),
                    opened.author().name(),
                    email == null ? "" : email,
                    opened.author().affiliation(),
                    opened.author().country());
        });
    }

    @Override
    public void placed(ConferenceView conference, UUID order, String token) {
        links.open(conference, token).ifPresent(opened -> {
            presenters.bind(conference.id(), opened.paper().id(), order);
            audit.record(
                    "paper.presenter-bound",
                    opened.paper().id().toString(),
                    Map.of("paper", opened.paper().number(), "order", order.toString()));
        });
    }
}

package org.plenary.registration.order;

import java.util.List;
import java.util.Optional;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.form.Posted;
import org.plenary.registration.policy.Policies;
import org.springframework.stereotype.Component;

/** What the registration page shows to somebody who was invited, and hides from others. */
@Component
class Invited {
    private static final String TOKEN = "invitation";

    private final Invitations invitations;
    private final Policies policies;

    Invited(Invitations invitations, Policies policies) {
        this.invitations = invitations;
        this.policies = policies;
    }

    /** Fills in what the invitation says; one that holds no more opens the page as it is for everybody. */
    void welcome(ConferenceView conference, String token, Posted form) {
        var found = open(conference, token);
        if (found.isEmpty()) return;
        var invitation = found.get();
        invitations.opened(invitation.id());
        form.set(TOKEN, token).set("delegates.0.fee", invitation.fee()).set("contact.email", invitation.email());
    }

    /** The fees that are for everybody, and the one of the invitation. */
    List<Choice> offered(ConferenceView conference, List<Choice> fees, Posted form) {
        var closed = policies.of(conference.id()).invitationOnly();
        if (closed.isEmpty()) return fees;
        var own = open(conference, form.get(TOKEN)).map(Invitation::fee).orElse("");
        return fees.stream()
                .filter(fee -> !closed.contains(fee.value()) || fee.value().equals(own))
                .toList();
    }

    private Optional<Invitation> open(ConferenceView conference, String token) {
        return token.isBlank()
                ? Optional.empty()
                : invitations.find(conference.id(), token).filter(Invitation::isOpen);
    }
}

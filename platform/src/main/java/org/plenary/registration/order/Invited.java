package org.plenary.registration.order;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
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

    /** Notes that its link was followed. */
    void opened(ConferenceView conference, String token) {
        open(conference, token).ifPresent(invitation -> invitations.opened(invitation.id()));
    }

    /** Fills in what the invitation says; one that holds no more opens the page as it is for everybody. */
    void welcome(ConferenceView conference, String token, Posted form) {
        var found = open(conference, token);
        if (found.isEmpty()) return;
        var invitation = found.get();
        form.set(TOKEN, token).set("delegates.0.fee", invitation.fee()).set("contact.email", invitation.email());
    }

    /** The fees that are for everybody, and the one of the invitation. */
    List<Choice> offered(ConferenceView conference, List<Choice> fees, Posted form) {
        var mayHave = mayHave(conference, form.get(TOKEN));
        return fees.stream().filter(fee -> mayHave.test(fee.value())).toList();
    }

    /** By a fee's key, whether it is for everybody, or for who holds the invitation; @param token null for none */
    Predicate<String> mayHave(ConferenceView conference, @Nullable String token) {
        var closed = policies.of(conference.id()).invitationOnly();
        if (closed.isEmpty()) return fee -> true;
        var own = token == null
                ? ""
                : open(conference, token).map(Invitation::fee).orElse("");
        return fee -> !closed.contains(fee) || fee.equals(own);
    }

    private Optional<Invitation> open(ConferenceView conference, String token) {
        return token.isBlank()
                ? Optional.empty()
                : invitations.find(conference.id(), token).filter(Invitation::isOpen);
    }
}

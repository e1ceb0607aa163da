package org.plenary.admin.provisioning;

import java.util.UUID;
import org.plenary.admin.SignupVerified;
import org.plenary.admin.signup.Signups;
import org.plenary.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the operator have a failed provisioning tried again. */
@Component
public class Resuming {
    private final Signups signups;
    private final ApplicationEventPublisher events;

    Resuming(Signups signups, ApplicationEventPublisher events) {
        this.signups = signups;
        this.events = events;
    }

    /** @throws Problem.Conflict when it has not failed, or failed before there was a tenant to provision */
    @Transactional
    public void resume(UUID signup) {
        if (!signups.resumed(signup))
            throw new Problem.Conflict("wrong_status", "Only a failed provisioning can be tried again.");
        events.publishEvent(new SignupVerified(signup));
    }
}

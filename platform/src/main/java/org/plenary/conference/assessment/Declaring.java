package org.plenary.conference.assessment;

import java.util.Map;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says about a conference what its rules ask for. */
@Component
class Declaring {
    private final Declarations declarations;
    private final AuditTrail audit;
    private final Callers callers;

    Declaring(Declarations declarations, AuditTrail audit, Callers callers) {
        this.declarations = declarations;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * @param version that the caller has seen
     * @throws Problem.Conflict {@code changed_meanwhile}; {@code archived} of a conference that is not changed any more
     */
    @Transactional
    public void say(ConferenceView conference, Declaration said, long version) {
        if (conference.status() == ConferenceStatus.ARCHIVED)
            throw new Problem.Conflict("archived", "An archived conference is not changed any more.");
        if (!declarations.write(
                conference.id(), said, version, callers.current().name()))
            throw new Problem.Conflict("changed_meanwhile", "Somebody else has changed it meanwhile.");
        audit.record("conference.declared", conference.id().toString(), Map.of("conference", conference.slug()));
    }
}

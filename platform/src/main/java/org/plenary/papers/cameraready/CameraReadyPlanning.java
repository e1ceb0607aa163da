package org.plenary.papers.cameraready;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the chairs ask of final versions. */
@Component
class CameraReadyPlanning {
    private final CameraReadyPlans plans;
    private final CopyrightForms forms;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;

    CameraReadyPlanning(CameraReadyPlans plans, CopyrightForms forms, AuditTrail audit, Callers callers, Clock clock) {
        this.plans = plans;
        this.forms = forms;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws Problem.Stale when somebody else has changed it since */
    @Transactional
    public void save(ConferenceView conference, List<ChecklistLine> lines, long before) {
        plans.save(conference.id(), lines, before);
        audit.record("camera-ready-plan.saved", conference.id().toString(), Map.of("conference", conference.slug()));
    }

    /**
     * Writes the next version of the copyright form; the same text again, asking nobody anew, writes none.
     *
     * @param seen the version that was read before; 0 for none
     * @throws Problem.Stale when there is a newer one by now
     */
    @Transactional
    public void write(ConferenceView conference, LocalizedText text, boolean asksAgain, int seen) {
        var newest = forms.newest(conference.id()).orElse(null);
        if ((newest == null ? 0 : newest.version()) != seen) throw new Problem.Stale();
        if (newest != null && newest.text().equals(text) && !asksAgain) return;
        var form =
                new CopyrightForm(seen + 1, text, asksAgain, callers.current().name(), clock.instant());
        try {
            forms.insert(conference.id(), form);
        } catch (DuplicateKeyException e) {
            throw new Problem.Stale();
        }
        audit.record(
                "copyright-form.written",
                conference.id().toString(),
                Map.of("conference", conference.slug(), "version", form.version(), "asks_again", asksAgain));
    }
}

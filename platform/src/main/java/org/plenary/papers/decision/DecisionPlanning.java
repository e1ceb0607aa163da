package org.plenary.papers.decision;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.AuditTrail;
import org.plenary.papers.decision.DecisionPlans.Versioned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Changes how a conference decides. */
@Component
class DecisionPlanning {
    private final DecisionPlans plans;
    private final FileStore files;
    private final AuditTrail audit;

    DecisionPlanning(DecisionPlans plans, FileStore files, AuditTrail audit) {
        this.plans = plans;
        this.files = files;
        this.audit = audit;
    }

    Versioned current(ConferenceView conference) {
        return plans.versioned(conference.id());
    }

    /**
     * @param before the version that was changed
     * @param picture of a signature; null or empty to leave it as it is
     * @param withoutPicture whether the one that there is goes
     * @throws org.plenary.kernel.Problem.Stale when somebody else has changed it since
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /signature}
     */
    @Transactional
    public void save(
            ConferenceView conference,
            DecisionPlan plan,
            long before,
            @Nullable MultipartFile picture,
            boolean withoutPicture)
            throws IOException {
        var old = plans.versioned(conference.id());
        var signature = withoutPicture ? null : old.signature();
        if (picture != null && !picture.isEmpty())
            signature = files.keep(FileRule.LOGO, "/signature", picture).id();
        plans.save(conference.id(), new Versioned(plan, signature, before));
        if (old.signature() != null && !old.signature().equals(signature)) files.delete(old.signature());
        audit.changed(
                "decision-plan.saved",
                conference.id().toString(),
                Map.of("conference", conference.slug()),
                old.plan(),
                plan);
        if (!Objects.equals(signature, old.signature()))
            audit.record(
                    "decision-plan.signature",
                    conference.id().toString(),
                    Map.of("conference", conference.slug(), "kept", signature != null));
    }
}

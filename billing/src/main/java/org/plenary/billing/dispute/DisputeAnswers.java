package org.plenary.billing.dispute;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What staff decide about disputes, with their name. */
@Component
class DisputeAnswers {
    private final Disputes disputes;
    private final Callers callers;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final EvidenceFiles files;

    DisputeAnswers(
            Disputes disputes,
            Callers callers,
            AuditTrail audit,
            TransactionOperations transactions,
            EvidenceFiles files) {
        this.disputes = disputes;
        this.callers = callers;
        this.audit = audit;
        this.transactions = transactions;
        this.files = files;
    }

    /** The files go to Stripe first, where they wait beside the dispute: without them nothing is decided. */
    void contest(UUID id, String words, Map<EvidenceFiles.Kind, EvidenceFiles.Sent> given) {
        files.stage(id, given);
        answer(id, DisputeRow.EVIDENCE, words, given.size());
    }

    void accept(UUID id) {
        answer(id, DisputeRow.ACCEPTED, null, 0);
    }

    /** When Stripe cannot be told now, it is told later what was written down. */
    private void answer(UUID id, String answer, @Nullable String words, int number) {
        transactions.executeWithoutResult(status -> {
            disputes.decide(id, answer, words, callers.current().name());
            audit.record("dispute.answered", id.toString(), Map.of("answer", answer, "files", number));
        });
        disputes.send(id);
    }
}

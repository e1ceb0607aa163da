package org.plenary.billing.refund;

import static org.plenary.billing.ledger.LedgerAccount.BANK;
import static org.plenary.billing.ledger.LedgerAccount.CASH;
import static org.plenary.billing.ledger.LedgerAccount.DISPUTES;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about refunds that failed: ask Stripe again, or say how the money went back instead. */
@Component
class FailedRefunds {
    /** From where it can go back instead; a dispute has taken it by itself. */
    static final List<LedgerAccount> WAYS = List.of(BANK, CASH, DISPUTES);

    private static final int LONGEST_NOTE = 300;

    private final OwedRefunds owed;
    private final RefundList list;
    private final AuditTrail audit;

    FailedRefunds(OwedRefunds owed, RefundList list, AuditTrail audit) {
        this.owed = owed;
        this.list = list;
        this.audit = audit;
    }

    /**
     * @throws Problem.NotFound when there is none
     * @throws Problem.Conflict {@code refund_not_failed} when it was asked again, or settled
     */
    @Transactional
    public void again(UUID id) {
        var refund = found(id);
        if (!owed.again(id)) throw over();
        audit.record("refund.asked-again", refund.reference(), Map.of("amount", String.valueOf(refund.amount())));
    }

    /**
     * @param way the account that it left
     * @throws Problem.InvalidInput naming the way or the note
     * @throws Problem.NotFound when there is none
     * @throws Problem.Conflict {@code refund_not_failed} when it was asked again, or settled
     */
    @Transactional
    public void settle(UUID id, @Nullable String way, @Nullable String note) {
        var found = new Violations();
        var chosen = WAYS.stream().filter(each -> each.key().equals(way)).findFirst();
        found.check(chosen.isPresent(), "/way", "choice", "Please choose one of these.");
        found.text("/note", note, LONGEST_NOTE);
        found.throwIfAny();
        var refund = found(id);
        if (!owed.settle(id, chosen.orElseThrow())) throw over();
        audit.record(
                "refund.settled",
                refund.reference(),
                Map.of(
                        "amount", String.valueOf(refund.amount()),
                        "way", String.valueOf(way),
                        "note", String.valueOf(note).strip()));
    }

    private RefundList.Line found(UUID id) {
        return list.find(id).orElseThrow(() -> new Problem.NotFound("This refund"));
    }

    private static Problem.Conflict over() {
        return new Problem.Conflict("refund_not_failed", "This refund waits for nobody any more.");
    }
}

package org.plenary.billing.bank;

import static org.plenary.billing.ledger.LedgerAccount.BANK;
import static org.plenary.billing.ledger.LedgerAccount.OWED_BACK;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.Movement;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.TransferTargets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the money in a line, each time under the line's lock, with its entries in the books and the audit. */
@Component
class Assigning {
    private static final int LONGEST_REASON = 500;

    private final BankLines lines;
    private final TransferTargets targets;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Clock clock;

    Assigning(BankLines lines, TransferTargets targets, Ledger ledger, AuditTrail audit, Clock clock) {
        this.lines = lines;
        this.targets = targets;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the money for this order. What is more than it owes, or comes when it cannot be had any more, is to go back.
     *
     * @throws Problem.Conflict {@code line_decided}, {@code other_currency}
     */
    @Transactional
    public BankLine assign(UUID id, TransferTargets.Target target, Cashier by) {
        var line = open(id);
        var assignment = Ids.next();
        var taken = targets.take(
                target.subject(), new TransferTargets.Arrived(assignment, line.amount(), line.proof(), by));
        lines.assign(line, target.subject(), target.code(), assignment, taken.receipt(), taken.taken());
        lines.decided(id, by.name(), clock.instant());
        var back = line.amount().minus(taken.taken());
        if (back.isPositive()) book("bank_surplus", assignment, back, target.subject(), target.code());
        audit.record(
                "bank-line.assigned",
                target.code(),
                Map.of(
                        "line", id,
                        "amount_minor", line.amount().getAmountMinorLong(),
                        "taken_minor", taken.taken().getAmountMinorLong()));
        return lines.find(id).orElseThrow();
    }

    private BankLine open(UUID id) {
        var line = lines.lock(id).orElseThrow(() -> new Problem.NotFound("This line"));
        if (!line.isOpen()) throw new Problem.Conflict("line_decided", "This line was decided already.");
        return line;
    }

    private void book(String source, UUID key, Money amount, UUID subject, String reference) {
        ledger.post(Movement.of(source, key.toString(), clock.instant(), BANK, OWED_BACK, amount)
                .about(subject, reference));
    }

    /** It pays for nothing here. @throws Problem.InvalidInput without a reason */
    @Transactional
    public void setAside(UUID id, String reason, Cashier by) {
        require(reason);
        open(id);
        lines.release(id, BankLine.ASIDE, reason.strip());
        lines.decided(id, by.name(), clock.instant());
        audit.record("bank-line.set-aside", id.toString(), Map.of("reason", reason.strip()));
    }

    /**
     * The decision was wrong: the line waits again, and its receipt is void.
     *
     * @throws Problem.Conflict {@code already_returned} when money of it went back
     */
    @Transactional
    public void undo(UUID id, String reason, Cashier by) {
        require(reason);
        var line = lines.lock(id).orElseThrow(() -> new Problem.NotFound("This line"));
        if (line.isOpen()) return;
        if (line.returnedAt() != null)
            throw new Problem.Conflict("already_returned", "Money of this line went back already.");
        var subject = line.subject();
        var assignment = line.assignment();
        if (subject != null && assignment != null) {
            var receipt = line.receipt();
            if (receipt != null) targets.undo(subject, receipt, reason, by);
            if (line.owedBack().isPositive())
                book("bank_surplus_undone", assignment, line.owedBack().negated(), subject, reference(line));
        }
        lines.release(id, BankLine.OPEN, reason.strip());
        lines.decided(id, by.name(), clock.instant());
        audit.record("bank-line.undone", reference(line), Map.of("line", id, "reason", reason.strip()));
    }

    /** Somebody has sent the money back. A second time changes nothing. */
    @Transactional
    public void returned(UUID id, Cashier by) {
        var line = lines.lock(id).orElseThrow(() -> new Problem.NotFound("This line"));
        var subject = line.subject();
        var assignment = line.assignment();
        if (!line.waitsToGoBack() || subject == null || assignment == null) return;
        lines.returned(id, by.name(), clock.instant());
        book("bank_return", assignment, line.owedBack().negated(), subject, reference(line));
        audit.record(
                "bank-line.returned",
                reference(line),
                Map.of("line", id, "amount_minor", line.owedBack().getAmountMinorLong()));
    }

    private static String reference(BankLine line) {
        var reference = line.reference();
        return reference == null ? line.id().toString() : reference;
    }

    private static void require(String reason) {
        new Violations().text("/reason", reason, LONGEST_REASON).throwIfAny();
    }
}

package org.plenary.billing.dues;

import static org.plenary.billing.ledger.LedgerAccount.BAD_DEBT;
import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.LedgerWatch;
import org.plenary.billing.ledger.Movement;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up what is owed, in whole or in part: bad debt against the receivable, one movement for each write-off.
 *
 * <p>Money that comes after all is booked to the receivable as any payment is. As far as that brings the receivable below zero, the
 * write-offs of the order are taken back by the opposite movement, the newest one first, until it is at zero again or none of them stands:
 * whoever pays 60 of 100 that were written off leaves 40 written off. The same follows from a credit note over what was written off. A
 * payment that turns out void leaves the item open: it can be written off again.
 */
@Component
class WritingOff implements LedgerWatch {
    private static final String WRITTEN = "write_off";
    private static final String UNDONE = "write_off_undone";
    private static final String BACK = "write_off_back";
    private static final int LONGEST_REASON = 500;

    private final WriteOffRows rows;
    private final OpenItems items;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Callers callers;

    WritingOff(WriteOffRows rows, OpenItems items, Ledger ledger, AuditTrail audit, Callers callers) {
        this.rows = rows;
        this.items = items;
        this.ledger = ledger;
        this.audit = audit;
        this.callers = callers;
    }

    /** @param key of the form: the same key writes off once @param amount null for all that is open */
    record Asked(
            @Nullable UUID key,
            @Nullable Money amount,
            @Nullable String reason) {}

    /**
     * @throws Problem.NotFound when nothing is open for the order
     * @throws Problem.InvalidInput without a key or a reason, and for an amount that is more than what is open
     */
    @Transactional
    public WriteOff write(String reference, Asked asked) {
        var found = new Violations();
        found.required("/key", asked.key());
        found.text("/reason", asked.reason(), LONGEST_REASON);
        if (asked.amount() != null)
            found.check(asked.amount().isPositive(), "/amount", "positive", "More than nothing.");
        found.throwIfAny();
        var key = Objects.requireNonNull(asked.key());
        rows.lock(reference);
        var former = rows.find(key);
        if (former.isPresent()) return ofThis(reference, former.get());
        var now = items.now();
        var item = items.find(reference, now).orElseThrow(() -> new Problem.NotFound("This open item"));
        var amount = amount(item, asked.amount());
        var reason = Objects.requireNonNull(asked.reason()).strip();
        var off = new WriteOff(key, reference, item.billed().subject(), amount, amount, reason, by(), now, null, null);
        rows.insert(off);
        book(WRITTEN, key.toString(), now, BAD_DEBT, RECEIVABLES, off, amount);
        audit.record("billing.written-off", reference, Map.of("amount", amount.toString()));
        return off;
    }

    private static WriteOff ofThis(String reference, WriteOff off) {
        if (!off.reference().equals(reference)) throw new Problem.NotFound("This form");
        return off;
    }

    private static Money amount(OpenItem item, @Nullable Money asked) {
        if (asked == null) return item.amount();
        var isOurs = asked.getCurrencyUnit().equals(item.amount().getCurrencyUnit());
        if (!isOurs || asked.isGreaterThan(item.amount()))
            throw new Problem.InvalidInput("/amount", "more_than_open", "At most " + item.amount() + ".");
        return asked;
    }

    /**
     * Takes back what is left of a write-off: the item is open again. A second time changes nothing.
     *
     * @throws Problem.NotFound without such a write-off of the order
     */
    @Transactional
    public WriteOff undo(String reference, UUID id) {
        rows.lock(reference);
        var off = ofThis(reference, rows.find(id).orElseThrow(() -> new Problem.NotFound("This write-off")));
        if (!off.stands()) return off;
        var now = items.now();
        rows.takeBack(id, off.left());
        rows.undone(id, by(), now);
        book(UNDONE, id.toString(), now, RECEIVABLES, BAD_DEBT, off, off.left());
        audit.record(
                "billing.write-off-undone",
                reference,
                Map.of("amount", off.left().toString()));
        return rows.find(id).orElseThrow();
    }

    @Override
    public void posted(Movement movement) {
        var reference = movement.reference();
        if (reference == null || movement.source().startsWith(WRITTEN) || !settles(movement)) return;
        rows.lock(reference);
        var standing = rows.of(reference).stream().filter(WriteOff::stands).toList();
        if (standing.isEmpty()) return;
        var beyond = rows.balance(reference, movement.currency()).negated();
        for (var off : standing) {
            if (!beyond.isPositive()) return;
            if (!off.amount().getCurrencyUnit().equals(beyond.getCurrencyUnit())) continue;
            var back = off.left().isGreaterThan(beyond) ? beyond : off.left();
            rows.takeBack(off.id(), back);
            var key = off.id() + ":" + movement.source() + ":" + movement.key();
            book(BACK, key, movement.at(), RECEIVABLES, BAD_DEBT, off, back);
            beyond = beyond.minus(back);
        }
    }

    private static boolean settles(Movement movement) {
        return movement.lines().stream().anyMatch(line -> line.account() == RECEIVABLES && line.credit() > 0);
    }

    private void book(
            String source,
            String key,
            Instant at,
            LedgerAccount debited,
            LedgerAccount credited,
            WriteOff off,
            Money amount) {
        var movement = Movement.of(source, key, at, debited, credited, amount);
        ledger.post(
                off.subject() == null
                        ? movement.about(off.reference())
                        : movement.about(off.subject(), off.reference()));
    }

    private String by() {
        return callers.current().name();
    }
}

package org.plenary.billing.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.plenary.kernel.Problem;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.PaymentRefunded;
import org.plenary.payments.PaymentStatus;
import org.plenary.payments.Payments;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money by hand. Whoever changes what was taken for a subject locks its rows first, so nothing goes back twice. */
@Component
public class DeskMoney implements DeskPayments {
    private final Till till;
    private final DeskRows rows;
    private final ReturnRows returns;
    private final DeskReport report;
    private final ApplicationEventPublisher events;

    DeskMoney(Till till, DeskRows rows, ReturnRows returns, DeskReport report, ApplicationEventPublisher events) {
        this.till = till;
        this.rows = rows;
        this.returns = returns;
        this.report = report;
        this.events = events;
    }

    @Override
    public Optional<Receipt> ofKey(UUID key) {
        return rows.ofKey(key).map(DeskRows.Row::receipt);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt take(Taking taking) {
        var former = rows.ofKey(taking.key());
        if (former.isPresent()) return former.get().receipt();
        var id = till.take(taking);
        return rows.lock(id).orElseThrow().receipt();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt cancel(UUID receipt, String reason, Cashier by) {
        var row = rows.lock(receipt).orElseThrow(() -> new Problem.NotFound("This receipt"));
        if (row.receipt().isVoid()) throw new Problem.Conflict("already_void", "This receipt is void already.");
        if (!row.receipt().left().equals(row.receipt().amount()))
            throw new Problem.Conflict("already_returned", "Money of this receipt went back, or is to go back.");
        till.cancel(row, reason, by);
        return rows.lock(receipt).orElseThrow().receipt();
    }

    @Override
    public List<Receipt> of(UUID subject) {
        return rows.of(subject).stream().map(DeskRows.Row::receipt).toList();
    }

    /** As payments of the subject, the newest first. */
    public List<Payments.Payment> payments(UUID subject) {
        return rows.of(subject).reversed().stream().map(DeskMoney::payment).toList();
    }

    /** As payments of each subject that has some, the newest first. */
    public Map<UUID, List<Payments.Payment>> payments(Collection<UUID> subjects) {
        return rows.of(subjects).reversed().stream()
                .collect(Collectors.groupingBy(
                        row -> row.receipt().subject(), Collectors.mapping(DeskMoney::payment, Collectors.toList())));
    }

    private static Payments.Payment payment(DeskRows.Row row) {
        var receipt = row.receipt();
        return new Payments.Payment(
                receipt.id(),
                status(row),
                receipt.amount(),
                row.refunded(),
                true,
                receipt.number(),
                null,
                receipt.at());
    }

    private static PaymentStatus status(DeskRows.Row row) {
        if (row.receipt().isVoid()) return PaymentStatus.CLOSED;
        if (row.refunded().isZero()) return PaymentStatus.PAID;
        return row.refunded().equals(row.receipt().amount()) ? PaymentStatus.REFUNDED : PaymentStatus.PARTLY_REFUNDED;
    }

    /** Whether money was taken for the subject and is still here. */
    public boolean holds(UUID subject) {
        return rows.of(subject).stream().anyMatch(DeskMoney::isHere);
    }

    private static boolean isHere(DeskRows.Row row) {
        return !row.receipt().isVoid() && row.receipt().left().isPositive();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID subject, String reason, String key) {
        var all = rows.lockAll(subject);
        if (!returns.hasKey(key))
            all.stream()
                    .filter(DeskMoney::isHere)
                    .forEach(row -> till.owe(row, row.receipt().left(), reason, key));
    }

    /**
     * Owes part of what was taken, the newest money first, and never more than there is: what was voided since never came in.
     *
     * @return what is owed by this key; the same again when it was owed before
     */
    @Transactional
    public Money giveBack(UUID subject, Money amount, String reason, String key) {
        var all = rows.lockAll(subject);
        if (returns.hasKey(key)) return returns.sumOf(key, amount.getCurrencyUnit());
        var here = all.reversed().stream().filter(DeskMoney::isHere).toList();
        var rest = amount;
        for (var row : here) {
            if (!rest.isPositive()) break;
            var left = row.receipt().left();
            var part = left.isLessThan(rest) ? left : rest;
            till.owe(row, part, reason, key);
            rest = rest.minus(part);
        }
        return amount.minus(rest);
    }

    @Override
    public List<Return> returns(UUID subject) {
        return returns.of(subject);
    }

    @Override
    public List<Return> waitingReturns(UUID conference, int limit) {
        return returns.waiting(conference, limit);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handedOut(UUID subject, UUID returning, Cashier by) {
        var owed = returns.lock(returning)
                .filter(row -> row.returning().subject().equals(subject))
                .orElseThrow(() -> new Problem.NotFound("This return"));
        if (!owed.returning().isWaiting()) return;
        var row = rows.lock(owed.payment()).orElseThrow();
        till.handOut(owed, row, by);
        events.publishEvent(new PaymentRefunded(
                Tenancy.require().id(), row.id(), subject, owed.returning().amount(), returning));
    }

    @Override
    public List<Sum> sums(UUID conference, Instant from, Instant to) {
        return report.sums(conference, from, to);
    }

    @Override
    public List<Moved> movements(UUID conference, Instant from, Instant to, int limit) {
        return report.movements(conference, from, to, limit);
    }
}

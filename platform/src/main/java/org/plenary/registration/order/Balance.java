package org.plenary.registration.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/**
 * What is paid and what is open of an order that is paid in parts or later. A change that costs more is paid by itself and at once,
 * whatever is open; one that costs less, and a cancellation, first lower what is open.
 *
 * @param total of everything that was ordered, whatever was cancelled of it since
 * @param credited given up by cancellations, paid or not
 * @param paid what came in for it, less what went back or is to
 * @param writtenOff given up by staff though nobody cancelled it; it is taken when it comes all the same
 * @param open still to be paid, without that
 * @param parts by the days on which they are due; what comes in meets the first that is open
 */
record Balance(Money total, Money credited, Money paid, Money writtenOff, Money open, List<Part> parts) {

    /** @param left to be paid of the amount; @param dueOn a day in the conference's time zone */
    record Part(int position, Money amount, Money left, LocalDate dueOn, State state) {
        /** Templates call it. */
        public boolean owes() {
            return state != State.PAID;
        }
    }

    enum State {
        PAID,
        DUE,
        OVERDUE;

        /** The name on the wire and in texts. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param asked the parts as they were agreed
     * @param received for the order itself, without what was refused; what its changes cost is paid with them
     * @param changes what those cost that were paid for
     * @param givenUp what was written off
     */
    static Balance of(
            OrderRow order, List<OrderDues.Due> asked, Money received, Money changes, Money givenUp, LocalDate today) {
        var zero = Money.zero(order.total().getCurrencyUnit());
        var whole = order.total().plus(order.givenBack()).minus(changes).minus(order.forgiven());
        var receivable = MoneyUtils.max(zero, whole.minus(received));
        var writtenOff = MoneyUtils.min(receivable, givenUp);
        var worth = order.total().minus(order.returning());
        return new Balance(
                order.total(),
                order.returning(),
                MoneyUtils.max(zero, worth.minus(receivable)),
                writtenOff,
                receivable.minus(writtenOff),
                parts(asked, whole.minus(writtenOff), received, today));
    }

    private static List<Part> parts(List<OrderDues.Due> asked, Money whole, Money received, LocalDate today) {
        var zero = Money.zero(whole.getCurrencyUnit());
        var parts = new ArrayList<Part>();
        var rest = whole;
        var paid = received;
        for (var i = 0; i < asked.size(); i++) {
            var due = asked.get(i);
            // what was given up is taken from the last ones
            var amount = i == asked.size() - 1 ? rest : MoneyUtils.min(due.amount(), rest);
            rest = rest.minus(amount);
            if (!amount.isPositive()) continue;
            var left = MoneyUtils.max(zero, amount.minus(paid));
            paid = MoneyUtils.max(zero, paid.minus(amount));
            var state = left.isZero() ? State.PAID : due.dueOn().isBefore(today) ? State.OVERDUE : State.DUE;
            parts.add(new Part(due.position(), amount, left, due.dueOn(), state));
        }
        return List.copyOf(parts);
    }

    /** What is taken when it comes. */
    Money receivable() {
        return open.plus(writtenOff);
    }

    /** The part that is to be paid next; empty when all of it is paid. */
    Optional<Part> next() {
        return parts.stream().filter(Part::owes).findFirst();
    }

    /** What is left of the first part: an order is certain once that is paid. */
    Money toConfirm() {
        return parts.isEmpty() ? open : parts.getFirst().left();
    }

    boolean owes() {
        return open.isPositive();
    }

    /** Templates call it. */
    public Part nextPart() {
        return next().orElseThrow();
    }

    /** Whether paying the next part is not paying all; templates call it. */
    public boolean hasMoreThanNext() {
        return next().filter(part -> part.left().isLessThan(open)).isPresent();
    }

    /** What should have been paid by now; templates call it. */
    public Money overdue() {
        return parts.stream()
                .filter(part -> part.state() == State.OVERDUE)
                .map(Part::left)
                .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
    }
}

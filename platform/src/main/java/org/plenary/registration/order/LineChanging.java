package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.registration.LineChanges;
import org.plenary.registration.Sellable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Changes what orders have of the sellers. Starting a payment talks to the provider, so that is in no transaction. */
@Component
class LineChanging implements LineChanges {
    private final Committed committed;
    private final Orders orders;
    private final ChangePaying paying;

    LineChanging(Committed committed, Orders orders, ChangePaying paying) {
        this.committed = committed;
        this.orders = orders;
        this.paying = paying;
    }

    @Override
    public Effect preview(ConferenceView conference, UUID order, Wanted wanted, boolean byStaff) {
        return committed.preview(conference, order, wanted, byStaff);
    }

    @Override
    public Outcome change(ConferenceView conference, UUID id, Wanted wanted, @Nullable String secret) {
        var outcome = committed.change(conference, id, wanted, secret == null);
        if (secret == null || outcome.due().isZero()) return outcome;
        try {
            var order = orders.find(id).orElseThrow();
            return new Outcome(false, outcome.due(), outcome.back(), paying.start(conference, order, secret));
        } catch (Problem.Conflict | Problem.Unavailable e) {
            // It is held; the order's page offers to pay it.
            return outcome;
        }
    }

    /** @param live the lines of the order, or those of them that go */
    static Proposal proposal(
            String part, UUID line, Sellable.Exchange exchange, List<OrderLines.Line> live, Money none) {
        var kind = part.substring(0, part.length() - 1);
        var add = exchange.quoted().stream()
                .map(quoted -> Quote.Line.of(kind, quoted))
                .toList();
        var removed = live.stream()
                .filter(each -> exchange.removed().contains(each.id()))
                .toList();
        var worth = removed.stream().map(OrderLines.Line::total).reduce(none, Money::plus);
        return Proposal.ofPart(
                new Proposal.Part(part, line, OrderLines.takes(removed), exchange.kept()),
                add,
                removed.stream().map(OrderLines.Line::id).toList(),
                worth);
    }

    /** Each change in one transaction. */
    @Component
    static class Committed {
        private final Orders orders;
        private final Pricing pricing;
        private final Applying applying;
        private final ChangeHolds holds;
        private final AuditTrail audit;

        Committed(Orders orders, Pricing pricing, Applying applying, ChangeHolds holds, AuditTrail audit) {
            this.orders = orders;
            this.pricing = pricing;
            this.applying = applying;
            this.holds = holds;
            this.audit = audit;
        }

        /** What a wish costs in the place of another. */
        @Component("pricingOfLines")
        record Pricing(OrderLines lines, Tariffs tariffs, RegisteredFees fees, ObjectProvider<Sellable> sellers) {}

        @Transactional
        public Effect preview(ConferenceView conference, UUID id, Wanted wanted, boolean byStaff) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
            var none = Money.zero(order.total().getCurrencyUnit());
            var proposal = propose(conference, order, wanted, byStaff).orElse(null);
            if (proposal == null) return new Effect(List.of(), List.of(), none, none);
            var comes = proposal.add().stream()
                    .map(line -> new Line(line.description(), line.total()))
                    .toList();
            var goes = pricing.lines().of(order).stream()
                    .filter(line -> proposal.remove().contains(line.id()))
                    .map(line -> new Line(line.description(), line.total()))
                    .toList();
            var difference = proposal.difference();
            return new Effect(comes, goes, difference.isPositive() ? difference : none, applying.back(order, proposal));
        }

        @Transactional
        public Outcome change(ConferenceView conference, UUID id, Wanted wanted, boolean byStaff) {
            var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
            holds.guard(order);
            var none = Money.zero(order.total().getCurrencyUnit());
            var found = propose(conference, order, wanted, byStaff);
            if (found.isEmpty()) return new Outcome(false, none, none, null);
            var proposal = holds.counted(order, found.get());
            if (byStaff) audit.record("order.line-changed", order.code(), Map.of("line", wanted.line()));
            if (!proposal.difference().isPositive())
                return new Outcome(true, none, applying.apply(order, null, proposal), null);
            var change = holds.hold(order, proposal, byStaff);
            return new Outcome(false, change.due(), none, null);
        }

        private Optional<Proposal> propose(ConferenceView main, OrderRow order, Wanted wanted, boolean byStaff) {
            if (!order.status().isLive())
                throw new Problem.Conflict("order_ended", "This order has ended; please start again.");
            if (order.status() != OrderStatus.CONFIRMED)
                throw new Problem.Conflict("pay_first", "What costs something can be changed once the order is paid.");
            holds.checkNoneWaits(order);
            var currency = order.total().getCurrencyUnit();
            var conference = main.in(currency);
            var buying = new Sellable.Buying(
                    conference,
                    pricing.tariffs().prices(conference),
                    pricing.fees().of(conference.id(), order.id()),
                    order.locale(),
                    byStaff);
            var seller = pricing.sellers().stream()
                    .filter(each -> each.part().equals(wanted.part()))
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("This line"));
            var live = pricing.lines().of(order).stream()
                    .filter(line -> !line.isCancelled())
                    .toList();
            if (live.stream().noneMatch(line -> line.id().equals(wanted.line())))
                throw new Problem.NotFound("This line");
            return seller.exchange(buying, order.id(), wanted.line(), wanted.wish())
                    .map(exchange -> proposal(wanted.part(), wanted.line(), exchange, live, Money.zero(currency)));
        }
    }
}

package org.plenary.registration.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.payments.PaymentStatus;
import org.plenary.payments.Payments;
import org.plenary.registration.order.LinePrices.LinePrice;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives unpaid orders the prices of the period that has begun. Their buyers are told before: whoever could not be told in time keeps
 * the price for a day. A payment that was started before keeps the price that it was started with.
 */
@Component
class PeriodPricing {
    private static final Duration GRACE = Duration.ofDays(1);

    private final Orders orders;
    private final HeldPlaces held;
    private final PriceChanges changes;
    private final Payments payments;
    private final ApplicationEventPublisher events;

    PeriodPricing(
            Orders orders, HeldPlaces held, PriceChanges changes, Payments payments, ApplicationEventPublisher events) {
        this.orders = orders;
        this.held = held;
        this.changes = changes;
        this.payments = payments;
        this.events = events;
    }

    /** What the places of orders cost, and the guard before that is changed. */
    @Component
    record HeldPlaces(PlacesPricing pricing, LinePrices lines, Places places) {}

    /** Tells the buyer of an order what it will cost from the moment on at which a period begins. */
    @Transactional
    public void announce(ConferenceView conference, UUID id, Instant periodAt, Instant now) {
        var order = orders.lockUnlessBusy(id).filter(o -> canBePaid(o, now)).orElse(null);
        if (order == null) return;
        var isLate = !periodAt.isAfter(now);
        var to = held.pricing().at(conference, order, isLate ? now : periodAt).total();
        var isNews = !to.equals(order.total());
        var due = isLate && isNews ? now.plus(GRACE) : periodAt;
        changes.insert(new PriceChange(id, periodAt, due, isNews ? now : null, null, null, order.total(), to));
        if (isNews) tell(id, periodAt, false);
    }

    /** Gives the order the prices of today when they are due; false when it keeps those that it has. */
    @Transactional
    public boolean apply(ConferenceView conference, UUID id, Instant now) {
        var order = orders.lockUnlessBusy(id).filter(o -> canBePaid(o, now)).orElse(null);
        if (order == null || isBeingPaid(id)) return false;
        var due = changes.dueOf(id, now);
        if (due.isEmpty()) return false;
        var change = due.getLast();
        var priced = held.pricing().at(conference, order, now);
        if (!priced.total().equals(order.total()) && change.announcedAt() == null) {
            // An edited fee: nobody could know when the order was looked at.
            changes.insert(new PriceChange(
                    id, change.periodAt(), now.plus(GRACE), now, null, null, order.total(), priced.total()));
            tell(id, change.periodAt(), false);
            return false;
        }
        changes.passed(change, now);
        held.places().guard(order);
        var before = prices(id);
        held.lines().write(id, priced.lines(), priced.total());
        changes.changed(change, before, now, order.total(), priced.total());
        held.lines().priced(id, now);
        if (priced.total().equals(order.total())) return false;
        tell(id, change.periodAt(), true);
        return true;
    }

    /**
     * The order as it was when a payment over this sum was started; empty when it never cost this.
     */
    @Transactional
    public Optional<OrderRow> restore(OrderRow order, Money paid, Instant now) {
        var former = changes.former(order.id(), paid);
        if (former.isEmpty() || !paid.getCurrencyUnit().equals(order.total().getCurrencyUnit()))
            return Optional.empty();
        var ids = prices(order.id()).stream().map(LinePrice::id).toList();
        var lines = former.get().lines();
        // What was added or taken out since has no price of that time.
        if (!ids.equals(lines.stream().map(LinePrice::id).toList())) return Optional.empty();
        held.places().guard(order);
        held.lines().write(order.id(), lines, paid);
        orders.keepPrice(order.id());
        changes.kept(order.id(), former.get().periodAt(), now);
        return orders.find(order.id());
    }

    private List<LinePrice> prices(UUID order) {
        return held.lines().of(order).stream().map(LinePrices.Held::price).toList();
    }

    private boolean isBeingPaid(UUID order) {
        return payments.of(order).stream()
                .anyMatch(each -> each.status() == PaymentStatus.OPEN || each.status() == PaymentStatus.PROCESSING);
    }

    private static boolean canBePaid(OrderRow order, Instant now) {
        return order.status() == OrderStatus.PENDING && order.expiresAt().isAfter(now);
    }

    private void tell(UUID order, Instant periodAt, boolean happened) {
        events.publishEvent(new PriceNews(Tenancy.require().id(), order, periodAt, happened));
    }
}

package org.plenary.registration.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.fee.PricePeriods;
import org.plenary.registration.fee.SalesRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps unpaid orders at the price of the period, in conferences whose prices are locked when they are paid. */
@Component
public class PriceKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(PriceKeeping.class);
    private static final int AT_ONCE = 200;

    private final SalesRules rules;
    private final Fees fees;
    private final ConferenceApi conferences;
    private final Work work;
    private final Clock clock;

    PriceKeeping(SalesRules rules, Fees fees, ConferenceApi conferences, Work work, Clock clock) {
        this.rules = rules;
        this.fees = fees;
        this.conferences = conferences;
        this.work = work;
        this.clock = clock;
    }

    @Component
    record Work(PriceChanges changes, PeriodPricing pricing) {}

    /** Tells the bound tenant's buyers what will change, and changes what they were told. */
    public void keep() {
        keep(clock.instant());
    }

    void keep(Instant now) {
        for (var id : rules.lockedWhenPaid()) {
            var conference = conferences.byId(id);
            if (!conference.isOpen()) continue;
            var periods = PricePeriods.of(fees.all(id), conference);
            work.changes().forget(id, periods.coming(now, Instant.MAX), now);
            for (var period : toTell(conference, periods, now)) announce(conference, period, now);
            for (var change : work.changes().due(id, now, AT_ONCE)) change(conference, change.order(), now);
        }
    }

    /**
     * Whether the price of an order has just changed because it is due and nobody is paying.
     *
     * @param id of an order whose buyer wants to pay it
     */
    boolean changes(ConferenceView conference, UUID id) {
        if (!rules.of(conference.id()).locksWhenPaid()) return false;
        return work.pricing().apply(conference, id, clock.instant());
    }

    /** The newest period, and those that begin as soon as their buyers are to be told. */
    private Collection<Instant> toTell(ConferenceView conference, PricePeriods all, Instant now) {
        var end = now.plus(rules.of(conference.id()).notice());
        var periods = new TreeSet<>(all.coming(now, end));
        all.newest(now).ifPresent(periods::add);
        return periods;
    }

    private void announce(ConferenceView conference, Instant period, Instant now) {
        @Nullable UUID last = null;
        while (true) {
            var some = work.changes().unconsidered(conference.id(), period, now, last, AT_ONCE);
            for (var order : some) quietly(order, () -> work.pricing().announce(conference, order, period, now));
            if (some.size() < AT_ONCE) return;
            last = some.getLast();
        }
    }

    private void change(ConferenceView conference, UUID order, Instant now) {
        quietly(order, () -> work.pricing().apply(conference, order, now));
    }

    /** One order's trouble is not the others'. */
    private static void quietly(UUID order, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("the price of order {} could not be kept", order, e);
        }
    }
}

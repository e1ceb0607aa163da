package org.plenary.lodging.tour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.CallingOff;
import org.plenary.tenancy.OutboundListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives those who booked a cancelled tour their money back, order by order, and takes it out of the orders of those who have not paid. What is left to do is what the bookings say: it goes on
 * after a crash where it stood, and nobody gets anything twice, however often and wherever it runs.
 */
@Component
public class CallingOffTours {
    private static final Logger LOG = LoggerFactory.getLogger(CallingOffTours.class);

    private final Tours tours;
    private final Bookings bookings;
    private final BuyersOrders orders;
    private final CallingOff callingOff;
    private final TourTexts texts;

    CallingOffTours(Tours tours, Bookings bookings, BuyersOrders orders, CallingOff callingOff, TourTexts texts) {
        this.tours = tours;
        this.bookings = bookings;
        this.orders = orders;
        this.callingOff = callingOff;
        this.texts = texts;
    }

    @OutboundListener(id = "lodging.call-off-tour")
    void on(TourMoved moved) {
        if (moved.cancelled()) callOff(tours.byId(moved.tour()));
    }

    /** Whatever is left in the bound tenant: of work that was interrupted, and of orders that were paid late. */
    public void sweep() {
        tours.leftToCallOff().forEach(this::callOff);
    }

    private void callOff(Tour tour) {
        callOff(tour, after -> bookings.held(tour.id(), after), this::drop);
        callOff(tour, after -> bookings.confirmed(tour.id(), after), callingOff::callOff);
    }

    /** An order that was paid meanwhile is called off with those that are. */
    private void drop(UUID order, List<UUID> lines, String why) {
        if (!callingOff.drop(order, lines, why))
            LOG.info("order {} is paid or being paid, and keeps its tour for now", order);
    }

    private interface Act {
        void of(UUID order, List<UUID> lines, String why);
    }

    private void callOff(Tour tour, Function<@Nullable UUID, List<Bookings.OfOrder>> next, Act act) {
        @Nullable UUID after = null;
        var failed = 0;
        var done = 0;
        List<Bookings.OfOrder> some;
        do {
            some = next.apply(after);
            var byOrder = some.stream()
                    .collect(Collectors.groupingBy(Bookings.OfOrder::order, LinkedHashMap::new, Collectors.toList()));
            for (var order : byOrder.entrySet())
                if (isDone(tour, order.getKey(), order.getValue(), act)) done++;
                else failed++;
            if (!some.isEmpty()) after = some.getLast().id();
        } while (!some.isEmpty());
        if (done + failed > 0) LOG.info("tour {} called off for {} orders, {} are left", tour.id(), done, failed);
    }

    /** One order that cannot be changed now does not keep the others waiting; it comes again with the next sweep. */
    private boolean isDone(Tour tour, UUID order, List<Bookings.OfOrder> booked, Act act) {
        try {
            var why = texts.why(tour, orders.byId(order).locale());
            act.of(order, booked.stream().map(Bookings.OfOrder::id).toList(), why);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("an order of tour {} could not be called off now", tour.id(), e);
            return false;
        }
    }
}

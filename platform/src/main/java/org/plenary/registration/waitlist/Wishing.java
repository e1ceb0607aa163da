package org.plenary.registration.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.order.Ordering;
import org.plenary.registration.order.PlaceOrder;
import org.plenary.registration.stock.StockTable;
import org.springframework.stereotype.Component;

/** Checks carts that people want to wait for: each could be ordered, were it there. */
@Component
class Wishing {
    private final Ordering ordering;
    private final StockTable stock;

    Wishing(Ordering ordering, StockTable stock) {
        this.ordering = ordering;
        this.stock = stock;
    }

    /**
     * @param pricedOn the day whose prices count; null for today
     * @throws Problem with the pointers of the order behind {@code /carts/<number>}
     */
    Wish check(ConferenceView conference, PlaceOrder cart, int number, @Nullable LocalDate pricedOn) {
        var path = "/carts/" + number;
        try {
            return Wish.of(cart, ordering.check(conference, cart, pricedOn), ordering.invitation(conference, cart));
        } catch (Problem.InvalidInput e) {
            throw new Problem.InvalidInput(behind(path, e.violations()));
        } catch (Problem.Conflict e) {
            throw new Problem.Conflict(e.code(), e.detail(), behind(path, e.violations()));
        }
    }

    /**
     * What is short of all wishes.
     *
     * @throws Problem.Conflict {@code available_now} when one of them can be had without waiting
     */
    List<String> scarce(ConferenceView conference, List<Wish> wishes) {
        var levels = stock.levels(conference.id(), Entry.keysOf(wishes));
        var scarce = new TreeSet<String>();
        var there = new ArrayList<Violation>();
        for (var i = 0; i < wishes.size(); i++) {
            var missing = wishes.get(i).shortOf(levels);
            if (missing.isEmpty())
                there.add(
                        new Violation("/carts/" + i, "available_now", "All of this is there: it can be ordered now."));
            scarce.addAll(missing);
        }
        if (!there.isEmpty())
            throw new Problem.Conflict("available_now", "All of this is there: it can be ordered now.", there);
        return new ArrayList<>(scarce);
    }

    private static List<Violation> behind(String path, List<Violation> violations) {
        return violations.stream()
                .map(v -> new Violation(path + v.pointer(), v.code(), v.detail(), v.details()))
                .toList();
    }
}

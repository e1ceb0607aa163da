package org.plenary.registration.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.order.PlaceOrder;
import org.plenary.registration.order.TurnOrdering;
import org.plenary.registration.stock.StockTable;
import org.springframework.stereotype.Component;

/** Checks carts that people want to wait for: each could be ordered, were it there. */
@Component
class Wishing {
    private final TurnOrdering ordering;
    private final StockTable stock;

    Wishing(TurnOrdering ordering, StockTable stock) {
        this.ordering = ordering;
        this.stock = stock;
    }

    /**
     * @param pricedOn the day whose prices count; null for today
     * @param addedTo the order by which they are registered; null for a new one
     * @throws Problem with the pointers of the order behind {@code /carts/<number>}
     */
    Wish check(
            ConferenceView conference,
            PlaceOrder cart,
            int number,
            @Nullable LocalDate pricedOn,
            @Nullable UUID addedTo) {
        var path = "/carts/" + number;
        try {
            return wish(conference, cart, pricedOn, addedTo);
        } catch (Problem.InvalidInput e) {
            throw new Problem.InvalidInput(behind(path, e.violations()));
        } catch (Problem.Conflict e) {
            throw new Problem.Conflict(e.code(), e.detail(), behind(path, e.violations()));
        }
    }

    private Wish wish(
            ConferenceView conference, PlaceOrder cart, @Nullable LocalDate pricedOn, @Nullable UUID addedTo) {
        var quote = ordering.check(conference, cart, pricedOn, addedTo);
        return Wish.of(cart, quote, ordering.invitation(conference, cart), addedTo);
    }

    /**
     * What they would take as well: rooms that are kept for them. Whoever waits for one of the others is then offered the first that
     * is free of either.
     *
     * @throws Problem.Conflict {@code kept_available} when that is there now
     */
    List<Wish> alsoFor(ConferenceView conference, PlaceOrder cart, int number, Wish wished) {
        var missing =
                wished.shortOf(stock.levels(conference.id(), wished.takes().keySet()));
        var wishes = new ArrayList<Wish>();
        for (var other : ordering.alternatives(conference, cart, wished.addedTo())) {
            var wish = wish(conference, other, null, wished.addedTo());
            if (!wish.takes().keySet().containsAll(missing)) wishes.add(wish);
        }
        var levels = stock.levels(conference.id(), Entry.keysOf(wishes));
        if (wishes.stream().anyMatch(wish -> wish.shortOf(levels).isEmpty())) {
            var detail = "A room like this is kept for you, and free: choose it.";
            throw new Problem.Conflict(
                    "kept_available", detail, List.of(new Violation("/carts/" + number, "kept_available", detail)));
        }
        return wishes;
    }

    /** A wish as it can be had by now; empty when that is as it was, or not at all. */
    Optional<Wish> fallenBack(ConferenceView conference, Wish wish, @Nullable LocalDate pricedOn) {
        try {
            return ordering.fallBack(conference, wish.cart(), pricedOn, wish.addedTo())
                    .map(now -> wish.fallenBack(now.cart(), now.quote()));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return Optional.empty();
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

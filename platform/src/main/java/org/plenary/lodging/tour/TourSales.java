package org.plenary.lodging.tour;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Sells places on tours. */
@Component
@Order(30)
class TourSales implements Sellable {
    private final Tours tours;
    private final Bookings bookings;
    private final ToursOnSale onSale;
    private final TourTexts texts;
    private final Clock clock;

    TourSales(Tours tours, Bookings bookings, ToursOnSale onSale, TourTexts texts, Clock clock) {
        this.tours = tours;
        this.bookings = bookings;
        this.onSale = onSale;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "tours";
    }

    /** @throws Problem.Conflict {@code not_published} or {@code tour_closed} when a tour is not sold yet, or not any more */
    @Override
    @Transactional(readOnly = true)
    public List<Quoted> quote(Buying buying, JsonNode wishes) {
        var found = new Violations();
        var wished = new WishReader(tours.all(buying.conference().id()), found).read(wishes);
        found.throwIfAny();
        if (!wished.isEmpty() && !onSale.areTold(buying.conference())) throw notTold(wished.size());
        requireOnSale(buying.conference(), wished);
        var quoted = new ArrayList<Quoted>();
        for (var i = 0; i < wished.size(); i++)
            for (var places : Objects.requireNonNull(wished.get(i)).byKind())
                quoted.add(quoted("/tours/" + i, places, buying));
        return quoted;
    }

    @Override
    public void reserve(UUID order, List<Quoted> quoted) {
        quoted.forEach(line -> bookings.hold(line.line(), order, (Places) line.wish()));
    }

    @Override
    public void confirm(UUID order) {
        bookings.mark(order, "confirmed");
    }

    @Override
    public void release(UUID order) {
        bookings.mark(order, "released");
    }

    @Override
    public void release(UUID order, Collection<UUID> lines) {
        bookings.release(order, lines);
    }

    @Override
    public void drop(UUID order, Collection<UUID> lines) {
        bookings.drop(order, lines);
    }

    @Override
    public List<Used> used() {
        return bookings.used();
    }

    @Override
    public Object availability(ConferenceView conference, Locale locale) {
        return onSale.of(conference);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> names(ConferenceView conference, Collection<String> keys, Locale locale) {
        var names = new HashMap<String, String>();
        for (var tour : tours.all(conference.id()))
            if (keys.contains(tour.stockKey()))
                names.put(tour.stockKey(), tour.name().in(locale));
        return names;
    }

    private static Problem.Conflict notTold(int wishes) {
        var hidden = IntStream.range(0, wishes)
                .mapToObj(i -> new Violation(
                        "/tours/" + i + "/tour", "not_published", "This cannot be booked yet: it is not published."))
                .toList();
        return new Problem.Conflict("not_published", "The tours cannot be booked yet.", hidden);
    }

    private void requireOnSale(ConferenceView conference, List<@Nullable TourWish> wished) {
        var closed = new ArrayList<Violation>();
        for (var i = 0; i < wished.size(); i++) {
            var wish = wished.get(i);
            if (wish != null && !wish.tour().isOnSale(clock.instant(), conference))
                closed.add(new Violation("/tours/" + i + "/tour", "tour_closed", "This tour is not sold any more."));
        }
        if (!closed.isEmpty()) throw new Problem.Conflict("tour_closed", "This tour is not sold any more.", closed);
    }

    private Quoted quoted(String pointer, Places places, Buying buying) {
        var tour = places.tour();
        var price = tour.price(places.kind(), buying.prices(), pointer);
        return new Quoted(
                Ids.next(),
                pointer,
                texts.line(tour, places.kind(), buying.locale()),
                places.quantity(),
                price,
                price.multipliedBy(places.quantity()),
                tour.taxRate(),
                List.of(new Take(tour.stockKey(), places.quantity(), pointer)),
                places);
    }
}

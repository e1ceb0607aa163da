package org.plenary.lodging.tour;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.tour.TourDetails.Prices;
import org.plenary.registration.PriceList;
import org.plenary.registration.PriceLists;
import org.plenary.registration.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which tours can be booked now and in the currency that is asked for, in four queries whatever their number. */
@Component
class ToursOnSale {
    private final Tours tours;
    private final Stock stock;
    private final PriceLists priceLists;
    private final Notices notices;
    private final Clock clock;

    ToursOnSale(Tours tours, Stock stock, PriceLists priceLists, Notices notices, Clock clock) {
        this.tours = tours;
        this.stock = stock;
        this.priceLists = priceLists;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param onSale false once its last day of sale has passed or it has begun; nothing is left then
     * @param left null for no limit
     */
    record TourOnSale(
            String key,
            LocalizedText name,
            LocalizedText description,
            LocalizedText meetingPoint,
            OffsetDateTime startsAt,
            Money price,
            @Nullable LocalDate closesOn,
            boolean onSale,
            @Nullable Integer left,
            TourState.Kind state,
            DetailsView details) {
        boolean isFree() {
            return onSale && (left == null || left > 0);
        }
    }

    @Transactional(readOnly = true)
    public List<TourOnSale> of(ConferenceView conference) {
        var all = tours.all(conference.id());
        if (all.isEmpty() || !areTold(conference)) return List.of();
        var levels = stock.levels(conference.id(), Tour.stockKey(""));
        var now = clock.instant();
        var prices = priceLists.of(conference);
        return all.stream()
                .flatMap(tour -> prices
                        .of(tour.stockKey(), tour.price())
                        .map(price -> onSale(tour, price, conference, levels.get(tour.stockKey()), now, prices))
                        .stream())
                .toList();
    }

    /** Not before the agreement with the travel agency is signed, nor while the organizer withholds them. */
    boolean areTold(ConferenceView conference) {
        return notices.open(conference.id()).shows(NoticeSection.TOURS);
    }

    private static TourOnSale onSale(
            Tour tour,
            Money price,
            ConferenceView conference,
            Stock.@Nullable Level level,
            Instant now,
            PriceList prices) {
        var onSale = tour.isOnSale(now, conference);
        var left = level == null ? tour.capacity() : level.left();
        return new TourOnSale(
                tour.key(),
                tour.name(),
                tour.description(),
                tour.meetingPoint(),
                tour.startsAt().atZone(conference.timeZone()).toOffsetDateTime(),
                price,
                tour.lastDay(conference),
                onSale,
                onSale ? left : Integer.valueOf(0),
                tour.state().kind(),
                DetailsView.of(tour, conference, prices(tour, prices), false));
    }

    /** Null for kinds that pay what a delegate pays. */
    private static Prices prices(Tour tour, PriceList prices) {
        return new Prices(price(tour, GuestKind.ACCOMPANYING, prices), price(tour, GuestKind.CHILD, prices));
    }

    private static @Nullable Money price(Tour tour, GuestKind kind, PriceList prices) {
        if (tour.details().guestPrices().of(kind) == null) return null;
        return prices.of(tour.priceKey(kind), tour.price(kind)).orElse(null);
    }
}

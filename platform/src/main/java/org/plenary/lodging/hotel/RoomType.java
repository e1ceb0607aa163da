package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.PriceList;

/**
 * One kind of room of a hotel, with the block of nights contracted for it.
 *
 * @param occupancy the most guests in one room
 * @param nightlyRate of a room in a night that has no rate of its own, for as many guests as have none
 * @param nights in rising order of their dates
 * @param guestRates nightly rates for certain numbers of guests, in rising order
 */
public record RoomType(
        UUID id,
        String key,
        LocalizedText name,
        int occupancy,
        Money nightlyRate,
        List<Night> nights,
        Features features,
        List<GuestRate> guestRates) {
    private static final int DATE_LENGTH = "2027-05-14".length();

    public RoomType {
        nights = nights.stream().sorted(Comparator.comparing(Night::date)).toList();
        features = Objects.requireNonNullElse(features, Features.PLAIN);
        guestRates = Objects.requireNonNullElse(guestRates, List.<GuestRate>of()).stream()
                .sorted(Comparator.comparing(GuestRate::guests))
                .toList();
    }

    /**
     * The night from this date to the next morning.
     *
     * @param rooms contracted
     * @param rate its own, for a room at the standard rate: the difference to that is added for every number of guests; null for none
     */
    public record Night(LocalDate date, int rooms, @Nullable Money rate) {
        public Night(LocalDate date, int rooms) {
            this(date, rooms, null);
        }
    }

    /** What a night costs when this many share the room. */
    public record GuestRate(int guests, Money rate) {}

    /** @param beds null when it is not said */
    public record Features(boolean accessible, @Nullable BedType beds, Board board) {
        static final Features PLAIN = new Features(false, null, Board.ROOM_ONLY);

        public Features {
            board = Objects.requireNonNullElse(board, Board.ROOM_ONLY);
        }
    }

    /** What one of its nights costs for so many guests. */
    public Money rate(LocalDate date, int guests) {
        var standard = guestRates.stream()
                .filter(each -> each.guests() == guests)
                .map(GuestRate::rate)
                .findFirst()
                .orElse(nightlyRate);
        return nights.stream()
                .filter(night -> night.date().equals(date) && night.rate() != null)
                .map(night ->
                        standard.plus(Objects.requireNonNull(night.rate())).minus(nightlyRate))
                .findFirst()
                .orElse(standard);
    }

    /** Null for a night at the standard rate. */
    @Nullable
    Money ownRate(LocalDate date) {
        return nights.stream()
                .filter(night -> night.date().equals(date))
                .map(Night::rate)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The least that a night of it can cost. */
    public Money leastRate() {
        var least = nightlyRate;
        for (var night : nights)
            for (var guests = 1; guests <= occupancy; guests++) {
                var rate = rate(night.date(), guests);
                if (rate.isLessThan(least)) least = rate;
            }
        return least;
    }

    /** The same in another currency; empty when one of its rates is not listed in it. */
    Optional<RoomType> in(PriceList prices, String priceKey) {
        var rate = prices.of(priceKey, nightlyRate);
        if (rate.isEmpty()) return Optional.empty();
        var priced = new ArrayList<Night>();
        for (var night : nights) {
            var own = night.rate();
            if (own == null) {
                priced.add(night);
                continue;
            }
            var listed = prices.of(priceKey + "/" + night.date(), own);
            if (listed.isEmpty()) return Optional.empty();
            priced.add(new Night(night.date(), night.rooms(), listed.get()));
        }
        var byGuests = new ArrayList<GuestRate>();
        for (var each : guestRates) {
            var listed = prices.of(priceKey + "/" + each.guests(), each.rate());
            if (listed.isEmpty()) return Optional.empty();
            byGuests.add(new GuestRate(each.guests(), listed.get()));
        }
        return Optional.of(new RoomType(id, key, name, occupancy, rate.get(), priced, features, byGuests));
    }

    public Set<LocalDate> dates() {
        return nights.stream().map(Night::date).collect(Collectors.toSet());
    }

    /** How many rooms are contracted for a night; 0 for one that is not in the block. */
    public int contracted(LocalDate date) {
        return nights.stream()
                .filter(night -> night.date().equals(date))
                .mapToInt(Night::rooms)
                .sum();
    }

    /** The key of a night in {@link org.plenary.registration.Stock}. */
    public String stockKey(LocalDate night) {
        return "night:" + id + ":" + night;
    }

    /** Whether a key of the stock is one of its nights, in the main block or in a sub-block. */
    public boolean hasNight(String stockKey) {
        return stockKey.startsWith("night:" + id + ":") || stockKey.startsWith("night:" + id + "/");
    }

    /** The night that a key of the stock is for. */
    public static LocalDate nightOf(String stockKey) {
        return LocalDate.parse(stockKey.substring(stockKey.length() - DATE_LENGTH));
    }
}

package org.plenary.lodging.hotel;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.plenary.lodging.hotel.Hotel.ShoulderNights;
import org.plenary.lodging.hotel.HotelInput.NightInput;
import org.plenary.lodging.hotel.HotelInput.RoomTypeInput;

/** What a hotel block must be like. */
final class HotelRules {
    static final int MAXIMUM_OCCUPANCY = 10;
    static final int MAXIMUM_ROOMS = 10_000;
    static final int MAXIMUM_SHOULDER = 30;
    private static final int MAXIMUM_ROOM_TYPES = 30;
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_ADDRESS = 500;
    private static final long MAXIMUM_MINOR = 1_000_000_000L;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");

    private final ConferenceView conference;
    private final HotelInput input;
    private final Violations found = new Violations();

    private HotelRules(ConferenceView conference, HotelInput input) {
        this.conference = conference;
        this.input = input;
    }

    /**
     * @param key of the hotel, as it will be kept
     * @param before the hotel as it was, whose room types keep their ids; null for a new one
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    static Hotel check(ConferenceView conference, HotelInput input, String key, @Nullable Hotel before) {
        var rules = new HotelRules(conference, input);
        rules.hotel();
        rules.found.throwIfAny();
        var hotel = rules.hotel(key, before);
        rules.found.throwIfAny();
        return hotel;
    }

    private void hotel() {
        if (input.key() != null) key("", input.key());
        found.text("/name", input.name(), MAXIMUM_NAME);
        if (input.address() != null && !input.address().isBlank())
            found.text("/address", input.address(), MAXIMUM_ADDRESS);
        shoulderNights();
        var types = requireNonNullElse(input.roomTypes(), List.<@Nullable RoomTypeInput>of());
        found.check(!types.isEmpty(), "/room_types", "required", "A hotel has at least one room type.");
        if (types.size() > MAXIMUM_ROOM_TYPES) {
            found.add("/room_types", "too_many", "At most 30 room types.");
            return;
        }
        var keys = new HashSet<String>();
        for (var i = 0; i < types.size(); i++) {
            var type = types.get(i);
            var pointer = "/room_types/" + i;
            if (type == null) {
                found.add(pointer, "required", "This is required.");
                continue;
            }
            roomType(pointer, type);
            if (type.key() != null && !keys.add(type.key()))
                found.add(pointer + "/key", "duplicate", "Another room type has this key.");
        }
    }

    private void shoulderNights() {
        if (input.shoulderNights() == null) return;
        shoulder("/shoulder_nights/before", input.shoulderNights().before());
        shoulder("/shoulder_nights/after", input.shoulderNights().after());
    }

    private void shoulder(String pointer, @Nullable Integer nights) {
        if (nights != null) range(pointer, nights, 0, MAXIMUM_SHOULDER);
    }

    private void roomType(String pointer, RoomTypeInput type) {
        key(pointer, type.key());
        found.text(pointer + "/name", type.name(), MAXIMUM_NAME);
        if (type.occupancy() == null) found.add(pointer + "/occupancy", "required", "This is required.");
        else range(pointer + "/occupancy", type.occupancy(), 1, MAXIMUM_OCCUPANCY);
        rate(pointer + "/nightly_rate", type.nightlyRate());
        guestRates(pointer + "/guest_rates", type);
        nights(pointer + "/nights", requireNonNullElse(type.nights(), List.<@Nullable NightInput>of()));
    }

    private void guestRates(String pointer, RoomTypeInput type) {
        var rates = requireNonNullElse(type.guestRates(), List.<HotelInput.@Nullable GuestRateInput>of());
        var seen = new HashSet<Integer>();
        for (var i = 0; i < rates.size() && i <= MAXIMUM_OCCUPANCY; i++) {
            var each = rates.get(i);
            var at = pointer + "/" + i;
            if (each == null || each.guests() == null) {
                found.add(at + "/guests", "required", "This is required.");
                continue;
            }
            range(at + "/guests", each.guests(), 1, requireNonNullElse(type.occupancy(), MAXIMUM_OCCUPANCY));
            if (!seen.add(each.guests())) found.add(at + "/guests", "duplicate", "This is there already.");
            rate(at + "/rate", each.rate());
        }
    }

    private void key(String pointer, @Nullable String key) {
        if (key == null || key.isBlank()) found.add(pointer + "/key", "required", "This is required.");
        else
            found.check(
                    KEY.matcher(key).matches(),
                    pointer + "/key",
                    "key",
                    "Letters, digits, - and _, starting with a letter or digit, at most 50.");
    }

    private void rate(String pointer, @Nullable Money rate) {
        if (rate == null) {
            found.add(pointer, "required", "This is required.");
            return;
        }
        found.check(
                rate.getCurrencyUnit().equals(conference.currency()),
                pointer + "/currency",
                "currency",
                "The conference's currency is " + conference.currency() + ".");
        found.check(
                !rate.isNegative() && rate.getAmountMinorLong() <= MAXIMUM_MINOR,
                pointer + "/amount",
                "rate",
                "A rate is not negative, and not this large.");
    }

    private void nights(String pointer, List<@Nullable NightInput> nights) {
        found.check(!nights.isEmpty(), pointer, "required", "A room type has at least one night.");
        var first = conference.startsOn().minusDays(allowed(true));
        var last = conference.endsOn().plusDays(allowed(false));
        var dates = new HashSet<LocalDate>();
        for (var i = 0; i < nights.size() && i <= ChronoUnit.DAYS.between(first, last) + 1; i++) {
            var night = nights.get(i);
            var at = pointer + "/" + i;
            if (night == null || night.date() == null) found.add(at + "/date", "required", "This is required.");
            else if (night.date().isBefore(first) || night.date().isAfter(last))
                found.add(
                        at + "/date",
                        "outside_block",
                        "Nights are from " + first + " to " + last + ".",
                        Map.of("first", first.toString(), "last", last.toString()));
            else if (!dates.add(night.date())) found.add(at + "/date", "duplicate", "This night is there already.");
            if (night == null || night.rooms() == null) found.add(at + "/rooms", "required", "This is required.");
            else range(at + "/rooms", night.rooms(), 0, MAXIMUM_ROOMS);
            if (night != null && night.rate() != null) rate(at + "/rate", night.rate());
        }
    }

    private int allowed(boolean before) {
        if (input.shoulderNights() == null) return MAXIMUM_SHOULDER;
        var asked = before
                ? input.shoulderNights().before()
                : input.shoulderNights().after();
        return asked == null ? 0 : Math.clamp(asked, 0, MAXIMUM_SHOULDER);
    }

    private void range(String pointer, int value, int least, int most) {
        if (value < least || value > most)
            found.add(
                    pointer,
                    "number_range",
                    "From " + least + " to " + most + ".",
                    Map.of("least", least, "most", most));
    }

    private Hotel hotel(String key, @Nullable Hotel before) {
        var types = new ArrayList<RoomType>();
        for (var type : requireNonNull(input.roomTypes())) types.add(roomType(requireNonNull(type), before));
        var rules = new BlockRules(conference.currency(), found);
        var had = before == null ? BlockTerms.STANDARD : before.terms();
        return new Hotel(
                before == null ? Ids.next() : before.id(),
                key,
                requireNonNull(input.name()),
                requireNonNullElse(input.address(), new LocalizedText(Map.of())),
                types,
                input.cutOffOn(),
                input.shoulderNights() == null ? needed(types) : new ShoulderNights(allowed(true), allowed(false)),
                input.terms() == null ? had : rules.terms(input.terms()),
                input.subBlocks() == null
                        ? rules.fitting(kept(before, types), types)
                        : rules.subBlocks(input.subBlocks(), types),
                agreement(before),
                before == null ? 0 : before.version() + 1);
    }

    private @Nullable UUID agreement(@Nullable Hotel before) {
        if (input.agreement() == null) return before == null ? null : before.agreement();
        return input.agreement().equals(HotelInput.NO_AGREEMENT) ? null : input.agreement();
    }

    /** What is allotted of nights that are gone goes with them. */
    private static List<SubBlock> kept(@Nullable Hotel before, List<RoomType> types) {
        if (before == null) return List.of();
        return before.subBlocks().stream().map(part -> part.within(types)).toList();
    }

    private RoomType roomType(RoomTypeInput type, @Nullable Hotel hotel) {
        var before = hotel == null
                ? null
                : hotel.roomTypes().stream()
                        .filter(each -> each.key().equals(type.key()))
                        .findFirst()
                        .orElse(null);
        var rate = requireNonNull(type.nightlyRate());
        var nights = requireNonNull(type.nights()).stream()
                .map(Objects::requireNonNull)
                .map(night -> night(night, rate, before))
                .toList();
        var occupancy = requireNonNull(type.occupancy());
        var made = new RoomType(
                before == null ? Ids.next() : before.id(),
                requireNonNull(type.key()),
                requireNonNull(type.name()),
                occupancy,
                rate,
                nights,
                type.features() != null
                        ? type.features()
                        : before == null ? RoomType.Features.PLAIN : before.features(),
                type.guestRates() != null ? guestRates(type.guestRates()) : guestRates(before, occupancy));
        if (made.leastRate().isNegative())
            found.add(
                    "/room_types",
                    "rate",
                    "A rate is not negative, and not this large.",
                    Map.of("room_type", made.key()));
        return made;
    }

    private static RoomType.Night night(NightInput night, Money standard, @Nullable RoomType before) {
        var date = requireNonNull(night.date());
        var rate = night.rate() != null || before == null ? night.rate() : before.ownRate(date);
        return new RoomType.Night(date, requireNonNull(night.rooms()), standard.equals(rate) ? null : rate);
    }

    private static List<RoomType.GuestRate> guestRates(List<HotelInput.@Nullable GuestRateInput> given) {
        return given.stream()
                .map(Objects::requireNonNull)
                .map(each -> new RoomType.GuestRate(requireNonNull(each.guests()), requireNonNull(each.rate())))
                .toList();
    }

    private static List<RoomType.GuestRate> guestRates(@Nullable RoomType before, int occupancy) {
        if (before == null) return List.of();
        return before.guestRates().stream()
                .filter(each -> each.guests() <= occupancy)
                .toList();
    }

    private ShoulderNights needed(List<RoomType> types) {
        return new ShoulderNights(
                most(types, date -> ChronoUnit.DAYS.between(date, conference.startsOn())),
                most(types, date -> ChronoUnit.DAYS.between(conference.endsOn(), date)));
    }

    private static int most(List<RoomType> types, Function<LocalDate, Long> beyond) {
        return types.stream()
                .flatMap(type -> type.nights().stream())
                .mapToInt(night -> Math.toIntExact(beyond.apply(night.date())))
                .filter(nights -> nights > 0)
                .max()
                .orElse(0);
    }
}

package org.plenary.lodging.rooming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a stay between two rooming lists.
 *
 * @param stay as it is now; as it was, when it was cancelled
 * @param before null for a new one
 */
record StayChange(Kind kind, HotelStay stay, @Nullable HotelStay before) {
    enum Kind {
        NEW,
        CHANGED,
        CANCELLED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same room in the eyes of a hotel when it was booked anew: the order and under whose name it is. */
    private record Bed(String order, String guest) {
        static Bed of(HotelStay stay) {
            return new Bed(stay.order(), stay.guest());
        }
    }

    List<StayField> fields() {
        return before == null || kind != Kind.CHANGED ? List.of() : StayField.differing(before, stay);
    }

    /** By day of arrival. Each stay once: one that was given up and booked anew in the same order has changed. */
    static List<StayChange> between(List<HotelStay> before, List<HotelStay> now) {
        var gone = before.stream().collect(Collectors.toMap(HotelStay::id, Function.identity()));
        var changes = new ArrayList<StayChange>();
        var added = new ArrayList<HotelStay>();
        for (var stay : now) {
            var old = gone.remove(stay.id());
            if (old == null) added.add(stay);
            else if (!StayField.differing(old, stay).isEmpty()) changes.add(new StayChange(Kind.CHANGED, stay, old));
        }
        var beds = new HashMap<Bed, List<HotelStay>>();
        before.stream()
                .filter(stay -> gone.containsKey(stay.id()))
                .forEach(stay -> beds.computeIfAbsent(Bed.of(stay), bed -> new ArrayList<>())
                        .add(stay));
        for (var stay : added) {
            var same = beds.getOrDefault(Bed.of(stay), List.of());
            if (same.isEmpty()) {
                changes.add(new StayChange(Kind.NEW, stay, null));
                continue;
            }
            var old = same.removeFirst();
            gone.remove(old.id());
            changes.add(new StayChange(Kind.CHANGED, stay, old));
        }
        before.stream()
                .filter(stay -> gone.containsKey(stay.id()))
                .forEach(stay -> changes.add(new StayChange(Kind.CANCELLED, stay, stay)));
        changes.sort(Comparator.comparing((StayChange change) -> change.stay().checkIn())
                .thenComparing(change -> change.stay().guest().toLowerCase(Locale.ROOT))
                .thenComparing(change -> change.stay().id()));
        return changes;
    }

    /** The changes by the stays that are still there. */
    static Map<UUID, StayChange> byStay(List<StayChange> changes) {
        return changes.stream()
                .filter(change -> change.kind() != Kind.CANCELLED)
                .collect(Collectors.toMap(change -> change.stay().id(), Function.identity()));
    }
}

package org.plenary.lodging.rooming;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.rooming.RoomingVersions.Kept;
import org.plenary.lodging.rooming.RoomingVersions.Version;
import org.springframework.stereotype.Component;

/** The rooming list of a hotel, as it is now or as it was sent, with what changed since another that was sent. */
@Component
class RoomingLists {
    private final HotelStays stays;
    private final RoomingVersions versions;

    RoomingLists(HotelStays stays, RoomingVersions versions) {
        this.stays = stays;
        this.versions = versions;
    }

    /**
     * @param version as which it was sent; null for as it is now
     * @param since null when there is none to compare with: then nothing is a change
     */
    record Listing(
            Hotel hotel,
            List<HotelStay> stays,
            List<StayChange> changes,
            @Nullable Version version,
            @Nullable Version since) {}

    /** As it is now. @param since null for the one that was sent last; 0 for none */
    Listing now(Hotel hotel, @Nullable Integer since) {
        return listing(hotel, stays.all(hotel), null, base(hotel, since));
    }

    /** As it was sent. @param since null for what was chosen then */
    Listing sent(Hotel hotel, int number, @Nullable Integer since) {
        var kept = require(hotel, number);
        var wanted = since == null ? kept.version().since() : since;
        // what it was compared with may be forgotten by now
        var base = since == null ? versions.find(hotel.id(), wanted) : base(hotel, wanted);
        return listing(hotel, kept.stays(), kept.version(), base);
    }

    /** How many rooms wait for their payment: they are in no list until it has come. */
    int pending(Hotel hotel) {
        return stays.pending(hotel);
    }

    private Optional<Kept> base(Hotel hotel, @Nullable Integer since) {
        if (since == null) {
            var newest = versions.newest(hotel.id());
            return newest.isEmpty()
                    ? Optional.empty()
                    : versions.find(hotel.id(), newest.getFirst().number());
        }
        return since == 0 ? Optional.empty() : Optional.of(require(hotel, since));
    }

    private Kept require(Hotel hotel, int number) {
        return versions.find(hotel.id(), number).orElseThrow(() -> new Problem.NotFound("This list"));
    }

    private static Listing listing(Hotel hotel, List<HotelStay> stays, @Nullable Version version, Optional<Kept> base) {
        var changes = base.map(kept -> StayChange.between(kept.stays(), stays)).orElse(List.of());
        return new Listing(
                hotel, stays, changes, version, base.map(Kept::version).orElse(null));
    }
}

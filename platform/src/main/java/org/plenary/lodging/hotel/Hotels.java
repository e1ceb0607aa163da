package org.plenary.lodging.hotel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SupplierAgreements;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Reading;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The hotels of conferences; their nights are counted in the {@link Stock}. */
@Component
public class Hotels {
    private static final int MAXIMUM_HOTELS = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final BlockStock stock;
    private final SupplierAgreements agreements;
    private final AuditTrail audit;

    Hotels(JdbcClient jdbc, Json json, BlockStock stock, SupplierAgreements agreements, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.stock = stock;
        this.agreements = agreements;
        this.audit = audit;
    }

    /** In the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Hotel> all(UUID conference) {
        return Reading.once(
                Hotels.class,
                conference,
                () -> jdbc.sql("SELECT definition FROM hotel WHERE conference_id = :conference ORDER BY id")
                        .param("conference", conference)
                        .query((row, n) -> json.read(row.getString(1), Hotel.class))
                        .list());
    }

    /** @param name its key, or its id as text */
    @Transactional(readOnly = true)
    public Optional<Hotel> find(UUID conference, String name) {
        return all(conference).stream().filter(hotel -> hotel.isNamed(name)).findFirst();
    }

    @Transactional
    public Hotel create(ConferenceView conference, HotelInput input) {
        var others = all(conference.id());
        if (others.size() >= MAXIMUM_HOTELS)
            throw new Problem.Conflict("too_many_hotels", "A conference has at most 50 hotels.");
        var taken = others.stream().map(Hotel::key).collect(Collectors.toSet());
        var key = input.key() == null ? Keys.of(input.name(), taken, "hotel") : input.key();
        var hotel = HotelRules.check(conference, input, key, null);
        if (taken.contains(key)) throw taken();
        requireAgreement(conference, input);
        try {
            jdbc.sql("""
                    INSERT INTO hotel (id, conference_id, key, definition, version)
                    VALUES (:id, :conference, :key, CAST(:definition AS jsonb), 0)""")
                    .param("id", hotel.id())
                    .param("conference", conference.id())
                    .param("key", key)
                    .param("definition", json.write(hotel))
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        stock.define(conference.id(), null, hotel);
        audit.record("hotel.created", key, Map.of("conference", conference.slug()));
        return hotel;
    }

    /**
     * Changes a hotel. Its room types keep their ids by their keys.
     *
     * @param ifMatch tag of the version that the writer saw; null to write in any case
     * @throws Problem.Conflict {@code room_type_booked} for a room type that is gone but has bookings
     */
    @Transactional
    public Hotel change(ConferenceView conference, String name, HotelInput input, @Nullable String ifMatch) {
        var before = lock(conference.id(), name);
        Preconditions.check(ifMatch, before.version());
        if (input.key() != null && !input.key().equals(before.key()))
            throw new Problem.InvalidInput("/key", "fixed", "The key of a hotel never changes.");
        var hotel = HotelRules.check(conference, input, before.key(), before);
        requireUnbooked(before, hotel);
        requireUnbookedParts(before, hotel);
        requireAgreement(conference, input);
        jdbc.sql("""
                UPDATE hotel SET definition = CAST(:definition AS jsonb), version = :version WHERE id = :id""")
                .param("definition", json.write(hotel))
                .param("version", hotel.version())
                .param("id", hotel.id())
                .update();
        stock.define(conference.id(), before, hotel);
        audit.changed("hotel.changed", hotel.key(), Map.of("conference", conference.slug()), before, hotel);
        return hotel;
    }

    /**
     * Writes nothing.
     *
     * @param before the hotel as it is; null for a new one
     * @throws Problem.InvalidInput naming everything that would be wrong with it
     */
    public static void check(ConferenceView conference, @Nullable Hotel before, HotelInput input) {
        HotelRules.check(conference, input, before == null ? "new" : before.key(), before);
    }

    /** Only a hotel that nobody ever booked goes away. */
    @Transactional
    public void delete(ConferenceView conference, String name, @Nullable String ifMatch) {
        var hotel = lock(conference.id(), name);
        Preconditions.check(ifMatch, hotel.version());
        if (!booked(hotel).isEmpty())
            throw new Problem.Conflict("hotel_booked", "There are bookings in this hotel; set its rooms to 0 instead.");
        jdbc.sql("DELETE FROM hotel WHERE id = :id").param("id", hotel.id()).update();
        stock.empty(conference.id(), hotel);
        audit.record("hotel.deleted", hotel.key(), Map.of("conference", conference.slug()));
    }

    /** A booking's foreign key holds the hotel's row too: bookings and changes of a hotel come one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Hotel lock(UUID conference, String name) {
        var id = find(conference, name).map(Hotel::id).orElseThrow(() -> new Problem.NotFound("This hotel"));
        return jdbc.sql("SELECT definition FROM hotel WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, n) -> json.read(row.getString(1), Hotel.class))
                .optional()
                .orElseThrow(() -> new Problem.NotFound("This hotel"));
    }

    private void requireAgreement(ConferenceView conference, HotelInput input) {
        if (input.agreement() == null || input.agreement().equals(HotelInput.NO_AGREEMENT)) return;
        var isThere = agreements.ofKind(conference.id(), AgreementKind.HOTEL).stream()
                .anyMatch(agreement -> agreement.id().equals(input.agreement()));
        if (!isThere)
            throw new Problem.InvalidInput(
                    "/agreement", "unknown_agreement", "There is no such agreement with a hotel.");
    }

    private void requireUnbooked(Hotel before, Hotel after) {
        var kept = after.roomTypes().stream().map(RoomType::id).collect(Collectors.toSet());
        var gone = before.roomTypes().stream()
                .filter(type -> !kept.contains(type.id()))
                .toList();
        if (gone.isEmpty()) return;
        var booked = booked(before);
        var refused = gone.stream().filter(type -> booked.contains(type.id())).toList();
        if (refused.isEmpty()) return;
        var detail = "There are bookings of this room type; set its rooms to 0 instead.";
        throw new Problem.Conflict(
                "room_type_booked",
                detail,
                refused.stream()
                        .map(type -> new Violation(
                                "/room_types", "room_type_booked", detail, Map.of("room_type", type.key())))
                        .toList());
    }

    /** Passkey's rule: a sub-block with reservations cannot be deleted. */
    private void requireUnbookedParts(Hotel before, Hotel after) {
        for (var part : before.subBlocks()) {
            if (after.subBlock(part.key()).isPresent()) continue;
            var bookings = jdbc.sql(
                            "SELECT count(*) FROM room_booking WHERE hotel_id = :hotel AND sub_block = :part AND status <> 'released'")
                    .param("hotel", before.id())
                    .param("part", part.key())
                    .query(Integer.class)
                    .single();
            if (bookings == 0) continue;
            var detail = "There are bookings in this sub-block; set its rooms to 0 instead.";
            throw new Problem.Conflict(
                    "sub_block_booked",
                    detail,
                    List.of(new Violation("/sub_blocks", "sub_block_booked", detail, Map.of("sub_block", part.key()))));
        }
    }

    private Set<UUID> booked(Hotel hotel) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT room_type_id FROM room_booking WHERE hotel_id = :hotel")
                .param("hotel", hotel.id())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    private static Problem.InvalidInput taken() {
        return new Problem.InvalidInput("/key", "taken", "Another hotel has this key.");
    }
}

package org.plenary.lodging.tour;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.lodging.hotel.Keys;
import org.plenary.registration.Stock;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tours of conferences; their places are counted in the {@link Stock}. */
@Component
class Tours {
    private static final int MAXIMUM_TOURS = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final Stock stock;
    private final AuditTrail audit;

    Tours(JdbcClient jdbc, Json json, Stock stock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.stock = stock;
        this.audit = audit;
    }

    /** The earliest first. */
    @Transactional(readOnly = true)
    public List<Tour> all(UUID conference) {
        return Reading.once(
                Tours.class,
                conference,
                () -> jdbc
                        .sql("SELECT definition FROM tour WHERE conference_id = :conference")
                        .param("conference", conference)
                        .query((row, n) -> json.read(row.getString(1), Tour.class))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(Tour::startsAt).thenComparing(Tour::id))
                        .toList());
    }

    @Transactional(readOnly = true)
    public Optional<Tour> find(UUID conference, String key) {
        return jdbc.sql("SELECT definition FROM tour WHERE conference_id = :conference AND key = :key")
                .param("conference", conference)
                .param("key", key)
                .query((row, n) -> json.read(row.getString(1), Tour.class))
                .optional();
    }

    /** Those of the bound tenant that are cancelled while somebody still has a place on them. */
    @Transactional(readOnly = true)
    public List<Tour> leftToCallOff() {
        return jdbc.sql("""
                SELECT definition FROM tour t
                WHERE definition -> 'state' ->> 'kind' = 'cancelled'
                  AND EXISTS (SELECT FROM tour_booking b WHERE b.tour_id = t.id AND b.status IN ('confirmed', 'held'))""")
                .query((row, n) -> json.read(row.getString(1), Tour.class))
                .list();
    }

    /** @throws Problem.NotFound when there is none */
    @Transactional(readOnly = true)
    public Tour byId(UUID id) {
        return jdbc.sql("SELECT definition FROM tour WHERE id = :id")
                .param("id", id)
                .query((row, n) -> json.read(row.getString(1), Tour.class))
                .optional()
                .orElseThrow(() -> new Problem.NotFound("This tour"));
    }

    @Transactional
    public Tour create(ConferenceView conference, TourInput input) {
        var taken = all(conference.id()).stream().map(Tour::key).collect(Collectors.toSet());
        if (taken.size() >= MAXIMUM_TOURS)
            throw new Problem.Conflict("too_many_tours", "A conference has at most 100 tours.");
        var key = input.key() == null || input.key().isBlank()
                ? Keys.of(input.name(), reserved(taken), "tour")
                : input.key().strip();
        var tour = TourRules.check(conference, input, key, null);
        var written = jdbc.sql("""
                INSERT INTO tour (id, conference_id, key, definition, version)
                VALUES (:id, :conference, :key, CAST(:definition AS jsonb), 0)
                ON CONFLICT (conference_id, key) DO NOTHING""")
                .param("id", tour.id())
                .param("conference", conference.id())
                .param("key", key)
                .param("definition", json.write(tour))
                .update();
        if (written == 0) throw new Problem.InvalidInput("/key", "taken", "Another tour has this key.");
        stock.define(conference.id(), Collections.singletonMap(tour.stockKey(), tour.sellable()));
        audit.record("tour.created", key, Map.of("conference", conference.slug()));
        return tour;
    }

    private static Set<String> reserved(Set<String> taken) {
        var reserved = new HashSet<>(taken);
        reserved.add(TourRules.NEW);
        return reserved;
    }

    /** @param ifMatch tag of the version that the writer saw; null to write in any case */
    @Transactional
    public Tour change(ConferenceView conference, String key, TourInput input, @Nullable String ifMatch) {
        var before = lock(conference.id(), key);
        Preconditions.check(ifMatch, before.version());
        if (input.key() != null && !input.key().equals(key))
            throw new Problem.InvalidInput("/key", "fixed", "The key of a tour never changes.");
        var tour = TourRules.check(conference, input, key, before);
        write(tour);
        stock.define(conference.id(), Collections.singletonMap(tour.stockKey(), tour.sellable()));
        audit.record("tour.changed", key, Map.of("conference", conference.slug()));
        return tour;
    }

    /** Only a tour that nobody ever booked goes away. */
    @Transactional
    public void delete(ConferenceView conference, String key, @Nullable String ifMatch) {
        var tour = lock(conference.id(), key);
        Preconditions.check(ifMatch, tour.version());
        var isBooked = jdbc.sql("SELECT EXISTS (SELECT FROM tour_booking WHERE tour_id = :tour)")
                .param("tour", tour.id())
                .query(Boolean.class)
                .single();
        if (isBooked)
            throw new Problem.Conflict("tour_booked", "There are bookings of this tour; set its places to 0 instead.");
        jdbc.sql("DELETE FROM tour WHERE id = :id").param("id", tour.id()).update();
        stock.define(conference.id(), Collections.singletonMap(tour.stockKey(), 0));
        audit.record("tour.deleted", key, Map.of("conference", conference.slug()));
    }

    /**
     * Decides about a tour under its lock; what is sold of it follows.
     *
     * @param decision gives the state to come; empty for leaving it as it is
     * @return the tour as it is now; empty when it was left as it was
     */
    @Transactional
    public Optional<Tour> decide(UUID conference, String key, Function<Tour, Optional<TourState>> decision) {
        var before = lock(conference, key);
        var state = decision.apply(before);
        if (state.isEmpty()) return Optional.empty();
        var tour = before.in(state.get());
        write(tour);
        stock.define(conference, Collections.singletonMap(tour.stockKey(), tour.sellable()));
        return Optional.of(tour);
    }

    private void write(Tour tour) {
        jdbc.sql("UPDATE tour SET definition = CAST(:definition AS jsonb), version = :version WHERE id = :id")
                .param("definition", json.write(tour))
                .param("version", tour.version())
                .param("id", tour.id())
                .update();
    }

    /** A booking's foreign key holds the tour's row too: bookings and changes of a tour come one after the other. */
    private Tour lock(UUID conference, String key) {
        return jdbc.sql("""
                SELECT definition FROM tour WHERE conference_id = :conference AND key = :key FOR UPDATE""")
                .param("conference", conference)
                .param("key", key)
                .query((row, n) -> json.read(row.getString(1), Tour.class))
                .optional()
                .orElseThrow(() -> new Problem.NotFound("This tour"));
    }
}

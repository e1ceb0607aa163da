package org.plenary.lodging.tour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The numbered lists of participants that a tour's operator was given: each stays as it was, so that the next one tells the difference. */
@Component
class OperatorLists {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final TourPlaces places;
    private final AuditTrail audit;
    private final Making making;

    OperatorLists(JdbcClient jdbc, Json json, TourPlaces places, AuditTrail audit, Making making) {
        this.jdbc = jdbc;
        this.json = json;
        this.places = places;
        this.audit = audit;
        this.making = making;
    }

    /** Who makes a list, and when; and who sends it. */
    @Component
    record Making(Callers callers, Clock clock, ApplicationEventPublisher events) {}

    /** One who comes along. @param code of the voucher, by which two lists know the same place */
    record Entry(String code, String name, GuestKind kind, String phone, String diet, String order, String buyer) {}

    record Sent(int number, Instant madeAt, String madeBy, String sentTo, List<Entry> entries) {}

    /** Those who come along now, in words of a language. */
    @Transactional(readOnly = true)
    public List<Entry> now(Tour tour, Locale locale) {
        var entries = new ArrayList<Entry>();
        @Nullable Place after = null;
        List<Place> some;
        do {
            some = places.ofTour(tour, AT_ONCE, after, locale);
            some.forEach(place -> entries.add(new Entry(
                    place.code(),
                    place.name(),
                    place.kind(),
                    place.phone(),
                    place.diet(),
                    place.orderCode(),
                    place.buyer())));
            if (!some.isEmpty()) after = some.getLast();
        } while (some.size() == AT_ONCE);
        return entries;
    }

    /** The newest first, without those who are in them. */
    @Transactional(readOnly = true)
    public List<Sent> newest(Tour tour) {
        return jdbc.sql("""
                SELECT number, made_at, made_by, sent_to, '[]' AS places FROM tour_list
                WHERE tour_id = :tour ORDER BY number DESC LIMIT :shown""")
                .param("tour", tour.id())
                .param("shown", SHOWN)
                .query(this::sent)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Sent> find(Tour tour, int number) {
        return jdbc.sql("SELECT * FROM tour_list WHERE tour_id = :tour AND number = :number")
                .param("tour", tour.id())
                .param("number", number)
                .query(this::sent)
                .optional();
    }

    /**
     * Keeps those who come along now as the next list, and has it sent to the operator.
     *
     * @throws Problem.Conflict {@code no_operator} when nobody is there to send it to
     */
    @Transactional
    public int send(ConferenceView conference, Tour tour) {
        var to = tour.details().operatorEmail();
        if (to == null) throw new Problem.Conflict("no_operator", "This tour has no operator with an e-mail address.");
        var entries = json.write(now(tour, conference.languages().getFirst()));
        var made = Optional.<Integer>empty();
        while (made.isEmpty()) made = insert(tour, entries, to);
        audit.record("tour.list-sent", tour.key(), Map.of("conference", conference.slug(), "number", made.get()));
        making.events().publishEvent(new TourListMade(Tenancy.require().id(), conference.id(), tour.id(), made.get()));
        return made.get();
    }

    /** Empty when somebody else took the number meanwhile. */
    private Optional<Integer> insert(Tour tour, String entries, String to) {
        return jdbc.sql("""
                INSERT INTO tour_list (tour_id, number, places, sent_to, made_by, made_at)
                SELECT :tour, coalesce(max(number), 0) + 1, CAST(:places AS jsonb), :to, :by, :now
                FROM tour_list WHERE tour_id = :tour
                ON CONFLICT (tour_id, number) DO NOTHING
                RETURNING number""")
                .param("tour", tour.id())
                .param("places", entries)
                .param("to", to)
                .param("by", making.callers().current().name())
                .param("now", Timestamp.from(making.clock().instant()))
                .query(Integer.class)
                .optional();
    }

    private Sent sent(ResultSet row, int n) throws SQLException {
        return new Sent(
                row.getInt("number"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getString("sent_to"),
                json.read(row.getString("places"), ENTRIES));
    }
}

package org.plenary.lodging.tour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.DelegateFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places on tours, one by one: who comes, and who is on board. Whose orders they are of is read, never written, here. */
@Component
public class TourPlaces {
    private static final String COLUMNS = """
            SELECT p.booking_id, p.number, b.tour_id, p.code, b.kind, p.name, b.order_id, o.code AS order_code,
                o.contact_name, b.status, p.boarded_at
            FROM tour_place p JOIN tour_booking b ON b.id = p.booking_id JOIN orders o ON o.id = b.order_id
            """;

    private final JdbcClient jdbc;
    private final DelegateFacts delegates;

    TourPlaces(JdbcClient jdbc, DelegateFacts delegates) {
        this.jdbc = jdbc;
        this.delegates = delegates;
    }

    /** Those of an order on all tours, held ones too. */
    @Transactional(readOnly = true)
    public List<Place> ofOrder(UUID order, Locale locale) {
        return named(
                jdbc.sql(COLUMNS + "WHERE b.order_id = :order ORDER BY b.id, p.number")
                        .param("order", order)
                        .query(TourPlaces::place)
                        .list(),
                locale);
    }

    /** Those of a tour that are certain, some at a time. @param after the last one of those before; null for the first */
    @Transactional(readOnly = true)
    public List<Place> ofTour(Tour tour, int limit, @Nullable Place after, Locale locale) {
        return named(
                jdbc.sql(COLUMNS + """
                        WHERE b.tour_id = :tour AND b.status = 'confirmed'
                          AND (CAST(:booking AS uuid) IS NULL OR (p.booking_id, p.number) > (:booking, :number))
                        ORDER BY p.booking_id, p.number LIMIT :limit""")
                        .param("tour", tour.id())
                        .param("booking", after == null ? null : after.booking(), Types.OTHER)
                        .param("number", after == null ? 0 : after.number())
                        .param("limit", limit)
                        .query(TourPlaces::place)
                        .list(),
                locale);
    }

    /** Those who are certain, by name. @param query part of a name, or the code of an order or a voucher; empty for all */
    @Transactional(readOnly = true)
    public List<Place> search(Tour tour, String query, int limit, Locale locale) {
        return named(
                jdbc.sql(COLUMNS + """
                        WHERE b.tour_id = :tour AND b.status = 'confirmed'
                          AND (:query = '' OR p.name ILIKE :part OR o.contact_name ILIKE :part
                               OR o.code = upper(:query) OR p.code = upper(:query)
                               OR EXISTS (SELECT FROM delegate d WHERE d.order_id = o.id AND d.name ILIKE :part
                                          AND d.status = 'confirmed'))
                        ORDER BY lower(o.contact_name), p.booking_id, p.number LIMIT :limit""")
                        .param("tour", tour.id())
                        .param("query", query)
                        .param("part", "%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                        .param("limit", limit)
                        .query(TourPlaces::place)
                        .list(),
                locale);
    }

    @Transactional(readOnly = true)
    public Optional<Place> byCode(UUID conference, String code, Locale locale) {
        return named(
                        jdbc.sql(COLUMNS + "WHERE b.conference_id = :conference AND p.code = :code")
                                .param("conference", conference)
                                .param("code", code)
                                .query(TourPlaces::place)
                                .list(),
                        locale)
                .stream()
                .findFirst();
    }

    /** @param boarded of {@code all} that are certain */
    record Count(int boarded, int all) {}

    @Transactional(readOnly = true)
    public Count count(Tour tour) {
        return jdbc.sql("""
                SELECT count(p.boarded_at)::int, count(*)::int
                FROM tour_place p JOIN tour_booking b ON b.id = p.booking_id
                WHERE b.tour_id = :tour AND b.status = 'confirmed'""")
                .param("tour", tour.id())
                .query((row, n) -> new Count(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** @return false when it is no place of this order that is certain */
    @Transactional
    public boolean name(UUID order, String code, String name) {
        return jdbc.sql("""
                UPDATE tour_place p SET name = :name FROM tour_booking b
                WHERE b.id = p.booking_id AND b.order_id = :order AND b.status = 'confirmed' AND p.code = :code""")
                        .param("name", name)
                        .param("order", order)
                        .param("code", code)
                        .update()
                == 1;
    }

    /** Who came along on a tour, and the lists of it, are nobody's business for long. */
    @Transactional
    public void forgetToursBefore(LocalDateTime day) {
        var over = "SELECT id FROM tour WHERE CAST(definition ->> 'starts_at' AS timestamp) < :day";
        jdbc.sql("""
                UPDATE tour_place SET name = '', boarded_by = NULL
                WHERE name <> '' AND booking_id IN (SELECT id FROM tour_booking WHERE tour_id IN (%s))""".formatted(over)).param("day", Timestamp.valueOf(day)).update();
        jdbc.sql("UPDATE tour_list SET places = '[]' WHERE places <> '[]' AND tour_id IN (" + over + ")")
                .param("day", Timestamp.valueOf(day))
                .update();
    }

    /** Whom nobody has named is the next delegate of the order, if there is one. */
    private List<Place> named(List<Place> places, Locale locale) {
        var facts = delegates.of(places.stream().map(Place::order).distinct().toList(), locale);
        return places.stream()
                .map(place -> place.kind() == GuestKind.DELEGATE ? named(place, facts) : place)
                .toList();
    }

    private static Place named(Place place, Map<UUID, List<DelegateFacts.Facts>> all) {
        var facts = all.getOrDefault(place.order(), List.of());
        var same = facts.stream()
                .filter(each -> each.name().equalsIgnoreCase(place.name()))
                .findFirst();
        if (!place.name().isEmpty())
            return same.map(each -> place.of(place.name(), each.phone(), each.diet()))
                    .orElse(place);
        if (place.number() > facts.size()) return place;
        var own = facts.get(place.number() - 1);
        return place.of(own.name(), own.phone(), own.diet());
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var boarded = row.getTimestamp("boarded_at");
        return new Place(
                row.getObject("booking_id", UUID.class),
                row.getInt("number"),
                row.getObject("tour_id", UUID.class),
                row.getString("code"),
                GuestKind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                "",
                "",
                row.getObject("order_id", UUID.class),
                row.getString("order_code"),
                row.getString("contact_name"),
                row.getString("status"),
                boarded == null ? null : boarded.toInstant());
    }
}

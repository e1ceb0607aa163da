package org.plenary.lodging.rooming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.fulltext.Contained;
import org.plenary.fulltext.LookedUpKind;
import org.plenary.fulltext.Marked;
import org.plenary.identity.Permission;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Formats;
import org.plenary.registration.FoundPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Stays in the box in the head of the pages: by their guests, their numbers here and at the hotel, and the hotel. */
@Component
class FoundStays implements LookedUpKind {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final Contained FOUND = new Contained("""
            FROM room_booking b JOIN hotel h ON h.id = b.hotel_id JOIN orders o ON o.id = b.order_id
            WHERE b.conference_id IN (:conferences) AND b.status IN ('confirmed', 'held')
                AND lower(concat_ws(' ', b.guests, b.number, b.acknowledgement, o.code, h.definition -> 'name'))
                    LIKE ALL (ARRAY[:patterns])""", """
            b.id, b.conference_id, b.guests, b.check_in, b.check_out, coalesce(b.number, '') AS number, o.code,
            CAST(h.definition -> 'name' AS text) AS hotel""", "b.id DESC");

    private final JdbcClient jdbc;
    private final Json json;
    private final FoundPeople people;
    private final Formats formats;

    FoundStays(JdbcClient jdbc, Json json, FoundPeople people, Formats formats) {
        this.jdbc = jdbc;
        this.json = json;
        this.people = people;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "stay";
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String icon() {
        return "ti-bed";
    }

    @Override
    public Permission permission() {
        return Permission.REGISTRATION_READ;
    }

    @Override
    @Transactional
    public Answer lookUp(Asked asked) {
        var found = FOUND.answer(jdbc, asked, (row, n) -> shown(row, asked));
        return new Answer(people.recorded(key(), found.shown(), asked), found.total());
    }

    private Shown shown(ResultSet row, Asked asked) throws SQLException {
        var conference = row.getObject("conference_id", UUID.class);
        var number = row.getString("number");
        var guests = json.read(row.getString("guests"), NAMES).stream()
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
        var line = Stream.of(
                        json.read(row.getString("hotel"), LocalizedText.class).in(asked.locale()),
                        formats.dateRange(
                                row.getObject("check_in", LocalDate.class),
                                row.getObject("check_out", LocalDate.class)),
                        guests.isEmpty() ? "" : number)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        var title = !guests.isEmpty() ? guests : number.isEmpty() ? row.getString("code") : number;
        return new Shown(
                row.getObject("id", UUID.class),
                conference,
                Marked.of(title, asked.text()),
                Marked.of(line, asked.text()),
                asked.base(conference) + "/orders/" + row.getString("code"));
    }
}

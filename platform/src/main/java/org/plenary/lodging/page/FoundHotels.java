package org.plenary.lodging.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.plenary.fulltext.Contained;
import org.plenary.fulltext.LookedUpKind;
import org.plenary.fulltext.Marked;
import org.plenary.identity.Permission;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hotels in the box in the head of the pages: by name and address. */
@Component
class FoundHotels implements LookedUpKind {
    private static final Contained FOUND = new Contained("""
            FROM hotel WHERE conference_id IN (:conferences)
                AND lower(concat_ws(' ', definition -> 'name', definition -> 'address')) LIKE ALL (ARRAY[:patterns])""", "conference_id, definition", "id DESC");

    private final JdbcClient jdbc;
    private final Json json;

    FoundHotels(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String key() {
        return "hotel";
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public String icon() {
        return "ti-building-skyscraper";
    }

    @Override
    public Permission permission() {
        return Permission.CONFERENCE_READ;
    }

    @Override
    @Transactional(readOnly = true)
    public Answer lookUp(Asked asked) {
        return FOUND.answer(jdbc, asked, (row, n) -> shown(row, asked));
    }

    private Shown shown(ResultSet row, Asked asked) throws SQLException {
        var hotel = json.read(row.getString("definition"), Hotel.class);
        var conference = row.getObject("conference_id", UUID.class);
        return new Shown(
                hotel.id(),
                conference,
                Marked.of(hotel.name().in(asked.locale()), asked.text()),
                Marked.of(hotel.address().in(asked.locale()), asked.text()),
                asked.base(conference) + "/hotels/" + hotel.key());
    }
}

package org.plenary.lodging.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads rows of the pool. */
final class SeekerRow {
    private SeekerRow() {}

    static Seeker read(ResultSet row) throws SQLException {
        return new Seeker(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("booking_id", UUID.class),
                row.getString("name"),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                wishes(row),
                row.getBoolean("keeps"),
                row.getBoolean("resting"));
    }

    static Wishes wishes(ResultSet row) throws SQLException {
        return new Wishes(
                List.of(texts(row, "languages")),
                Wishes.Smoking.valueOf(upper(row.getString("smoking"))),
                Wishes.Rhythm.valueOf(upper(row.getString("rhythm"))),
                row.getBoolean("quiet"),
                Wishes.Gender.valueOf(upper(row.getString("gender"))),
                Stream.of(texts(row, "wants"))
                        .map(each -> Wishes.Gender.valueOf(upper(each)))
                        .toList(),
                row.getString("about"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static String upper(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}

package org.plenary.identity.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads people with their roles in one query: a row for each role. */
final class PersonRows {
    private PersonRows() {}

    /**
     * Who was added by the version before, while both ran, has no rows for roles but the one role in their own.
     *
     * @param people the table, or a part of it
     */
    static String select(String people) {
        return """
                select p.id, p.account_id, p.email, p.name, p.created_at, r.id as grant_id,
                    coalesce(r.role, p.role) as role, r.conference_id, r.ends_on, r.partner_id, r.seat_id
                from\s""" + people + " p left join person_role r on r.person_id = p.id ";
    }

    private record Half(UUID id, UUID account, String email, String name, Instant createdAt) {}

    static List<Person> read(JdbcClient.StatementSpec query) {
        ResultSetExtractor<List<Person>> people = PersonRows::people;
        return query.query(people);
    }

    private static List<Person> people(ResultSet rows) throws SQLException {
        var found = new LinkedHashMap<Half, List<Grant>>();
        while (rows.next()) {
            var half = new Half(
                    rows.getObject("id", UUID.class),
                    rows.getObject("account_id", UUID.class),
                    rows.getString("email"),
                    rows.getString("name"),
                    rows.getTimestamp("created_at").toInstant());
            found.computeIfAbsent(half, each -> new ArrayList<>())
                    .add(new Grant(
                            rows.getObject("grant_id", UUID.class),
                            Role.valueOf(rows.getString("role")),
                            rows.getObject("conference_id", UUID.class),
                            rows.getObject("ends_on", LocalDate.class),
                            rows.getObject("partner_id", UUID.class),
                            rows.getObject("seat_id", UUID.class)));
        }
        return found.entrySet().stream()
                .map(each -> new Person(
                        each.getKey().id(),
                        each.getKey().account(),
                        each.getKey().email(),
                        each.getKey().name(),
                        each.getValue(),
                        each.getKey().createdAt()))
                .toList();
    }
}

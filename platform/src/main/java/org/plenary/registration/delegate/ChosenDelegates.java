package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the delegates that something is to be done to. */
@Component
class ChosenDelegates {
    /** More are done in parts, by a filter. */
    static final int MOST = 20_000;

    private static final String COLUMNS = """
            SELECT d.id, d.order_id, o.code, d.name, d.email, d.country, d.fee_key, d.status, d.ticket_code,
                d.discussion_group, o.locale
            FROM delegate d JOIN orders o ON o.id = d.order_id
            """;

    private final JdbcClient jdbc;
    private final DelegateColumns columns;

    ChosenDelegates(JdbcClient jdbc, DelegateColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** @param ids those chosen by hand; @param all whether instead everybody on the list is meant */
    record Selection(Listing listing, List<UUID> ids, boolean all) {}

    @Transactional(readOnly = true)
    public List<Person> of(ConferenceView conference, Selection selection, Locale locale) {
        if (!selection.all()) return byIds(conference.id(), selection.ids());
        var bound = new Bound();
        var where = Where.of(
                conference.id(), selection.listing(), columns.of(conference, locale), conference.timeZone(), bound);
        var people = jdbc.sql(COLUMNS + "WHERE " + where + " ORDER BY d.id LIMIT " + bound.name(MOST + 1))
                .params(bound.values())
                .query(ChosenDelegates::person)
                .list();
        if (people.size() > MOST)
            throw new Problem.InvalidInput("/all", "too_many_delegates", "At most 20,000 delegates at once.");
        return people;
    }

    /** In the order of their ids; those that are not there are left out. */
    @Transactional(readOnly = true)
    public List<Person> byIds(UUID conference, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql(COLUMNS + """
                WHERE d.conference_id = :conference AND d.id = ANY(CAST(:ids AS uuid[])) ORDER BY d.id""")
                .param("conference", conference)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(ChosenDelegates::person)
                .list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("email"),
                row.getString("country"),
                row.getString("fee_key"),
                row.getString("status"),
                row.getString("ticket_code"),
                row.getString("discussion_group"),
                Languages.nearest(row.getString("locale")));
    }
}

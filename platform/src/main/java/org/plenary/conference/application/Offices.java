package org.plenary.conference.application;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plenary.identity.Callers;
import org.plenary.identity.OutsidePeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who decides for an office, by their e-mail addresses in lower case. */
@Component
class Offices {
    private static final String ACCOUNT = "account:";

    private final JdbcClient jdbc;
    private final Callers callers;
    private final OutsidePeople people;

    Offices(JdbcClient jdbc, Callers callers, OutsidePeople people) {
        this.jdbc = jdbc;
        this.callers = callers;
        this.people = people;
    }

    /** Those that have somebody. */
    Map<String, List<String>> of(UUID conference) {
        var offices = new HashMap<String, List<String>>();
        jdbc.sql("select office, addresses from conference_office where conference_id = ? order by office")
                .param(conference)
                .query(row -> {
                    offices.put(row.getString(1), texts(row.getArray(2)));
                });
        return offices;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    void write(UUID conference, String office, List<String> addresses) {
        if (addresses.isEmpty())
            jdbc.sql("delete from conference_office where conference_id = ? and office = ?")
                    .params(conference, office)
                    .update();
        else
            jdbc.sql("""
                            insert into conference_office (conference_id, office, addresses) values (?, ?, ?)
                            on conflict (conference_id, office) do update set addresses = excluded.addresses""")
                    .params(conference, office, new SqlArrayValue("text", addresses.toArray()))
                    .update();
    }

    /** The addresses of whoever asks, in lower case. */
    Set<String> own() {
        var id = callers.current().id();
        if (!id.startsWith(ACCOUNT)) return Set.of();
        var account = UUID.fromString(id.substring(ACCOUNT.length()));
        return people.addresses(List.of(account)).getOrDefault(account, Set.of());
    }
}

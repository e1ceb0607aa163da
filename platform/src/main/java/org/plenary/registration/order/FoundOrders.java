package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.fulltext.Contained;
import org.plenary.fulltext.LookedUpKind;
import org.plenary.fulltext.Marked;
import org.plenary.identity.Permission;
import org.plenary.kernel.web.Formats;
import org.plenary.registration.FoundPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders in the box in the head of the pages: by their codes, and by who placed them. */
@Component
class FoundOrders implements LookedUpKind {
    private static final String FOUND = """
            FROM orders o WHERE o.conference_id IN (:conferences)
                AND lower(concat_ws(' ', o.code, o.contact_name, o.contact_email, o.organization))
                    LIKE ALL (ARRAY[:patterns])""";
    private static final String COLUMNS = "o.id, o.conference_id, o.code, o.status, o.contact_name, o.contact_email,"
            + " coalesce(o.organization, '') AS organization";
    private static final Contained BEST = new Contained(FOUND, COLUMNS, "lower(o.code) = :typed DESC, o.id DESC");
    private static final Contained NEWEST = new Contained(FOUND, COLUMNS, "o.id DESC");

    private final JdbcClient jdbc;
    private final FoundPeople people;
    private final Formats formats;

    FoundOrders(JdbcClient jdbc, FoundPeople people, Formats formats) {
        this.jdbc = jdbc;
        this.people = people;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "order";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public String icon() {
        return "ti-receipt";
    }

    @Override
    public Permission permission() {
        return Permission.REGISTRATION_READ;
    }

    @Override
    @Transactional
    public Answer lookUp(Asked asked) {
        var found =
                (asked.order() == Order.RELEVANCE ? BEST : NEWEST).answer(jdbc, asked, (row, n) -> shown(row, asked));
        return new Answer(people.recorded(key(), found.shown(), asked), found.total());
    }

    private Shown shown(ResultSet row, Asked asked) throws SQLException {
        var conference = row.getObject("conference_id", UUID.class);
        var code = row.getString("code");
        var line = Stream.of(
                        row.getString("contact_name"),
                        row.getString("organization"),
                        asked.isTyping() ? "" : row.getString("contact_email"),
                        formats.status(row.getString("status")))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        return new Shown(
                row.getObject("id", UUID.class),
                conference,
                Marked.of(code, asked.text()),
                Marked.of(line, asked.text()),
                asked.base(conference) + "/orders/" + code);
    }
}

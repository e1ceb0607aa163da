package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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
        var patterns = Contained.patterns(asked.text());
        var total = jdbc.sql("SELECT count(*) FROM (SELECT 1 " + FOUND + " LIMIT " + Contained.MOST + ") AS found")
                .param("conferences", asked.ids())
                .param("patterns", patterns)
                .query((row, n) -> row.getLong(1))
                .single();
        if (total == 0 || asked.limit() == 0) return new Answer(List.of(), total);
        var exactFirst = asked.order() == Order.RELEVANCE ? "lower(o.code) = :code DESC, " : "";
        var shown = jdbc.sql("SELECT o.id, o.conference_id, o.code, o.status, o.contact_name, o.contact_email,"
                        + " coalesce(o.organization, '') AS organization " + FOUND
                        + " ORDER BY " + exactFirst + "o.id DESC LIMIT :limit OFFSET :from")
                .param("conferences", asked.ids())
                .param("patterns", patterns)
                .param("code", asked.text().strip().toLowerCase(Locale.ROOT))
                .param("limit", asked.limit())
                .param("from", asked.from())
                .query((row, n) -> shown(row, asked))
                .list();
        return new Answer(people.recorded(key(), shown, asked), total);
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

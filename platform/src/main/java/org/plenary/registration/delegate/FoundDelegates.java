package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.fulltext.FullText;
import org.plenary.fulltext.IndexedKind;
import org.plenary.fulltext.Marked;
import org.plenary.identity.Permission;
import org.plenary.kernel.web.Formats;
import org.plenary.registration.FoundPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Delegates in the box in the head of the pages: those that {@link DelegateSearch} tells the index of. */
@Component
class FoundDelegates implements IndexedKind {
    private final JdbcClient jdbc;
    private final FoundPeople people;
    private final Formats formats;

    FoundDelegates(JdbcClient jdbc, FoundPeople people, Formats formats) {
        this.jdbc = jdbc;
        this.people = people;
        this.formats = formats;
    }

    @Override
    public String key() {
        return DelegateSearch.KIND;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String icon() {
        return "ti-users";
    }

    @Override
    public Permission permission() {
        return Permission.REGISTRATION_READ;
    }

    @Override
    @Transactional
    public List<Shown> shown(List<FullText.Hit> hits, Asked asked) {
        var byId = new HashMap<UUID, FullText.Hit>();
        hits.forEach(hit -> byId.put(hit.id(), hit));
        var found = new HashMap<UUID, Shown>();
        jdbc.sql("""
                SELECT d.id, d.conference_id, d.name, d.email, d.country, o.code, coalesce(d.ticket_code, '') AS ticket,
                    coalesce(d.answers ->> 'affiliation', d.answers ->> 'organization',
                        d.answers ->> 'institution', d.answers ->> 'company', '') AS affiliation
                FROM delegate d JOIN orders o ON o.id = d.order_id
                WHERE d.id IN (:ids) AND d.conference_id IN (:conferences)
                    AND d.status IN ('pending', 'confirmed') AND d.name <> ''""")
                .param("ids", byId.keySet())
                .param("conferences", asked.ids())
                .query((row, n) -> shown(row, byId, asked))
                .list()
                .forEach(each -> found.put(each.id(), each));
        var shown = hits.stream()
                .flatMap(hit -> Stream.ofNullable(found.get(hit.id())))
                .toList();
        return people.recorded(key(), shown, asked);
    }

    private Shown shown(ResultSet row, HashMap<UUID, FullText.Hit> hits, Asked asked) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var conference = row.getObject("conference_id", UUID.class);
        var name = row.getString("name");
        var hit = hits.get(id);
        var known = Stream.of(row.getString("affiliation"), row.getString("code"), row.getString("ticket"));
        var more = asked.isTyping()
                ? Stream.<String>of()
                : Stream.of(row.getString("email"), formats.country(row.getString("country")));
        var line = Stream.concat(known, more).filter(text -> !text.isBlank()).collect(Collectors.joining(" · "));
        return new Shown(
                id,
                conference,
                hit == null ? Marked.plain(name) : Marked.of(name, hit, "title", asked.text()),
                Marked.of(line, asked.text()),
                asked.base(conference) + "/delegates/" + id);
    }
}

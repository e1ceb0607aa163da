package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The bodies of conferences as they are stored: all of one conference in a document. */
@Repository
class BodyRows {
    private static final TypeReference<List<Body>> BODIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    BodyRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whoever changes bodies of this conference waits for the end of the transaction; its key stays free for others. */
    void lock(UUID conference) {
        jdbc.sql("select 1 from conference where id = ? for no key update")
                .param(conference)
                .query()
                .singleRow();
    }

    /** By type, and of one type in the order in which they came. */
    List<Body> all(UUID conference) {
        return jdbc
                .sql("select bodies from conference where id = ?")
                .param(conference)
                .query((row, number) -> json.read(row.getString(1), BODIES))
                .single()
                .stream()
                .sorted(Comparator.comparing(body -> body.details().type()))
                .toList();
    }

    Optional<Body> find(UUID conference, UUID id) {
        return all(conference).stream().filter(body -> body.id().equals(id)).findFirst();
    }

    /** In place of the one that it was, or as the last of its type. */
    void put(UUID conference, Body body) {
        var all = new ArrayList<>(all(conference));
        all.replaceAll(each -> each.id().equals(body.id()) ? body : each);
        if (all.stream().noneMatch(each -> each.id().equals(body.id()))) all.add(body);
        write(conference, all);
    }

    void delete(UUID conference, UUID id) {
        write(
                conference,
                all(conference).stream().filter(body -> !body.id().equals(id)).toList());
    }

    private void write(UUID conference, List<Body> all) {
        jdbc.sql("update conference set bodies = cast(? as jsonb) where id = ?")
                .params(json.write(all), conference)
                .update();
    }

    /** The conferences in whose bodies somebody sits of whom this is true. */
    List<UUID> withMember(Predicate<BodyMember> claim) {
        return jdbc
                .sql("select id, bodies from conference where bodies <> '[]' order by id")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), json.read(row.getString(2), BODIES)))
                .list()
                .stream()
                .filter(entry -> entry.getValue().stream()
                        .flatMap(body -> body.members().stream())
                        .anyMatch(claim))
                .map(Map.Entry::getKey)
                .toList();
    }
}

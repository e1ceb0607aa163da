package org.plenary.papers.call;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The calls for papers of the bound tenant, and the counter that its conferences' papers are numbered by. */
@Repository
public class Calls {
    private final JdbcClient jdbc;
    private final Json json;

    Calls(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Call> find(UUID conference) {
        return versioned(conference).map(Versioned::call);
    }

    Optional<Versioned> versioned(UUID conference) {
        return Reading.once(Calls.class, conference, () -> read(conference, ""));
    }

    /** By conference; without those that have none. */
    Map<UUID, Versioned> of(Collection<UUID> conferences) {
        var calls = new HashMap<UUID, Versioned>();
        jdbc.sql("""
                        select conference, document, version from call_for_papers
                        where conference = any(:conferences) and document is not null""")
                .param("conferences", new SqlArrayValue("uuid", conferences.toArray()))
                .query(row -> {
                    calls.put(
                            row.getObject("conference", UUID.class),
                            new Versioned(json.read(row.getString("document"), Call.class), row.getLong("version")));
                });
        return calls;
    }

    /** The call, which nobody else changes until the transaction ends. */
    Optional<Versioned> locked(UUID conference) {
        return read(conference, " for update");
    }

    private Optional<Versioned> read(UUID conference, String lock) {
        return jdbc.sql("""
                        select document, version from call_for_papers
                        where conference = :conference and document is not null""" + lock)
                .param("conference", conference)
                .query((row, _) ->
                        new Versioned(json.read(row.getString("document"), Call.class), row.getLong("version")))
                .optional();
    }

    Versioned save(UUID conference, Call call) {
        var version = jdbc.sql("""
                        insert into call_for_papers (conference, document, version) values (:conference, cast(:document as jsonb), 1)
                        on conflict (conference) do update
                        set document = excluded.document, version = call_for_papers.version + 1
                        returning version""")
                .param("conference", conference)
                .param("document", json.write(call))
                .query(Long.class)
                .single();
        return new Versioned(call, version);
    }

    /**
     * Takes the next numbers; the counter stays locked until the transaction ends, so that numbers have no gaps.
     *
     * @return the first of them
     */
    public int takeNumbers(UUID conference, int count) {
        var last = jdbc.sql("""
                        insert into call_for_papers (conference, last_number) values (:conference, :count)
                        on conflict (conference) do update set last_number = call_for_papers.last_number + :count
                        returning last_number""")
                .param("conference", conference)
                .param("count", count)
                .query(Integer.class)
                .single();
        return last - count + 1;
    }

    record Versioned(Call call, long version) {}
}

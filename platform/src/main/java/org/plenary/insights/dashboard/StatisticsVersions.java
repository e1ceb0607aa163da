package org.plenary.insights.dashboard;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.insights.dashboard.DelegateFigures.Group;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The numbered statistics that were given to somebody: each stays as it was, so that the next one can tell the difference. */
@Component
class StatisticsVersions {
    private static final TypeReference<Map<String, Map<String, Integer>>> FIGURES = new TypeReference<>() {};
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    StatisticsVersions(JdbcClient jdbc, Json json, Callers callers, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    record Version(int number, Instant madeAt, String madeBy) {}

    /** @param figures by the keys of group and figure, in the order of the page then */
    record Kept(Version version, Map<String, Map<String, Integer>> figures) {}

    boolean mayMake() {
        return callers.current().may(Permission.REGISTRATION_WRITE);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Version> newest(UUID conference) {
        return jdbc.sql("""
                SELECT number, made_at, made_by FROM statistics_version
                WHERE conference_id = :conference ORDER BY number DESC LIMIT :shown""")
                .param("conference", conference)
                .param("shown", SHOWN)
                .query((row, n) ->
                        new Version(row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID conference, int number) {
        return jdbc.sql("""
                SELECT number, made_at, made_by, figures FROM statistics_version
                WHERE conference_id = :conference AND number = :number""")
                .param("conference", conference)
                .param("number", number)
                .query((row, n) -> new Kept(
                        new Version(row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3)),
                        json.read(row.getString(4), FIGURES)))
                .optional();
    }

    /** Two that are made at once get two numbers. @return its number */
    @Transactional
    public int make(ConferenceView conference, List<Group> groups) {
        var figures = new LinkedHashMap<String, Map<String, Integer>>();
        groups.forEach(group -> {
            var values = new LinkedHashMap<String, Integer>();
            group.figures().forEach(figure -> values.put(figure.key(), figure.value()));
            figures.put(group.key(), values);
        });
        var made = Optional.<Integer>empty();
        while (made.isEmpty()) made = insert(conference, json.write(figures));
        audit.record("statistics.made", conference.slug(), Map.of("number", made.get()));
        return made.get();
    }

    /** Empty when somebody else took the number meanwhile. */
    private Optional<Integer> insert(ConferenceView conference, String figures) {
        return jdbc.sql("""
                INSERT INTO statistics_version (conference_id, number, figures, made_by, made_at)
                SELECT :conference, coalesce(max(number), 0) + 1, CAST(:figures AS json), :by, :now
                FROM statistics_version WHERE conference_id = :conference
                ON CONFLICT (conference_id, number) DO NOTHING
                RETURNING number""")
                .param("conference", conference.id())
                .param("figures", figures)
                .param("by", callers.current().name())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional();
    }
}

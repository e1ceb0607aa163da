package org.plenary.registration.delegate;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.registration.delegate.DuplicateSearch.Pair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of delegates that look like one person, of whom somebody has said that they are two. */
@Component
class DistinctDelegates {
    private final JdbcClient jdbc;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    DistinctDelegates(JdbcClient jdbc, Callers callers, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    boolean maySay() {
        return callers.current().may(Permission.REGISTRATION_WRITE);
    }

    @Transactional(readOnly = true)
    public Set<Pair> all(UUID conference) {
        return new HashSet<>(jdbc.sql("SELECT one, other FROM delegate_distinct WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, n) -> Pair.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    /** @throws Problem.NotFound unless both are delegates of the conference */
    @Transactional
    public void say(ConferenceView conference, Pair pair) {
        requireBoth(conference, pair);
        var written = jdbc.sql("""
                INSERT INTO delegate_distinct (conference_id, one, other, said_by, said_at)
                VALUES (:conference, :one, :other, :by, :now) ON CONFLICT DO NOTHING""")
                .param("conference", conference.id())
                .param("one", pair.one())
                .param("other", pair.other())
                .param("by", callers.current().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 1) record("delegates.told-apart", conference, pair);
    }

    @Transactional
    public void takeBack(ConferenceView conference, Pair pair) {
        var gone = jdbc.sql("""
                DELETE FROM delegate_distinct WHERE conference_id = :conference AND one = :one AND other = :other""")
                .param("conference", conference.id())
                .param("one", pair.one())
                .param("other", pair.other())
                .update();
        if (gone == 1) record("delegates.suspected-again", conference, pair);
    }

    private void requireBoth(ConferenceView conference, Pair pair) {
        var there = jdbc.sql("SELECT count(*) FROM delegate WHERE conference_id = :conference AND id IN (:ids)")
                .param("conference", conference.id())
                .param("ids", List.of(pair.one(), pair.other()))
                .query(Integer.class)
                .single();
        if (there != 2) throw new Problem.NotFound("This delegate");
    }

    private void record(String action, ConferenceView conference, Pair pair) {
        audit.record(
                action,
                conference.slug(),
                Map.of("one", pair.one().toString(), "other", pair.other().toString()));
    }
}

package org.plenary.registration.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.registration.letter.LetterRequest.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asks for invitations in the bound tenant. */
@Repository
class LetterRequests {
    private final JdbcClient jdbc;

    LetterRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LetterRequest> of(UUID delegate) {
        return jdbc.sql("select * from letter_request where delegate_id = :delegate")
                .param("delegate", delegate)
                .query(LetterRequests::read)
                .optional();
    }

    /** Of people who take part, the oldest first. */
    List<LetterRequest> list(UUID conference, State state, int offset, int limit) {
        return jdbc.sql("""
                        select r.* from letter_request r join delegate d on d.id = r.delegate_id and d.status = 'confirmed'
                        where r.conference_id = :conference and r.state = :state
                        order by r.asked_at, r.delegate_id offset :offset limit :limit""")
                .param("conference", conference)
                .param("state", state.code())
                .param("offset", offset)
                .param("limit", limit)
                .query(LetterRequests::read)
                .list();
    }

    long count(UUID conference, State state) {
        return jdbc.sql("""
                        select count(*) from letter_request r join delegate d on d.id = r.delegate_id and d.status = 'confirmed'
                        where r.conference_id = :conference and r.state = :state""")
                .param("conference", conference)
                .param("state", state.code())
                .query(Long.class)
                .single();
    }

    /** Asks, or asks anew with another passport; asking twice is once. */
    void ask(LetterRequest request) {
        jdbc.sql("""
                        insert into letter_request (delegate_id, conference_id, fingerprint, state, reason, asked_at, decided_by, version)
                        values (:delegate, :conference, :fingerprint, 'asked', '', :at, '', 1)
                        on conflict (delegate_id) do update set fingerprint = excluded.fingerprint, state = 'asked', reason = '',
                            asked_at = excluded.asked_at, decided_at = null, decided_by = '', version = letter_request.version + 1
                        where letter_request.fingerprint <> excluded.fingerprint""")
                .param("delegate", request.delegate())
                .param("conference", request.conference())
                .param("fingerprint", request.fingerprint())
                .param("at", Timestamp.from(request.askedAt()))
                .update();
    }

    /** @throws Problem.Stale when it is not in the version before */
    void update(LetterRequest request) {
        var updated = jdbc.sql("""
                        update letter_request set state = :state, reason = :reason, decided_at = :at, decided_by = :by,
                            version = :version where delegate_id = :delegate and version = :version - 1""")
                .param("state", request.state().code())
                .param("reason", request.reason())
                .param(
                        "at",
                        request.decidedAt() == null ? null : Timestamp.from(request.decidedAt()),
                        java.sql.Types.TIMESTAMP)
                .param("by", request.decidedBy())
                .param("version", request.version())
                .param("delegate", request.delegate())
                .update();
        if (updated == 0) throw new Problem.Stale();
    }

    private static LetterRequest read(ResultSet row, int index) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new LetterRequest(
                row.getObject("delegate_id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getString("fingerprint"),
                State.of(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getLong("version"));
    }
}

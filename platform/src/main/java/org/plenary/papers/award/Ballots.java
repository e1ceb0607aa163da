package org.plenary.papers.award;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The votes of juries. Voting is secret: they are counted, and nobody but who cast one ever sees it on a page. */
@Repository
class Ballots {
    private final JdbcClient jdbc;
    private final Json json;

    Ballots(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Ballot> own(UUID award, UUID juror) {
        return jdbc.sql("select ballot from paper_award_ballot where award = :award and juror = :juror")
                .param("award", award)
                .param("juror", juror)
                .query((row, _) -> json.read(row.getString(1), Ballot.class))
                .optional();
    }

    /** By who cast them, to be counted. */
    Map<UUID, Ballot> of(UUID award) {
        var found = new LinkedHashMap<UUID, Ballot>();
        jdbc.sql("select juror, ballot from paper_award_ballot where award = :award order by juror")
                .param("award", award)
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), json.read(row.getString(2), Ballot.class));
                });
        return found;
    }

    /** Who has voted. */
    Set<UUID> voters(UUID award) {
        return of(award).keySet();
    }

    /** Takes the place of the one before. */
    void cast(Award award, UUID juror, Ballot ballot, Instant now) {
        jdbc.sql("""
                        insert into paper_award_ballot (award, juror, conference, ballot, cast_at)
                        values (:award, :juror, :conference, cast(:ballot as jsonb), :at)
                        on conflict (award, juror) do update set ballot = excluded.ballot, cast_at = excluded.cast_at""")
                .param("award", award.id())
                .param("juror", juror)
                .param("conference", award.conference())
                .param("ballot", json.write(ballot))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}

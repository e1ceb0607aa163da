package org.plenary.papers.bidding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.papers.committee.Reviewer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which papers reviewers of the bound tenant would like to read. */
@Repository
public class Bids {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    Bids(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** @param bid of a reviewer for a paper */
    public record Placed(UUID paper, UUID reviewer, Bid bid) {}

    /** By papers. */
    Map<UUID, Bid> of(Reviewer reviewer) {
        var bids = new HashMap<UUID, Bid>();
        jdbc.sql("select paper, bid from paper_bid where reviewer = :reviewer")
                .param("reviewer", reviewer.id())
                .query(row -> {
                    bids.put(row.getObject(1, UUID.class), Bid.ofWeight(row.getInt(2)));
                });
        return bids;
    }

    /** By reviewers. */
    public Map<UUID, Bid> of(UUID paper) {
        var bids = new HashMap<UUID, Bid>();
        jdbc.sql("select reviewer, bid from paper_bid where paper = :paper")
                .param("paper", paper)
                .query(row -> {
                    bids.put(row.getObject(1, UUID.class), Bid.ofWeight(row.getInt(2)));
                });
        return bids;
    }

    public List<Placed> ofConference(UUID conference) {
        return jdbc.sql("select paper, reviewer, bid from paper_bid where conference = :conference")
                .withFetchSize(1_000)
                .param("conference", conference)
                .query((row, _) -> new Placed(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), Bid.ofWeight(row.getInt(3))))
                .list();
    }

    void place(Reviewer reviewer, Map<UUID, Bid> bids) {
        batches.batchUpdate(
                """
                        insert into paper_bid (conference, paper, reviewer, bid, placed_at)
                        values (:conference, :paper, :reviewer, :bid, :now)
                        on conflict (paper, reviewer) do update set bid = excluded.bid, placed_at = excluded.placed_at""",
                bids.entrySet().stream()
                        .map(each -> new MapSqlParameterSource()
                                .addValue("conference", reviewer.conference())
                                .addValue("paper", each.getKey())
                                .addValue("reviewer", reviewer.id())
                                .addValue("bid", each.getValue().weight())
                                .addValue("now", Timestamp.from(clock.instant())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void takeBack(Reviewer reviewer, Collection<UUID> papers) {
        if (papers.isEmpty()) return;
        jdbc.sql("delete from paper_bid where reviewer = :reviewer and paper in (:papers)")
                .param("reviewer", reviewer.id())
                .param("papers", papers)
                .update();
    }
}

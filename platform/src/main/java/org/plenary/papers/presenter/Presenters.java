package org.plenary.papers.presenter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.papers.presenter.Coverage.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which accepted papers have an author who comes: by the paper's own link, or by the address that stands on the paper. Certain is whose
 * registration is paid, free or agreed.
 */
@Repository
class Presenters {
    /** The accepted papers whose authors know it, each with how it stands. */
    private static final String COVERED = """
            with covered as (
                select c.*, case when c.comes then 'REGISTERED' when c.reason is null then 'MISSING' else 'EXCUSED' end as standing
                from (
                    select p.id, p.number, p.title, l.reason,
                        exists (select from paper_presenter b join delegate d on d.order_id = b.order_id
                                where b.paper = p.id and d.status = 'confirmed')
                        or exists (select from jsonb_array_elements(p.authors) a
                                   join delegate d on lower(d.email) = lower(trim(a ->> 'email'))
                                   where d.conference_id = p.conference and d.status = 'confirmed' and d.email <> '') as comes
                    from paper p left join paper_presenter_leave l on l.paper = p.id
                    where p.conference = :conference and p.status = 'accepted' and p.announced = 'accepted') c)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Presenters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Binds an order to a paper, once. */
    void bind(UUID conference, UUID paper, UUID order) {
        jdbc.sql("""
                        insert into paper_presenter (paper, conference, order_id, bound_at)
                        values (:paper, :conference, :order, :now) on conflict do nothing""")
                .param("paper", paper)
                .param("conference", conference)
                .param("order", order)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many papers stand how; each standing has a number. */
    @Transactional(readOnly = true)
    public Map<Standing, Long> counts(UUID conference) {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) counts.put(standing, 0L);
        jdbc.sql(COVERED + "select standing, count(*) from covered group by standing")
                .param("conference", conference)
                .query((row, _) -> counts.put(Standing.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    /** Those that stand so, by number. @param after the number of the last one seen, 0 for none */
    @Transactional(readOnly = true)
    public List<Coverage> list(UUID conference, Standing standing, int after, int limit) {
        return jdbc.sql(COVERED + """
                        select * from covered where standing = :standing and number > :after
                        order by number limit :limit""")
                .param("conference", conference)
                .param("standing", standing.name())
                .param("after", after)
                .param("limit", limit)
                .query(Presenters::read)
                .list();
    }

    /** Empty when the paper is not accepted, or nobody was told. */
    @Transactional(readOnly = true)
    public Optional<Coverage> one(UUID conference, UUID paper) {
        return jdbc.sql(COVERED + "select * from covered where id = :paper")
                .param("conference", conference)
                .param("paper", paper)
                .query(Presenters::read)
                .optional();
    }

    void excuse(UUID conference, UUID paper, String reason) {
        jdbc.sql("""
                        insert into paper_presenter_leave (paper, conference, reason, given_at)
                        values (:paper, :conference, :reason, :now)
                        on conflict (paper) do update set reason = excluded.reason,
                            given_at = excluded.given_at""")
                .param("paper", paper)
                .param("conference", conference)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether it was excused */
    boolean askAgain(UUID paper) {
        return jdbc.sql("delete from paper_presenter_leave where paper = :paper")
                        .param("paper", paper)
                        .update()
                > 0;
    }

    private static Coverage read(ResultSet row, int index) throws SQLException {
        return new Coverage(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                row.getString("reason"),
                Standing.valueOf(row.getString("standing")));
    }
}

package org.plenary.papers.presenter;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.RegisteredPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which accepted papers have an author who comes: by the paper's own link, or by the address that stands on the paper. */
@Repository
class Presenters {
    /** More than a conference accepts; what lies beyond is not looked at. */
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final RegisteredPeople people;
    private final Clock clock;

    Presenters(JdbcClient jdbc, RegisteredPeople people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
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

    /** All accepted papers whose authors know it, by number. */
    @Transactional(readOnly = true)
    public List<Coverage> all(UUID conference) {
        return of(conference, "", null);
    }

    /** The one paper; empty when it is not accepted. */
    @Transactional(readOnly = true)
    public List<Coverage> one(UUID conference, UUID paper) {
        return of(conference, "and p.id = :paper", paper);
    }

    private List<Coverage> of(UUID conference, String more, @Nullable UUID paper) {
        var rows = jdbc.sql("""
                        select p.id, p.number, p.title, coalesce(p.track, '') as track, l.reason,
                            array(select lower(trim(a ->> 'email')) from jsonb_array_elements(p.authors) a
                                  where a ->> 'email' is not null) as emails,
                            array(select b.order_id::text from paper_presenter b where b.paper = p.id) as orders
                        from paper p left join paper_presenter_leave l on l.paper = p.id
                        where p.conference = :conference and p.status = 'accepted' and p.announced = 'accepted' %s
                        order by p.number limit :most""".formatted(more))
                .param("conference", conference)
                .param("most", MOST)
                .param("paper", paper, java.sql.Types.OTHER)
                .query((row, _) -> new Coverage(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("track"),
                        texts(row.getArray("emails")),
                        texts(row.getArray("orders")).stream()
                                .map(UUID::fromString)
                                .toList(),
                        row.getString("reason"),
                        false))
                .list();
        if (rows.isEmpty()) return rows;
        var orders = new HashSet<UUID>();
        rows.forEach(row -> orders.addAll(row.orders()));
        var addresses = people.addresses(conference);
        var certain = people.certain(orders);
        return rows.stream().map(row -> row.with(addresses, certain)).toList();
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

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}

package org.plenary.papers.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Ids;
import org.plenary.papers.submission.Coauthor.Standing;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks everybody who is named as an author, but the one who is written to, whether they are one. */
@Component
class Coauthors {
    /** More than a paper has authors: who corrects the list is not held up, who writes to others by it is. */
    private static final int ASKED_A_DAY = 150;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final RateLimits limits;
    private final Clock clock;

    Coauthors(JdbcClient jdbc, ApplicationEventPublisher events, RateLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /** Asks those who are new, and forgets those who are authors no more; in the caller's transaction. */
    void keep(Paper paper) {
        var named = named(paper.content());
        var known = new HashSet<String>();
        for (var coauthor : of(paper.id())) {
            known.add(coauthor.email());
            if (!named.contains(coauthor.email())) remove(coauthor.id());
        }
        for (var email : named) if (!known.contains(email)) ask(paper, email);
    }

    private static Set<String> named(Content content) {
        var named = new HashSet<String>();
        for (var author : content.authors())
            if (author.email() != null && !author.corresponding()) named.add(lower(author.email()));
        content.corresponding().map(Author::email).map(Coauthors::lower).ifPresent(named::remove);
        return named;
    }

    private void ask(Paper paper, String email) {
        limits.take("co-author-of:" + paper.id(), ASKED_A_DAY, Duration.ofDays(1));
        var id = Ids.next();
        jdbc.sql("""
                        insert into paper_coauthor (id, paper, conference, email, standing, asked_at)
                        values (:id, :paper, :conference, :email, :standing, :now)""")
                .param("id", id)
                .param("paper", paper.id())
                .param("conference", paper.conference())
                .param("email", email)
                .param("standing", Standing.ASKED.code())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new CoauthorNamed(Tenancy.require().id(), id));
    }

    private void remove(UUID id) {
        jdbc.sql("delete from paper_coauthor where id = :id").param("id", id).update();
    }

    List<Coauthor> of(UUID paper) {
        return jdbc.sql("select * from paper_coauthor where paper = :paper order by id")
                .param("paper", paper)
                .query(Coauthors::read)
                .list();
    }

    /** What each of a paper's authors said, by their addresses in lower case. */
    @Transactional(readOnly = true)
    public Map<String, String> standings(UUID paper) {
        var standings = new HashMap<String, String>();
        of(paper)
                .forEach(coauthor ->
                        standings.put(coauthor.email(), coauthor.standing().code()));
        return standings;
    }

    @Transactional(readOnly = true)
    public Optional<Coauthor> find(UUID conference, UUID id) {
        return byId(id).filter(coauthor -> coauthor.conference().equals(conference));
    }

    Optional<Coauthor> byId(UUID id) {
        return jdbc.sql("select * from paper_coauthor where id = :id")
                .param("id", id)
                .query(Coauthors::read)
                .optional();
    }

    /** Who said no can say yes later, and the other way round. */
    @Transactional
    public void answer(Coauthor coauthor, boolean isAuthor) {
        var standing = isAuthor ? Standing.CONFIRMED : Standing.DECLINED;
        var changed = jdbc.sql("""
                        update paper_coauthor set standing = :standing, answered_at = :now
                        where id = :id and standing <> :standing""")
                .param("standing", standing.code())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", coauthor.id())
                .update();
        if (changed == 1 && !isAuthor)
            events.publishEvent(new CoauthorDeclined(Tenancy.require().id(), coauthor.id()));
    }

    private static Coauthor read(ResultSet row, int index) throws SQLException {
        return new Coauthor(
                row.getObject("id", UUID.class),
                row.getObject("paper", UUID.class),
                row.getObject("conference", UUID.class),
                row.getString("email"),
                Standing.of(row.getString("standing")));
    }

    static String lower(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

package org.plenary.papers.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.identity.OutsidePeople;
import org.plenary.kernel.Json;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Conflicts of interest. They are found anew each time they matter, so that what is declared or ruled today closes a paper today: nothing
 * of it is kept but what the chairs say.
 */
@Component
public class Conflicts {
    private static final TypeReference<List<Author>> AUTHORS = new TypeReference<>() {};

    private static final int FEW = 50;
    private static final int FETCHED = 500;

    private final JdbcClient jdbc;
    private final Json json;
    private final OutsidePeople people;

    Conflicts(JdbcClient jdbc, Json json, OutsidePeople people) {
        this.jdbc = jdbc;
        this.json = json;
        this.people = people;
    }

    /** What speaks against this reviewer for this paper; empty when nothing does. */
    public List<ConflictReason> between(Paper paper, Reviewer reviewer) {
        return of(paper, List.of(reviewer)).getOrDefault(reviewer.id(), List.of());
    }

    /** What speaks against these reviewers for one paper, by their ids; those without a conflict are not in it. */
    public Map<UUID, List<ConflictReason>> of(Paper paper, Collection<Reviewer> reviewers) {
        var rulings = jdbc.sql("select * from paper_conflict_ruling where paper = :paper")
                .param("paper", paper.id())
                .query(Conflicts::ruling)
                .list();
        var authors = paper.content().authors();
        var coauthors = coauthors(writtenBy(
                authors.stream()
                        .map(Author::email)
                        .filter(Objects::nonNull)
                        .map(Kinship::email)
                        .toList(),
                authors.stream().map(Author::name).toList()));
        return new ConflictIndex(reviewers, addresses(reviewers), coauthors, rulings).of(paper);
    }

    /** Of these reviewers with any paper of their conference. */
    public ConflictIndex index(UUID conference, Collection<Reviewer> reviewers) {
        var rulings = jdbc.sql("select * from paper_conflict_ruling where conference = :conference")
                .param("conference", conference)
                .query(Conflicts::ruling)
                .list();
        var addresses = addresses(reviewers);
        var papers = reviewers.size() > FEW
                ? jdbc.sql("select authors from paper").withFetchSize(FETCHED)
                : writtenBy(
                        addresses.values().stream().flatMap(Set::stream).toList(),
                        reviewers.stream().map(Reviewer::name).toList());
        return new ConflictIndex(reviewers, addresses, coauthors(papers), rulings);
    }

    private Map<UUID, Set<String>> addresses(Collection<Reviewer> reviewers) {
        var accounts = reviewers.stream()
                .map(Reviewer::account)
                .filter(Objects::nonNull)
                .toList();
        var known = people.addresses(accounts);
        var found = new HashMap<UUID, Set<String>>();
        for (var reviewer : reviewers) {
            var emails = new HashSet<>(Set.of(reviewer.email()));
            if (reviewer.account() != null) emails.addAll(known.getOrDefault(reviewer.account(), Set.of()));
            found.put(reviewer.id(), emails);
        }
        return found;
    }

    /** The papers of a few people, of any conference of the organization. */
    private JdbcClient.StatementSpec writtenBy(Collection<String> emails, Collection<String> names) {
        var wanted = new ArrayList<String>();
        for (var email : emails) wanted.add(json.write(List.of(Map.of("email", email))));
        for (var name : names) {
            wanted.add(json.write(List.of(Map.of("name", name.strip().toLowerCase(Locale.ROOT)))));
            wanted.add(json.write(List.of(Map.of("name", Kinship.turned(name)))));
        }
        return jdbc.sql("select authors from paper where lower(authors::text)::jsonb @> any(cast(:wanted as jsonb[]))")
                .param("wanted", new SqlArrayValue("text", wanted.toArray()));
    }

    /** Who wrote with whom: by address, or by name where there is none. */
    private Map<String, Set<String>> coauthors(JdbcClient.StatementSpec papers) {
        var found = new HashMap<String, Set<String>>();
        papers.query((ResultSet row) -> {
            var keys = json.read(row.getString(1), AUTHORS).stream()
                    .map(Conflicts::key)
                    .collect(Collectors.toSet());
            for (var key : keys) {
                var others = found.computeIfAbsent(key, _ -> new HashSet<>());
                keys.stream().filter(other -> !other.equals(key)).forEach(others::add);
            }
        });
        return found;
    }

    private static String key(Author author) {
        var email = author.email();
        return email == null ? Kinship.name(author.name()) : Kinship.email(email);
    }

    /** The newest ruling of a pair is the one that counts. */
    public void rule(Paper paper, Ruling ruling) {
        jdbc.sql("""
                        insert into paper_conflict_ruling (conference, paper, reviewer, conflicts, reason, ruled_by, ruled_at)
                        values (:conference, :paper, :reviewer, :conflicts, :reason, :by, :at)
                        on conflict (paper, reviewer) do update set conflicts = excluded.conflicts, reason = excluded.reason,
                            ruled_by = excluded.ruled_by, ruled_at = excluded.ruled_at""")
                .param("conference", paper.conference())
                .param("paper", paper.id())
                .param("reviewer", ruling.reviewer())
                .param("conflicts", ruling.conflicts())
                .param("reason", ruling.reason())
                .param("by", ruling.by())
                .param("at", Timestamp.from(ruling.at()))
                .update();
    }

    public void forgetRuling(Paper paper, UUID reviewer) {
        jdbc.sql("delete from paper_conflict_ruling where paper = :paper and reviewer = :reviewer")
                .param("paper", paper.id())
                .param("reviewer", reviewer)
                .update();
    }

    private static Ruling ruling(ResultSet row, int index) throws SQLException {
        return new Ruling(
                row.getObject("paper", UUID.class),
                row.getObject("reviewer", UUID.class),
                row.getBoolean("conflicts"),
                row.getString("reason"),
                row.getString("ruled_by"),
                row.getTimestamp("ruled_at").toInstant());
    }
}

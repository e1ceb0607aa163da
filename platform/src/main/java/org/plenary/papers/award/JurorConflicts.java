package org.plenary.papers.award;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.Profile;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.committee.Seat;
import org.plenary.papers.submission.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which papers somebody of the jury does not vote on, by the same rules as those by which nobody reviews: their own, those of their
 * institution, of people they wrote with, and what was declared or ruled of them as a reviewer.
 */
@Component
class JurorConflicts {
    private static final Seat NO_SEAT = new Seat(false, List.of(), 0, 0);

    private final JdbcClient jdbc;
    private final Conflicts conflicts;
    private final Reviewers reviewers;

    JurorConflicts(JdbcClient jdbc, Conflicts conflicts, Reviewers reviewers) {
        this.jdbc = jdbc;
        this.conflicts = conflicts;
        this.reviewers = reviewers;
    }

    /** The papers among these that are closed to each, by juror; found anew each time. */
    Map<UUID, Set<UUID>> of(UUID conference, Collection<Juror> jurors, Collection<Paper> papers) {
        var known = reviewers(conference, jurors);
        var people = new HashMap<UUID, Reviewer>();
        for (var juror : jurors) {
            var reviewer = known.get(juror.email());
            people.put(juror.id(), reviewer == null ? asReviewer(juror) : reviewer);
        }
        var index = conflicts.index(conference, people.values());
        var closed = new HashMap<UUID, Set<UUID>>();
        for (var juror : jurors) closed.put(juror.id(), new HashSet<>());
        for (var paper : papers) {
            var found = index.of(paper);
            people.forEach((juror, reviewer) -> {
                if (found.containsKey(reviewer.id()))
                    closed.getOrDefault(juror, Set.of()).add(paper.id());
            });
        }
        return closed;
    }

    /** Those who review, too, by address: more is known of them. */
    private Map<String, Reviewer> reviewers(UUID conference, Collection<Juror> jurors) {
        if (jurors.isEmpty()) return Map.of();
        var ids = jdbc.sql("select id from paper_reviewer where conference = :conference and email in (:emails)")
                .param("conference", conference)
                .param("emails", jurors.stream().map(Juror::email).toList())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        return reviewers.byIds(ids).stream().collect(Collectors.toMap(Reviewer::email, Function.identity()));
    }

    private static Reviewer asReviewer(Juror juror) {
        return new Reviewer(
                juror.id(),
                juror.conference(),
                null,
                juror.email(),
                juror.name(),
                juror.locale(),
                NO_SEAT,
                Profile.UNKNOWN,
                Reviewer.Standing.ACCEPTED,
                null,
                juror.askedAt(),
                null,
                0);
    }
}

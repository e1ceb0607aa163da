package org.plenary.papers.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.committee.ReviewPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days of their own on which single reviews are due; all others are due on the day of the plan. */
@Repository
public class ReviewDates {
    private final JdbcClient jdbc;

    ReviewDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those among these reviews that have a day of their own. */
    public Map<UUID, Instant> of(Collection<UUID> reviews) {
        var dates = new HashMap<UUID, Instant>();
        if (reviews.isEmpty()) return dates;
        jdbc.sql("select id, due from paper_review where id in (:reviews) and due is not null")
                .param("reviews", reviews)
                .query((row, _) -> Map.entry(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list()
                .forEach(each -> dates.put(each.getKey(), each.getValue()));
        return dates;
    }

    /** Of a conference's reviews that are not handed in. */
    Map<UUID, Instant> ofConference(UUID conference) {
        var dates = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        select id, due from paper_review
                        where conference = :conference and due is not null and standing in ('given', 'begun')""")
                .param("conference", conference)
                .query((row, _) -> Map.entry(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list()
                .forEach(each -> dates.put(each.getKey(), each.getValue()));
        return dates;
    }

    public void set(UUID review, Instant due) {
        jdbc.sql("update paper_review set due = :due where id = :review")
                .param("due", Timestamp.from(due))
                .param("review", review)
                .update();
    }

    /** When a review is due. @param own its own day, if it has one @return null while no day is set */
    public static @Nullable Deadline due(ConferenceView conference, ReviewPlan plan, @Nullable Instant own) {
        return own == null ? plan.reviewsUntil() : at(conference, own);
    }

    /** A time as the people of a conference say it. */
    public static Deadline at(ConferenceView conference, Instant time) {
        var zone = conference.timeZone();
        return new Deadline(LocalDateTime.ofInstant(time, zone), zone.getId());
    }
}

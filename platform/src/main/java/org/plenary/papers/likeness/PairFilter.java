package org.plenary.papers.likeness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of a conference are wanted.
 *
 * @param percent of a text that must be in the other one
 * @param own addresses of whoever asks: pairs with a paper of theirs are never shown to them
 * @param paper of which they are; null for all
 * @param show {@code open}, {@code concern} or {@code fine}; anything else for all
 */
record PairFilter(
        UUID conference,
        int percent,
        Set<String> own,
        @Nullable UUID paper,
        String show) {

    PairFilter showing(String other) {
        return new PairFilter(conference, percent, own, paper, other);
    }

    /** On {@code paper_likeness l} and the ruling {@code r}. */
    String condition() {
        var condition = new StringBuilder("where :conference in (l.first_conference, l.second_conference)"
                + " and (l.alike >= :least or l.words >= :long or l.same_title)");
        if (paper != null) condition.append(" and :paper in (l.first, l.second)");
        if (!own.isEmpty()) condition.append("""
                 and not exists (select from paper p, jsonb_array_elements(p.authors) a
                    where p.id in (l.first, l.second) and lower(trim(a ->> 'email')) in (:own))""");
        condition.append(
                switch (show) {
                    case "open" -> " and r.ruling is null";
                    case "concern" -> " and r.ruling = 'concern'";
                    case "fine" -> " and r.ruling = 'fine'";
                    default -> "";
                });
        return condition.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("conference", conference);
        values.put("least", percent / 100.0);
        values.put("long", Likeness.LONG);
        if (paper != null) values.put("paper", paper);
        if (!own.isEmpty()) values.put("own", own);
        return values;
    }
}

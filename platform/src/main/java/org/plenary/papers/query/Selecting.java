package org.plenary.papers.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.papers.query.QueriedPapers.Found;
import org.plenary.papers.submission.Deciding;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing to all papers that a query asks for. */
@Component
class Selecting {
    /** As many as one transaction bears without making others wait. */
    static final int MOST = 2_000;

    private static final Pattern TAG = Pattern.compile("([\\p{L}\\p{N}_-]{1,40})(?:#(-?\\d{1,9}(?:\\.\\d{1,6})?))?");

    private final QueriedPapers queried;
    private final Papers papers;
    private final Deciding deciding;
    private final PaperTags tags;
    private final AuditTrail audit;

    Selecting(QueriedPapers queried, Papers papers, Deciding deciding, PaperTags tags, AuditTrail audit) {
        this.queried = queried;
        this.papers = papers;
        this.deciding = deciding;
        this.tags = tags;
        this.audit = audit;
    }

    /**
     * @param action {@code accept}, {@code reject}, {@code revise}, {@code reopen}, {@code tag} or {@code untag}
     * @param seen how many papers whoever does it was shown
     * @return how many papers it was done to
     * @throws Problem.InvalidInput at {@code /q}, {@code /tag} or {@code /action}
     * @throws Problem.Conflict code {@code selection_changed} when there are more or fewer papers now, {@code selection_large}, or
     *     {@code illegal_status} when a withdrawn one is among them
     */
    @Transactional
    public int act(ConferenceView conference, String query, String action, @Nullable String tag, long seen) {
        var found = queried.find(conference.id(), query, 0, MOST + 1);
        if (found.size() > MOST)
            throw new Problem.Conflict("selection_large", "At most " + MOST + " papers at a time.");
        if (found.size() != seen)
            throw new Problem.Conflict("selection_changed", "There are " + found.size() + " papers now.");
        var ids = found.stream().map(Found::id).toList();
        switch (action) {
            case "accept", "reject", "revise", "reopen" -> deciding.decideAll(papers.byIds(ids), action);
            case "tag", "untag" -> mark(conference, ids, action.equals("tag"), tag);
            default ->
                throw new Problem.InvalidInput(
                        "/action", "choice", "One of accept, reject, revise, reopen, tag, untag.");
        }
        audit.record(
                "papers.selection-" + action,
                conference.id().toString(),
                Map.of("conference", conference.slug(), "query", query, "papers", String.valueOf(ids.size())));
        return ids.size();
    }

    private void mark(ConferenceView conference, List<UUID> ids, boolean set, @Nullable String typed) {
        var tag = TAG.matcher(typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT));
        if (!tag.matches())
            throw new Problem.InvalidInput(
                    "/tag", "tag", "A tag is letters and digits, with # and a number if it has a value.");
        var value = tag.group(2);
        if (set) tags.put(conference.id(), ids, tag.group(1), value == null ? null : new BigDecimal(value));
        else tags.remove(ids, tag.group(1));
    }
}

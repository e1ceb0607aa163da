package org.plenary.papers.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Languages;
import org.plenary.papers.call.Calls;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes checked rows: new papers and changes of those that were imported before. */
@Component
class ImportWriting {
    /** What one event may hold, and what one transaction writes at most. */
    static final int CHUNK = 500;

    private final Calls calls;
    private final Papers papers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportWriting(Calls calls, Papers papers, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.papers = papers;
        this.events = events;
        this.clock = clock;
    }

    record Written(int row, int number, boolean isNew) {}

    /** @param rows at most {@link #CHUNK} */
    @Transactional
    public List<Written> write(UUID conference, List<ImportedPaper> rows) {
        if (rows.isEmpty()) return List.of();
        // locks the counter: two imports of the same papers at once must not both add them
        calls.takeNumbers(conference, 0);
        var known = known(conference, rows);
        var news = rows.stream()
                .filter(r -> !known.containsKey(String.valueOf(r.externalId())))
                .count();
        var number = calls.takeNumbers(conference, (int) news);
        var added = new ArrayList<Paper>();
        var changed = new ArrayList<Paper>();
        var written = new ArrayList<Written>();
        for (var row : rows) {
            var before = known.get(String.valueOf(row.externalId()));
            if (before == null) {
                added.add(paper(conference, number, row));
                written.add(new Written(row.row(), number++, true));
                continue;
            }
            written.add(new Written(row.row(), before.number(), false));
            var after = before.takeOver(row.content(), row.status(), row.source());
            if (!after.equals(before)) changed.add(after);
        }
        papers.insert(added);
        papers.update(changed);
        publish(added, changed);
        return written;
    }

    private Map<String, Paper> known(UUID conference, List<ImportedPaper> rows) {
        var ids = rows.stream()
                .map(ImportedPaper::externalId)
                .filter(Objects::nonNull)
                .toList();
        return papers.byExternalIds(conference, ids).stream()
                .collect(Collectors.toMap(
                        p -> String.valueOf(p.externalId()), Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }

    private Paper paper(UUID conference, int number, ImportedPaper row) {
        @Nullable PaperStatus status = row.status();
        return new Paper(
                Ids.next(),
                conference,
                number,
                row.externalId(),
                row.content(),
                Answers.NONE,
                status == null ? PaperStatus.SUBMITTED : status,
                status == null ? null : status.decision(),
                null,
                null,
                row.source(),
                Languages.ENGLISH,
                clock.instant(),
                1);
    }

    private void publish(List<Paper> added, List<Paper> changed) {
        var ids = new ArrayList<UUID>();
        added.forEach(p -> ids.add(p.id()));
        changed.forEach(p -> ids.add(p.id()));
        if (!ids.isEmpty())
            events.publishEvent(new DocumentsChanged(Tenancy.require().id(), "paper", ids));
    }
}

package org.plenary.papers.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an import would do, without doing it. */
@Component
class ImportPreview {
    private final Papers papers;

    ImportPreview(Papers papers) {
        this.papers = papers;
    }

    /** What becomes of a row. */
    enum Effect {
        IMPORTED,
        UPDATED,
        UNCHANGED;

        /** As the API names it, and the end of a message key. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param number of the paper that is there already; null for a new one */
    record Row(int row, String title, @Nullable Integer number, Effect effect) {}

    /** In the order of the file. Somebody else may write in between: what is true then is done. */
    @Transactional(readOnly = true)
    public List<Row> of(UUID conference, List<ImportedPaper> rows) {
        var all = new ArrayList<Row>();
        for (var i = 0; i < rows.size(); i += ImportWriting.CHUNK)
            all.addAll(part(conference, rows.subList(i, Math.min(rows.size(), i + ImportWriting.CHUNK))));
        return all;
    }

    static Map<Effect, Long> counts(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::effect, Collectors.counting()));
    }

    private List<Row> part(UUID conference, List<ImportedPaper> rows) {
        var ids = rows.stream()
                .map(ImportedPaper::externalId)
                .filter(Objects::nonNull)
                .toList();
        var known = papers.knownByExternalIds(conference, ids).stream()
                .collect(Collectors.toMap(paper -> String.valueOf(paper.externalId()), Function.identity()));
        return rows.stream()
                .map(row -> row(row, known.get(String.valueOf(row.externalId()))))
                .toList();
    }

    private static Row row(ImportedPaper row, @Nullable Paper before) {
        var title = row.content().title();
        if (before == null) return new Row(row.row(), title, null, Effect.IMPORTED);
        var isSame = before.takeOver(row.content(), row.status(), row.source()).equals(before);
        return new Row(row.row(), title, before.number(), isSame ? Effect.UNCHANGED : Effect.UPDATED);
    }
}

package org.plenary.papers.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;

/** Every row of an import after checking: what can be written, and what is wrong with the rest. */
record CheckedImport(int rows, List<ImportedPaper> papers, List<BadRow> badRows) {
    /** @param row counted from one */
    record BadRow(int row, List<Violation> errors) {}

    /**
     * @param call whose tracks must be used, when there is one
     * @param defaultTrack for rows that name none
     */
    static CheckedImport of(List<ImportFile.Row> rows, @Nullable Call call, @Nullable String defaultTrack) {
        var papers = new ArrayList<ImportedPaper>();
        var bad = new ArrayList<BadRow>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var pointer = "/" + row.index();
            var violations = new Violations();
            var json = row.json();
            var paper = json == null
                    ? null
                    : new RowReader(violations, pointer, json).read(row.index() + 1, call, defaultTrack);
            if (json == null) violations.add(pointer, "malformed", "This row cannot be read.");
            if (paper != null && paper.externalId() != null && !seen.add(paper.externalId()))
                violations.add(pointer + "/id", "duplicate", "An earlier row has this id.");
            if (paper != null && violations.isEmpty()) papers.add(paper);
            else bad.add(new BadRow(row.index() + 1, violations.list()));
        }
        return new CheckedImport(rows.size(), List.copyOf(papers), List.copyOf(bad));
    }

    List<Violation> errors() {
        return badRows.stream().flatMap(b -> b.errors().stream()).toList();
    }
}

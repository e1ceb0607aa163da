package org.plenary.lodging.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the rows of a table in, once somebody has seen what is wrong with them. */
@Component
class BringingIn {
    private final KeptSheets sheets;
    private final AuditTrail audit;

    BringingIn(KeptSheets sheets, AuditTrail audit) {
        this.sheets = sheets;
        this.audit = audit;
    }

    /** @param about key of the hotel that all rows are about; empty for none */
    record Subject(ConferenceView conference, SheetKind kind, String about) {
        String key() {
            return about.isEmpty() ? kind.name() : kind.name() + ":" + about;
        }
    }

    record Checked(List<SheetRow> good, List<SheetRow> bad) {
        List<SheetRow.BadCell> badCells() {
            return bad.stream().flatMap(row -> row.bad().stream()).toList();
        }
    }

    UUID keep(Subject subject, TableFile file) {
        return sheets.keep(subject.conference().id(), subject.key(), file);
    }

    TableFile file(Subject subject, UUID id) {
        return sheets.find(subject.conference().id(), subject.key(), id)
                .orElseThrow(() -> new Problem.NotFound("This file"));
    }

    /** @throws Problem.InvalidInput at {@code /columns} when the mapping leaves out what is needed */
    @Transactional(readOnly = true)
    public Checked tried(Subject subject, TableFile file, SheetMapping mapping) {
        var missing = subject.kind().needed().stream()
                .filter(target -> !mapping.has(target))
                .toList();
        new Violations()
                .check(missing.isEmpty(), "/columns", "needed_columns", "A column that is needed is not named.")
                .throwIfAny();
        var rows = new ArrayList<SheetRow>();
        for (var i = 0; i < file.rows().size(); i++)
            if (!TableFile.isEmpty(file.rows().get(i)))
                rows.add(new SheetRow(i + 2, file.rows().get(i), mapping));
        subject.kind().check(subject.conference(), subject.about(), rows);
        return new Checked(
                rows.stream().filter(SheetRow::isGood).toList(),
                rows.stream().filter(row -> !row.isGood()).toList());
    }

    /**
     * Checks again and writes.
     *
     * @param together whether nothing is written unless all rows are good
     */
    @Transactional
    public int write(Subject subject, UUID id, SheetMapping mapping, boolean together) {
        var checked = tried(subject, file(subject, id), mapping);
        if (together && !checked.bad().isEmpty())
            throw new Problem.Conflict("rows_changed", "Some rows are not good any more; nothing was written.");
        if (checked.good().isEmpty())
            throw new Problem.Conflict("no_good_rows", "There is no row that could be written.");
        if (!sheets.take(id)) throw new Problem.Conflict("import_started", "This file is being imported already.");
        var made = subject.kind().write(subject.conference(), subject.about(), checked.good(), mapping.mails());
        audit.record(
                "lodging-sheet.written",
                subject.key(),
                Map.of(
                        "conference",
                        subject.conference().slug(),
                        "rows",
                        checked.good().size(),
                        "left_out",
                        checked.bad().size()));
        return made;
    }
}

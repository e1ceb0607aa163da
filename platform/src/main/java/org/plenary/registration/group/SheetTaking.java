package org.plenary.registration.group;

import java.util.List;
import java.util.Objects;
import org.plenary.kernel.Problem;
import org.plenary.registration.form.PaidForm.Filler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives places to the people of a sheet: to all of them together, or to each alone. */
@Component
class SheetTaking {
    private final Naming naming;
    private final TransactionTemplate together;

    SheetTaking(Naming naming, TransactionTemplate together) {
        this.naming = naming;
        this.together = together;
    }

    /** @param failed rows that could not be taken, for somebody was faster since they were checked */
    record Taken(int named, int failed) {}

    /** @throws Problem.Conflict when one of them cannot have the place any more: nobody has one then */
    Taken all(Entrance entrance, List<CheckedSheet.Row> rows) {
        together.executeWithoutResult(status -> rows.forEach(row -> take(entrance, row)));
        return new Taken(rows.size(), 0);
    }

    Taken each(Entrance entrance, List<CheckedSheet.Row> rows) {
        var failed = 0;
        for (var row : rows) {
            try {
                take(entrance, row);
            } catch (Problem.Conflict | Problem.InvalidInput e) {
                failed++;
            }
        }
        return new Taken(rows.size() - failed, failed);
    }

    private void take(Entrance entrance, CheckedSheet.Row row) {
        var by = new Naming.By(
                Filler.SHEET, entrance.isStaff(), null, entrance.group().order().locale());
        naming.name(entrance.conference(), Objects.requireNonNull(row.place()), row.given(), by);
    }
}

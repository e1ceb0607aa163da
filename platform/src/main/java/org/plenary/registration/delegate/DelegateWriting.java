package org.plenary.registration.delegate;

import java.util.List;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.order.ImportedOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes rows of a file as delegates. What is written and the progress that counts it are one transaction: whoever does the same
 * job once more, after a crash or beside it, finds nothing left to do twice.
 */
@Component
class DelegateWriting {
    private final Rows rows;

    DelegateWriting(Rows rows) {
        this.rows = rows;
    }

    /** All or, when one has no place any more, none. */
    void all(DelegateJob job, ConferenceView conference, List<ImportChecking.Good> good) {
        rows.write(job, conference, good, 0, good.size());
    }

    /** One after the other; what went wrong with one does not stop the others. */
    void each(DelegateJob job, ConferenceView conference, List<Integer> wanted, ImportChecking.Checked checked) {
        var good = checked.good().stream().collect(Collectors.toMap(ImportChecking.Good::row, row -> row));
        var bad = checked.bad().stream().collect(Collectors.groupingBy(ImportChecking.Bad::row));
        var done = job.done();
        for (var row : wanted) {
            var fine = good.get(row);
            if (fine == null) rows.leave(job, DelegateImporting.failures(bad.getOrDefault(row, List.of())), done);
            else write(job, conference, fine, done);
            done++;
        }
    }

    private void write(DelegateJob job, ConferenceView conference, ImportChecking.Good row, int done) {
        try {
            rows.write(job, conference, List.of(row), done, done + 1);
        } catch (Problem.Conflict e) {
            rows.leave(job, List.of(new DelegateJob.Failed(String.valueOf(row.row()), e.code(), e.detail())), done);
        }
    }

    @Component
    static class Rows {
        private final ImportedOrders orders;
        private final DelegateJobs jobs;

        Rows(ImportedOrders orders, DelegateJobs jobs) {
            this.orders = orders;
            this.jobs = jobs;
        }

        @Transactional
        public void write(
                DelegateJob job, ConferenceView conference, List<ImportChecking.Good> rows, int from, int to) {
            claim(job, from, to);
            orders.place(
                    conference, rows.stream().map(ImportChecking.Good::imported).toList());
        }

        @Transactional
        public void leave(DelegateJob job, List<DelegateJob.Failed> failures, int from) {
            claim(job, from, from + 1);
            jobs.note(job, failures);
        }

        /** No end is noted then: the message comes again, and finds what the other has left undone. */
        private void claim(DelegateJob job, int from, int to) {
            if (!jobs.claim(job, from, to))
                throw new IllegalStateException("somebody else does job " + job.id() + " at the same time");
        }
    }
}

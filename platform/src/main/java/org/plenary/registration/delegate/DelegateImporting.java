package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.registration.delegate.ImportDrafts.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rows of a file as delegates, once somebody has seen what is wrong with them. */
@Component
class DelegateImporting implements JobWork {
    private final ConferenceApi conferences;
    private final ImportDrafts drafts;
    private final ImportChecking checking;
    private final DelegateWriting writing;
    private final AuditTrail audit;

    DelegateImporting(
            ConferenceApi conferences,
            ImportDrafts drafts,
            ImportChecking checking,
            DelegateWriting writing,
            AuditTrail audit) {
        this.conferences = conferences;
        this.drafts = drafts;
        this.checking = checking;
        this.writing = writing;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return ImportDrafts.KIND;
    }

    /**
     * What is good and what is not, nothing written.
     *
     * @throws Problem.InvalidInput when the mapping leaves out what is needed of everybody
     */
    ImportChecking.Checked tried(ConferenceView conference, DelegateJob job, ImportMapping mapping) {
        return checking.check(conference, drafts.file(job), mapping);
    }

    /**
     * Has the good rows written.
     *
     * @param together whether all rows must be good, and all are written or none
     */
    @Transactional
    public void start(ConferenceView conference, DelegateJob job, ImportMapping mapping, boolean together) {
        var checked = tried(conference, job, mapping);
        if (together && checked.badRows() > 0)
            throw new Problem.Conflict("rows_changed", "Some rows are not good any more; nothing was written.");
        var rows = checked.good().stream().map(ImportChecking.Good::row).toList();
        if (rows.isEmpty()) throw new Problem.Conflict("no_good_rows", "There is no row that could be written.");
        drafts.begin(job, new Request(mapping, rows, together));
        audit.record(
                "delegates.imported",
                conference.slug(),
                Map.of("rows", rows.size(), "job", job.id().toString()));
    }

    /** The rows are checked again: since they were tried, somebody may have registered or taken the last place. */
    @Override
    public void run(DelegateJob job) {
        var request = drafts.request(job);
        var left = request.rows().subList(job.done(), request.rows().size());
        // it came so far before and could not say so
        if (left.isEmpty()) return;
        var conference = conferences.byId(job.conference());
        var checked = checking.check(conference, only(drafts.file(job), new HashSet<>(left)), request.mapping());
        if (!request.together()) {
            writing.each(job, conference, left, checked);
            return;
        }
        if (!checked.bad().isEmpty()) {
            drafts.note(job, failures(checked.bad()));
            throw new Problem.Conflict("rows_changed", "Some rows are not good any more; nothing was written.");
        }
        writing.all(job, conference, checked.good());
    }

    /** The other rows stay as empty ones, so that rows keep their numbers. */
    private static TableFile only(TableFile file, Set<Integer> wanted) {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < file.rows().size(); i++)
            rows.add(wanted.contains(i + 2) ? file.rows().get(i) : List.of());
        return new TableFile(file.header(), rows);
    }

    static List<DelegateJob.Failed> failures(List<ImportChecking.Bad> cells) {
        return cells.stream()
                .map(bad -> new DelegateJob.Failed(
                        subject(bad),
                        bad.violation().code(),
                        bad.violation().detail(),
                        bad.violation().details()))
                .toList();
    }

    private static String subject(ImportChecking.Bad bad) {
        var column = bad.column().isEmpty() ? bad.target() : bad.column();
        return bad.row() + " · " + column + (bad.value().isEmpty() ? "" : " · " + bad.value());
    }
}

package org.plenary.papers.cameraready;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.inspection.PageCounting;
import org.plenary.papers.submission.Correcting;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.SubmissionInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What authors do with the final version of their paper. */
@Component
class HandingIn {
    static final List<String> CAPACITIES = List.of("author", "all-authors", "employer");
    private static final int NAME = 200;

    private final FinalVersions versions;
    private final FinalSteps steps;
    private final CopyrightForms forms;
    private final Correcting correcting;
    private final Around around;

    HandingIn(FinalVersions versions, FinalSteps steps, CopyrightForms forms, Correcting correcting, Around around) {
        this.versions = versions;
        this.steps = steps;
        this.forms = forms;
        this.correcting = correcting;
        this.around = around;
    }

    @Component
    record Around(
            FileStore files,
            PageCounting counting,
            Callers callers,
            AuditTrail audit,
            TransactionOperations transactions) {}

    /**
     * Keeps the next version of the final PDF.
     *
     * @throws Problem.Conflict when nothing is handed in now, as {@link FinalSteps#requireOpen} says
     * @throws Problem.InvalidInput at {@code /file}
     */
    void handIn(ConferenceView conference, Paper paper, String name, InputStream content) {
        steps.requireOpen(conference, paper, versions.of(paper.id()));
        var kept = around.files().keep(FileRule.PAPER, "/file", name, content);
        try {
            var pages = pages(kept);
            change(conference, paper, "camera-ready.handed-in", version -> {
                versions.add(
                        conference.id(),
                        paper.id(),
                        new FinalFile(0, kept.id(), kept.name(), kept.size(), pages, by(), steps.now()));
                return version.handedIn();
            });
        } catch (Problem e) {
            around.files().delete(kept.id());
            throw e;
        }
    }

    /** @param keys of all lines that are ticked now; those that the checklist does not have are left out */
    void tick(ConferenceView conference, Paper paper, Set<String> keys) {
        var ticked = new HashSet<>(keys);
        ticked.retainAll(steps.known(conference.id()));
        change(conference, paper, "camera-ready.ticked", version -> version.ticked(ticked));
    }

    /** @throws Problem.InvalidInput as for a paper that is submitted */
    void correct(ConferenceView conference, Paper paper, SubmissionInput correction) {
        change(conference, paper, "camera-ready.corrected", version -> {
            var corrected = correcting.correct(conference, paper, correction);
            return corrected.equals(paper) ? version : version.corrected(Wording.of(paper.content()));
        });
    }

    /**
     * @param seen version of the form that was read
     * @throws Problem.Stale when there is a newer form by now
     */
    void sign(
            ConferenceView conference,
            Paper paper,
            int seen,
            @Nullable String name,
            @Nullable String capacity,
            boolean agreed,
            Locale locale) {
        var wrong = new Violations();
        wrong.text("/name", name, NAME);
        wrong.check(capacity != null && CAPACITIES.contains(capacity), "/capacity", "choice", "Choose one.");
        wrong.check(agreed, "/agreed", "required", "This is required.");
        wrong.throwIfAny();
        var form = forms.newest(conference.id()).orElseThrow(() -> new Problem.NotFound("The copyright form"));
        if (form.version() != seen) throw new Problem.Stale();
        change(conference, paper, "copyright.signed", version -> {
            var signature = new CopyrightSignature(
                    form.version(),
                    locale,
                    paper.content().title(),
                    String.valueOf(name).strip(),
                    String.valueOf(capacity),
                    form.fingerprint(locale),
                    steps.now());
            forms.sign(conference.id(), paper.id(), signature);
            return version;
        });
    }

    private void change(ConferenceView conference, Paper paper, String what, UnaryOperator<FinalVersion> change) {
        around.transactions().executeWithoutResult(_ -> {
            var version = versions.locked(conference.id(), paper.id());
            steps.requireOpen(conference, paper, version);
            versions.save(change.apply(version));
            around.audit().record(what, paper.id().toString(), Map.of("number", paper.number()));
        });
    }

    private int pages(StoredFile file) {
        try (var content = around.files().open(file.id())) {
            return around.counting().pages(content);
        } catch (PageCounting.Unreadable | IOException e) {
            throw new Problem.InvalidInput("/file", "pdf_unreadable", "This PDF cannot be read.");
        }
    }

    private String by() {
        var caller = around.callers().current();
        return caller.isAnonymous() ? "" : caller.name();
    }
}

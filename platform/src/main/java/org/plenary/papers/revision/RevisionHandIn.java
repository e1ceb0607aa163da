package org.plenary.papers.revision;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Windows;
import org.plenary.papers.review.Discussing;
import org.plenary.papers.review.ReviewAssigning;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.submission.Correcting;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.SubmissionInput;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.multipart.MultipartFile;

/** Takes revised papers from their authors, and gives them to those who look at them again. */
@Component
class RevisionHandIn {
    private static final int RESPONSE = 20_000;

    /** The day of the first reviews has passed, so looking again has one of its own. */
    private static final int DAYS_TO_LOOK_AGAIN = 14;

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Revisions revisions;
    private final Windows windows;
    private final FileStore files;
    private final Work work;
    private final After after;

    RevisionHandIn(Revisions revisions, Windows windows, FileStore files, Work work, After after) {
        this.revisions = revisions;
        this.windows = windows;
        this.files = files;
        this.work = work;
        this.after = after;
    }

    /** What is done with a revision. */
    @Component("revisionWork")
    record Work(Correcting correcting, Discussing discussing, ReviewAssigning assigning, ReviewDates dates) {}

    @Component("revisionAfter")
    record After(TransactionOperations transactions, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {}

    /** What authors send. @param file null or empty to leave the one that was handed in with this revision before */
    record Sent(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String response,
            @Nullable MultipartFile file) {}

    /** The revision that the authors of a paper know of; empty while there is none or it is decided. */
    Optional<Revision> known(Paper paper) {
        if (paper.shown() != PaperStatus.SUBMITTED) return Optional.empty();
        return revisions.of(paper.id()).stream()
                .filter(each -> !each.isKeptBack())
                .reduce((_, newest) -> newest);
    }

    /** Whether it can be handed in now, or in anew. */
    boolean isOpen(ConferenceView conference, Paper paper) {
        return paper.status() == PaperStatus.SUBMITTED && windows.takesRevision(conference, paper.number());
    }

    /**
     * @throws Problem.InvalidInput at {@code /response}, {@code /file}, or as for a new paper
     * @throws Problem.Conflict when it is decided or the time is over; {@link Problem.Stale} when it was handed in meanwhile
     */
    void handIn(ConferenceView conference, Paper paper, Sent sent) throws IOException {
        var revision = known(paper).orElseThrow(() -> new Problem.NotFound("The revision"));
        if (paper.status() != PaperStatus.SUBMITTED)
            throw new Problem.Conflict("revision_not_asked", "Revisions are not handed in at present.");
        windows.forRevision(conference, paper.number());
        var wrong = new Violations();
        wrong.text("/response", sent.response(), RESPONSE);
        var isSent = sent.file() != null && !sent.file().isEmpty();
        wrong.check(
                isSent || revision.isHandedIn() || paper.file() == null,
                "/file",
                "required",
                "Choose the revised PDF.");
        wrong.throwIfAny();
        var kept = isSent ? keep(sent.file()) : null;
        try {
            after.transactions().executeWithoutResult(_ -> take(conference, paper, revision, sent, kept));
        } catch (Problem e) {
            if (kept != null) files.delete(kept);
            throw e;
        }
    }

    private void take(ConferenceView conference, Paper paper, Revision revision, Sent sent, @Nullable UUID file) {
        var response = String.valueOf(sent.response()).strip();
        var now = after.clock().instant();
        var handedIn = revision.handIn(paper.file(), response, now);
        revisions.update(handedIn);
        var change =
                new SubmissionInput(sent.title(), sent.summary(), null, null, null, null, null, null, null, null, null);
        var revised = work.correcting().revise(conference, paper, change, file == null ? paper.file() : file);
        work.discussing().respond(revised, response, revision.askedAt());
        if (!revision.isHandedIn() && revision.again()) {
            var due = now.atZone(conference.timeZone())
                    .toLocalDate()
                    .plusDays(DAYS_TO_LOOK_AGAIN)
                    .atTime(LAST_MINUTE)
                    .atZone(conference.timeZone())
                    .toInstant();
            for (var look : work.assigning().giveAgain(conference, revised))
                work.dates().set(look.id(), due);
        }
        after.audit()
                .record(
                        "paper.revised",
                        paper.id().toString(),
                        Map.of("number", paper.number(), "turn", revision.turn()));
        after.events().publishEvent(new RevisionHandedIn(Tenancy.require().id(), paper.id(), handedIn.version()));
    }

    private UUID keep(@Nullable MultipartFile file) throws IOException {
        if (file == null) throw new IllegalArgumentException("no file");
        return files.keep(FileRule.PAPER, "/file", file).id();
    }
}

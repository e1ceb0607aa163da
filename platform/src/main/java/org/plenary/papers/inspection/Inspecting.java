package org.plenary.papers.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Json;
import org.plenary.kernel.Secrets;
import org.plenary.papers.inspection.FileFacts.State;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperFileArrived;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks into files after they arrived. Repeats safely: what was found is kept once for a file and its authors, together with the copy.
 * A process that dies says nothing of the file: the message comes again, until {@link #MOST_TRIES} were begun.
 */
@Component
class Inspecting {
    static final int MOST_TRIES = 3;
    private static final long LARGEST_COPY = 64L * 1024 * 1024;

    /** Of our own making: a full plan must not keep reviewers from a paper that was taken. */
    private static final FileRule COPY = new FileRule(Set.of("application/pdf"), LARGEST_COPY, true);

    private final Inspections inspections;
    private final InspectionProcess process;
    private final FileRuleBook book;
    private final Papers papers;
    private final InspectionGround around;

    Inspecting(
            Inspections inspections,
            InspectionProcess process,
            FileRuleBook book,
            Papers papers,
            InspectionGround around) {
        this.inspections = inspections;
        this.process = process;
        this.book = book;
        this.papers = papers;
        this.around = around;
    }

    @Component
    record InspectionGround(
            FileStore files,
            Json json,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {}

    private record Job(Paper paper, UUID file, String lookedFor, int tries, boolean copy) {}

    @OutboundListener(id = "papers.inspect-file")
    void on(PaperFileArrived event) throws InterruptedException {
        process.inTurn(() -> {
            var job = around.transactions().execute(_ -> begin(event.paper()));
            if (job != null) work(job);
        });
    }

    /** Notes the try before it begins, so that one which takes the whole node along is counted. */
    private @Nullable Job begin(UUID id) {
        var paper = papers.byId(id).orElse(null);
        if (paper == null || paper.status() == PaperStatus.WITHDRAWN) return null;
        var file = paper.file();
        if (file == null) return null;
        var authors = Secrets.hash(around.json().write(paper.content().authors()));
        var isHidden = book.hidesAuthors(paper.conference());
        var known = inspections.locked(id).orElse(null);
        var same = known != null && known.isOf(paper) ? known : null;
        var wantsCopy = isHidden && (same == null || same.copy() == null && same.copyProblem() == null);
        var now = around.clock().instant();
        if (same != null && same.lookedFor().equals(authors)) {
            if (same.done() && !wantsCopy) return null;
            if (same.done()) inspections.forget(id, now);
            inspections.again(id, now);
            return new Job(paper, file, authors, same.done() ? 1 : same.tries() + 1, wantsCopy);
        }
        if (known != null && same == null && known.copy() != null)
            around.files().delete(known.copy());
        inspections.begin(paper, file, authors, same, now);
        return new Job(paper, file, authors, 1, wantsCopy);
    }

    private void work(Job job) throws InterruptedException {
        var stored = around.files().find(job.file()).orElse(null);
        if (stored == null || job.tries() > MOST_TRIES) {
            finish(job, FileFacts.unread(State.UNKNOWN, stored == null ? 0 : stored.size()), null, "unknown");
            return;
        }
        process.look(around.files().open(job.file()), job.copy(), (ending, copy) -> {
            switch (ending) {
                case Ending.Read read -> {
                    var report = read.report();
                    var found = new AuthorSearch(job.paper().content().authors()).in(report);
                    var facts = FileFacts.of(report, stored.size(), found);
                    var made = report.copy();
                    if (made.made()) finish(job, facts, copy, null);
                    else
                        finish(
                                job,
                                facts,
                                null,
                                made.problem() == null ? facts.state().name() : made.problem());
                }
                case Ending.TooLong _ -> finish(job, State.TOO_LONG, stored.size());
                case Ending.TooLarge _ -> finish(job, State.TOO_LARGE, stored.size());
                case Ending.Died died -> {
                    if (job.tries() < MOST_TRIES)
                        throw new IllegalStateException("looking into a file ended with " + died.code());
                    finish(job, State.UNKNOWN, stored.size());
                }
            }
            return ending;
        });
    }

    private void finish(Job job, State state, long bytes) throws IOException {
        finish(job, FileFacts.unread(state, bytes), null, state.name());
    }

    private void finish(Job job, FileFacts facts, @Nullable Path copy, @Nullable String problem) {
        around.transactions().executeWithoutResult(status -> {
            var kept = copy == null ? null : keep(job, copy);
            var isCurrent = inspections.finish(
                    job.paper().id(),
                    job.file(),
                    job.lookedFor(),
                    facts,
                    kept,
                    problem,
                    job.copy(),
                    around.clock().instant());
            if (!isCurrent) status.setRollbackOnly();
            else
                around.events()
                        .publishEvent(new PaperFileChecked(
                                Tenancy.require().id(), job.paper().id(), job.file()));
        });
    }

    private UUID keep(Job job, Path copy) {
        try (var in = Files.newInputStream(copy)) {
            return around.files()
                    .keep(COPY, "/file", "paper-" + job.paper().number() + ".pdf", in)
                    .id();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

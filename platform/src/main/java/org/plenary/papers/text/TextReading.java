package org.plenary.papers.text;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.papers.inspection.FileTexts;
import org.plenary.papers.text.PaperTexts.Standing;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the text of a paper's newest file. Repeats safely, in any order: what is read is what the paper has when its turn comes, and it is
 * kept only if it still has that when it was read.
 */
@Component
class TextReading {
    static final int MOST_TRIES = 3;

    /** What takes longer was ended together with its node: the process that reads is ended before. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final PaperTexts texts;
    private final FileTexts files;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TextReading(
            PaperTexts texts,
            FileTexts files,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.texts = texts;
        this.files = files;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @throws IllegalStateException when the process that reads was ended from outside: try again */
    void read(UUID paper) throws InterruptedException {
        files.read(() -> transactions.execute(_ -> begin(paper)), (file, read) -> {
            var text = FoldedText.of(read);
            transactions.executeWithoutResult(
                    _ -> finish(paper, file, text.isEmpty() ? Standing.EMPTY : Standing.READ, text));
        });
    }

    /** Noted before it begins, so that a file which takes the whole node along is counted. @return null when nothing is to be read */
    private @Nullable UUID begin(UUID paper) {
        var kept = texts.locked(paper).orElse(null);
        var file = texts.wanted(paper).orElse(null);
        if (file == null) {
            if (kept != null && kept.file() != null) finish(paper, null, Standing.NONE, "");
            return null;
        }
        var now = clock.instant();
        var same = kept != null && file.equals(kept.file()) ? kept : null;
        if (same != null && same.standing() != Standing.READING) return null;
        if (same != null && same.begunAt().plus(LONGEST).isAfter(now)) return null;
        if (same != null && same.tries() >= MOST_TRIES) {
            finish(paper, file, Standing.GIVEN_UP, "");
            return null;
        }
        texts.begin(paper, file, same == null ? 1 : same.tries() + 1, now);
        return file;
    }

    private void finish(UUID paper, @Nullable UUID file, Standing standing, String text) {
        if (file != null && !file.equals(texts.wanted(paper).orElse(null))) return;
        if (texts.finish(paper, file, standing, text))
            events.publishEvent(new DocumentChanged(Tenancy.require().id(), "paper", paper));
    }
}

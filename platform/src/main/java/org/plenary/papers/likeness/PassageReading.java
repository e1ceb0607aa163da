package org.plenary.papers.likeness;

import java.util.List;
import java.util.UUID;
import org.plenary.papers.inspection.FileTexts;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads both files of a pair again when somebody wants to see what they have in common. Only then is text of them kept, for a week at
 * most, and no longer than both papers stay as they are.
 */
@Component
class PassageReading {
    /** Shorter ones are phrases. */
    private static final int LEAST = 12;

    private final LikePairs pairs;
    private final Papers papers;
    private final FileTexts texts;
    private final ApplicationEventPublisher events;

    PassageReading(LikePairs pairs, Papers papers, FileTexts texts, ApplicationEventPublisher events) {
        this.pairs = pairs;
        this.papers = papers;
        this.texts = texts;
        this.events = events;
    }

    /** Repeats safely: they are read once. */
    @Transactional
    public void ask(UUID pair) {
        pairs.ask(pair)
                .ifPresent(state ->
                        events.publishEvent(new PassagesAsked(Tenancy.require().id(), pair, state)));
    }

    @OutboundListener(id = "papers.likeness-passages")
    void on(PassagesAsked asked) throws InterruptedException {
        var both = pairs.asked(asked.pair(), asked.state()).orElse(List.of());
        if (both.isEmpty()) return;
        var first = text(both.getFirst());
        var second = text(both.getLast());
        pairs.keep(asked.pair(), asked.state(), Passages.in(first, second, LEAST));
    }

    private String text(UUID id) throws InterruptedException {
        var paper = papers.byId(id).filter(one -> one.file() != null).orElse(null);
        return paper == null ? "" : References.without(read(paper));
    }

    private String read(Paper paper) throws InterruptedException {
        return texts.of(paper);
    }
}

package org.plenary.papers.likeness;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the chairs of one conference say of a pair. It holds as long as both texts stay as they are. */
@Component
class LikenessRuling {
    private static final int REASON = 2_000;

    private final LikePairs pairs;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;

    LikenessRuling(LikePairs pairs, AuditTrail audit, Callers callers, Clock clock) {
        this.pairs = pairs;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Repeats safely.
     *
     * @param verdict {@code fine} or {@code concern}
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /verdict} or {@code /reason}
     */
    @Transactional
    public void rule(ConferenceView conference, PairBoard.Line line, String verdict, @Nullable String reason) {
        var wrong = new Violations();
        var said = Arrays.stream(LikePair.Verdict.values())
                .filter(one -> one.code().equals(verdict))
                .findFirst();
        if (said.isEmpty()) wrong.required("/verdict", null);
        wrong.text("/reason", reason, REASON);
        wrong.throwIfAny();
        var before = line.pair().ruling();
        if (before != null
                && before.verdict() == said.orElseThrow()
                && before.reason().equals(reason)) return;
        pairs.rule(
                line.id(),
                conference.id(),
                new LikePair.Ruling(
                        said.orElseThrow(),
                        String.valueOf(reason),
                        callers.current().name(),
                        clock.instant()));
        record("paper-likeness.ruled-" + verdict, line);
    }

    @Transactional
    public void takeBack(ConferenceView conference, PairBoard.Line line) {
        if (pairs.unrule(line.id(), conference.id())) record("paper-likeness.taken-back", line);
    }

    private void record(String what, PairBoard.Line line) {
        audit.record(what, line.id().toString(), Map.of("number", line.own().number()));
    }
}

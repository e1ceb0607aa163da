package org.plenary.registration.letter;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with letters: issue them in a delegate's stead, and revoke one that must not be relied on. */
@Component
class LetterDesk {
    private final LetterIssuing issuing;
    private final LetterRows letters;
    private final AuditTrail audit;
    private final AccessLog log;
    private final Clock clock;

    LetterDesk(LetterIssuing issuing, LetterRows letters, AuditTrail audit, AccessLog log, Clock clock) {
        this.issuing = issuing;
        this.letters = letters;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    /** @param isOffered whether the delegate has what such a letter needs */
    record Choice(String kind, boolean isOffered) {}

    /** Writes down who sees the delegate and their letters. */
    void seen(ConferenceView conference, UUID delegate) {
        log.record(Seen.one(conference.id(), Way.PAGE, "letters", delegate, 1));
    }

    /** The paper as staff take it with them. */
    Letter print(ConferenceView conference, UUID delegate, UUID id) {
        var letter = find(conference, delegate, id);
        log.record(Seen.one(conference.id(), Way.EXPORT, "letter", delegate, 1));
        return letter;
    }

    @Transactional(readOnly = true)
    public List<Choice> choices(ConferenceView conference, UUID delegate) {
        var possible = issuing.possible(conference, delegate);
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.wire(), possible.contains(kind)))
                .toList();
    }

    /** The letter as it stands when it says what it would say now; another one otherwise, and after a revocation. */
    @Transactional
    public Letter issue(ConferenceView conference, UUID delegate, Kind kind) {
        var before = letters.current(delegate, kind);
        var letter = issuing.issueByStaff(conference, delegate, kind);
        if (before.filter(former -> former.id().equals(letter.id())).isEmpty())
            audit.record("letter.issued", letter.number(), Map.of("kind", kind.wire()));
        return letter;
    }

    /** @throws Problem.Conflict {@code letter_not_valid} when it does not stand any more */
    @Transactional
    public void revoke(ConferenceView conference, UUID delegate, UUID id) {
        var letter = find(conference, delegate, id);
        if (!letter.isValid() || !letters.revoke(id, clock.instant()))
            throw new Problem.Conflict("letter_not_valid", "This letter does not stand any more.");
        audit.record(
                "letter.revoked", letter.number(), Map.of("kind", letter.kind().wire()));
    }

    Letter find(ConferenceView conference, UUID delegate, UUID id) {
        return letters.find(conference.id(), id)
                .filter(letter -> letter.delegate().equals(delegate))
                .orElseThrow(() -> new Problem.NotFound("This letter"));
    }
}

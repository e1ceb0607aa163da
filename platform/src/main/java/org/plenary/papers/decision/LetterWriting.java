package org.plenary.papers.decision;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues letters of acceptance: one for each author of a paper, and another when what it says has changed. */
@Component
class LetterWriting {
    private static final int CODE_LENGTH = 16;

    private final AcceptanceLetters letters;
    private final DecisionPlans plans;
    private final AuditTrail audit;
    private final Clock clock;

    LetterWriting(AcceptanceLetters letters, DecisionPlans plans, AuditTrail audit, Clock clock) {
        this.letters = letters;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an author can have.
     *
     * @param index of the author among those of the paper, from 0
     * @param letter that there is; null before the first one
     * @param isNew whether another one can be asked for, which says what is so today
     */
    record Offer(int index, String name, @Nullable AcceptanceLetter letter, boolean isNew) {}

    @Transactional(readOnly = true)
    public List<Offer> offers(Paper paper) {
        var issued = letters.of(paper.id());
        var all = paper.content().authors();
        return IntStream.range(0, all.size())
                .mapToObj(index -> {
                    var author = all.get(index);
                    var letter = of(issued, author);
                    var isNew =
                            letter == null || !letter.isRevoked() && !letter.says(paper, works(author), names(paper));
                    return new Offer(index, author.name(), letter, isNew);
                })
                .toList();
    }

    /**
     * The letter of an author as it stands, or another one when it would say something else today. Two that ask at once get the same.
     *
     * @param index of the author among those of the paper, from 0
     * @throws Problem.Conflict {@code no_letter} when the paper is not accepted, or staff took the author's letter back
     */
    @Transactional
    public AcceptanceLetter issue(ConferenceView conference, Paper paper, int index) {
        return issue(conference, paper, index, false);
    }

    /** As the other, and again after one was taken back. */
    @Transactional
    public AcceptanceLetter issueByStaff(ConferenceView conference, Paper paper, int index) {
        var letter = issue(conference, paper, index, true);
        audit.record("paper.letter-issued", letter.number(), Map.of("paper", paper.number()));
        return letter;
    }

    private AcceptanceLetter issue(ConferenceView conference, Paper paper, int index, boolean byStaff) {
        if (!paper.isAccepted()
                || index < 0
                || index >= paper.content().authors().size()) throw none();
        var author = paper.content().authors().get(index);
        plans.lockLetters(conference.id());
        var before = of(letters.of(paper.id()), author);
        if (before != null && before.isRevoked() && !byStaff) throw none();
        if (before != null && !before.isRevoked() && before.says(paper, works(author), names(paper))) return before;
        var now = clock.instant();
        if (before != null) letters.replace(before.id(), now);
        var letter = new AcceptanceLetter(
                Ids.next(),
                conference.id(),
                paper.id(),
                "%s-ACC-%05d".formatted(conference.slug().toUpperCase(Locale.ROOT), plans.nextLetter(conference.id())),
                Ids.reference(CODE_LENGTH),
                author.name(),
                author.email() == null ? "" : author.email().strip().toLowerCase(Locale.ROOT),
                works(author),
                paper.content().title(),
                names(paper),
                now,
                false,
                false,
                true);
        letters.insert(letter);
        return letter;
    }

    /** @throws Problem.Conflict {@code letter_not_valid} when it does not stand any more */
    @Transactional
    public void revoke(Paper paper, UUID id) {
        var letter = letters.find(paper.id(), id).orElseThrow(() -> new Problem.NotFound("This letter"));
        if (!letters.revoke(id, clock.instant()))
            throw new Problem.Conflict("letter_not_valid", "This letter does not stand any more.");
        audit.record("paper.letter-revoked", letter.number(), Map.of("paper", paper.number()));
    }

    private static @Nullable AcceptanceLetter of(List<AcceptanceLetter> issued, Author author) {
        return issued.stream()
                .filter(letter -> letter.holder().equals(author.name()))
                .findFirst()
                .orElse(null);
    }

    private static String works(Author author) {
        return author.affiliation() == null ? "" : author.affiliation();
    }

    private static String names(Paper paper) {
        return paper.content().authors().stream().map(Author::name).collect(Collectors.joining(", "));
    }

    private static Problem.Conflict none() {
        return new Problem.Conflict("no_letter", "There is no such letter for this person now.");
    }
}

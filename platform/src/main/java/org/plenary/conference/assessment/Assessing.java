package org.plenary.conference.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.Attendance;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBooks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges conferences by the rules to which they keep, as they are at this moment. */
@Component
public class Assessing {
    private final RuleBooks books;
    private final Declarations declarations;
    private final Attendance attendance;
    private final Clock clock;

    Assessing(RuleBooks books, Declarations declarations, Attendance attendance, Clock clock) {
        this.books = books;
        this.declarations = declarations;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** @param found what the rules say */
    record Judged(RuleBook rules, Declarations.Stored declared, Assessment found) {}

    /** Empty for one that keeps to no rules. */
    @Transactional(readOnly = true)
    public Optional<Judged> of(ConferenceView conference) {
        return books.of(conference.id()).map(rules -> {
            var declared = declarations.of(conference.id());
            var on = new Assessment.Case(
                    conference.name(),
                    conference.startsOn(),
                    declared.said(),
                    attendance.of(conference),
                    today(conference));
            return new Judged(rules, declared, Assessment.of(on, rules));
        });
    }

    /**
     * What an application needs to know.
     *
     * @param blocking how much is in its way
     * @param foreign guests that were said to be expected; null while nobody has said so
     * @param total the same of all participants
     */
    public record Standing(
            RuleBook rules,
            long blocking,
            @Nullable Integer foreign,
            @Nullable Integer total) {}

    /** Empty for one that keeps to no rules. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(ConferenceView conference) {
        return of(conference)
                .map(judged -> new Standing(
                        judged.rules(),
                        judged.found().findings().stream()
                                .filter(Finding::isBlocking)
                                .count(),
                        judged.declared().said().foreign(),
                        judged.declared().said().total()));
    }

    /** Its size by what is expected and who is registered. */
    @Transactional(readOnly = true)
    public Attendance.Count size(ConferenceView conference) {
        var sizes = Sizes.of(declarations.of(conference.id()).said(), attendance.of(conference));
        return new Attendance.Count(sizes.total(), sizes.foreign(), 0);
    }

    LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }
}

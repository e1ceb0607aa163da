package org.plenary.conference.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.application.Deciders.Seat;
import org.plenary.conference.application.SeekingApproval.Stand;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language where an application is. */
@Component
class ApplicationWords {
    private final MessageSource messages;
    private final Clock clock;

    ApplicationWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** A step as {@code fragments/steps} shows it. */
    public record Step(String label, @Nullable String href) {}

    public record Group(String name, List<FieldLine> fields) {}

    public record FieldLine(
            String name, String label, boolean required, boolean known, boolean missing, String value) {}

    public record HistoryLine(Instant at, String who, String what, String where, String comment, boolean onBehalf) {}

    public record SeatLine(String office, String label, boolean onBehalf, boolean applicant) {}

    List<Step> steps(Stand stand, Locale locale) {
        return stand.chain().main().stream()
                .map(step -> new Step(offices(step, locale), null))
                .toList();
    }

    List<Group> groups(Stand stand, Locale locale) {
        var groups = new ArrayList<Group>();
        for (var field : stand.fields()) {
            var name = text("group-" + field.group(), locale);
            var line = new FieldLine(
                    "field." + field.key(),
                    field.title().in(locale),
                    field.required(),
                    field.known(),
                    field.isMissing(),
                    field.value());
            if (groups.isEmpty() || !groups.getLast().name().equals(name))
                groups.add(new Group(name, new ArrayList<>(List.of(line))));
            else groups.getLast().fields().add(line);
        }
        return groups;
    }

    List<HistoryLine> history(List<Entry> entries, Chain chain, Locale locale) {
        return entries.stream()
                .map(entry -> new HistoryLine(
                        entry.at(),
                        entry.byName(),
                        text("did-" + entry.action().wire(), locale),
                        entry.office().isEmpty() ? "" : office(entry.office(), locale),
                        entry.comment(),
                        entry.onBehalf()))
                .toList();
    }

    List<SeatLine> seats(List<Seat> seats, Locale locale) {
        return seats.stream()
                .map(seat -> new SeatLine(
                        seat.office(),
                        office(seat.office(), locale),
                        seat.as() == Deciders.As.ON_BEHALF,
                        seat.as() == Deciders.As.APPLICANT))
                .toList();
    }

    /** Days since it came to where it is. */
    long waitingDays(Application application) {
        var since = application.waitingSince();
        return since == null ? 0 : Duration.between(since, clock.instant()).toDays();
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    String offices(Chain.Step step, Locale locale) {
        return step.offices().stream().map(each -> office(each, locale)).collect(Collectors.joining(" · "));
    }

    /** As the page of the rules calls it. */
    String office(String office, Locale locale) {
        return String.valueOf(messages.getMessage("conference.rules.value." + office, null, office, locale));
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(
                messages.getMessage("conference.application." + key.replace('_', '-'), arguments, locale));
    }
}

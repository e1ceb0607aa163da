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

    /** @param done whether it is behind the application, @param now whether that waits there */
    public record StepLine(String label, String title, boolean done, boolean now) {}

    public record Group(String name, List<FieldLine> fields) {}

    public record FieldLine(String name, String label, boolean known, boolean missing, String value) {}

    public record HistoryLine(Instant at, String who, String what, String where, String comment, boolean onBehalf) {}

    public record SeatLine(String office, String label, boolean onBehalf, boolean applicant) {}

    List<StepLine> steps(Stand stand, Locale locale) {
        var place = stand.application().place();
        var done = stand.chain().done(place);
        var steps = new ArrayList<StepLine>();
        for (var step : stand.chain().main()) {
            var at = steps.size();
            steps.add(new StepLine(
                    offices(step, locale), step.title().in(locale), at < done, at == done && place.step() != null));
        }
        return steps;
    }

    List<Group> groups(Stand stand, Locale locale) {
        var groups = new ArrayList<Group>();
        for (var field : stand.fields()) {
            var name = text("group-" + field.group(), locale);
            var line = new FieldLine(
                    "field." + field.key(), field.title().in(locale), field.known(), field.isMissing(), field.value());
            if (groups.isEmpty() || !groups.getLast().name().equals(name))
                groups.add(new Group(name, new ArrayList<>(List.of(line))));
            else groups.getLast().fields().add(line);
        }
        return groups;
    }

    List<HistoryLine> history(List<Entry> entries, Locale locale) {
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

    /** What was found beside it when it was handed in; empty while it was not. */
    String similar(Application application, Locale locale) {
        var found = application.similar();
        if (found == null) return "";
        if (!found.isWhole()) return text("similar-unknown", locale, found.others(), found.months());
        if (found.similar().isEmpty()) return text("similar-none", locale, found.months());
        return text(
                "similar-found",
                locale,
                found.months(),
                found.similar().stream().map(name -> name.in(locale)).collect(Collectors.joining(" · ")));
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

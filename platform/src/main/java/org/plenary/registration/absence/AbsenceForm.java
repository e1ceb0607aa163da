package org.plenary.registration.absence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form in which somebody says that they cannot attend, for staff and delegates alike. */
@Component
class AbsenceForm {
    private final Absences absences;
    private final PageErrors errors;
    private final Formats formats;
    private final MessageSource messages;

    AbsenceForm(Absences absences, PageErrors errors, Formats formats, MessageSource messages) {
        this.absences = absences;
        this.errors = errors;
        this.formats = formats;
        this.messages = messages;
    }

    List<Choice> days(ConferenceView conference) {
        return conference
                .startsOn()
                .datesUntil(conference.endsOn().plusDays(1))
                .map(day -> new Choice(day.toString(), formats.dateWithDay(day)))
                .toList();
    }

    Optional<Absence> of(ConferenceView conference, UUID delegate) {
        return absences.ofDelegate(conference.id(), delegate);
    }

    /** As it was said before; all days and no reason else. */
    Posted filled(Optional<Absence> absence) {
        var form = Posted.empty();
        absence.ifPresent(each -> form.set("reason", each.reason()).set("days", each.days()));
        return form;
    }

    /** All days ticked and none mean the same. */
    Recording.Said read(ConferenceView conference, Posted form) {
        List<LocalDate> days;
        try {
            days = form.all("days").stream()
                    .filter(day -> !day.isBlank())
                    .map(LocalDate::parse)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/days", "date", "A date is written 2027-05-14.");
        }
        var isWhole = days.size() == days(conference).size();
        return new Recording.Said(isWhole ? List.of() : days, form.get("reason"));
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return errors.of(problem, locale);
    }

    Flash done(String key, Locale locale) {
        return Flash.success(messages.getMessage("registration.absence." + key, null, locale));
    }
}

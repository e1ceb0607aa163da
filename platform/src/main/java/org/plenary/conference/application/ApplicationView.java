package org.plenary.conference.application;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an application. */
@Component
class ApplicationView {
    private final SeekingApproval seeking;
    private final ApplicationRows rows;
    private final Deciders deciders;
    private final ApplicationWords texts;

    ApplicationView(SeekingApproval seeking, ApplicationRows rows, Deciders deciders, ApplicationWords texts) {
        this.seeking = seeking;
        this.rows = rows;
        this.deciders = deciders;
        this.texts = texts;
    }

    ModelAndView of(ConferenceView conference, Locale locale) {
        var page = new ModelAndView("conference/application")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("zone", conference.timeZone())
                .addObject("form", Posted.empty());
        seeking.of(conference).ifPresent(stand -> fill(page, conference, stand, locale));
        return page;
    }

    private void fill(ModelAndView page, ConferenceView conference, SeekingApproval.Stand stand, Locale locale) {
        var application = stand.application();
        var step = stand.chain().find(application.step()).orElse(null);
        Set<String> agreed =
                step == null ? Set.of() : new HashSet<>(rows.agreed(conference.id(), step.key(), application.round()));
        var seats = step == null
                ? List.<ApplicationWords.SeatLine>of()
                : texts.seats(deciders.seats(conference, step, agreed), locale);
        page.addObject("stand", stand)
                .addObject("groups", texts.groups(stand, locale))
                .addObject("steps", texts.steps(stand, locale))
                .addObject("step", step)
                .addObject("stepTitle", step == null ? "" : step.title().in(locale))
                .addObject("isLast", step != null && stand.chain().isLast(step))
                .addObject(
                        "agreed",
                        agreed.stream()
                                .map(each -> texts.office(each, locale))
                                .sorted()
                                .toList())
                .addObject("seats", seats)
                .addObject(
                        "offices",
                        seats.stream()
                                .map(seat -> new Choice(seat.office(), seat.label()))
                                .toList())
                .addObject("isOnBehalf", seats.stream().anyMatch(ApplicationWords.SeatLine::onBehalf))
                .addObject("similar", texts.similar(application, locale))
                .addObject("waiting", texts.waitingDays(application))
                .addObject("history", texts.history(rows.entries(conference.id()), locale));
    }
}

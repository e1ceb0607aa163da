package org.plenary.conference.theme;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether the organization has another conference about the same at nearly the same time. */
@Controller
@TenantHost
class AlikeConferencePages {
    private static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

    private final ConferenceApi conferences;
    private final AlikeConferences alike;
    private final Formats formats;
    private final MessageSource messages;

    AlikeConferencePages(ConferenceApi conferences, AlikeConferences alike, Formats formats, MessageSource messages) {
        this.conferences = conferences;
        this.alike = alike;
        this.formats = formats;
        this.messages = messages;
    }

    /** @param shared names of the subjects that both have; empty when none is known */
    public record Line(String slug, String name, String dates, String city, String status, String shared) {}

    @GetMapping("/manage/conferences/{conference}/similar")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView similar(@PathVariable String conference, @RequestParam(defaultValue = "6") int months, Locale locale) {
        if (!MONTHS.contains(months)) throw new Problem.InvalidInput("/months", "choice", "One of: 3, 6, 12, 24.");
        var view = conferences.bySlug(conference);
        var found = alike.near(view, months);
        return new ModelAndView("conference/similar")
                .addObject("slug", view.slug())
                .addObject("name", view.name().in(locale))
                .addObject("months", months)
                .addObject("chips", chips(view.slug(), months, locale))
                .addObject("similar", lines(found.similar(), locale))
                .addObject("others", lines(found.others(), locale))
                .addObject("isWhole", found.isWhole());
    }

    private List<Chip> chips(String slug, int months, Locale locale) {
        return MONTHS.stream()
                .map(each -> new Chip(
                        "/manage/conferences/" + slug + "/similar?months=" + each,
                        messages.getMessage("conference.similar.months", new Object[] {each}, locale),
                        each == months))
                .toList();
    }

    private List<Line> lines(List<AlikeConferences.Near> found, Locale locale) {
        return found.stream()
                .map(near -> new Line(
                        near.conference().slug(),
                        near.conference().name().in(locale),
                        formats.dateRange(
                                near.conference().startsOn(), near.conference().endsOn()),
                        near.conference().venue().city().in(locale),
                        formats.status(near.conference().status()),
                        shared(near.shared(), locale)))
                .toList();
    }

    private static String shared(List<LocalizedText> subjects, Locale locale) {
        var separator = locale.getLanguage().equals("zh") ? "、" : ", ";
        return String.join(
                separator, subjects.stream().map(each -> each.in(locale)).toList());
    }
}

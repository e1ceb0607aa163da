package org.plenary.lodging.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.report.PickupReport.Report;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws the page of the pick-up report, and takes what is chosen on it. */
@Component
class PickupScreen {
    private final ConferenceApi conferences;
    private final PickupSettings settings;
    private final PickupDrawing drawing;
    private final Page page;

    PickupScreen(ConferenceApi conferences, PickupSettings settings, PickupDrawing drawing, Page page) {
        this.conferences = conferences;
        this.settings = settings;
        this.drawing = drawing;
        this.page = page;
    }

    /** What any page needs. */
    @Component("lodgingPickupPage")
    record Page(PageErrors errors, MessageSource messages, Callers callers) {}

    record NightRow(LocalDate date, RoomCount rooms, boolean peak) {}

    record LineRow(String hotel, String name, boolean part, RoomCount rooms) {}

    record AttritionRow(String hotel, Attrition now) {}

    ModelAndView draw(ConferenceView conference, Report report, Locale locale) {
        var chosen = settings.of(conference.id());
        var values = new LinkedMultiValueMap<String, String>();
        values.set("notice_days", String.valueOf(chosen.noticeDays()));
        values.set(
                "compared_with",
                report.earlier() == null ? "" : report.earlier().slug());
        return draw(conference, report, values, locale);
    }

    private ModelAndView draw(
            ConferenceView conference, Report report, MultiValueMap<String, String> values, Locale locale) {
        var view = new ModelAndView("lodging/pick-up");
        var query = report.chosen() == null
                ? ""
                : "?hotel=" + report.chosen().hotel().key();
        var base = "/manage/conferences/" + conference.slug() + "/hotels/pick-up/charts/";
        var peak = report.peakNight();
        view.addObject("slug", conference.slug());
        view.addObject("isEmpty", report.all().isEmpty());
        view.addObject("exports", PickupPages.files(conference, query));
        view.addObject("hotels", hotels(report, locale));
        view.addObject(
                "hotel", report.chosen() == null ? "" : report.chosen().hotel().key());
        view.addObject("total", report.total());
        view.addObject("peak", peak);
        view.addObject(
                "nights",
                report.nights().entrySet().stream()
                        .map(each -> new NightRow(
                                each.getKey(), each.getValue(), each.getKey().equals(peak)))
                        .toList());
        view.addObject("lines", lines(report, locale));
        view.addObject("heat", drawing.heat(report, locale));
        view.addObject("nightsData", base + "nights" + query);
        view.addObject("nightsTable", drawing.nights(report, locale).asTable(text("lodging.pickup.night", locale)));
        view.addObject("paceData", base + "pace" + query);
        view.addObject("paceTable", drawing.pace(report, locale).asTable(text("lodging.pickup.day", locale)));
        view.addObject("forecast", forecast(report, locale));
        addAttrition(view, report, locale);
        view.addObject("mayChange", page.callers().current().may(Permission.CONFERENCE_WRITE));
        view.addObject("form", values.toSingleValueMap());
        view.addObject("editions", editions(conference, locale));
        return view;
    }

    ModelAndView refused(
            ConferenceView conference,
            Report report,
            MultiValueMap<String, String> values,
            Problem problem,
            Locale locale) {
        var view = draw(conference, report, values, locale);
        view.addObject("fieldErrors", page.errors().of(problem, locale));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    void save(ConferenceView conference, MultiValueMap<String, String> values) {
        var posted = new Posted(values);
        var days = posted.integer("notice_days");
        posted.throwIfWrong();
        settings.choose(conference, days, posted.text("compared_with"));
    }

    void tellSaved(RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", Flash.success(text("lodging.block.saved", locale)));
    }

    private static List<Choice> hotels(Report report, Locale locale) {
        return report.all().stream()
                .map(each -> new Choice(each.hotel().key(), each.hotel().name().in(locale)))
                .toList();
    }

    private List<Choice> editions(ConferenceView conference, Locale locale) {
        return conferences.readable().stream()
                .filter(each -> each.startsOn().isBefore(conference.startsOn()))
                .sorted(Comparator.comparing(ConferenceView::startsOn).reversed())
                .map(each -> new Choice(each.slug(), each.name().in(locale)))
                .toList();
    }

    private static List<LineRow> lines(Report report, Locale locale) {
        var rows = new ArrayList<LineRow>();
        for (var each : report.shown()) {
            var hotel = each.hotel().name().in(locale);
            each.roomTypes()
                    .forEach(line -> rows.add(new LineRow(hotel, line.name().in(locale), false, line.total())));
            each.subBlocks()
                    .forEach(line -> rows.add(new LineRow(hotel, line.name().in(locale), true, line.total())));
        }
        return rows;
    }

    private String forecast(Report report, Locale locale) {
        var forecast = report.forecast();
        var earlier = report.earlier() == null ? "" : report.earlier().name().in(locale);
        return text(
                "lodging.pickup.forecast." + forecast.basis().wire(),
                locale,
                forecast.roomNights(),
                forecast.sharePercent() == null ? 0 : forecast.sharePercent(),
                earlier,
                report.total().contracted() - report.total().released());
    }

    private static void addAttrition(ModelAndView view, Report report, Locale locale) {
        var rows = report.shown().stream()
                .map(each -> new AttritionRow(
                        each.hotel().name().in(locale),
                        each.attrition(each.total().sold())))
                .toList();
        view.addObject("attritions", rows);
        view.addObject(
                "attritionCharge",
                rows.stream().map(row -> row.now().charge()).reduce(Money::plus).orElse(null));
        var chosen = report.chosen();
        view.addObject(
                "expectedCharge",
                chosen == null
                        ? null
                        : chosen.attrition(report.forecast().roomNights()).charge());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return page.messages().getMessage(key, arguments, locale);
    }
}

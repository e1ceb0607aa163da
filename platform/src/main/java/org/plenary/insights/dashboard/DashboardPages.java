package org.plenary.insights.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.insights.dashboard.Statistics.Figures;
import org.plenary.kernel.web.ChartTable;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a conference for its organizers: how it stands, and what to do next. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}")
@Requires(Permission.CONFERENCE_READ)
class DashboardPages {
    private final ConferenceApi conferences;
    private final Statistics statistics;
    private final Charts charts;
    private final NextSteps nextSteps;
    private final MessageSource messages;

    DashboardPages(
            ConferenceApi conferences,
            Statistics statistics,
            Charts charts,
            NextSteps nextSteps,
            MessageSource messages) {
        this.conferences = conferences;
        this.statistics = statistics;
        this.charts = charts;
        this.nextSteps = nextSteps;
        this.messages = messages;
    }

    /** @param kind as the chart fragment takes it; @param figures what it draws, as JSON; @param table the same figures for those who do not see the chart */
    record Panel(String name, String heading, String emptyText, String kind, String figures, ChartTable table) {
        public boolean isEmpty() {
            return table.rows().isEmpty();
        }
    }

    @GetMapping
    ModelAndView dashboard(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var figures = statistics.of(found);
        var view = new ModelAndView("insights/dashboard");
        view.addObject("slug", found.slug());
        view.addObject("name", found.name().in(locale));
        view.addObject("conferenceStatus", found.status());
        view.addObject("figures", figures);
        view.addObject("panels", panels(figures, locale));
        view.addObject("nextSteps", nextSteps.of(found));
        return view;
    }

    private List<Panel> panels(Figures figures, Locale locale) {
        var panels = new ArrayList<Panel>();
        for (var name : Charts.NAMES) {
            var chart = charts.of(name, figures, locale).orElseThrow();
            panels.add(new Panel(
                    name,
                    text("insights.panel." + name, locale),
                    text("insights.panel." + name + "-empty", locale),
                    kind(name),
                    charts.json(chart),
                    chart.asTable(text("insights.panel." + name + "-column", locale))));
        }
        return panels;
    }

    private static String kind(String name) {
        return switch (name) {
            case "registrations" -> "line";
            case "rooms" -> "bar";
            default -> "horizontal";
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

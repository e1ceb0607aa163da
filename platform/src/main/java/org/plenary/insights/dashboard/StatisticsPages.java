package org.plenary.insights.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.insights.dashboard.DelegateFigures.Figure;
import org.plenary.insights.dashboard.DelegateFigures.Group;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who takes part, for all who are to be told: on the page, and in numbered versions to hand over. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/statistics")
@Requires(Permission.REGISTRATION_READ)
class StatisticsPages {
    /** What the authority's summary names one by one; the others are told in one line. */
    private static final int NAMED_COUNTRIES = 10;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ConferenceApi conferences;
    private final DelegateFigures figures;
    private final StatisticsVersions versions;
    private final StatisticsSheet sheet;
    private final GroupCharts charts;

    StatisticsPages(
            ConferenceApi conferences,
            DelegateFigures figures,
            StatisticsVersions versions,
            StatisticsSheet sheet,
            GroupCharts charts) {
        this.conferences = conferences;
        this.figures = figures;
        this.versions = versions;
        this.sheet = sheet;
        this.charts = charts;
    }

    /** @param ratio papers to each delegate, such as 0.972; empty when there are no delegates */
    record Origin(String label, int delegates, int papers, String ratio) {}

    /** @param most delegates of the largest of them */
    record Others(int countries, int delegates, int most) {}

    @GetMapping
    ModelAndView statistics(
            @PathVariable String conference, @RequestParam(defaultValue = "count") String order, Locale locale) {
        var found = conferences.bySlug(conference);
        var groups = figures.of(found, locale);
        var view = new ModelAndView("insights/statistics");
        view.addObject("slug", found.slug());
        view.addObject("zone", found.timeZone());
        view.addObject("total", groups.getFirst().total());
        view.addObject("origins", origins(groups));
        var countries = groups.stream()
                .filter(each -> each.key().equals(DelegateFigures.COUNTRIES))
                .findFirst()
                .orElseThrow();
        view.addObject("countries", named(countries, order));
        view.addObject("others", others(countries));
        view.addObject("order", order);
        view.addObject("panels", charts.of(groups.subList(2, groups.size()), locale));
        view.addObject("mayMake", versions.mayMake());
        view.addObject("versions", versions.newest(found.id()));
        return view;
    }

    @PostMapping("/versions")
    @Requires(Permission.REGISTRATION_WRITE)
    String make(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        versions.make(found, figures.of(found, locale));
        return "redirect:/manage/conferences/" + found.slug() + "/statistics#versions";
    }

    @GetMapping("/versions/{number}")
    void download(
            @PathVariable String conference, @PathVariable String number, Locale locale, HttpServletResponse response)
            throws IOException {
        var found = conferences.bySlug(conference);
        var wanted = number(number);
        var version = versions.find(found.id(), wanted).orElseThrow(() -> new Problem.NotFound("This version"));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + found.slug() + "-statistics-" + wanted + ".xlsx\"");
        sheet.write(
                found,
                version,
                versions.find(found.id(), wanted - 1).orElse(null),
                figures.of(found, locale),
                locale,
                response.getOutputStream());
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) throw new Problem.NotFound("This version");
        return Integer.parseInt(text);
    }

    private static List<Origin> origins(List<Group> groups) {
        var delegates = groups.get(0).figures();
        var papers = groups.get(1).figures();
        var origins = new ArrayList<Origin>();
        for (var i = 0; i < delegates.size(); i++) {
            var people = delegates.get(i).value();
            var written = papers.get(i).value();
            var ratio = people == 0 ? "" : String.format(Locale.ROOT, "%.3f", (double) written / people);
            origins.add(new Origin(delegates.get(i).label(), people, written, ratio));
        }
        return origins;
    }

    /** The countries with the most delegates, in either order. */
    private static List<Figure> named(Group countries, String order) {
        var named = new ArrayList<>(countries
                .figures()
                .subList(0, Math.min(NAMED_COUNTRIES, countries.figures().size())));
        if (order.equals("name"))
            named.sort(
                    Comparator.comparing(figure -> Locale.of("", figure.key()).getDisplayCountry(Locale.ENGLISH)));
        return named;
    }

    /** Null when all countries are named. */
    private static @Nullable Others others(Group countries) {
        var others = countries.figures().stream().skip(NAMED_COUNTRIES).toList();
        if (others.isEmpty()) return null;
        var delegates = others.stream().mapToInt(Figure::value);
        return new Others(
                others.size(),
                delegates.sum(),
                others.stream().mapToInt(Figure::value).max().orElse(0));
    }
}

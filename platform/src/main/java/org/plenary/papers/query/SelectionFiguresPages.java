package org.plenary.papers.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.ChartFigures;
import org.plenary.kernel.web.ChartTable;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.query.SelectionFigures.Figure;
import org.plenary.registration.RegistrationNumbers;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The papers of a query in numbers: as charts, and as a table to take along. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/selection")
class SelectionFiguresPages {
    private final ConferenceApi conferences;
    private final SelectionFigures figures;
    private final Naming naming;
    private final Json json;

    SelectionFiguresPages(ConferenceApi conferences, SelectionFigures figures, Naming naming, Json json) {
        this.conferences = conferences;
        this.figures = figures;
        this.naming = naming;
        this.json = json;
    }

    /** What is counted, as people call it. */
    @Component("figureNaming")
    record Naming(Calls calls, Formats formats, Phrases phrases, RegistrationNumbers registration) {
        String group(String key, Locale locale) {
            return phrases.text("papers.figures." + key, locale);
        }

        String of(String group, String key, @Nullable Call call, Locale locale) {
            if (key.isEmpty()) return phrases.text("papers.figures.none", locale);
            return switch (group) {
                case "status" -> formats.status(key);
                case "country" -> formats.country(key);
                case "track" -> call == null ? key : call.trackName(key, locale);
                case "type" -> call == null ? key : call.typeName(key, locale);
                case "topic" -> call == null ? key : call.topicName(key, locale);
                case "origin" -> phrases.text("papers.figures.is-" + key, locale);
                default -> key;
            };
        }
    }

    /** @param figures what the chart draws, as JSON */
    record Panel(String id, String heading, String kind, String figures, ChartTable table) {}

    @GetMapping("/figures")
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @RequestParam(defaultValue = "") String q, Locale locale) {
        var found = conferences.bySlug(conference);
        var page = new ModelAndView("papers/selection-figures", Map.of("panels", List.<Panel>of(), "count", 0L))
                .addObject("slug", found.slug())
                .addObject("q", q);
        try {
            var groups = figures.of(found.id(), found.venue().country(), q);
            var count = groups.getOrDefault("status", List.of()).stream()
                    .mapToLong(Figure::papers)
                    .sum();
            return page.addObject("count", count)
                    .addObject("panels", panels(found, groups, locale))
                    .addObject("daysToLetter", figures.daysToLetter(found.id(), q))
                    .addObject("delegates", naming.registration().of(found.id()).confirmedDelegates());
        } catch (Problem.InvalidInput e) {
            return naming.phrases().refused(page, e, locale);
        }
    }

    /** @throws Problem.InvalidInput at {@code /q} */
    @GetMapping("/figures.csv")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<byte[]> table(
            @PathVariable String conference, @RequestParam(defaultValue = "") String q, Locale locale) {
        var found = conferences.bySlug(conference);
        var call = naming.calls().find(found.id()).orElse(null);
        var lines = new StringBuilder(CsvCell.line(List.of("group", "key", "name", "papers")));
        figures.of(found.id(), found.venue().country(), q).forEach((group, all) -> {
            for (var each : all)
                lines.append(CsvCell.line(List.of(
                        group, each.key(), naming.of(group, each.key(), call, locale), String.valueOf(each.papers()))));
        });
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"papers-figures.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A group that says nothing, for all its papers have nothing there, is left out. */
    private List<Panel> panels(ConferenceView conference, Map<String, List<Figure>> groups, Locale locale) {
        var call = naming.calls().find(conference.id()).orElse(null);
        return groups.entrySet().stream()
                .filter(group ->
                        group.getValue().stream().anyMatch(each -> !each.key().isEmpty()))
                .map(group -> panel(group.getKey(), group.getValue(), call, locale))
                .toList();
    }

    private Panel panel(String group, List<Figure> all, @Nullable Call call, Locale locale) {
        var heading = naming.group(group, locale);
        var chart = new ChartFigures(
                all.stream()
                        .map(each -> naming.of(group, each.key(), call, locale))
                        .toList(),
                List.of(new ChartFigures.Series(
                        naming.group("papers", locale),
                        all.stream().map(Figure::papers).toList())),
                null);
        var kind = group.equals("score") || group.equals("reviews") ? "stacked" : "horizontal";
        return new Panel(
                "figures-" + group,
                heading,
                kind,
                json.write(chart),
                chart.asTable(heading, number -> naming.formats().number(number)));
    }
}

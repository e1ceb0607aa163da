package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the organizer's list of delegates. */
@Component
class DelegateListPage {
    private static final int ROWS = 50;
    private static final List<String> ACTIONS = List.of("message", "confirmation", "group", "cancellation");

    private final DelegateColumns columns;
    private final DelegateTable table;
    private final Json json;
    private final PageErrors errors;
    private final MessageSource messages;

    DelegateListPage(
            DelegateColumns columns, DelegateTable table, Json json, PageErrors errors, MessageSource messages) {
        this.columns = columns;
        this.table = table;
        this.json = json;
        this.errors = errors;
        this.messages = messages;
    }

    /** What is asked for. @param panel what stands open: {@code filter}, {@code columns}, {@code view}, or empty */
    record Asked(
            ConferenceView conference,
            Listing listing,
            List<DelegateViews.Saved> views,
            DelegateViews.@Nullable Saved view,
            @Nullable UUID after,
            String panel,
            boolean mayChange) {
        String path() {
            return "/manage/conferences/" + conference.slug() + "/delegates";
        }

        /** What every address of the page keeps. */
        Map<String, String> kept() {
            return view == null ? Map.of() : Map.of("view", view.id().toString());
        }
    }

    /** @param sorted {@code ascending}, {@code descending} or {@code none} */
    record Heading(String label, String href, String sorted) {}

    record RowOfPage(UUID id, String order, List<CellOfPage> cells) {}

    /** @param key of the column; @param value as it is kept, such as a status */
    record CellOfPage(String key, String label, String text, String value) {}

    record ColumnChoice(String key, String label, boolean isOn) {}

    private record Found(List<DelegateTable.Row> rows, Map<String, Long> counts) {}

    /** @param wrong fields of the page with their messages, when something sent could not be taken */
    ModelAndView draw(Asked asked, Map<String, String> wrong, Locale locale) {
        var all = columns.of(asked.conference(), locale);
        var fieldErrors = new LinkedHashMap<>(wrong);
        var found = find(asked, all, fieldErrors, locale);
        var view = new ModelAndView("registration/delegates");
        if (!fieldErrors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            view.addObject("fieldErrors", fieldErrors);
        }
        view.addObject("slug", asked.conference().slug());
        view.addObject("base", asked.path());
        view.addObject("q", asked.listing().query());
        view.addObject("view", asked.view());
        addRows(view, asked, all, found, locale);
        addFilter(view, asked, all, found, locale);
        view.addObject("mayChange", asked.mayChange());
        view.addObject("actions", ACTIONS);
        view.addObject("columnChoices", choices(asked.listing(), all));
        view.addObject("offered", all.all());
        view.addObject(
                "views",
                DelegateViews.links(
                        asked.views(),
                        asked.view() == null ? null : asked.view().id(),
                        asked.path()));
        view.addObject("everybody", asked.path() + "?view=" + ALL);
        view.addObject("files", exports(asked, locale));
        return view;
    }

    /** How many people a page that was drawn shows. */
    static int people(ModelAndView drawn) {
        return drawn.getModel().get("delegates") instanceof List<?> rows ? rows.size() : 0;
    }

    /** In the place of a view's id: no view at all, not even the one that the list opens with. */
    static final String ALL = "all";

    /** Shows nobody when the conditions cannot be understood: a list that ignores them would be taken for the answer. */
    private Found find(Asked asked, Columns all, Map<String, String> fieldErrors, Locale locale) {
        try {
            return new Found(
                    table.rows(asked.conference(), asked.listing(), all, ROWS + 1, asked.after()),
                    table.counts(asked.conference(), asked.listing(), all));
        } catch (Problem.InvalidInput e) {
            fieldErrors.putAll(errors.of(e, locale));
            return new Found(List.of(), Map.of());
        }
    }

    private void addRows(ModelAndView view, Asked asked, Columns all, Found found, Locale locale) {
        var listing = asked.listing();
        var shown = all.shown(listing);
        var cells = new Cells(shown, asked.conference().timeZone(), true, json);
        var page = Page.of(found.rows(), ROWS, row -> row.id().toString());
        view.addObject(
                "headings", shown.stream().map(each -> heading(each, asked)).toList());
        view.addObject(
                "delegates",
                page.items().stream().map(row -> row(row, shown, cells)).toList());
        var total = listing.status().isEmpty()
                ? found.counts().values().stream().mapToLong(Long::longValue).sum()
                : found.counts().getOrDefault(listing.status(), 0L);
        view.addObject("total", total);
        view.addObject("narrowed", listing.isNarrowed());
        view.addObject("first", asked.after() == null ? null : listing.address(asked.path(), asked.kept()));
        var more = new LinkedHashMap<>(asked.kept());
        if (page.next() != null) more.put("after", page.next());
        view.addObject("next", page.next() == null ? null : listing.address(asked.path(), more));
    }

    private static Heading heading(Column column, Asked asked) {
        var listing = asked.listing();
        var isSorted = listing.sortColumn().equals(column.key());
        var sorted = !isSorted ? "none" : listing.isDescending() ? "descending" : "ascending";
        var next = sorted.equals("ascending") ? "-" + column.key() : column.key();
        return new Heading(column.label(), listing.withSort(next).address(asked.path(), asked.kept()), sorted);
    }

    private static RowOfPage row(DelegateTable.Row row, List<Column> shown, Cells cells) {
        var drawn = new ArrayList<CellOfPage>();
        for (var i = 0; i < shown.size(); i++) {
            var value = row.values().get(i);
            drawn.add(new CellOfPage(
                    shown.get(i).key(),
                    shown.get(i).label(),
                    cells.text(shown.get(i), value),
                    value == null ? "" : value.toString()));
        }
        return new RowOfPage(row.id(), row.order(), drawn);
    }

    private void addFilter(ModelAndView view, Asked asked, Columns all, Found found, Locale locale) {
        var listing = asked.listing();
        var form = new FilterForm(all, messages, locale);
        view.addObject("groups", form.groups(listing.filter()));
        view.addObject("anyGroup", listing.filter().any());
        view.addObject("conditions", form.chips(listing, asked.path(), asked.kept()));
        view.addObject("panel", listing.filter().hasUnfinished() ? "filter" : asked.panel());
        view.addObject("chips", chips(asked, found.counts(), locale));
        view.addObject("keep", hidden(asked, "q"));
        view.addObject("keepInFilter", hidden(asked, "w.", "any"));
        view.addObject("keepInColumns", hidden(asked, "col"));
        view.addObject("keepAll", hidden(asked));
    }

    private List<Chip> chips(Asked asked, Map<String, Long> counts, Locale locale) {
        return DelegateColumns.STATUSES.stream()
                .map(status -> {
                    var isOn = asked.listing().status().equals(status);
                    return new Chip(
                            asked.listing().withStatus(isOn ? "" : status).address(asked.path(), asked.kept()),
                            text("status." + status.replace('_', '-'), locale),
                            isOn,
                            counts.getOrDefault(status, 0L));
                })
                .toList();
    }

    /** The parameters that a form keeps, all but those that it has inputs for. */
    private static List<Map.Entry<String, String>> hidden(Asked asked, String... own) {
        var hidden = new ArrayList<Map.Entry<String, String>>();
        asked.kept().forEach((name, value) -> hidden.add(Map.entry(name, value)));
        asked.listing().parameters().forEach((name, values) -> {
            for (var each : own) if (each.endsWith(".") ? name.startsWith(each) : name.equals(each)) return;
            values.forEach(value -> hidden.add(Map.entry(name, value)));
        });
        return hidden;
    }

    /** Those shown in their order, then the others. */
    private static List<ColumnChoice> choices(Listing listing, Columns all) {
        var shown = all.shown(listing);
        var choices = new ArrayList<ColumnChoice>();
        shown.forEach(column -> choices.add(new ColumnChoice(column.key(), column.label(), true)));
        all.all().stream()
                .filter(column -> !shown.contains(column))
                .forEach(column -> choices.add(new ColumnChoice(column.key(), column.label(), false)));
        return choices;
    }

    private List<Link> exports(Asked asked, Locale locale) {
        var links = new ArrayList<Link>();
        for (var kind : List.of("csv", "xlsx"))
            for (var values : List.of("labels", "keys"))
                links.add(new Link(
                        asked.listing().address(asked.path() + "/export", Map.of("as", kind, "values", values)),
                        text("registration.delegates.export-" + kind + "-" + values, locale)));
        return links;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

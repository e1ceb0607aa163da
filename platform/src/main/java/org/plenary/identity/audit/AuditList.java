package org.plenary.identity.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.audit.StoredAuditTrail.Entry;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.CsvAnswer;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** An audit trail as a page and as CSV: an organization's where one is bound, the operators' where none is. */
@Component
class AuditList {
    private static final List<String> COLUMNS =
            List.of("at", "who", "caller", "network", "action", "subject", "details", "changes");

    private final StoredAuditTrail trail;
    private final AuditWords words;
    private final AuditFilter filter;

    AuditList(StoredAuditTrail trail, AuditWords words, AuditFilter filter) {
        this.trail = trail;
        this.words = words;
        this.filter = filter;
    }

    record Row(Entry entry, String action, List<AuditWords.Detail> details) {}

    /** @param path of the page; with {@code .csv} it is that of the file */
    ModelAndView page(String view, String path, Posted form, ZoneId zone, @Nullable UUID before, Locale locale) {
        var read = filter.read(form, zone, locale);
        var found =
                read.errors().isEmpty() ? trail.list(read.wanted(), Page.DEFAULT_LIMIT + 1, before) : List.<Entry>of();
        var page = Page.of(found, Page.DEFAULT_LIMIT, entry -> entry.id().toString())
                .map(entry -> row(entry, locale));
        var by = AuditFilter.BY;
        var shown = new ModelAndView(view)
                .addObject("form", form)
                .addObject("entries", page.items())
                .addObject("actions", actions(locale))
                .addObject("narrowed", by.isIn(form))
                .addObject("path", path)
                .addObject("csv", by.address(path + ".csv", form, null))
                .addObject("zone", zone)
                .addObject("first", before == null ? null : by.address(path, form, null))
                .addObject("next", page.next() == null ? null : by.address(path, form, page.next()));
        if (!read.errors().isEmpty()) {
            shown.addObject("fieldErrors", read.errors());
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }

    private Row row(Entry entry, Locale locale) {
        return new Row(entry, words.action(entry.action(), locale), words.details(entry.details(), locale));
    }

    private List<Choice> actions(Locale locale) {
        return trail.actions().stream()
                .map(action -> new Choice(action, words.action(action, locale)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    /** All that the page would show, however much it is. */
    void csv(String name, Posted form, ZoneId zone, HttpServletResponse response, Locale locale) throws IOException {
        var read = filter.read(form, zone, locale);
        if (!read.errors().isEmpty()) {
            response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return;
        }
        CsvAnswer.write(
                response,
                name,
                COLUMNS,
                before -> trail.list(read.wanted(), CsvAnswer.ROWS_AT_ONCE, before),
                Entry::id,
                AuditList::cells);
    }

    private static List<String> cells(Entry row) {
        var changes = row.changes().stream()
                .map(change -> change.at() + ": " + text(change.before()) + " → " + text(change.after()))
                .collect(Collectors.joining("; "));
        return List.of(
                row.at().toString(),
                row.callerName(),
                row.caller(),
                text(row.network()),
                row.action(),
                row.subject(),
                row.details(),
                changes);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

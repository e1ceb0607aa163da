package org.plenary.identity.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened in the organization, for those who own it and those who audit it. */
@Controller
@TenantHost
@Requires(Permission.AUDIT_READ)
class AuditPages {
    private static final String PAGE = "/manage/audit";
    private static final int ROWS_AT_ONCE = 1000;
    private static final List<String> COLUMNS =
            List.of("at", "who", "caller", "network", "action", "subject", "details", "changes");

    private final StoredAuditTrail trail;
    private final AuditWords words;
    private final AuditFilter filter;

    AuditPages(StoredAuditTrail trail, AuditWords words, AuditFilter filter) {
        this.trail = trail;
        this.words = words;
        this.filter = filter;
    }

    record Row(StoredAuditTrail.Entry entry, String action, List<AuditWords.Detail> details) {}

    @GetMapping(PAGE)
    ModelAndView list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale) {
        var form = new Posted(parameters);
        var read = filter.read(form, locale);
        var found = read.errors().isEmpty()
                ? trail.list(read.wanted(), Page.DEFAULT_LIMIT + 1, before)
                : List.<StoredAuditTrail.Entry>of();
        var page = Page.of(found, Page.DEFAULT_LIMIT, entry -> entry.id().toString())
                .map(entry -> row(entry, locale));
        var view = new ModelAndView("identity/audit")
                .addObject("form", form)
                .addObject("entries", page.items())
                .addObject("actions", actions(locale))
                .addObject("narrowed", AuditFilter.isIn(form))
                .addObject("csv", AuditFilter.address(PAGE + ".csv", form, null))
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("first", before == null ? null : AuditFilter.address(PAGE, form, null))
                .addObject("next", page.next() == null ? null : AuditFilter.address(PAGE, form, page.next()));
        if (!read.errors().isEmpty()) {
            view.addObject("fieldErrors", read.errors());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Row row(StoredAuditTrail.Entry entry, Locale locale) {
        return new Row(entry, words.action(entry.action(), locale), words.details(entry.details(), locale));
    }

    private List<Choice> actions(Locale locale) {
        return trail.actions().stream()
                .map(action -> new Choice(action, words.action(action, locale)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    /** All that the page would show, page by page, however many there are. */
    @GetMapping(PAGE + ".csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        var read = filter.read(new Posted(parameters), locale);
        if (!read.errors().isEmpty()) {
            response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-trail.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getOutputStream();
        out.write(CsvCell.line(COLUMNS).getBytes(StandardCharsets.UTF_8));
        @Nullable UUID before = null;
        List<StoredAuditTrail.Entry> rows;
        do {
            rows = trail.list(read.wanted(), ROWS_AT_ONCE, before);
            for (var row : rows) out.write(CsvCell.line(cells(row)).getBytes(StandardCharsets.UTF_8));
            if (!rows.isEmpty()) before = rows.getLast().id();
        } while (rows.size() == ROWS_AT_ONCE);
    }

    private static List<String> cells(StoredAuditTrail.Entry row) {
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

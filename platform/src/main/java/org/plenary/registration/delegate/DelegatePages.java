package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The organizer's list of delegates, and its exports. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}")
@Requires(Permission.REGISTRATION_READ)
class DelegatePages {
    private static final int ROWS = 50;
    private static final List<String> STATUSES = List.of("confirmed", "pending", "cancelled", "expired");

    private final ConferenceApi conferences;
    private final DelegateQueries queries;
    private final DelegateExport export;
    private final Formats formats;
    private final MessageSource messages;

    DelegatePages(
            ConferenceApi conferences,
            DelegateQueries queries,
            DelegateExport export,
            Formats formats,
            MessageSource messages) {
        this.conferences = conferences;
        this.queries = queries;
        this.export = export;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping("/delegates")
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var filter = new DelegateQueries.Filter(status, null, q);
        var rows = queries.list(found.id(), filter, ROWS + 1, DelegatesApi.cursor(after));
        var page = Page.of(rows, ROWS, row -> row.id().toString());
        var base = "/manage/conferences/" + conference + "/delegates";
        var view = new ModelAndView("registration/delegates");
        view.addObject("slug", conference);
        view.addObject("q", q);
        view.addObject("delegates", page.items());
        view.addObject("keep", Map.of("status", status));
        view.addObject(
                "chips",
                STATUSES.stream()
                        .map(each -> new Chip(
                                address(base, q, each.equals(status) ? "" : each, null),
                                formats.status(each),
                                each.equals(status)))
                        .toList());
        view.addObject(
                "exports",
                List.of(
                        new Link(address(base + ".csv", q, status, null), text("registration.delegates.csv", locale)),
                        new Link(
                                address(base + ".xlsx", q, status, null),
                                text("registration.delegates.xlsx", locale))));
        view.addObject("first", after == null ? null : address(base, q, status, null));
        view.addObject("next", page.next() == null ? null : address(base, q, status, page.next()));
        return view;
    }

    @GetMapping("/delegates.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status) {
        var out = new java.io.ByteArrayOutputStream();
        export.csv(conferences.bySlug(conference).id(), new DelegateQueries.Filter(status, null, q), out);
        return DelegatesApi.file(conference + "-delegates.csv", "text/csv;charset=UTF-8", out.toByteArray());
    }

    @GetMapping("/delegates.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status) {
        var out = new java.io.ByteArrayOutputStream();
        export.xlsx(conferences.bySlug(conference).id(), new DelegateQueries.Filter(status, null, q), out);
        return DelegatesApi.file(conference + "-delegates.xlsx", DelegatesApi.XLSX, out.toByteArray());
    }

    private static String address(String base, String q, String status, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(base);
        if (!q.isEmpty()) address.queryParam("q", "{q}");
        if (!status.isEmpty()) address.queryParam("status", "{status}");
        if (after != null) address.queryParam("after", after);
        return address.encode().buildAndExpand(Map.of("q", q, "status", status)).toUriString();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

package org.plenary.registration.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.CsvAnswer;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.AccessLog;
import org.plenary.registration.privacy.Accesses.Access;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who of the staff saw whose data, for those who own the organization and those who audit it. */
@Controller
@TenantHost
@Requires(Permission.AUDIT_READ)
class AccessLogPages {
    private static final String PAGE = "/manage/access-log";
    private static final List<String> COLUMNS =
            List.of("at", "who", "way", "what", "conference", "people", "filter", "subject");

    private final Accesses accesses;
    private final ConferenceApi conferences;
    private final AccessFilter filter;
    private final PrivacySettings settings;
    private final MessageSource messages;

    AccessLogPages(
            Accesses accesses,
            ConferenceApi conferences,
            AccessFilter filter,
            PrivacySettings settings,
            MessageSource messages) {
        this.accesses = accesses;
        this.conferences = conferences;
        this.filter = filter;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping(PAGE)
    ModelAndView list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale) {
        var posted = new Posted(parameters);
        var read = filter.read(posted, locale);
        var rows = read.errors().isEmpty()
                ? accesses.list(read.wanted(), Page.DEFAULT_LIMIT + 1, before)
                : List.<Access>of();
        var page = Page.of(rows, Page.DEFAULT_LIMIT, row -> row.id().toString());
        var view = new ModelAndView("registration/access-log")
                .addObject("form", posted)
                .addObject("accesses", page.items())
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("days", settings.accessLogKept().toDays())
                .addObject("conferences", conferenceChoices(locale))
                .addObject("ways", ways(locale))
                .addObject("narrowed", AccessFilter.BY.isIn(posted))
                .addObject("csv", AccessFilter.BY.address(PAGE + ".csv", posted, null))
                .addObject("first", before == null ? null : AccessFilter.BY.address(PAGE, posted, null))
                .addObject("next", page.next() == null ? null : AccessFilter.BY.address(PAGE, posted, page.next()));
        if (!read.errors().isEmpty()) {
            view.addObject("fieldErrors", read.errors());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
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
        CsvAnswer.write(
                response,
                "access-log.csv",
                COLUMNS,
                before -> accesses.list(read.wanted(), CsvAnswer.ROWS_AT_ONCE, before),
                Access::id,
                AccessLogPages::cells);
    }

    private static List<String> cells(Access row) {
        return List.of(
                row.at().toString(),
                row.who(),
                row.way(),
                row.what(),
                row.conference() == null ? "" : row.conference(),
                String.valueOf(row.people()),
                row.filter(),
                row.subject() == null ? "" : row.subject().toString());
    }

    private List<Choice> conferenceChoices(Locale locale) {
        var choices = new ArrayList<Choice>();
        conferences
                .all()
                .forEach(each -> choices.add(new Choice(each.slug(), each.name().in(locale))));
        return choices;
    }

    private List<Choice> ways(Locale locale) {
        return Stream.of(AccessLog.Way.values())
                .map(way -> way.name().toLowerCase(Locale.ROOT))
                .map(way -> new Choice(way, messages.getMessage("registration.access.way-" + way, null, locale)))
                .toList();
    }
}

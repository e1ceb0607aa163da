package org.plenary.registration.order;

import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.payments.DeskPayments;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk: find who stands before it. One hit is opened at once, so that a scanned code leads to its order. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/desk")
@Requires(Permission.REGISTRATION_READ)
class DeskPages {
    private static final int RETURNS = 50;

    private final ConferenceApi conferences;
    private final DeskQueries queries;
    private final DeskPayments desk;
    private final AccessLog log;

    DeskPages(ConferenceApi conferences, DeskQueries queries, DeskPayments desk, AccessLog log) {
        this.conferences = conferences;
        this.queries = queries;
        this.desk = desk;
        this.log = log;
    }

    @GetMapping
    ModelAndView find(@PathVariable String conference, @RequestParam(defaultValue = "") String q, Locale locale) {
        var found = conferences.bySlug(conference);
        var hits = q.isBlank() ? java.util.List.<DeskQueries.Hit>of() : queries.find(found.id(), q);
        var orders = hits.stream().map(DeskQueries.Hit::order).distinct().toList();
        if (orders.size() == 1)
            return new ModelAndView(
                    "redirect:/manage/conferences/" + found.slug() + "/desk/orders/" + orders.getFirst());
        var shown = hits.stream().limit(DeskQueries.MOST).toList();
        var returns = desk.waitingReturns(found.id(), RETURNS);
        if (!shown.isEmpty() || !returns.isEmpty())
            log.record(Seen.list(found.id(), Way.PAGE, "desk", shown.size() + returns.size(), Map.of("q", q)));
        return new ModelAndView("registration/desk")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("q", q)
                .addObject("hits", shown)
                .addObject("more", hits.size() > DeskQueries.MOST)
                .addObject("returns", returns);
    }
}

package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
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

/** Where staff read all that happened around a person. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/history")
@Requires(Permission.REGISTRATION_READ)
class HistoryPages {
    private static final int LONGEST_ADDRESS = 254;

    private final ConferenceApi conferences;
    private final PersonHistory history;
    private final AccessLog log;

    HistoryPages(ConferenceApi conferences, PersonHistory history, AccessLog log) {
        this.conferences = conferences;
        this.history = history;
        this.log = log;
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference, @RequestParam(defaultValue = "") String email) {
        var found = conferences.bySlug(conference);
        var typed = email.strip();
        var asked = typed.length() > LONGEST_ADDRESS ? "" : typed;
        List<PersonHistory.OfPerson> orders = asked.isEmpty() ? List.of() : history.orders(found.id(), asked);
        if (!orders.isEmpty()) log.record(Seen.list(found.id(), Way.PAGE, "history", 1, Map.of("email", asked)));
        return new ModelAndView("registration/history")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("email", asked)
                .addObject("orders", orders)
                .addObject("moments", asked.isEmpty() ? List.of() : history.moments(found.id(), asked, orders));
    }
}

package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's list of delegates. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates")
@Requires(Permission.REGISTRATION_READ)
class DelegatePages {
    private final ConferenceApi conferences;
    private final DelegateViews views;
    private final DelegateListPage page;
    private final Callers callers;
    private final AccessLog log;

    DelegatePages(
            ConferenceApi conferences, DelegateViews views, DelegateListPage page, Callers callers, AccessLog log) {
        this.conferences = conferences;
        this.views = views;
        this.page = page;
        this.callers = callers;
        this.log = log;
    }

    /** Parameters go before the view that they are named with; a list that is asked for without any opens with its default. */
    @GetMapping
    ModelAndView list(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var found = conferences.bySlug(conference);
        var all = views.all(found.id());
        var view = view(all, parameters);
        var listing = Listing.isIn(parameters) || view == null ? Listing.of(parameters) : DelegateViews.listing(view);
        var after = DelegatesApi.cursor(parameters.getFirst("after"));
        var moved = moved(listing, parameters);
        var panel = moved == listing ? "" : "columns";
        var mayChange = callers.current().may(Permission.REGISTRATION_WRITE);
        var drawn = page.draw(
                new DelegateListPage.Asked(found, moved, all, view, after, panel, mayChange), Map.of(), locale);
        log.record(Seen.list(found.id(), Way.PAGE, "delegates", DelegateListPage.people(drawn), moved.parameters()));
        return drawn;
    }

    private static DelegateViews.@Nullable Saved view(
            List<DelegateViews.Saved> all, MultiValueMap<String, String> parameters) {
        var asked = parameters.getFirst("view");
        if (asked == null || asked.isEmpty())
            return Listing.isIn(parameters) ? null : DelegateViews.opening(all).orElse(null);
        if (asked.equals(DelegateListPage.ALL)) return null;
        return all.stream()
                .filter(each -> each.id().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This view"));
    }

    /** A button of the columns' form puts one of them a place up or down. */
    private static Listing moved(Listing listing, MultiValueMap<String, String> parameters) {
        var up = parameters.getFirst("up");
        var down = parameters.getFirst("down");
        if (up == null && down == null) return listing;
        var columns = new ArrayList<>(listing.columns());
        var from = columns.indexOf(up == null ? down : up);
        var to = up == null ? from + 1 : from - 1;
        if (from >= 0 && to >= 0 && to < columns.size()) Collections.swap(columns, from, to);
        return listing.withColumns(columns);
    }

    static @Nullable UUID id(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals(DelegateListPage.ALL)) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("This view");
        }
    }
}

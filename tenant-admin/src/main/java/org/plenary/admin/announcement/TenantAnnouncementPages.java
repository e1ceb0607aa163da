package org.plenary.admin.announcement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the platform tells organizers now, in full; and putting it away. */
@Controller
@TenantHost
@Requires(value = Permission.CONFERENCE_READ, anywhere = true)
@RequestMapping(TenantAnnouncementPages.PATH)
class TenantAnnouncementPages {
    static final String PATH = "/manage/announcements";

    private final StoredAnnouncements announcements;
    private final Callers callers;

    TenantAnnouncementPages(StoredAnnouncements announcements, Callers callers) {
        this.announcements = announcements;
        this.callers = callers;
    }

    record Row(UUID id, String kind, String title, List<String> paragraphs, Instant from, Instant until) {}

    @GetMapping
    ModelAndView list(Locale locale) {
        var tenant = Tenancy.require();
        return new ModelAndView("admin/announcements-tenant")
                .addObject("zone", tenant.timeZone())
                .addObject(
                        "announcements",
                        announcements.shown().stream()
                                .filter(each -> each.isFor(tenant))
                                .map(each -> new Row(
                                        each.id(),
                                        each.kind().wire(),
                                        each.title().in(locale),
                                        each.body().in(locale).lines().toList(),
                                        each.from(),
                                        each.until()))
                                .toList());
    }

    /** Back to where it was put away, when that is a page of ours. */
    @PostMapping("/{id}/dismissal")
    String dismiss(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer) {
        announcements.dismiss(id, Tenancy.require().id(), callers.current().id());
        return "redirect:" + page(referer);
    }

    /** Only its path is taken: nobody is led away to another host. */
    private static String page(@Nullable String referer) {
        try {
            var path = referer == null ? null : URI.create(referer).getRawPath();
            return path != null && path.startsWith("/manage") && !path.contains("//") ? path : "/manage";
        } catch (IllegalArgumentException e) {
            return "/manage";
        }
    }
}

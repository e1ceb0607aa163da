package org.plenary.admin.announcement;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantStatus;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators tell organizers: all that was ever told, and something new. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(AnnouncementPages.LIST)
class AnnouncementPages {
    static final String LIST = "/operator/announcements";

    /** Of organizations whose people can still open a page. */
    static final List<TenantStatus> STATUSES =
            List.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED, TenantStatus.DELETING);

    private final StoredAnnouncements announcements;
    private final Announcing announcing;
    private final Shown shown;
    private final Clock clock;

    AnnouncementPages(StoredAnnouncements announcements, Announcing announcing, Shown shown, Clock clock) {
        this.announcements = announcements;
        this.announcing = announcing;
        this.shown = shown;
        this.clock = clock;
    }

    @Component("announcementsShown")
    record Shown(MessageSource messages, PageErrors errors, Formats formats, Entitlements entitlements) {
        String text(String key, Locale locale) {
            return messages.getMessage("admin.announcement." + key, null, locale);
        }

        List<String> plans() {
            return entitlements.plans();
        }
    }

    /** @param state part of the key of its name */
    record Row(
            UUID id,
            String kind,
            String state,
            String title,
            String body,
            String from,
            String until,
            String audience,
            String publishedBy,
            boolean withdrawable) {}

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable UUID before, Locale locale) {
        var now = clock.instant()
                .truncatedTo(ChronoUnit.HOURS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime();
        return page(Posted.empty().set("kind", "info").set("from", now).set("until", now.plusDays(7)), before, locale);
    }

    private ModelAndView page(Posted form, @Nullable UUID before, Locale locale) {
        var page = announcements.page(Page.DEFAULT_LIMIT, before);
        return new ModelAndView("admin/announcements")
                .addObject("form", form)
                .addObject(
                        "announcements",
                        page.items().stream().map(each -> row(each, locale)).toList())
                .addObject(
                        "kinds",
                        Stream.of(Announcement.Kind.values())
                                .map(kind -> new Choice(kind.wire(), shown.text("kind." + kind.wire(), locale)))
                                .toList())
                .addObject(
                        "statuses",
                        STATUSES.stream()
                                .map(status -> new Choice(
                                        status.name(), shown.formats().status(status)))
                                .toList())
                .addObject(
                        "plans",
                        shown.plans().stream()
                                .map(plan -> new Choice(plan, shown.formats().plan(plan)))
                                .toList())
                .addObject("first", before == null ? null : LIST)
                .addObject("next", page.next() == null ? null : LIST + "?before=" + page.next());
    }

    private Row row(Announcement each, Locale locale) {
        var state = each.state(clock.instant());
        var audience = Stream.concat(
                        each.statuses().stream().map(shown.formats()::status),
                        each.plans().stream().map(shown.formats()::plan))
                .toList();
        return new Row(
                each.id(),
                each.kind().wire(),
                state,
                each.title().in(locale),
                each.body().in(locale),
                shown.formats().dateTime(each.from(), ZoneOffset.UTC),
                shown.formats().dateTime(each.until(), ZoneOffset.UTC),
                audience.isEmpty() ? shown.text("everybody", locale) : String.join(" · ", audience),
                each.publishedBy(),
                state.equals("shown") || state.equals("planned"));
    }

    @PostMapping
    ModelAndView publish(
            @RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            announcing.publish(form, shown.plans());
            redirect.addFlashAttribute("flash", Flash.success(shown.text("published", locale)));
            return new ModelAndView("redirect:" + LIST);
        } catch (Problem.InvalidInput e) {
            return shown.errors().refused(page(form, null, locale), e, locale);
        }
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        try {
            announcing.withdraw(id);
            redirect.addFlashAttribute("flash", Flash.success(shown.text("withdrawn", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.info(shown.text("over-already", locale)));
        }
        return "redirect:" + LIST;
    }
}

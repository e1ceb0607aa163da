package org.plenary.admin.backup;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The backups of all organizations, or of one; and how one is put back. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(BackupPages.LIST)
class BackupPages {
    static final String LIST = "/operator/backups";

    private final BackupRows rows;
    private final AskingForBackups asking;
    private final TenantDirectory directory;
    private final BackupSettings settings;
    private final Words words;

    BackupPages(
            BackupRows rows, AskingForBackups asking, TenantDirectory directory, BackupSettings settings, Words words) {
        this.rows = rows;
        this.asking = asking;
        this.directory = directory;
        this.settings = settings;
        this.words = words;
    }

    /** What pages say when something was done, or was not. */
    @Component
    record Words(MessageSource messages, PageErrors errors, Clock clock) {
        String text(String key, Locale locale) {
            return String.valueOf(messages.getMessage(key, null, locale));
        }
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(name = "q", required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable UUID after) {
        var slug = asked == null || asked.isBlank() ? null : asked.strip();
        var page = Page.of(
                rows.page(slug, Page.DEFAULT_LIMIT + 1, after),
                Page.DEFAULT_LIMIT,
                backup -> backup.id().toString());
        var q = slug == null ? "" : "q=" + slug.replaceAll("[^a-z0-9-]", "");
        return new ModelAndView("admin/backups")
                .addObject("backups", page.items())
                .addObject("underWay", rows.underWay())
                .addObject("q", slug)
                .addObject(
                        "tenant", slug == null ? null : directory.bySlug(slug).orElse(null))
                .addObject("first", after == null ? null : LIST + (q.isEmpty() ? "" : "?" + q))
                .addObject(
                        "next",
                        page.next() == null ? null : LIST + "?" + (q.isEmpty() ? "" : q + "&") + "after=" + page.next())
                .addObject("keepDays", settings.keep().toDays())
                .addObject("monthlyDays", settings.keepMonthly().toDays())
                .addObject("everyHours", settings.every().toHours())
                .addObject("erasedDays", settings.keepAfterErasure().toDays())
                .addObject("zone", ZoneId.of("UTC"));
    }

    @PostMapping
    String backUp(@RequestParam("tenant") String slug, Locale locale, RedirectAttributes redirect) {
        try {
            return "redirect:/operator/work/" + asking.backUp(slug);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("admin.backup." + e.code(), locale)));
            return "redirect:" + LIST;
        }
    }

    @GetMapping("/{id}/restore")
    ModelAndView ask(@PathVariable UUID id) {
        var backup = rows.require(id);
        var tenant = directory.byId(backup.tenant());
        return new ModelAndView("admin/backup-restore")
                .addObject("backup", backup)
                .addObject("slug", tenant.map(found -> found.slug()).orElse(backup.slug()))
                .addObject("isGone", tenant.isEmpty())
                .addObject("keptDays", settings.keepReplaced().toDays())
                .addObject("zone", ZoneId.of("UTC"));
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        try {
            return new ModelAndView("redirect:/operator/work/" + asking.restore(id, slug, reason));
        } catch (Problem.InvalidInput e) {
            return refused(id, slug, reason)
                    .addObject("fieldErrors", words.errors().of(e, locale));
        } catch (Problem.Conflict e) {
            return refused(id, slug, reason).addObject("conflict", words.text("admin.backup." + e.code(), locale));
        }
    }

    private ModelAndView refused(UUID id, String slug, String reason) {
        var page = ask(id).addObject("typedSlug", slug).addObject("reason", reason);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

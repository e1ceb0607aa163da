package org.plenary.registration.quota;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.Stock;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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

/** The organizer's pages of quotas. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/quotas")
class QuotaPages {
    private final ConferenceApi conferences;
    private final Desk desk;
    private final QuotaChoices choices;
    private final PageErrors errors;
    private final MessageSource messages;

    QuotaPages(ConferenceApi conferences, Desk desk, QuotaChoices choices, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.desk = desk;
        this.choices = choices;
        this.errors = errors;
        this.messages = messages;
    }

    /** What the pages do with quotas. */
    @Component
    record Desk(Quotas quotas, SettingQuotas setting, Stock stock) {}

    /** @param percent of its size that is used; null for no limit */
    record Row(
            String key,
            String name,
            String members,
            int used,
            @Nullable Integer size,
            @Nullable Integer percent) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var levels = desk.stock().levels(found.id(), "quota:");
        var named = choices.of(found, locale);
        var rows = new ArrayList<Row>();
        for (var kept : desk.quotas().all(found.id())) {
            var quota = kept.quota();
            var used = levels.getOrDefault(quota.stockKey(), new Stock.Level(quota.size(), 0))
                    .used();
            var percent = quota.size() == null || quota.size() == 0 ? null : Math.min(100, used * 100 / quota.size());
            rows.add(new Row(
                    quota.key(), quota.name().in(locale), named.describe(quota.who()), used, quota.size(), percent));
        }
        return new ModelAndView("registration/quotas")
                .addObject("slug", conference)
                .addObject("quotas", rows);
    }

    @GetMapping("/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView blank(@PathVariable String conference, Locale locale) {
        return page(conferences.bySlug(conference), Posted.empty(), null, Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView create(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return save(conference, null, new Posted(values), locale, redirect);
    }

    @GetMapping("/{key}")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView edit(@PathVariable String conference, @PathVariable String key, Locale locale) {
        var found = conferences.bySlug(conference);
        var kept = desk.setting().find(found.id(), key);
        var who = kept.quota().who();
        var form = Posted.empty()
                .set("key", key)
                .set("name", kept.quota().name())
                .set("size", kept.quota().size())
                .set("everybody", Boolean.TRUE.equals(who.everybody()))
                .set("fees", Quota.Members.list(who.fees()))
                .set("categories", Quota.Members.list(who.categories()))
                .set("options", Quota.Members.list(who.options()))
                .set("version", kept.version());
        return page(found, form, key, Map.of(), locale);
    }

    @PostMapping("/{key}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return save(conference, key, new Posted(values), locale, redirect);
    }

    @GetMapping("/{key}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String key, Locale locale) {
        var kept = desk.setting().find(conferences.bySlug(conference).id(), key);
        return new ModelAndView("registration/quota-deletion")
                .addObject("slug", conference)
                .addObject("key", key)
                .addObject("name", kept.quota().name().in(locale));
    }

    @PostMapping("/{key}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    String delete(
            @PathVariable String conference, @PathVariable String key, Locale locale, RedirectAttributes redirect) {
        desk.setting().delete(conferences.bySlug(conference), key);
        redirect.addFlashAttribute("flash", Flash.success(text("registration.quotas.deleted", locale)));
        return "redirect:/manage/conferences/" + conference + "/quotas";
    }

    private ModelAndView save(
            String slug, @Nullable String key, Posted form, Locale locale, RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        try {
            var size = form.integer("size");
            form.throwIfWrong();
            var members = new Quota.Members(
                    form.isOn("everybody"), some(form, "fees"), some(form, "categories"), some(form, "options"));
            var quota = new Quota(key == null ? form.get("key").strip() : key, form.texts("name"), size, members);
            if (key == null) desk.setting().create(conference, quota);
            else desk.setting().change(conference, key, quota, form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var view = page(conference, form, key, onFields(errors.of(e, locale)), locale);
            view.setStatus(e instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(text("registration.quotas.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + slug + "/quotas");
    }

    private static List<String> some(Posted form, String field) {
        return form.all(field).stream().filter(value -> !value.isBlank()).toList();
    }

    private ModelAndView page(
            ConferenceView conference, Posted form, @Nullable String key, Map<String, String> problems, Locale locale) {
        var view = new ModelAndView("registration/quota")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("key", key)
                .addObject("choices", choices.of(conference, locale));
        if (!problems.isEmpty()) view.addObject("fieldErrors", problems);
        return view;
    }

    /** Brings messages to fields that are there. */
    private static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(
                field.equals("name")
                        ? "name.en"
                        : field.replaceFirst("^members\\.?", "")
                                .replaceFirst("^$", "fees")
                                .replaceFirst("\\.\\d+$", ""),
                message));
        return placed;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

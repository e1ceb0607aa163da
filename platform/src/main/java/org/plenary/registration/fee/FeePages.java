package org.plenary.registration.fee;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.Stock;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's pages of fees. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/fees")
class FeePages {
    private final ConferenceApi conferences;
    private final Fees fees;
    private final Stock stock;
    private final PageErrors errors;
    private final MessageSource messages;

    FeePages(ConferenceApi conferences, Fees fees, Stock stock, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.fees = fees;
        this.stock = stock;
        this.errors = errors;
        this.messages = messages;
    }

    record Row(
            Fee fee,
            String name,
            String category,
            int used,
            @Nullable Integer left) {
        boolean isFoundBy(String typed, Locale locale) {
            return Stream.of(name, category, fee.key())
                    .anyMatch(each -> each.toLowerCase(locale).contains(typed));
        }
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, @RequestParam(defaultValue = "") String q, Locale locale) {
        var found = conferences.bySlug(conference);
        var levels = stock.levels(found.id(), Fee.stockKey(""));
        var all = fees.all(found.id());
        var rows = all.stream()
                .map(fee -> {
                    var level = levels.getOrDefault(fee.stockKey(), new Stock.Level(fee.capacity(), 0));
                    var category = fee.category() == null ? "" : fee.category().in(locale);
                    return new Row(fee, fee.name().in(locale), category, level.used(), level.left());
                })
                .filter(row -> row.isFoundBy(q.strip().toLowerCase(locale), locale))
                .toList();
        return new ModelAndView("registration/fees")
                .addObject("slug", conference)
                .addObject("q", q)
                .addObject("any", !all.isEmpty())
                .addObject("fees", rows);
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
        return page(found, FeeForm.filled(fee(found, key)), key, Map.of(), locale);
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
        var fee = fee(conferences.bySlug(conference), key);
        return new ModelAndView("registration/fee-deletion")
                .addObject("slug", conference)
                .addObject("key", key)
                .addObject("name", fee.name().in(locale));
    }

    @PostMapping("/{key}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    String delete(
            @PathVariable String conference, @PathVariable String key, Locale locale, RedirectAttributes redirect) {
        try {
            fees.delete(conferences.bySlug(conference), key);
            redirect.addFlashAttribute("flash", Flash.success(text("registration.fees.deleted", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(errors.of(e, locale).values().iterator().next()));
        }
        return "redirect:/manage/conferences/" + conference + "/fees";
    }

    /** One step up or down by a button, or the whole order after dragging. */
    @PostMapping("/order")
    @Requires(Permission.CONFERENCE_WRITE)
    Object order(@PathVariable String conference, @RequestParam MultiValueMap<String, String> values) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        if (posted.has("order")) {
            fees.arrange(found, List.of(posted.get("order").split(",", -1)));
            return ResponseEntity.noContent().build();
        }
        if (posted.has("up")) fees.move(found, posted.get("up"), -1);
        if (posted.has("down")) fees.move(found, posted.get("down"), 1);
        return "redirect:/manage/conferences/" + conference + "/fees";
    }

    private ModelAndView save(
            String slug, @Nullable String key, Posted form, Locale locale, RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        try {
            var input = FeeForm.input(form, key, conference.currency());
            form.throwIfWrong();
            if (key == null) fees.create(conference, input);
            else fees.change(conference, key, input, form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var view = page(conference, form, key, FeeForm.onFields(errors.of(e, locale)), locale);
            view.setStatus(e instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(text("registration.fees.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + slug + "/fees");
    }

    private ModelAndView page(
            ConferenceView conference, Posted form, @Nullable String key, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("registration/fee");
        view.addObject("slug", conference.slug());
        view.addObject("form", form);
        view.addObject("key", key);
        view.addObject("currency", conference.currency().getCode());
        view.addObject("rights", choices("registration.fee.right.", FeeForm.RIGHTS, locale));
        view.addObject("taxModes", choices("registration.fee.tax-mode.", List.of("true", "false"), locale));
        view.addObject(
                "steps",
                java.util.stream.IntStream.range(0, FeeForm.STEPS).boxed().toList());
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    private List<Choice> choices(String prefix, List<String> values, Locale locale) {
        return values.stream()
                .map(value -> new Choice(value, text(prefix + value, locale)))
                .toList();
    }

    private Fee fee(ConferenceView conference, String key) {
        return fees.find(conference.id(), key).orElseThrow(() -> new Problem.NotFound("This fee"));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

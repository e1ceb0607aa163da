package org.plenary.billing.dues;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
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
import org.springframework.web.util.UriUtils;

/** One open item: what was sent about it, and what is done with it. It has a page after it was written off, too. */
@Controller
@TenantHost
@RequestMapping(OpenItemsPages.PATH + "/{reference}")
class OpenItemPages {
    private final OpenItems items;
    private final Reminding reminding;
    private final WritingOff writing;
    private final Rows rows;
    private final Words words;

    OpenItemPages(OpenItems items, Reminding reminding, WritingOff writing, Rows rows, Words words) {
        this.items = items;
        this.reminding = reminding;
        this.writing = writing;
        this.rows = rows;
        this.words = words;
    }

    /** What happened with it. */
    @Component("openItemRows")
    record Rows(WriteOffRows writeOffs, DebtorNotices notices, LevelSettings levels) {}

    @Component("openItemWords")
    record Words(PageErrors errors, MessageSource messages, Formats formats) {
        String text(String key, Locale locale, Object... arguments) {
            return messages.getMessage("billing.dues." + key, arguments, locale);
        }

        String error(Problem problem, Locale locale) {
            return errors.of(problem, locale).values().iterator().next();
        }
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show(@PathVariable String reference) {
        return page(reference, Posted.empty());
    }

    private ModelAndView page(String reference, Posted form) {
        var item = items.find(reference, items.now()).orElse(null);
        var writeOffs = rows.writeOffs().of(reference);
        var notices = rows.notices().of(reference);
        if (item == null && writeOffs.isEmpty() && notices.isEmpty()) throw new Problem.NotFound("This open item");
        if (!form.has("key")) form.set("key", Ids.next());
        return new ModelAndView("billing/open-item")
                .addObject("reference", reference)
                .addObject("item", item)
                .addObject("writeOffs", writeOffs)
                .addObject("notices", notices)
                .addObject(
                        "next",
                        item == null
                                ? null
                                : rows.levels()
                                        .current()
                                        .after(item.reminded().level())
                                        .orElse(null))
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("form", form);
    }

    @PostMapping("/reminder")
    @Requires(Permission.BILLING_WRITE)
    String remind(@PathVariable String reference, Locale locale, RedirectAttributes redirect) {
        try {
            var unused = reminding.remindNow(reference);
            redirect.addFlashAttribute("flash", Flash.success(words.text("reminded", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.error(e, locale)));
        }
        return here(reference);
    }

    @PostMapping("/stop")
    @Requires(Permission.BILLING_WRITE)
    String stop(
            @PathVariable String reference, @RequestParam boolean stopped, Locale locale, RedirectAttributes redirect) {
        reminding.stop(reference, stopped);
        var said = words.text(stopped ? "stopped-now" : "resumed-now", locale);
        redirect.addFlashAttribute("flash", Flash.success(said));
        return here(reference);
    }

    @PostMapping("/write-off")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView writeOff(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            var off = writing.write(reference, asked(reference, form));
            var said = words.text("written-off-now", locale, words.formats().money(off.amount()));
            redirect.addFlashAttribute("flash", Flash.success(said));
            return new ModelAndView(here(reference));
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(page(reference, form), e, locale);
        }
    }

    private WritingOff.Asked asked(String reference, Posted form) {
        var item = items.find(reference, items.now()).orElse(null);
        @Nullable
        Money amount = item == null ? null : form.money("amount", item.amount().getCurrencyUnit());
        form.throwIfWrong();
        return new WritingOff.Asked(key(form.get("key")), amount, form.text("reason"));
    }

    private static @Nullable UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @PostMapping("/write-off/{id}/undo")
    @Requires(Permission.BILLING_WRITE)
    String undo(@PathVariable String reference, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        var unused = writing.undo(reference, id);
        redirect.addFlashAttribute("flash", Flash.success(words.text("undone-now", locale)));
        return here(reference);
    }

    private static String here(String reference) {
        return "redirect:" + OpenItemsPages.PATH + "/" + UriUtils.encodePathSegment(reference, StandardCharsets.UTF_8);
    }
}

package org.plenary.billing.dues;

import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When debtors are reminded by themselves. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/reminders")
class DunningPages {
    private final LevelSettings settings;
    private final PageErrors errors;
    private final MessageSource messages;

    DunningPages(LevelSettings settings, PageErrors errors, MessageSource messages) {
        this.settings = settings;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show() {
        var levels = settings.current();
        return page(Posted.empty()
                .set("first", levels.first())
                .set("second", levels.second())
                .set("last", levels.last()));
    }

    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    ModelAndView save(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            var levels = new Levels(form.integer("first"), form.integer("second"), form.integer("last"));
            form.throwIfWrong();
            settings.change(levels);
        } catch (Problem.InvalidInput e) {
            return errors.refused(page(form), e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage("billing.dues.saved", null, locale)));
        return new ModelAndView("redirect:/manage/billing/reminders");
    }

    private static ModelAndView page(Posted form) {
        return new ModelAndView("billing/reminders").addObject("form", form);
    }
}

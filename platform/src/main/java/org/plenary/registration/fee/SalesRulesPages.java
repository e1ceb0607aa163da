package org.plenary.registration.fee;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's page of what holds of all sales. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/sales-rules")
class SalesRulesPages {
    private final ConferenceApi conferences;
    private final SalesRules rules;
    private final MessageSource messages;

    SalesRulesPages(ConferenceApi conferences, SalesRules rules, MessageSource messages) {
        this.conferences = conferences;
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference) {
        return new ModelAndView("registration/sales-rules")
                .addObject("slug", conference)
                .addObject("rules", rules.of(conferences.bySlug(conference).id()));
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    String change(
            @PathVariable String conference,
            @RequestParam(defaultValue = "false") boolean donations,
            Locale locale,
            RedirectAttributes redirect) {
        rules.set(conferences.bySlug(conference), new SalesRules.Rules(donations));
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.rules.saved", null, locale)));
        return "redirect:/manage/conferences/" + conference + "/sales-rules";
    }
}

package org.plenary.admin.jobs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.jobs.Jobs.State;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.StateList;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The platform's jobs: when each is due, how it went, and letting one begin now. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(JobPages.LIST)
class JobPages {
    static final String LIST = "/operator/jobs";

    private final Jobs jobs;
    private final MessageSource messages;
    private final StateList<State> states = new StateList<>(LIST, "admin.jobs", State.class, State::wire);

    JobPages(Jobs jobs, MessageSource messages) {
        this.jobs = jobs;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var asked = states.asked(state);
        var page = jobs.page(asked, Page.DEFAULT_LIMIT, after);
        model.addAttribute("jobs", page.items());
        states.show(model, asked, page, after, states.chips(asked, jobs.counts(), messages, locale));
        return "admin/jobs";
    }

    /** Which job stands in the body: what they are called has signs that addresses do not like. */
    @PostMapping("/run")
    String run(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String instance,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            jobs.runNow(name, instance);
            redirect.addFlashAttribute(
                    "flash", Flash.success(messages.getMessage("admin.jobs.started", new Object[] {name}, locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash", Flash.info(messages.getMessage("admin.jobs.runs", new Object[] {name}, locale)));
        }
        return "redirect:" + LIST;
    }
}

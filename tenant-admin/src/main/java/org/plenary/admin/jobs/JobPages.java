package org.plenary.admin.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.jobs.Jobs.State;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The platform's jobs: when each is due, how it went, and letting one begin now. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(JobPages.LIST)
class JobPages {
    static final String LIST = "/operator/jobs";

    private final Jobs jobs;
    private final MessageSource messages;

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
        var asked = state(state);
        var page = jobs.page(asked, Page.DEFAULT_LIMIT, after);
        model.addAttribute("jobs", page.items());
        model.addAttribute("chips", chips(asked, jobs.counts(), locale));
        model.addAttribute("first", after == null ? null : address(asked, null));
        model.addAttribute("next", page.next() == null ? null : address(asked, page.next()));
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

    private List<Chip> chips(@Nullable State asked, Map<State, Long> counts, Locale locale) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(LIST, messages.getMessage("admin.jobs.all", null, locale), asked == null, all));
        for (var state : State.values()) {
            var on = state == asked;
            var count = counts.getOrDefault(state, 0L);
            if (count > 0 || on)
                chips.add(new Chip(
                        address(on ? null : state, null),
                        messages.getMessage("admin.jobs.state." + state.wire(), null, locale),
                        on,
                        count));
        }
        return chips;
    }

    private static @Nullable State state(@Nullable String asked) {
        if (asked == null || asked.isBlank()) return null;
        for (var state : State.values()) if (state.wire().equals(asked)) return state;
        throw new Problem.InvalidInput("/state", "choice", "One of: failing, late, running, planned.");
    }

    private static String address(@Nullable State state, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(LIST);
        if (state != null) address.queryParam("state", state.wire());
        if (after == null) return address.toUriString();
        return address.queryParam("after", "{after}")
                .encode()
                .buildAndExpand(after)
                .toUriString();
    }
}

package org.plenary.identity.person;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works for the organization, and who goes. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/members")
class MemberPages {
    private static final String HERE = "/manage/members";

    private final Staffing staffing;
    private final People people;
    private final RoleWords words;
    private final StaffQuota quota;
    private final MessageSource messages;

    MemberPages(Staffing staffing, People people, RoleWords words, StaffQuota quota, MessageSource messages) {
        this.staffing = staffing;
        this.people = people;
        this.words = words;
        this.quota = quota;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID after, Model model, Locale locale) {
        var page = people.page(Page.DEFAULT_LIMIT, after);
        model.addAttribute("members", words.members(page.items(), locale));
        model.addAttribute("room", quota.use().orElse(null));
        model.addAttribute("first", after == null ? null : HERE);
        model.addAttribute("next", page.next() == null ? null : HERE + "?after=" + page.next());
        return "identity/members";
    }

    @GetMapping("/{id}/removal/confirm")
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("person", staffing.require(id));
        return "identity/member-removal";
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        try {
            staffing.remove(id);
            return done("removed", locale, redirect);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("last-owner", locale)));
            return new ModelAndView("redirect:" + HERE);
        }
    }

    private ModelAndView done(String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(text(what, locale)));
        return new ModelAndView("redirect:" + HERE);
    }

    private String text(String what, Locale locale) {
        return messages.getMessage("identity.members." + what, null, locale);
    }
}

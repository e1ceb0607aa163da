package org.plenary.identity.person;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/members")
class MemberPages {
    private static final String HERE = "/manage/members";

    private final Staffing staffing;
    private final People people;
    private final PageErrors errors;
    private final MessageSource messages;
    private final SecondFactorRules secondFactor;

    MemberPages(
            Staffing staffing,
            People people,
            PageErrors errors,
            MessageSource messages,
            SecondFactorRules secondFactor) {
        this.secondFactor = secondFactor;
        this.staffing = staffing;
        this.people = people;
        this.errors = errors;
        this.messages = messages;
    }

    record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role) {}

    @ModelAttribute("roles")
    List<Choice> roles(Locale locale) {
        return Role.ofStaff().stream()
                .map(role -> new Choice(
                        role.code(), text("role", role.code(), locale), text("role-help", role.code(), locale)))
                .toList();
    }

    private String text(String group, String code, Locale locale) {
        return messages.getMessage("identity.%s.%s".formatted(group, code.replace('_', '-')), null, locale);
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = people.page(Page.DEFAULT_LIMIT, after);
        model.addAttribute("members", page.items());
        model.addAttribute(
                "strictRoles", secondFactor.roles().stream().map(Role::code).toList());
        model.addAttribute("first", after == null ? null : HERE);
        model.addAttribute("next", page.next() == null ? null : HERE + "?after=" + page.next());
        return "identity/members";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", new Form(null, null, Role.ORGANIZER.code()));
        return "identity/member-new";
    }

    @PostMapping
    ModelAndView add(Form form, Locale locale, RedirectAttributes redirect) {
        try {
            var added = staffing.add(form.name(), form.email(), form.role());
            if (added.passwordLink() == null) return done("added", locale, redirect);
            return new ModelAndView("identity/member-added")
                    .addObject("person", added.person())
                    .addObject("passwordLink", added.passwordLink());
        } catch (Problem.InvalidInput e) {
            var view = new ModelAndView("identity/member-new", HttpStatus.UNPROCESSABLE_CONTENT);
            return view.addObject("form", form).addObject("fieldErrors", errors.of(e, locale));
        }
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("person", staffing.require(id));
        return "identity/member";
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, @RequestParam String role, Locale locale, RedirectAttributes redirect) {
        try {
            staffing.change(id, role);
            return done("changed", locale, redirect);
        } catch (Problem.Conflict e) {
            return lastOwner(locale, redirect);
        }
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
            return lastOwner(locale, redirect);
        }
    }

    private ModelAndView done(String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(text("members", what, locale)));
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView lastOwner(Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.failure(text("members", "last_owner", locale)));
        return new ModelAndView("redirect:" + HERE);
    }
}

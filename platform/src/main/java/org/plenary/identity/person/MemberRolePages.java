package org.plenary.identity.person;

import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roles of one member: for the whole organization or for one conference, with or without a last day. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/members/{id}")
class MemberRolePages {
    private final Staffing staffing;
    private final RoleWords words;
    private final PageErrors errors;
    private final MessageSource messages;

    MemberRolePages(Staffing staffing, RoleWords words, PageErrors errors, MessageSource messages) {
        this.staffing = staffing;
        this.words = words;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Locale locale) {
        return page(id, MemberForm.blank(locale.toLanguageTag()), locale);
    }

    private ModelAndView page(UUID id, MemberForm form, Locale locale) {
        return new ModelAndView("identity/member")
                .addObject("member", words.member(staffing.require(id), locale))
                .addObject("form", form)
                .addObject("roles", words.roles(locale))
                .addObject("places", words.places(locale));
    }

    @PostMapping("/roles")
    ModelAndView give(@PathVariable UUID id, MemberForm form, Locale locale, RedirectAttributes redirect) {
        try {
            staffing.give(id, form.wish());
            return done(id, Flash.success(text("role-given", locale)), redirect);
        } catch (Problem.InvalidInput e) {
            return errors.refused(page(id, form, locale), e, locale);
        } catch (Problem.Conflict e) {
            if (!e.violations().isEmpty()) return errors.refused(page(id, form, locale), e, locale);
            return done(id, Flash.failure(text("last-owner", locale)), redirect);
        }
    }

    @GetMapping("/roles/{grant}/end")
    ModelAndView question(@PathVariable UUID id, @PathVariable UUID grant, Locale locale) {
        var person = staffing.require(id);
        var role = staffing.grant(person, grant).role();
        return new ModelAndView("identity/member-role-end")
                .addObject("person", person)
                .addObject("grant", grant)
                .addObject("isOnlyOne", person.grants().size() == 1)
                .addObject("role", words.name(role, locale));
    }

    @PostMapping("/roles/{grant}/end")
    ModelAndView end(@PathVariable UUID id, @PathVariable UUID grant, Locale locale, RedirectAttributes redirect) {
        var isOnlyOne = staffing.require(id).grants().size() == 1;
        try {
            staffing.end(id, grant);
        } catch (Problem.Conflict e) {
            return done(id, Flash.failure(text("last-owner", locale)), redirect);
        }
        redirect.addFlashAttribute("flash", Flash.success(text("role-ended", locale)));
        return new ModelAndView("redirect:/manage/members" + (isOnlyOne ? "" : "/" + id));
    }

    private static ModelAndView done(UUID id, Flash flash, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", flash);
        return new ModelAndView("redirect:/manage/members/" + id);
    }

    private String text(String what, Locale locale) {
        return messages.getMessage("identity.members." + what, null, locale);
    }
}

package org.plenary.identity.person;

import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
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

/** Who works for one conference alone: its bodies and groups, put together by whoever answers for it. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/staff")
class ConferenceStaffPages {
    private final ConferenceStaffing staffing;
    private final RoleWords words;
    private final WantedRoles wishes;
    private final PageErrors errors;
    private final MessageSource messages;

    ConferenceStaffPages(
            ConferenceStaffing staffing,
            RoleWords words,
            WantedRoles wishes,
            PageErrors errors,
            MessageSource messages) {
        this.staffing = staffing;
        this.words = words;
        this.wishes = wishes;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list(@PathVariable String conference, Locale locale) {
        return page(conference, MemberForm.blank(locale.toLanguageTag()), locale);
    }

    private ModelAndView page(String conference, MemberForm form, Locale locale) {
        var staff = staffing.of(conference);
        return new ModelAndView("identity/conference-staff")
                .addObject("slug", conference)
                .addObject("people", words.members(staff.people(), locale))
                .addObject("asked", staff.asked())
                .addObject("offered", words.offered(staff.asked(), locale))
                .addObject("roles", words.roles(wishes.givableHere(), locale))
                .addObject("room", staff.room())
                .addObject("languages", Choice.languages())
                .addObject("form", form);
    }

    @PostMapping
    ModelAndView invite(@PathVariable String conference, MemberForm form, Locale locale, RedirectAttributes redirect) {
        try {
            var language = Languages.nearest(form.language() == null ? "" : form.language());
            var wish = new WantedRoles.Wish(form.role(), conference, form.wish().until());
            staffing.invite(form.name(), form.email(), language, wish);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return errors.refused(page(conference, form, locale), e, locale);
        }
        return done(conference, "staff-invited", locale, redirect);
    }

    @PostMapping("/{person}/roles/{grant}/end")
    ModelAndView end(
            @PathVariable String conference,
            @PathVariable UUID person,
            @PathVariable UUID grant,
            Locale locale,
            RedirectAttributes redirect) {
        staffing.end(conference, person, grant);
        return done(conference, "role-ended", locale, redirect);
    }

    @PostMapping("/invitations/{id}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String conference, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        staffing.withdraw(conference, id);
        return done(conference, "staff-withdrawn", locale, redirect);
    }

    private ModelAndView done(String conference, String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.members." + what, null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference + "/staff");
    }
}

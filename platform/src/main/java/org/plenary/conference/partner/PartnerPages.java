package org.plenary.conference.partner;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The partner organizations of a conference. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/partners")
class PartnerPages {
    private final ConferenceApi conferences;
    private final Partnering partnering;
    private final PageErrors errors;
    private final MessageSource messages;

    PartnerPages(ConferenceApi conferences, Partnering partnering, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.partnering = partnering;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("conference/partners")
                .addObject("slug", found.slug())
                .addObject("today", partnering.today())
                .addObject("partners", partnering.of(found));
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable String conference) {
        return form(conferences.bySlug(conference), null, PartnerForm.blank());
    }

    @GetMapping("/{partner}/edit")
    ModelAndView edit(@PathVariable String conference, @PathVariable UUID partner) {
        var found = conferences.bySlug(conference);
        return form(
                found,
                partner,
                PartnerForm.of(partnering.require(found, partner).details()));
    }

    private static ModelAndView form(ConferenceView conference, @Nullable UUID id, PartnerForm form) {
        return new ModelAndView("conference/partner-form")
                .addObject("slug", conference.slug())
                .addObject("id", id)
                .addObject("form", form);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String conference,
            PartnerForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        var found = conferences.bySlug(conference);
        try {
            var id = partnering.create(found, form, file);
            return done(found, id, locale, redirect);
        } catch (Problem.InvalidInput e) {
            return refused(form(found, null, form), e, locale);
        }
    }

    @PostMapping("/{partner}")
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable UUID partner,
            PartnerForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        var found = conferences.bySlug(conference);
        try {
            partnering.change(found, partner, form, file);
            return done(found, partner, locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(form(found, partner, form), e, locale);
        }
    }

    private ModelAndView refused(ModelAndView view, Problem problem, Locale locale) {
        view.setStatus(problem instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return view.addObject("fieldErrors", errors.of(problem, locale));
    }

    private ModelAndView done(ConferenceView conference, UUID id, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("conference.partner.saved", null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/partners/" + id);
    }
}

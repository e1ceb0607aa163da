package org.plenary.lodging.contact;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
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

/** Whom the organizer lets in from a hotel. */
@Controller
@TenantHost
@Requires(Permission.CONFERENCE_WRITE)
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/contacts")
class ContactPages {
    private final HotelDesks desks;
    private final LettingIn lettingIn;
    private final PageErrors errors;
    private final MessageSource messages;

    ContactPages(HotelDesks desks, LettingIn lettingIn, PageErrors errors, MessageSource messages) {
        this.desks = desks;
        this.lettingIn = lettingIn;
        this.errors = errors;
        this.messages = messages;
    }

    record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String language) {}

    @GetMapping
    ModelAndView list(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        return page(desks.ofStaff(conference, hotel), new Form(null, null, locale.toLanguageTag()), locale);
    }

    @PostMapping
    ModelAndView letIn(
            @PathVariable String conference,
            @PathVariable String hotel,
            Form form,
            Locale locale,
            RedirectAttributes redirect) {
        var desk = desks.ofStaff(conference, hotel);
        var email = form.email() == null ? "" : form.email().strip();
        var name = form.name() == null ? "" : form.name();
        var language = Languages.nearest(form.language() == null ? "" : form.language());
        try {
            lettingIn.letIn(desk, name, email, language);
        } catch (Problem.InvalidInput e) {
            return errors.refused(page(desk, form, locale), e, locale);
        }
        return done(desk, "invited", email, locale, redirect);
    }

    @PostMapping("/{contact}/mail")
    ModelAndView writeAgain(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID contact,
            Locale locale,
            RedirectAttributes redirect) {
        var desk = desks.ofStaff(conference, hotel);
        return done(desk, "invited", lettingIn.writeAgain(desk, contact).email(), locale, redirect);
    }

    @GetMapping("/{contact}/removal")
    ModelAndView question(
            @PathVariable String conference, @PathVariable String hotel, @PathVariable UUID contact, Locale locale) {
        var desk = desks.ofStaff(conference, hotel);
        return new ModelAndView(
                "lodging/hotel-contact-removal",
                Map.of(
                        "desk", desk,
                        "hotelName", desk.hotel().name().in(locale),
                        "contact", lettingIn.require(desk, contact)));
    }

    @PostMapping("/{contact}/removal")
    ModelAndView end(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID contact,
            Locale locale,
            RedirectAttributes redirect) {
        var desk = desks.ofStaff(conference, hotel);
        return done(desk, "ended", lettingIn.end(desk, contact).name(), locale, redirect);
    }

    private ModelAndView page(HotelDesk desk, Form form, Locale locale) {
        return HotelNav.page("lodging/hotel-contacts", desk, "contacts", locale)
                .addObject("contacts", lettingIn.of(desk))
                .addObject("form", form);
    }

    private ModelAndView done(HotelDesk desk, String what, String who, Locale locale, RedirectAttributes redirect) {
        var text = messages.getMessage("lodging.contact." + what, new Object[] {who}, locale);
        redirect.addFlashAttribute("flash", Flash.success(text));
        return new ModelAndView("redirect:" + desk.base() + "/contacts");
    }
}

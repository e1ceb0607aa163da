package org.plenary.conference.partner;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.identity.PartnerPeople;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One partner with its people: who works, who was asked, and the end of all of it. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/partners/{partner}")
class PartnerPeoplePages {
    private final ConferenceApi conferences;
    private final Partnering partnering;
    private final PartnerPeople people;
    private final FileStore files;
    private final Words words;

    PartnerPeoplePages(
            ConferenceApi conferences, Partnering partnering, PartnerPeople people, FileStore files, Words words) {
        this.conferences = conferences;
        this.partnering = partnering;
        this.people = people;
        this.files = files;
        this.words = words;
    }

    @Component
    record Words(PageErrors errors, MessageSource messages) {
        Flash said(String what, Locale locale) {
            return Flash.success(messages.getMessage("conference.partner." + what, null, locale));
        }
    }

    record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String language) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable UUID partner, Locale locale) {
        return page(
                conferences.bySlug(conference), partner, new Form(null, null, null, locale.toLanguageTag()), locale);
    }

    private ModelAndView page(ConferenceView conference, UUID id, Form form, Locale locale) {
        var partner = partnering.require(conference, id);
        return new ModelAndView("conference/partner")
                .addObject("slug", conference.slug())
                .addObject("partner", partner)
                .addObject("isOver", partner.isOver(partnering.today()))
                .addObject("people", people.of(id, locale))
                .addObject("roles", people.roles(locale))
                .addObject("form", form);
    }

    @PostMapping("/people")
    ModelAndView invite(
            @PathVariable String conference,
            @PathVariable UUID partner,
            Form form,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var language = Languages.nearest(form.language() == null ? "" : form.language());
        try {
            partnering.invite(found, partner, form.name(), form.email(), form.role(), language);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(found, partner, form, locale)
                    .addObject("fieldErrors", words.errors().of(e, locale));
            view.setStatus(e instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return done(found, partner, "invited", locale, redirect);
    }

    @PostMapping("/people/{someone}/dismissal")
    ModelAndView dismiss(
            @PathVariable String conference,
            @PathVariable UUID partner,
            @PathVariable UUID someone,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        partnering.dismiss(found, partner, someone);
        return done(found, partner, "dismissed", locale, redirect);
    }

    @GetMapping("/end")
    ModelAndView question(@PathVariable String conference, @PathVariable UUID partner) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("conference/partner-end")
                .addObject("slug", found.slug())
                .addObject("partner", partnering.require(found, partner));
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable String conference, @PathVariable UUID partner, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        partnering.end(found, partner);
        return done(found, partner, "ended", locale, redirect);
    }

    /** To save, never to show inside our own origin. */
    @GetMapping("/file")
    ResponseEntity<Resource> file(@PathVariable String conference, @PathVariable UUID partner) {
        var attached =
                partnering.require(conferences.bySlug(conference), partner).file();
        if (attached == null) throw new Problem.NotFound("The file of this partner");
        var file = files.find(attached.id()).orElseThrow(() -> new Problem.NotFound("The file of this partner"));
        var name = ContentDisposition.attachment()
                .filename(attached.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(file.id())));
    }

    private ModelAndView done(
            ConferenceView conference, UUID partner, String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", words.said(what, locale));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/partners/" + partner);
    }
}

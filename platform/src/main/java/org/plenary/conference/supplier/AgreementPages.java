package org.plenary.conference.supplier;

import java.io.IOException;
import java.time.LocalDate;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's pages of agreements with suppliers. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/agreements")
class AgreementPages {
    private final ConferenceApi conferences;
    private final Agreeing agreeing;
    private final AgreementFiles files;
    private final PageErrors errors;
    private final MessageSource messages;

    AgreementPages(
            ConferenceApi conferences,
            Agreeing agreeing,
            AgreementFiles files,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.agreeing = agreeing;
        this.files = files;
        this.errors = errors;
        this.messages = messages;
    }

    /** @param status the last part of its message key; @param tone of its badge */
    record Row(
            UUID id,
            String supplier,
            String kind,
            String status,
            String tone,
            @Nullable LocalDate signedOn,
            @Nullable String note,
            boolean hasFile) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var rows = agreeing.list(found.id()).stream()
                .map(agreement -> row(agreement, locale))
                .toList();
        return new ModelAndView("conference/agreements")
                .addObject("slug", found.slug())
                .addObject("agreements", rows);
    }

    private Row row(Agreement agreement, Locale locale) {
        var tone = switch (agreement.status()) {
            case SIGNED -> "good";
            case DRAFT, SENT -> "waiting";
            case NOT_NEEDED -> "quiet";
        };
        return new Row(
                agreement.id(),
                agreement.supplier(),
                AgreementForm.kind(messages, agreement.kind(), locale),
                agreement.status().messageKey(),
                tone,
                agreement.signedOn(),
                agreement.note(),
                agreement.file() != null);
    }

    @GetMapping("/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView blank(@PathVariable String conference, @RequestParam(defaultValue = "") String kind, Locale locale) {
        return page(conferences.bySlug(conference), AgreementForm.blank(kind), null, locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView create(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        return save(conferences.bySlug(conference), null, new AgreementForm(values), file, locale, redirect);
    }

    @GetMapping("/{agreement}")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView edit(@PathVariable String conference, @PathVariable UUID agreement, Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, AgreementForm.of(agreeing.find(found.id(), agreement)), agreement, locale);
    }

    @PostMapping("/{agreement}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable UUID agreement,
            @RequestParam MultiValueMap<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        return save(conferences.bySlug(conference), agreement, new AgreementForm(values), file, locale, redirect);
    }

    private ModelAndView save(
            ConferenceView conference,
            @Nullable UUID id,
            AgreementForm form,
            @Nullable MultipartFile file,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        try {
            files.keep(form, file);
            if (id == null) agreeing.create(conference, form.asInput());
            else agreeing.change(conference, id, form.asInput(), form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var view = page(conference, form, id, locale);
            view.addObject("fieldErrors", AgreementForm.onFields(errors.of(e, locale)));
            view.setStatus(e instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(text("conference.agreement.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/agreements");
    }

    private ModelAndView page(ConferenceView conference, AgreementForm form, @Nullable UUID id, Locale locale) {
        return new ModelAndView("conference/agreement")
                .addObject("slug", conference.slug())
                .addObject("id", id)
                .addObject("form", form)
                .addObject("kinds", AgreementForm.kinds(messages, locale))
                .addObject("statuses", AgreementForm.statuses(messages, locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

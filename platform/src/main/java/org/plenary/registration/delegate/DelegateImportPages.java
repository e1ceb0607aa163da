package org.plenary.registration.delegate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing delegates in from a file: choose it, say what its columns are, look at what is wrong, have it written. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/import")
@Requires(Permission.REGISTRATION_WRITE)
class DelegateImportPages {
    private final ConferenceApi conferences;
    private final ImportDrafts drafts;
    private final DelegateImporting importing;
    private final DelegateImportPage page;
    private final PageErrors errors;

    DelegateImportPages(
            ConferenceApi conferences,
            ImportDrafts drafts,
            DelegateImporting importing,
            DelegateImportPage page,
            PageErrors errors) {
        this.conferences = conferences;
        this.drafts = drafts;
        this.importing = importing;
        this.page = page;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView upload(@PathVariable String conference) {
        return new ModelAndView("registration/delegate-import")
                .addObject("slug", conferences.bySlug(conference).slug());
    }

    @PostMapping
    ModelAndView keep(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        var found = conferences.bySlug(conference);
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            var job = drafts.keep(found, TableFile.of(file.getBytes()));
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/delegates/import/" + job);
        } catch (Problem.InvalidInput e) {
            return errors.refused(upload(conference), e, locale);
        }
    }

    @GetMapping("/{job}")
    ModelAndView mapping(@PathVariable String conference, @PathVariable UUID job, Locale locale) {
        var found = conferences.bySlug(conference);
        var draft = draft(found, job);
        if (!draft.isDraft()) return running(found, job);
        var file = drafts.file(draft);
        return page.draw(found, draft, file, page.guess(found, file, locale), null, null, locale);
    }

    /** Tries the mapping; with the word to do it, has the rows written. */
    @PostMapping("/{job}")
    ModelAndView confirm(
            @PathVariable String conference,
            @PathVariable UUID job,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var draft = draft(found, job);
        if (!draft.isDraft()) return running(found, job);
        var file = drafts.file(draft);
        var mapping = mapping(file, parameters);
        var step = parameters.getFirst("step");
        try {
            if (!"all".equals(step) && !"good".equals(step))
                return page.draw(found, draft, file, mapping, importing.tried(found, draft, mapping), null, locale);
            importing.start(found, draft, mapping, "all".equals(step));
            return running(found, job);
        } catch (Problem.InvalidInput e) {
            return page.draw(found, draft, file, mapping, null, e, locale);
        } catch (Problem.Conflict e) {
            return page.draw(found, draft, file, mapping, importing.tried(found, draft, mapping), e, locale);
        }
    }

    private DelegateJob draft(ConferenceView conference, UUID job) {
        return drafts.find(conference, job).orElseThrow(() -> new Problem.NotFound("This import"));
    }

    private static ModelAndView running(ConferenceView conference, UUID job) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/delegates/jobs/" + job);
    }

    /** Of two columns for the same, the first is it. */
    private static ImportMapping mapping(TableFile file, MultiValueMap<String, String> parameters) {
        var targets = new ArrayList<String>();
        for (var i = 0; i < file.header().size(); i++) {
            var target = first(parameters, "column." + i);
            targets.add(targets.contains(target) ? "" : target);
        }
        var country = first(parameters, "country");
        var settled = first(parameters, "settled");
        return new ImportMapping(
                targets,
                first(parameters, "fee"),
                List.of(Locale.getISOCountries()).contains(country) ? country : "",
                Languages.nearest(first(parameters, "locale")).toLanguageTag(),
                ImportMapping.SETTLED.contains(settled) ? settled : ImportMapping.SETTLED.getFirst(),
                "true".equals(parameters.getFirst("mails")));
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value;
    }
}

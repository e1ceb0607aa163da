package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.AskedFields;
import org.plenary.forms.AskedView;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.PostedAnswers;
import org.plenary.forms.Purpose;
import org.plenary.forms.StaffFields;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.registration.order.OrderNotes;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One delegate for staff: the answers, the files that were sent, and the fields for staff only. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/{delegate}")
@Requires(Permission.REGISTRATION_READ)
class DelegatePage {
    private static final String PREFIX = "answers.";

    private final ConferenceApi conferences;
    private final Opened opened;
    private final Reading reading;
    private final DelegateNotes notes;
    private final Shown shown;

    DelegatePage(ConferenceApi conferences, Opened opened, Reading reading, DelegateNotes notes, Shown shown) {
        this.conferences = conferences;
        this.opened = opened;
        this.reading = reading;
        this.notes = notes;
        this.shown = shown;
    }

    /** What the page says besides. */
    @Component("shownOfDelegate")
    record Shown(PageErrors errors, OrderNotes notes) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable UUID delegate, Locale locale) {
        var found = conferences.bySlug(conference);
        var row = opened.seen(found, delegate, "delegate");
        var asked = reading.asked(found, row);
        return page(found, row, StaffFields.filled(asked, row.answers(), PREFIX), asked, Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView note(
            @PathVariable String conference,
            @PathVariable UUID delegate,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var row = opened.delegate(found, delegate);
        var asked = reading.asked(found, row);
        var posted = new Posted(values);
        try {
            notes.save(found, row.id(), asked, PostedAnswers.read(asked, posted, PREFIX));
        } catch (Problem.InvalidInput e) {
            var view = page(found, row, posted, asked, shown.errors().of(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(reading.text("registration.delegate.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference + "/delegates/" + delegate);
    }

    @GetMapping("/files/{file}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String conference, @PathVariable UUID delegate, @PathVariable UUID file) {
        return reading.file(opened.seen(conferences.bySlug(conference), delegate, "delegate-file"), file);
    }

    private ModelAndView page(
            ConferenceView conference,
            DelegateRow row,
            Posted posted,
            FormDefinition asked,
            Map<String, String> wrong,
            Locale locale) {
        var view = new ModelAndView("registration/delegate")
                .addObject("slug", conference.slug())
                .addObject("delegate", row)
                .addObject("notes", shown.notes().of(conference, row.order(), locale))
                .addObject("answers", reading.rows(conference, row, locale))
                .addObject("sections", reading.sections(asked, posted, locale));
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }

    /** Finds delegates, and writes down who looked at them. */
    @Component
    record Opened(DelegateQueries queries, AccessLog log) {
        DelegateRow delegate(ConferenceView conference, UUID id) {
            return queries.byIds(conference.id(), List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("This delegate"));
        }

        DelegateRow seen(ConferenceView conference, UUID id, String what) {
            var row = delegate(conference, id);
            log.record(Seen.one(conference.id(), Way.PAGE, what, row.id(), 1));
            return row;
        }
    }

    /** What the page shows of a delegate, by the version of the form that was answered. */
    @Component
    static class Reading {
        private final Forms forms;
        private final AnswerWords words;
        private final AskedFields fields;
        private final FileStore files;
        private final MessageSource messages;

        Reading(Forms forms, AnswerWords words, AskedFields fields, FileStore files, MessageSource messages) {
            this.forms = forms;
            this.words = words;
            this.fields = fields;
            this.files = files;
            this.messages = messages;
        }

        private FormDefinition form(ConferenceView conference, DelegateRow row) {
            return forms.version(Purpose.REGISTRATION, conference.id(), row.formVersion())
                    .orElseGet(() -> forms.newest(Purpose.REGISTRATION, conference.id()))
                    .definition();
        }

        FormDefinition asked(ConferenceView conference, DelegateRow row) {
            return StaffFields.of(form(conference, row), row.answers(), null);
        }

        List<AnswerWords.Row> rows(ConferenceView conference, DelegateRow row, Locale locale) {
            return words.rows(form(conference, row), row.answers(), true, locale);
        }

        List<AskedView.Section> sections(FormDefinition asked, Posted posted, Locale locale) {
            return fields.sections(
                    asked,
                    new AskedFields.Filling(
                            posted, PREFIX, null, Map.of(), java.time.LocalDate.EPOCH, false, true, locale));
        }

        /** Only a file that this very delegate sent. */
        ResponseEntity<InputStreamResource> file(DelegateRow row, UUID id) {
            var isOwn = row.answers().values().stream()
                    .anyMatch(answer -> answer.path("file").asString("").equals(id.toString()));
            var file = isOwn ? files.find(id) : java.util.Optional.<org.plenary.files.StoredFile>empty();
            if (file.isEmpty()) throw new Problem.NotFound("This file");
            var name = ContentDisposition.attachment()
                    .filename(file.get().name(), java.nio.charset.StandardCharsets.UTF_8)
                    .build();
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.get().type()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                    .cacheControl(CacheControl.noStore())
                    .body(new InputStreamResource(files.open(id)));
        }

        String text(String key, Locale locale) {
            return messages.getMessage(key, null, locale);
        }
    }
}

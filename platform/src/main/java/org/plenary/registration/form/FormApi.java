package org.plenary.registration.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The form as programs see it. What {@code export} gives can be put to this or another conference as it is; fields for staff only
 * are told to nobody else.
 */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/registration-form")
class FormApi {
    private final ConferenceApi conferences;
    private final Forms forms;
    private final Callers callers;

    FormApi(ConferenceApi conferences, Forms forms, Callers callers) {
        this.conferences = conferences;
        this.forms = forms;
        this.callers = callers;
    }

    record View(int version, List<FormDefinition.Section> sections) {}

    @GetMapping
    @Public
    ResponseEntity<View> show(
            @PathVariable String conference, @RequestParam(required = false) @Nullable Integer version) {
        var id = conferences.visible(conference).id();
        var form = version == null
                ? forms.newest(Purpose.REGISTRATION, id)
                : forms.version(Purpose.REGISTRATION, id, version)
                        .orElseThrow(() -> new Problem.NotFound("This version of the form"));
        var isStaff = callers.current().may(Permission.CONFERENCE_READ);
        return answer(form, isStaff ? form.definition() : form.definition().withoutStaffOnly());
    }

    @GetMapping("/export")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<FormDefinition> export(@PathVariable String conference) {
        var form = forms.newest(
                Purpose.REGISTRATION, conferences.bySlug(conference).id());
        return ResponseEntity.ok().eTag(form.tag()).body(form.definition());
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> put(
            @PathVariable String conference,
            @RequestBody FormDefinition definition,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var form = forms.put(Purpose.REGISTRATION, conferences.bySlug(conference), definition, ifMatch);
        return answer(form, form.definition());
    }

    private static ResponseEntity<View> answer(Form form, FormDefinition shown) {
        return ResponseEntity.ok().eTag(form.tag()).body(new View(form.version(), shown.sections()));
    }
}

package org.plenary.registration.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
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

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/registration-form")
class FormApi {
    private final ConferenceApi conferences;
    private final Forms forms;

    FormApi(ConferenceApi conferences, Forms forms) {
        this.conferences = conferences;
        this.forms = forms;
    }

    record View(int version, List<FormDefinition.Section> sections) {}

    @GetMapping
    @Public
    ResponseEntity<View> show(
            @PathVariable String conference, @RequestParam(required = false) @Nullable Integer version) {
        var id = conferences.visible(conference).id();
        var form = version == null
                ? forms.newest(id)
                : forms.version(id, version).orElseThrow(() -> new Problem.NotFound("This version of the form"));
        return answer(form);
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> put(
            @PathVariable String conference,
            @RequestBody FormDefinition definition,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(forms.put(conferences.bySlug(conference), definition, ifMatch));
    }

    private static ResponseEntity<View> answer(Form form) {
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(form.version()))
                .body(new View(form.version(), form.definition().sections()));
    }
}

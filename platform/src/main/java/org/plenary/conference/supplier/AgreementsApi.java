package org.plenary.conference.supplier;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/agreements")
class AgreementsApi {
    private final ConferenceApi conferences;
    private final Agreeing agreeing;

    AgreementsApi(ConferenceApi conferences, Agreeing agreeing) {
        this.conferences = conferences;
        this.agreeing = agreeing;
    }

    /** @param file its name; null while there is none */
    record View(
            UUID id,
            AgreementKind kind,
            String supplier,
            Agreement.Status status,
            @Nullable LocalDate signedOn,
            @Nullable String note,
            @Nullable String file,
            long version) {
        static View of(Agreement agreement) {
            var file = agreement.file();
            return new View(
                    agreement.id(),
                    agreement.kind(),
                    agreement.supplier(),
                    agreement.status(),
                    agreement.signedOn(),
                    agreement.note(),
                    file == null ? null : file.name(),
                    agreement.version());
        }
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<View> list(@PathVariable String conference) {
        var all = agreeing.list(conferences.bySlug(conference).id());
        return new Page<>(all.stream().map(View::of).toList(), null);
    }

    @GetMapping("/{agreement}")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<View> one(@PathVariable String conference, @PathVariable UUID agreement) {
        return answer(agreeing.find(conferences.bySlug(conference).id(), agreement));
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> create(@PathVariable String conference, @RequestBody AgreementInput input) {
        var made = agreeing.create(conferences.bySlug(conference), input);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/agreements/" + made.id()))
                .eTag(Preconditions.tag(made.version()))
                .body(View.of(made));
    }

    @PutMapping("/{agreement}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> change(
            @PathVariable String conference,
            @PathVariable UUID agreement,
            @RequestBody AgreementInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(agreeing.change(conferences.bySlug(conference), agreement, input, ifMatch));
    }

    @DeleteMapping("/{agreement}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> delete(
            @PathVariable String conference,
            @PathVariable UUID agreement,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        agreeing.delete(conferences.bySlug(conference), agreement, ifMatch);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<View> answer(Agreement agreement) {
        return ResponseEntity.ok().eTag(Preconditions.tag(agreement.version())).body(View.of(agreement));
    }
}

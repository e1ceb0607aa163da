package org.plenary.conference.body;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
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

/** The bodies of a conference for programs. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/bodies")
class BodiesApi {
    private final ConferenceApi conferences;
    private final Constituting bodies;
    private final UsualBodies usual;

    BodiesApi(ConferenceApi conferences, Constituting bodies, UsualBodies usual) {
        this.conferences = conferences;
        this.bodies = bodies;
        this.usual = usual;
    }

    /** @param duty its id */
    record DutyView(UUID duty, LocalizedText text) {}

    /** @param role what its members with an account may do in the conference; null for nothing */
    record BodyView(
            UUID id,
            LocalizedText name,
            BodyType type,
            LocalizedText mandate,
            @Nullable String role,
            boolean isPublic,
            List<DutyView> duties,
            long version) {
        static BodyView of(Body body) {
            var details = body.details();
            return new BodyView(
                    body.id(),
                    details.name(),
                    details.type(),
                    details.mandate(),
                    details.role(),
                    details.isPublic(),
                    body.duties().stream()
                            .map(duty -> new DutyView(duty.id(), duty.text()))
                            .toList(),
                    body.version());
        }
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<BodyView> list(@PathVariable String conference) {
        return page(bodies.of(conferences.bySlug(conference)));
    }

    @PostMapping
    @Requires(Permission.STAFF_WRITE)
    ResponseEntity<BodyView> create(@PathVariable String conference, @RequestBody BodyInput input) {
        var made = bodies.create(conferences.bySlug(conference), input);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/bodies/" + made.id()))
                .eTag(Preconditions.tag(made.version()))
                .body(BodyView.of(made));
    }

    /** Makes the usual bodies, as far as there are none of their types. */
    @PostMapping("/usual")
    @Requires(Permission.STAFF_WRITE)
    Page<BodyView> begin(@PathVariable String conference) {
        return page(usual.begin(conferences.bySlug(conference)));
    }

    @GetMapping("/{body}")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<BodyView> one(@PathVariable String conference, @PathVariable UUID body) {
        return answer(bodies.find(conferences.bySlug(conference), body));
    }

    @PutMapping("/{body}")
    @Requires(Permission.STAFF_WRITE)
    ResponseEntity<BodyView> change(
            @PathVariable String conference,
            @PathVariable UUID body,
            @RequestBody BodyInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(bodies.change(conferences.bySlug(conference), body, input, ifMatch));
    }

    @DeleteMapping("/{body}")
    @Requires(Permission.STAFF_WRITE)
    ResponseEntity<Void> dissolve(
            @PathVariable String conference,
            @PathVariable UUID body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        bodies.dissolve(conferences.bySlug(conference), body, ifMatch);
        return ResponseEntity.noContent().build();
    }

    private static Page<BodyView> page(List<Body> some) {
        return new Page<>(some.stream().map(BodyView::of).toList(), null);
    }

    private static ResponseEntity<BodyView> answer(Body body) {
        return ResponseEntity.ok().eTag(Preconditions.tag(body.version())).body(BodyView.of(body));
    }
}

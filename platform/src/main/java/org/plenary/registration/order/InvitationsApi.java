package org.plenary.registration.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/invitations")
@Requires(Permission.REGISTRATION_WRITE)
class InvitationsApi {
    private final ConferenceApi conferences;
    private final Inviting inviting;
    private final Invitations invitations;

    InvitationsApi(ConferenceApi conferences, Inviting inviting, Invitations invitations) {
        this.conferences = conferences;
        this.inviting = inviting;
        this.invitations = invitations;
    }

    record View(
            UUID id,
            String fee,
            String email,
            String status,
            @Nullable String order) {}

    @PostMapping
    Inviting.Invited invite(@PathVariable String conference, @RequestBody Inviting.Invite invite) {
        return inviting.invite(conferences.bySlug(conference), invite);
    }

    @GetMapping
    Page<View> list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var rows = Page.limit(limit);
        var found = invitations.list(conferences.bySlug(conference).id(), rows + 1, OrderQueries.cursor(after)).stream()
                .map(each -> new View(each.id(), each.fee(), each.email(), each.status(), each.order()))
                .toList();
        return Page.of(found, rows, row -> row.id().toString());
    }

    /** Revokes one that was not used. */
    @DeleteMapping("/{invitation}")
    ResponseEntity<Void> revoke(@PathVariable String conference, @PathVariable UUID invitation) {
        inviting.revoke(conferences.bySlug(conference), invitation);
        return ResponseEntity.noContent().build();
    }
}

package org.plenary.registration.rush;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The waiting room of a conference, for programs of the organizer. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/waiting-room")
class RoomApi {
    private final ConferenceApi conferences;
    private final Rush rush;

    RoomApi(ConferenceApi conferences, Rush rush) {
        this.conferences = conferences;
        this.rush = rush;
    }

    /** @param figures null while the room is off, or cannot be reached */
    record View(RoomSettings settings, @Nullable Figures figures, long version) {}

    record Admission(int count) {}

    record Admitted(int admitted) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<View> show(@PathVariable String conference) {
        var room = rush.room(conferences.bySlug(conference))
                .orElseThrow(() -> new Problem.NotFound("This conference’s waiting room"));
        return answer(room);
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> configure(
            @PathVariable String conference,
            @RequestBody RoomSettings settings,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(rush.configure(conferences.bySlug(conference), settings, ifMatch));
    }

    /** Lets the next ones in at once. */
    @PostMapping("/admissions")
    @Requires(Permission.CONFERENCE_WRITE)
    Admitted admit(@PathVariable String conference, @RequestBody Admission admission) {
        return new Admitted(rush.admit(conferences.bySlug(conference), admission.count()));
    }

    private ResponseEntity<View> answer(WaitingRoom room) {
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(room.version()))
                .body(new View(room.settings(), rush.figures(room).orElse(null), room.version()));
    }
}

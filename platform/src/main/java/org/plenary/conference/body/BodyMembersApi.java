package org.plenary.conference.body;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.body.JoiningBodies.MemberInput;
import org.plenary.identity.BodyPeople;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who sits in a body, for programs. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/bodies/{body}/members")
class BodyMembersApi {
    private final ConferenceApi conferences;
    private final Constituting bodies;
    private final JoiningBodies joining;

    BodyMembersApi(ConferenceApi conferences, Constituting bodies, JoiningBodies joining) {
        this.conferences = conferences;
        this.bodies = bodies;
        this.joining = joining;
    }

    /** @param role how it stands with the body's role: {@code holds}, {@code over}, {@code asked}, or {@code none} */
    record BodyMemberView(
            UUID id,
            String name,
            @Nullable String email,
            boolean isChair,
            @Nullable LocalDate until,
            String role) {
        static BodyMemberView of(JoiningBodies.Seated seated) {
            var member = seated.member();
            return new BodyMemberView(
                    member.id(),
                    member.name(),
                    member.email(),
                    member.isChair(),
                    member.until(),
                    wire(seated.standing()));
        }

        private static String wire(BodyPeople.@Nullable Standing standing) {
            return standing == null ? "none" : standing.name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<BodyMemberView> list(@PathVariable String conference, @PathVariable UUID body) {
        var found = bodies.find(conferences.bySlug(conference), body);
        return new Page<>(joining.of(found).stream().map(BodyMemberView::of).toList(), null);
    }

    @PostMapping
    @Requires(Permission.STAFF_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    BodyMemberView add(@PathVariable String conference, @PathVariable UUID body, @RequestBody MemberInput input) {
        var found = conferences.bySlug(conference);
        return view(found, body, joining.add(found, body, input).id());
    }

    @PutMapping("/{member}")
    @Requires(Permission.STAFF_WRITE)
    BodyMemberView change(
            @PathVariable String conference,
            @PathVariable UUID body,
            @PathVariable UUID member,
            @RequestBody MemberInput input) {
        var found = conferences.bySlug(conference);
        joining.change(found, body, member, input);
        return view(found, body, member);
    }

    record Invitation(@Nullable String language) {}

    /** Asks once more, or asks somebody who was none with whom a role came. */
    @PostMapping("/{member}/invitation")
    @Requires(Permission.STAFF_WRITE)
    BodyMemberView invite(
            @PathVariable String conference,
            @PathVariable UUID body,
            @PathVariable UUID member,
            @RequestBody Invitation input) {
        var found = conferences.bySlug(conference);
        joining.invite(found, body, member, new MemberInput(null, null, null, null, input.language()).locale());
        return view(found, body, member);
    }

    @DeleteMapping("/{member}")
    @Requires(Permission.STAFF_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String conference, @PathVariable UUID body, @PathVariable UUID member) {
        joining.remove(conferences.bySlug(conference), body, member);
    }

    private BodyMemberView view(ConferenceView conference, UUID body, UUID member) {
        return joining.of(bodies.find(conference, body)).stream()
                .filter(seated -> seated.member().id().equals(member))
                .map(BodyMemberView::of)
                .findFirst()
                .orElseThrow();
    }
}

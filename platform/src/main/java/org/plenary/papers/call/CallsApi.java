package org.plenary.papers.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/call-for-papers")
class CallsApi {
    private final ConferenceApi conferences;
    private final Calling calling;
    private final Clock clock;

    CallsApi(ConferenceApi conferences, Calling calling, Clock clock) {
        this.conferences = conferences;
        this.calling = calling;
        this.clock = clock;
    }

    @GetMapping
    @Public
    ResponseEntity<View> show(@PathVariable String conference) {
        var current = calling.current(conferences.visible(conference));
        if (current == null) throw new Problem.NotFound("The call for papers");
        return answer(HttpStatus.OK, current);
    }

    /** @param announce whether authors are told of a deadline that moves to a later day */
    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ResponseEntity<View> call(
            @PathVariable String conference,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean announce,
            @RequestBody CallInput input) {
        var view = conferences.bySlug(conference);
        var isFirst = calling.current(view) == null;
        return answer(isFirst ? HttpStatus.CREATED : HttpStatus.OK, calling.call(view, input, ifMatch, announce));
    }

    private ResponseEntity<View> answer(HttpStatus status, Calls.Versioned saved) {
        var call = saved.call();
        var view = new View(
                call.tracks().stream().map(TrackView::of).toList(),
                call.types(),
                call.instructions(),
                call.form(),
                call.deadline(),
                call.blinding(),
                call.rounds(),
                call.extensions(),
                call.deadline().instant(),
                !call.deadline().isPassed(clock.instant()));
        return ResponseEntity.status(status)
                .eTag(Preconditions.tag(saved.version()))
                .body(view);
    }

    /** Who answers for a track is not told to everybody. */
    record TrackView(String key, LocalizedText name, List<Topic> topics) {
        static TrackView of(Track track) {
            return new TrackView(track.key(), track.name(), track.topics());
        }
    }

    record View(
            List<TrackView> tracks,
            List<SubmissionType> types,
            LocalizedText instructions,
            @Nullable JsonNode form,
            Deadline deadline,
            String blinding,
            List<Round> rounds,
            List<Extension> extensions,
            Instant closesAt,
            boolean beforeDeadline) {}
}

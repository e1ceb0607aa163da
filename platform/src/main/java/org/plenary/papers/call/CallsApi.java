package org.plenary.papers.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.forms.FormDefinition;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
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

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/call-for-papers")
class CallsApi {
    private final ConferenceApi conferences;
    private final Calling calling;
    private final CallAndForm both;
    private final Clock clock;

    CallsApi(ConferenceApi conferences, Calling calling, CallAndForm both, Clock clock) {
        this.conferences = conferences;
        this.calling = calling;
        this.both = both;
        this.clock = clock;
    }

    @GetMapping
    @Public
    ResponseEntity<View> show(@PathVariable String conference) {
        return answer(HttpStatus.OK, both.require(conferences.visible(conference)));
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
        return answer(isFirst ? HttpStatus.CREATED : HttpStatus.OK, both.call(view, input, ifMatch, announce));
    }

    private ResponseEntity<View> answer(HttpStatus status, CallAndForm.Current saved) {
        var call = saved.call().call();
        var form = saved.form();
        var view = new View(
                call.tracks().stream().map(TrackView::of).toList(),
                call.types(),
                call.instructions(),
                form.version() == 0 ? null : form.definition(),
                form.version(),
                call.deadline(),
                call.blinding(),
                call.rounds(),
                call.extensions(),
                call.deadline().instant(),
                !call.deadline().isPassed(clock.instant()));
        return ResponseEntity.status(status)
                .eTag(Preconditions.tag(saved.call().version()))
                .body(view);
    }

    /** Who answers for a track is not told to everybody. */
    record TrackView(String key, LocalizedText name, List<Topic> topics) {
        static TrackView of(Track track) {
            return new TrackView(track.key(), track.name(), track.topics());
        }
    }

    /** @param form of submissions; null when nothing further is asked */
    record View(
            List<TrackView> tracks,
            List<SubmissionType> types,
            LocalizedText instructions,
            @Nullable FormDefinition form,
            int formVersion,
            Deadline deadline,
            String blinding,
            List<Round> rounds,
            List<Extension> extensions,
            Instant closesAt,
            boolean beforeDeadline) {}
}

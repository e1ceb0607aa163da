package org.plenary.papers.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/call-for-papers")
class CallsApi {
    private final ConferenceApi conferences;
    private final Calling calling;
    private final java.time.Clock clock;

    CallsApi(ConferenceApi conferences, Calling calling, java.time.Clock clock) {
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

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ResponseEntity<View> call(@PathVariable String conference, @RequestBody CallInput input) {
        var view = conferences.bySlug(conference);
        var isFirst = calling.current(view) == null;
        return answer(isFirst ? HttpStatus.CREATED : HttpStatus.OK, calling.call(view, input, null));
    }

    private ResponseEntity<View> answer(HttpStatus status, Calls.Versioned saved) {
        var call = saved.call();
        var now = clock.instant();
        var view = new View(
                call.tracks(),
                call.form(),
                call.deadline(),
                call.blinding(),
                call.rounds(),
                call.deadline().instant(),
                !call.deadline().isPassed(now));
        return ResponseEntity.status(status).eTag("\"" + saved.version() + "\"").body(view);
    }

    record View(
            List<Call.Track> tracks,
            @Nullable JsonNode form,
            Deadline deadline,
            String blinding,
            @Nullable JsonNode rounds,
            Instant closesAt,
            boolean beforeDeadline) {}
}

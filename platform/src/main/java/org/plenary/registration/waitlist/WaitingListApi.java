package org.plenary.registration.waitlist;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
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
@RequestMapping("/api/v1/conferences/{conference}/waiting-list")
class WaitingListApi {
    private final ConferenceApi conferences;
    private final Joining joining;
    private final Answering answering;
    private final EntryQueries queries;
    private final Callers callers;

    WaitingListApi(
            ConferenceApi conferences, Joining joining, Answering answering, EntryQueries queries, Callers callers) {
        this.conferences = conferences;
        this.joining = joining;
        this.answering = answering;
        this.queries = queries;
        this.callers = callers;
    }

    /** Told to somebody who waits for the same already: nothing that a stranger may not know. */
    record AlreadyWaiting(String status, String detail) {}

    record Accepted(URI url) {}

    /** 201 with the secret; 200 without one for somebody who waits for the same already, who gets the link by mail. */
    @PostMapping
    @Public
    ResponseEntity<Object> join(@PathVariable("conference") String slug, @RequestBody JoinList command) {
        var conference = conferences.visible(slug);
        var joined = joining.join(conference, command);
        if (!joined.isNew())
            return ResponseEntity.ok(new AlreadyWaiting(
                    "already_waiting", "This person waits for this already; the link was mailed to them again."));
        var entry = queries.open(conference.id(), joined.entry().toString(), joined.secret(), false);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + slug + "/waiting-list/" + joined.entry()))
                .cacheControl(CacheControl.noStore())
                .body(EntryView.of(entry, queries.position(entry)).opened(joined.secret()));
    }

    @GetMapping
    @Requires(Permission.REGISTRATION_READ)
    Page<EntryView> list(
            @PathVariable("conference") String slug,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var state = status == null || status.isBlank() ? null : State.of(status);
        return queries.page(
                        conferences.bySlug(slug).id(), new EntryQueries.Filter(state, q, key), Page.limit(limit), after)
                .map(entry -> EntryView.of(entry, null));
    }

    @GetMapping("/{id}")
    @Public
    ResponseEntity<EntryView> show(
            @PathVariable("conference") String slug,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String secret) {
        var entry = open(conferences.bySlug(slug), id, secret, Permission.REGISTRATION_READ);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(EntryView.of(entry, queries.position(entry)));
    }

    /** Leaves the list; an offer is declined. Staff say why. */
    @DeleteMapping("/{id}")
    @Public
    ResponseEntity<Void> leave(
            @PathVariable("conference") String slug,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(defaultValue = "") String reason) {
        var conference = conferences.bySlug(slug);
        var entry = open(conference, id, secret, Permission.REGISTRATION_WRITE);
        if (entry.opensWith(secret)) answering.giveUp(conference, entry.id());
        else answering.giveUpFor(conference, entry, reason);
        return ResponseEntity.noContent().build();
    }

    /** Where it goes on: the payment page, or the order that is confirmed by this because it costs nothing. */
    @PostMapping("/{id}/acceptance")
    @Public
    Accepted accept(
            @PathVariable("conference") String slug,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return new Accepted(answering.accept(conference, open(conference, id, secret, Permission.REGISTRATION_WRITE)));
    }

    private Entry open(ConferenceView conference, String id, @Nullable String secret, Permission asStaff) {
        return queries.open(conference.id(), id, secret, callers.current().may(asStaff));
    }
}

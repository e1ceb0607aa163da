package org.plenary.registration.waitlist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff set, and do for those who wait. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/waiting-list")
@Requires(Permission.REGISTRATION_WRITE)
class WaitingDeskApi {
    private final ConferenceApi conferences;
    private final WaitingLists lists;
    private final EntryQueries queries;
    private final WaitingDesk desk;

    WaitingDeskApi(ConferenceApi conferences, WaitingLists lists, EntryQueries queries, WaitingDesk desk) {
        this.conferences = conferences;
        this.lists = lists;
        this.queries = queries;
        this.desk = desk;
    }

    /** @param open false ends the waiting of everybody, who are told by mail, null leaves it; what else is left out is as usual */
    record Settings(
            @Nullable Boolean open,
            @Nullable Integer offerHours,
            @Nullable PriceRule priceRule,
            @Nullable LocalDate endsOn) {
        static Settings of(ListSettings settings) {
            return new Settings(settings.isOpen(), settings.offerHours(), settings.priceRule(), settings.endsOn());
        }

        ListSettings insteadOf(ListSettings before) {
            return new ListSettings(
                    open == null ? before.isOpen() : open,
                    offerHours == null ? ListSettings.USUAL_HOURS : offerHours,
                    priceRule == null ? PriceRule.TODAY : priceRule,
                    endsOn,
                    before.version());
        }
    }

    record Reason(@Nullable String reason) {}

    /** @param wish its number, from 1; null for the first */
    record Invitation(@Nullable Integer wish, @Nullable String reason) {}

    @GetMapping("/settings")
    ResponseEntity<Settings> settings(@PathVariable String conference) {
        return answer(lists.settings(conferences.bySlug(conference).id()));
    }

    @PutMapping("/settings")
    ResponseEntity<Settings> change(
            @PathVariable String conference,
            @RequestBody Settings settings,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var found = conferences.bySlug(conference);
        var before = lists.settings(found.id());
        Preconditions.check(ifMatch, before.version());
        desk.change(found, settings.insteadOf(before));
        return answer(lists.settings(found.id()));
    }

    @PostMapping("/{id}/front")
    EntryView moveUp(@PathVariable String conference, @PathVariable String id, @RequestBody Reason why) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, null, true);
        desk.moveUp(found, entry.id(), text(why.reason()));
        return view(queries.open(found.id(), id, null, true));
    }

    @PostMapping("/{id}/invitation")
    EntryView invite(@PathVariable String conference, @PathVariable String id, @RequestBody Invitation invitation) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, null, true);
        var wish = invitation.wish() == null ? 1 : invitation.wish();
        if (wish < 1 || wish > entry.wishes().size())
            throw new Problem.InvalidInput("/wish", "range", "This person has no such wish.");
        desk.invite(found, entry.id(), wish - 1, text(invitation.reason()));
        return view(queries.open(found.id(), id, null, true));
    }

    private EntryView view(Entry entry) {
        return EntryView.of(entry, queries.position(entry));
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    private static ResponseEntity<Settings> answer(ListSettings settings) {
        return ResponseEntity.ok().eTag(Preconditions.tag(settings.version())).body(Settings.of(settings));
    }
}

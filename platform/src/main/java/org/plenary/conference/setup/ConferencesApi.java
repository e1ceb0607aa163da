package org.plenary.conference.setup;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.Venue;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences")
class ConferencesApi {
    private final ConferenceApi conferences;
    private final SettingUp settingUp;
    private final DraftRemoval removal;
    private final Urls urls;

    ConferencesApi(ConferenceApi conferences, SettingUp settingUp, DraftRemoval removal, Urls urls) {
        this.conferences = conferences;
        this.settingUp = settingUp;
        this.removal = removal;
        this.urls = urls;
    }

    /** A new conference: everything of a change but its status, which starts as draft. */
    record NewConference(
            @Nullable String slug,
            @Nullable LocalizedText name,
            @Nullable LocalizedText description,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String timeZone,
            ConferenceChange.@Nullable VenueChange venue,
            @Nullable String currency,
            @Nullable List<@Nullable String> languages,
            @Nullable Integer expectedAttendance,
            ConferenceChange.@Nullable CutOffChange cutOff) {
        ConferenceChange asChange() {
            return new ConferenceChange(
                    slug,
                    name,
                    description,
                    startsOn,
                    endsOn,
                    timeZone,
                    venue,
                    currency,
                    languages,
                    null,
                    expectedAttendance,
                    cutOff);
        }
    }

    record ConferenceBody(
            UUID id,
            String slug,
            LocalizedText name,
            LocalizedText description,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            Venue venue,
            String currency,
            List<String> languages,
            String status,
            @Nullable Integer expectedAttendance,
            @Nullable CutOffBody cutOff,
            URI url) {}

    /** @param suggested the date that suits the expected attendance; null while that is not known */
    record CutOffBody(
            @Nullable LocalDate on,
            String zone,
            boolean decoupled,
            @Nullable LocalDate suggested) {
        static @Nullable CutOffBody of(ConferenceView conference) {
            var advice = conference.cutOffAdvice();
            var suggested = advice == null ? null : advice.suggested();
            var zone = conference.timeZone().getId();
            var cutOff = conference.cutOff();
            if (cutOff == null) return suggested == null ? null : new CutOffBody(null, zone, false, suggested);
            return new CutOffBody(cutOff.on(), cutOff.anywhereOnEarth() ? "AoE" : zone, cutOff.decoupled(), suggested);
        }
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<ConferenceBody> create(@RequestBody NewConference body) {
        var created = settingUp.create(body.asChange());
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + created.slug()))
                .eTag(Preconditions.tag(created.version()))
                .body(body(created));
    }

    @GetMapping
    @Requires(value = Permission.CONFERENCE_READ, anywhere = true)
    Page<ConferenceBody> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var size = Page.limit(limit);
        var all = conferences.readable();
        var from = after == null ? 0 : positionAfter(all, after);
        var rows = all.subList(from, Math.min(all.size(), from + size + 1));
        return Page.of(rows, size, ConferenceView::slug).map(this::body);
    }

    @GetMapping("/{conference}")
    @Public
    ResponseEntity<ConferenceBody> get(@PathVariable String conference) {
        return answer(conferences.visible(conference));
    }

    @DeleteMapping("/{conference}")
    @Requires(Permission.CONFERENCE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String conference) {
        removal.delete(conference);
    }

    @PatchMapping("/{conference}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<ConferenceBody> change(
            @PathVariable String conference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ConferenceChange change) {
        return answer(settingUp.change(conference, ifMatch, change));
    }

    private static int positionAfter(List<ConferenceView> all, String cursor) {
        for (var i = 0; i < all.size(); i++) if (all.get(i).slug().equals(cursor)) return i + 1;
        throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
    }

    private ResponseEntity<ConferenceBody> answer(ConferenceView conference) {
        return ResponseEntity.ok().eTag(Preconditions.tag(conference.version())).body(body(conference));
    }

    private ConferenceBody body(ConferenceView conference) {
        return new ConferenceBody(
                conference.id(),
                conference.slug(),
                conference.name(),
                conference.description(),
                conference.startsOn(),
                conference.endsOn(),
                conference.timeZone().getId(),
                conference.venue(),
                conference.currency().getCode(),
                conference.languages().stream().map(Locale::toLanguageTag).toList(),
                conference.status().name().toLowerCase(Locale.ROOT),
                conference.expectedAttendance(),
                CutOffBody.of(conference),
                urls.tenant(Tenancy.require(), "/c/" + conference.slug()));
    }
}

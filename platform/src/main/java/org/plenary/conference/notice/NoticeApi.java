package org.plenary.conference.notice;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent.Item;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices.Edition;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/notice")
class NoticeApi {
    private static final LocalizedText NONE = new LocalizedText(Map.of());

    private final ConferenceApi conferences;
    private final Assembling assembling;
    private final Publishing publishing;
    private final Editing editing;

    NoticeApi(ConferenceApi conferences, Assembling assembling, Publishing publishing, Editing editing) {
        this.conferences = conferences;
        this.assembling = assembling;
        this.publishing = publishing;
        this.editing = editing;
    }

    record View(
            boolean instalments,
            boolean needsSignOff,
            List<SectionView> sections,
            List<SignOffView> signOffs,
            List<Edition> editions) {}

    /** @param state {@code empty}, {@code ready}, {@code held_back}, {@code withheld} or {@code published} */
    record SectionView(
            NoticeSection section,
            String state,
            @Nullable Instant since,
            LocalizedText text,
            List<Item> items,
            List<SectionStand.Needed> agreements,
            Set<Committee> signedOff) {
        static SectionView of(SectionStand stand) {
            return new SectionView(
                    stand.section(),
                    stand.state().name().toLowerCase(java.util.Locale.ROOT),
                    stand.since(),
                    stand.text(),
                    stand.items(),
                    stand.agreements(),
                    stand.signedOff());
        }
    }

    record SignOffView(Committee committee, String name, String by, Instant at) {}

    record Settings(@Nullable Boolean instalments, @Nullable Boolean needsSignOff) {}

    record Text(@Nullable LocalizedText text) {}

    record Publication(
            @Nullable List<@Nullable String> sections,
            @Nullable LocalizedText note) {}

    record NewSignOff(@Nullable String committee, @Nullable String name) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    View get(@PathVariable String conference) {
        return view(conferences.bySlug(conference));
    }

    @PutMapping("/settings")
    @Requires(Permission.CONFERENCE_WRITE)
    View set(@PathVariable String conference, @RequestBody Settings settings) {
        var found = conferences.bySlug(conference);
        editing.set(found, Boolean.TRUE.equals(settings.instalments()), Boolean.TRUE.equals(settings.needsSignOff()));
        return view(found);
    }

    @PutMapping("/sections/{section}/text")
    @Requires(Permission.CONFERENCE_WRITE)
    SectionView write(@PathVariable String conference, @PathVariable String section, @RequestBody Text body) {
        var found = conferences.bySlug(conference);
        var chosen = section(section);
        editing.write(found, chosen, body.text() == null ? NONE : body.text());
        return SectionView.of(assembling.of(found).of(chosen));
    }

    @PostMapping("/sections/{section}/withholding")
    @Requires(Permission.CONFERENCE_WRITE)
    SectionView withhold(@PathVariable String conference, @PathVariable String section) {
        var found = conferences.bySlug(conference);
        var chosen = section(section);
        publishing.withhold(found, chosen);
        return SectionView.of(assembling.of(found).of(chosen));
    }

    @PostMapping("/editions")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Edition> publish(@PathVariable String conference, @RequestBody Publication body) {
        var found = conferences.bySlug(conference);
        var edition = publishing.publish(found, sections(body), body.note() == null ? NONE : body.note());
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/notice"))
                .body(edition);
    }

    @PostMapping("/sign-offs")
    @Requires(Permission.CONFERENCE_WRITE)
    View signOff(@PathVariable String conference, @RequestBody NewSignOff body) {
        var found = conferences.bySlug(conference);
        var committee = Committee.ofWire(body.committee())
                .orElseThrow(() -> new Problem.InvalidInput("/committee", "choice", "One of: programme, organizing."));
        editing.signOff(found, committee, body.name());
        return view(found);
    }

    private View view(ConferenceView conference) {
        var assembled = assembling.of(conference);
        var document = assembled.document();
        return new View(
                document.instalments(),
                document.needsSignOff(),
                assembled.sections().stream().map(SectionView::of).toList(),
                document.signOffs().stream()
                        .map(each -> new SignOffView(each.committee(), each.name(), each.by(), each.at()))
                        .toList(),
                document.editions());
    }

    static NoticeSection section(String name) {
        return NoticeSection.ofWire(name).orElseThrow(() -> new Problem.NotFound("This section"));
    }

    private static Set<NoticeSection> sections(Publication body) {
        var found = new Violations();
        var named = body.sections() == null ? new ArrayList<@Nullable String>() : body.sections();
        var chosen = EnumSet.noneOf(NoticeSection.class);
        for (var i = 0; i < named.size(); i++) {
            var section = NoticeSection.ofWire(named.get(i));
            found.check(section.isPresent(), "/sections/" + i, "notice_section", "This is no section of the notice.");
            section.ifPresent(chosen::add);
        }
        found.check(!named.isEmpty(), "/sections", "required", "This is required.")
                .throwIfAny();
        return chosen;
    }
}

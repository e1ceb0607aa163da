package org.plenary.conference.notice;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticePublished;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices.Edition;
import org.plenary.conference.notice.NoticeDocument.Standing;
import org.plenary.conference.notice.SectionStand.State;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes sections of the notice, in instalments, and holds them back. */
@Component
class Publishing {
    private static final int MAXIMUM_NOTE = 500;

    private final NoticeRows rows;
    private final Assembling assembling;
    private final Editor editor;
    private final ApplicationEventPublisher events;

    Publishing(NoticeRows rows, Assembling assembling, Editor editor, ApplicationEventPublisher events) {
        this.rows = rows;
        this.assembling = assembling;
        this.editor = editor;
        this.events = events;
    }

    /** Who writes, and when. */
    @Component
    record Editor(AuditTrail audit, Signer signer, Clock clock) {}

    /**
     * Publishes sections together, or once more after a change; those who asked for news are told of it once.
     *
     * @param note what changed; needed when something was published before
     * @throws Problem.Conflict {@code section_empty}, {@code agreement_unsigned} naming the agreements, or {@code sign_off_missing}
     */
    @Transactional
    public Edition publish(ConferenceView conference, Set<NoticeSection> sections, LocalizedText note) {
        var kept = rows.lock(conference.id());
        var now = assembling.of(conference, kept);
        var stands = EnumSet.copyOf(sections).stream().map(now::of).toList();
        checkNote(kept.document(), sections, note);
        stands.forEach(stand -> requirePublishable(kept.document(), stand));
        var at = editor.clock().instant();
        var document = kept.document();
        for (var section : sections) document = document.withStanding(section, Standing.PUBLISHED, at);
        var edition = new Edition(
                document.nextEdition(),
                stands.stream().map(SectionStand::section).toList(),
                note,
                at,
                editor.signer().name());
        rows.save(conference.id(), document.with(edition));
        record(conference, "notice.published", stands, edition.number());
        if (conference.isPublic())
            events.publishEvent(new NoticePublished(Tenancy.require().id(), conference.id(), edition.number()));
        return edition;
    }

    /** Nobody sees it, and nothing of it is sold, until it is published again. */
    @Transactional
    public void withhold(ConferenceView conference, NoticeSection section) {
        var kept = rows.lock(conference.id());
        if (kept.document().of(section).standing() == Standing.WITHHELD) return;
        rows.save(
                conference.id(),
                kept.document()
                        .withStanding(section, Standing.WITHHELD, editor.clock().instant()));
        editor.audit()
                .record(
                        "notice.withheld",
                        conference.id().toString(),
                        Map.of("conference", conference.slug(), "section", section.wire()));
    }

    private static void checkNote(NoticeDocument document, Set<NoticeSection> sections, LocalizedText note) {
        var found = new Violations();
        note.values().forEach((tag, text) -> found.optionalText("/note/" + tag, text, MAXIMUM_NOTE));
        var isAgain = sections.stream().anyMatch(section -> document.of(section).standing() == Standing.PUBLISHED);
        found.check(!isAgain || !note.isBlank(), "/note", "required", "This is required.")
                .throwIfAny();
    }

    private static void requirePublishable(NoticeDocument document, SectionStand stand) {
        if (stand.state() == State.EMPTY)
            throw new Problem.Conflict("section_empty", "This section has nothing to tell yet.");
        var unsigned = stand.unsigned().stream()
                .map(agreement -> new Violation(
                        "/sections",
                        "agreement_unsigned",
                        "The agreement with " + agreement.supplier() + " is not signed yet.",
                        Map.of("agreement", agreement.supplier())))
                .toList();
        if (!unsigned.isEmpty())
            throw new Problem.Conflict("agreement_unsigned", unsigned.getFirst().detail(), unsigned);
        if (!document.needsSignOff() || stand.isSignedOffByAll()) return;
        var missing = EnumSet.complementOf(
                stand.signedOff().isEmpty() ? EnumSet.noneOf(Committee.class) : EnumSet.copyOf(stand.signedOff()));
        throw new Problem.Conflict(
                "sign_off_missing",
                "Both committees have to sign this section off as it is now.",
                missing.stream()
                        .map(committee -> new Violation(
                                "/sections",
                                "sign_off_missing_" + committee.wire(),
                                "The " + committee.wire() + " committee has not signed this section off as it is now."))
                        .toList());
    }

    private void record(ConferenceView conference, String action, List<SectionStand> stands, int edition) {
        editor.audit()
                .record(
                        action,
                        conference.id().toString(),
                        Map.of(
                                "conference",
                                conference.slug(),
                                "edition",
                                edition,
                                "sections",
                                stands.stream()
                                        .map(stand -> stand.section().wire())
                                        .toList()));
    }
}

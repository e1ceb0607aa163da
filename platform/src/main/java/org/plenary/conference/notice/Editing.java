package org.plenary.conference.notice;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.notice.NoticeDocument.SignOff;
import org.plenary.conference.notice.NoticeDocument.Standing;
import org.plenary.conference.notice.SectionStand.State;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the notice, says how it is published, and signs it off. */
@Component
class Editing {
    private static final int MAXIMUM_TEXT = 5000;
    private static final int MAXIMUM_NAME = 200;

    private final NoticeRows rows;
    private final Assembling assembling;
    private final Publishing.Editor editor;

    Editing(NoticeRows rows, Assembling assembling, Publishing.Editor editor) {
        this.rows = rows;
        this.assembling = assembling;
        this.editor = editor;
    }

    /**
     * Whoever wants the committees' sign-off publishes by hand, so it brings instalments with it. What is shown when
     * instalments begin stays published.
     */
    @Transactional
    public void set(ConferenceView conference, boolean instalments, boolean needsSignOff) {
        var kept = rows.lock(conference.id());
        var byHand = instalments || needsSignOff;
        var document = kept.document();
        if (byHand && !document.instalments())
            for (var stand : assembling.of(conference, kept).sections())
                if (stand.state() == State.PUBLISHED && !stand.decided())
                    document = document.withStanding(
                            stand.section(), Standing.PUBLISHED, editor.clock().instant());
        rows.save(conference.id(), document.with(byHand, needsSignOff));
        record("notice.settings-changed", conference, Map.of("instalments", byHand, "needs_sign_off", needsSignOff));
    }

    /** @throws Problem.Conflict {@code section_not_written} for one that consists of what is set up elsewhere */
    @Transactional
    public void write(ConferenceView conference, NoticeSection section, LocalizedText text) {
        if (!section.isWritten())
            throw new Problem.Conflict(
                    "section_not_written", "This section consists of what is set up on its own page.");
        var found = new Violations();
        text.values().forEach((tag, each) -> found.optionalText("/text/" + tag, each, MAXIMUM_TEXT));
        found.throwIfAny();
        var kept = rows.lock(conference.id());
        rows.save(conference.id(), kept.document().withText(section, text));
        record("notice.written", conference, Map.of("section", section.wire()));
    }

    /** Signs everything off that the notice has now. @param name who signed for the committee */
    @Transactional
    public void signOff(ConferenceView conference, Committee committee, @Nullable String name) {
        new Violations().text("/name", name, MAXIMUM_NAME).throwIfAny();
        if (name == null) throw new IllegalStateException("it was checked above");
        var kept = rows.lock(conference.id());
        var prints = new HashMap<String, String>();
        for (var stand : assembling.of(conference, kept).sections())
            if (stand.state() != State.EMPTY)
                prints.put(stand.section().wire(), SectionStand.print(stand.text(), stand.items()));
        if (prints.isEmpty()) throw new Problem.Conflict("notice_empty", "The notice has nothing to sign off yet.");
        var signOff = new SignOff(
                committee, name.strip(), editor.signer().name(), editor.clock().instant(), prints);
        rows.save(conference.id(), kept.document().with(signOff));
        record("notice.signed-off", conference, Map.of("committee", committee.wire()));
    }

    private void record(String action, ConferenceView conference, Map<String, ?> details) {
        var all = new HashMap<String, Object>(details);
        all.put("conference", conference.slug());
        editor.audit().record(action, conference.id().toString(), all);
    }
}

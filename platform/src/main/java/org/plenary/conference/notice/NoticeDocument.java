package org.plenary.conference.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices.Edition;
import org.plenary.kernel.LocalizedText;

/**
 * A notice as it is kept, beside what the sections get from elsewhere.
 *
 * @param instalments whether a section is shown only once it was published by itself; else it is shown as soon as it has
 *     content
 * @param needsSignOff whether both committees sign a section off before it is published
 * @param sections by the names of the sections; one that was never touched is not there
 * @param signOffs the newest of each committee
 * @param editions the newest last
 */
record NoticeDocument(
        boolean instalments,
        boolean needsSignOff,
        Map<String, Section> sections,
        List<SignOff> signOffs,
        List<Edition> editions) {
    static final NoticeDocument EMPTY = new NoticeDocument(false, false, Map.of(), List.of(), List.of());

    /** More than anybody publishes; the oldest are forgotten, their numbers are not given again. */
    private static final int MAXIMUM_EDITIONS = 200;

    NoticeDocument {
        sections = Map.copyOf(sections);
        signOffs = List.copyOf(signOffs);
        editions = List.copyOf(editions);
    }

    enum Standing {
        PUBLISHED,
        WITHHELD
    }

    /**
     * @param standing what the organizer decided; null for nothing
     * @param since when that was
     */
    record Section(
            LocalizedText text,
            @Nullable Standing standing,
            @Nullable Instant since) {
        static final Section UNTOUCHED = new Section(new LocalizedText(Map.of()), null, null);
    }

    /**
     * @param name who signed for the committee
     * @param by who wrote it down
     * @param prints of each section as it stood, by the sections' names
     */
    record SignOff(Committee committee, String name, String by, Instant at, Map<String, String> prints) {
        SignOff {
            prints = Map.copyOf(prints);
        }
    }

    Section of(NoticeSection section) {
        return sections.getOrDefault(section.wire(), Section.UNTOUCHED);
    }

    Optional<SignOff> signOff(Committee committee) {
        return signOffs.stream().filter(each -> each.committee() == committee).findFirst();
    }

    int nextEdition() {
        return editions.isEmpty() ? 1 : editions.getLast().number() + 1;
    }

    NoticeDocument with(boolean nowInstalments, boolean nowNeedsSignOff) {
        return new NoticeDocument(nowInstalments, nowNeedsSignOff, sections, signOffs, editions);
    }

    NoticeDocument withText(NoticeSection section, LocalizedText text) {
        var before = of(section);
        return with(section, new Section(text, before.standing(), before.since()));
    }

    NoticeDocument withStanding(NoticeSection section, Standing standing, Instant now) {
        return with(section, new Section(of(section).text(), standing, now));
    }

    NoticeDocument with(SignOff signOff) {
        var all = new ArrayList<>(signOffs);
        all.removeIf(each -> each.committee() == signOff.committee());
        all.add(signOff);
        return new NoticeDocument(instalments, needsSignOff, sections, all, editions);
    }

    NoticeDocument with(Edition edition) {
        var all = new ArrayList<>(editions);
        all.add(edition);
        var kept = all.subList(Math.max(0, all.size() - MAXIMUM_EDITIONS), all.size());
        return new NoticeDocument(instalments, needsSignOff, sections, signOffs, kept);
    }

    private NoticeDocument with(NoticeSection section, Section changed) {
        var all = new LinkedHashMap<>(sections);
        all.put(section.wire(), changed);
        return new NoticeDocument(instalments, needsSignOff, all, signOffs, editions);
    }
}

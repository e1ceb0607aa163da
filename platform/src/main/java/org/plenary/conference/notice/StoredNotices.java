package org.plenary.conference.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.conference.notice.NoticeDocument.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredNotices implements Notices {
    private final NoticeRows rows;
    private final List<NoticeContent> contents;

    StoredNotices(NoticeRows rows, List<NoticeContent> contents) {
        this.rows = rows;
        this.contents = contents;
    }

    @Override
    @Transactional(readOnly = true)
    public Open open(UUID conference) {
        var held = rows.held(conference);
        var shown = EnumSet.noneOf(NoticeSection.class);
        Arrays.stream(NoticeSection.values())
                .filter(section ->
                        isShown(held.document(), section, held.unsigned().values()))
                .forEach(shown::add);
        return new Open(shown, held.unsigned().keySet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> told(ConferenceView conference) {
        var held = rows.held(conference.id());
        var kinds = held.unsigned().values();
        return Arrays.stream(NoticeSection.values())
                .filter(section -> isShown(held.document(), section, kinds))
                .map(section -> new Told(
                        section,
                        held.document().of(section).text(),
                        items(conference, section, held.unsigned().keySet())))
                .filter(told -> !told.items().isEmpty() || !told.text().isBlank())
                .toList();
    }

    private List<NoticeContent.Item> items(ConferenceView conference, NoticeSection section, Set<UUID> unsigned) {
        return contents.stream()
                .filter(content -> content.section() == section)
                .flatMap(content -> content.items(conference).stream())
                .filter(item -> item.agreement() == null || !unsigned.contains(item.agreement()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBegun(UUID conference) {
        return rows.find(conference).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Edition> edition(UUID conference, int number) {
        return rows.find(conference).stream()
                .flatMap(kept -> kept.document().editions().stream())
                .filter(edition -> edition.number() == number)
                .findFirst();
    }

    /** Whether everybody sees it, as soon as it has content; @param unsigned the kinds of which an agreement is unsigned */
    static boolean isShown(NoticeDocument document, NoticeSection section, Collection<AgreementKind> unsigned) {
        if (unsigned.stream().anyMatch(section::needs)) return false;
        var standing = document.of(section).standing();
        return standing == null ? !document.instalments() : standing == Standing.PUBLISHED;
    }
}

package org.plenary.conference.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeContent.Item;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.SupplierAgreements;
import org.plenary.conference.notice.NoticeDocument.Standing;
import org.plenary.conference.notice.SectionStand.Needed;
import org.plenary.conference.notice.SectionStand.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a notice together from what all modules have to say. */
@Component
class Assembling {
    private static final String SIGNED = "signed";
    private static final String NOT_NEEDED = "not-needed";

    private final NoticeRows rows;
    private final List<NoticeContent> contents;
    private final SupplierAgreements agreements;

    Assembling(NoticeRows rows, List<NoticeContent> contents, SupplierAgreements agreements) {
        this.rows = rows;
        this.contents = contents;
        this.agreements = agreements;
    }

    record Assembled(NoticeDocument document, long version, List<SectionStand> sections) {
        SectionStand of(NoticeSection section) {
            return sections.get(section.ordinal());
        }
    }

    @Transactional(readOnly = true)
    public Assembled of(ConferenceView conference) {
        var kept = rows.find(conference.id()).orElse(new NoticeRows.Kept(NoticeDocument.EMPTY, 0));
        return of(conference, kept);
    }

    Assembled of(ConferenceView conference, NoticeRows.Kept kept) {
        var known = agreements(conference.id());
        var sections = Arrays.stream(NoticeSection.values())
                .map(section -> stand(conference, kept.document(), section, known))
                .toList();
        return new Assembled(kept.document(), kept.version(), sections);
    }

    private SectionStand stand(ConferenceView conference, NoticeDocument document, NoticeSection section, Known known) {
        var kept = document.of(section);
        var items = contents.stream()
                .filter(content -> content.section() == section)
                .flatMap(content -> content.items(conference).stream())
                .toList();
        var needed = needed(section, items, known);
        var print = SectionStand.print(kept.text(), items);
        var signedOff = EnumSet.noneOf(Committee.class);
        var changed = EnumSet.noneOf(Committee.class);
        for (var signOff : document.signOffs()) {
            var signed = signOff.prints().get(section.wire());
            if (signed != null) (signed.equals(print) ? signedOff : changed).add(signOff.committee());
        }
        var isEmpty = items.isEmpty() && kept.text().isBlank();
        return new SectionStand(
                section,
                isEmpty ? State.EMPTY : state(conference, document, section, items, needed),
                kept.text(),
                items,
                needed,
                signedOff,
                changed,
                kept.standing() != null,
                kept.since());
    }

    private static State state(
            ConferenceView conference,
            NoticeDocument document,
            NoticeSection section,
            List<Item> items,
            List<Needed> needed) {
        var kept = document.of(section);
        if (kept.standing() == Standing.WITHHELD) return State.WITHHELD;
        if (isHeldBack(section, items, needed)) return State.HELD_BACK;
        var isShown = StoredNotices.isShown(document, section, Set.of());
        return isShown && conference.isPublic() ? State.PUBLISHED : State.READY;
    }

    /** Hotels are held back one by one; the section is when nothing else is left of it. */
    private static boolean isHeldBack(NoticeSection section, List<Item> items, List<Needed> needed) {
        var unsigned = needed.stream()
                .filter(agreement -> !agreement.signed())
                .map(Needed::id)
                .collect(Collectors.toSet());
        if (unsigned.isEmpty()) return false;
        return section != NoticeSection.HOTELS
                || items.stream().allMatch(item -> item.agreement() != null && unsigned.contains(item.agreement()));
    }

    private static List<Needed> needed(NoticeSection section, List<Item> items, Known known) {
        var needed = new LinkedHashMap<UUID, Needed>();
        known.byKind().forEach((kind, all) -> {
            if (section.needs(kind)) all.forEach(each -> needed.put(each.id(), each));
        });
        items.stream()
                .map(Item::agreement)
                .filter(Objects::nonNull)
                .map(known.byId()::get)
                .filter(Objects::nonNull)
                .forEach(each -> needed.put(each.id(), each));
        return List.copyOf(needed.values());
    }

    private record Known(Map<AgreementKind, List<Needed>> byKind, Map<UUID, Needed> byId) {}

    /** Those that are not needed count as none. */
    private Known agreements(UUID conference) {
        var byKind = new LinkedHashMap<AgreementKind, List<Needed>>();
        var byId = new HashMap<UUID, Needed>();
        agreements.all(conference).forEach((kind, all) -> {
            var needed = all.stream()
                    .filter(each -> !each.status().equals(NOT_NEEDED))
                    .map(each ->
                            new Needed(each.id(), each.supplier(), each.status().equals(SIGNED)))
                    .toList();
            byKind.put(kind, needed);
            needed.forEach(each -> byId.put(each.id(), each));
        });
        return new Known(byKind, byId);
    }
}

package org.plenary.conference.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.NoticeContent.Item;
import org.plenary.conference.NoticeSection;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Secrets;

/**
 * How a section of the notice stands, for its organizers.
 *
 * @param agreements all that it depends on
 * @param signedOff the committees that signed it off as it is now
 * @param changed those that signed it off before it changed
 * @param decided whether it was published or withheld by hand
 * @param since when that was
 */
record SectionStand(
        NoticeSection section,
        State state,
        LocalizedText text,
        List<Item> items,
        List<Needed> agreements,
        Set<Committee> signedOff,
        Set<Committee> changed,
        boolean decided,
        @Nullable Instant since) {

    enum State {
        /** There is nothing to tell yet. */
        EMPTY,
        /** It could be published now. */
        READY,
        /** It is to be shown, and an unsigned agreement stands in the way. */
        HELD_BACK,
        WITHHELD,
        PUBLISHED
    }

    /** An agreement that the section depends on. */
    record Needed(UUID id, String supplier, boolean signed) {}

    List<Needed> unsigned() {
        return agreements.stream().filter(agreement -> !agreement.signed()).toList();
    }

    public boolean isSignedOffByAll() {
        return signedOff.size() == Committee.values().length;
    }

    /** Tells whether the content is still what it was; the order of languages does not matter. */
    static String print(LocalizedText text, List<Item> items) {
        var parts = new ArrayList<Map<String, String>>();
        parts.add(new TreeMap<>(text.values()));
        for (var item : items) {
            parts.add(new TreeMap<>(item.name().values()));
            parts.add(new TreeMap<>(item.detail().values()));
        }
        return Secrets.hash(parts.toString());
    }
}

package org.plenary.conference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** The registration notices of conferences: what may be told and sold, and what was published when. */
public interface Notices {
    /** What everybody may see of a conference now; one query. */
    Open open(UUID conference);

    /** Whether the organizer has begun to edit it. */
    boolean isBegun(UUID conference);

    Optional<Edition> edition(UUID conference, int number);

    /** The sections that everybody may read now, in their order, without items that are held back. */
    List<Told> told(ConferenceView conference);

    /** @param text that the organizer wrote; blank for none */
    record Told(NoticeSection section, LocalizedText text, List<NoticeContent.Item> items) {}

    /** @param unsigned the agreements that hold back what depends on them */
    record Open(Set<NoticeSection> sections, Set<UUID> unsigned) {
        public boolean shows(NoticeSection section) {
            return sections.contains(section);
        }

        /** Whether an item that depends on this agreement is shown; {@code null} for one that depends on none. */
        public boolean shows(NoticeSection section, @Nullable UUID agreement) {
            return shows(section) && (agreement == null || !unsigned.contains(agreement));
        }
    }

    /**
     * One instalment of the notice.
     *
     * @param note what changed, in the organizer's words; blank for none
     */
    record Edition(int number, List<NoticeSection> sections, LocalizedText note, Instant at, String by) {}
}

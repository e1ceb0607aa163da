package org.plenary.fulltext;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.Permission;

/**
 * SPI: one kind of thing that staff find in the box in the head of their pages. A module that has one makes it a bean, as an
 * {@link IndexedKind} when the index has it, else as a {@link LookedUpKind}. It is asked only about conferences in which whoever asks has
 * the {@link #permission}, and shows what is in the database, never what the index remembers.
 */
public sealed interface FoundKind permits IndexedKind, LookedUpKind {
    /** Names it in addresses, and its words in {@code finding.kind.<key>}. */
    String key();

    /** Its place among the kinds; the least comes first. */
    int place();

    /** Such as {@code ti-users}. */
    String icon();

    Permission permission();

    /**
     * What somebody looks for.
     *
     * @param conferences in which it may be found, by their ids; never empty
     * @param limit how many are shown at most; 0 to be counted only
     * @param from how many are passed over
     * @param isTyping whether it is asked while somebody types, and what is shown is to tell no more of people than who it is
     */
    record Asked(
            String text,
            Map<UUID, Conference> conferences,
            int limit,
            int from,
            Order order,
            Locale locale,
            boolean isTyping) {
        public Collection<UUID> ids() {
            return conferences.keySet();
        }

        public Asked with(Map<UUID, Conference> only, int shown, int passed) {
            return new Asked(text, only, shown, passed, order, locale, isTyping);
        }

        /** Where its organizers' pages are. */
        public String base(UUID conference) {
            var there = conferences.get(conference);
            if (there == null) throw new IllegalArgumentException("not asked for this conference");
            return "/manage/conferences/" + there.slug();
        }
    }

    record Conference(String slug, String name) {}

    /** NEWEST goes by when a thing was made. */
    enum Order {
        RELEVANCE,
        NEWEST
    }

    /**
     * One thing that was found.
     *
     * @param line one line of what it is, besides its title
     */
    record Shown(UUID id, UUID conference, Marked title, Marked line, String href) {}

    /** @param total of all there are; when there are very many, at least so many */
    record Answer(List<Shown> shown, long total) {
        public static final Answer NOTHING = new Answer(List.of(), 0);
    }
}

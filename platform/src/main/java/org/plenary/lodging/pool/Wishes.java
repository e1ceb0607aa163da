package org.plenary.lodging.pool;

import java.util.List;
import java.util.Locale;

/**
 * What somebody says of themselves for a room-mate alone, and wants of one.
 *
 * @param languages tags of those that they speak; at least one
 * @param quiet whether the room is to be quiet
 * @param wants with whom they share a room; empty for anybody
 * @param about in their own words; empty for nothing
 */
record Wishes(
        List<String> languages,
        Smoking smoking,
        Rhythm rhythm,
        boolean quiet,
        Gender gender,
        List<Gender> wants,
        String about) {
    private static final int SAME_RHYTHM = 20;
    private static final int EASY_RHYTHM = 12;
    private static final int SAME_QUIET = 15;
    private static final int EACH_LANGUAGE = 5;
    private static final int MOST_LANGUAGES = 3;

    Wishes {
        languages = List.copyOf(languages);
        wants = List.copyOf(wants);
    }

    enum Smoking {
        NEVER,
        TOLERATES,
        SMOKES;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Rhythm {
        ANY,
        EARLY,
        LATE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Gender {
        WOMAN,
        MAN,
        OTHER,
        UNSAID;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How well two get along who can share a room at all; the same for both. */
    int pointsWith(Wishes other) {
        var shared = languages.stream().filter(other.languages::contains).count();
        return rhythmWith(other)
                + (quiet == other.quiet ? SAME_QUIET : 0)
                + EACH_LANGUAGE * Math.toIntExact(Math.min(MOST_LANGUAGES, shared));
    }

    private int rhythmWith(Wishes other) {
        if (rhythm == Rhythm.ANY || other.rhythm == Rhythm.ANY) return EASY_RHYTHM;
        return rhythm == other.rhythm ? SAME_RHYTHM : 0;
    }
}

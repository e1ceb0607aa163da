package org.plenary.registration;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many of each scarce thing a conference has and has used up. Keys: {@code fee:<key>}, {@code option:<field>:<key>},
 * {@code night:<room type id>:<date>}, {@code tour:<key>}.
 */
public interface Stock {
    /**
     * @param capacity null for no limit
     * @param used held or sold
     * @param withheld became free while somebody waits for it, and is not sold before the waiting list had its turn
     */
    record Level(@Nullable Integer capacity, int used, int withheld) {
        public Level(@Nullable Integer capacity, int used) {
            this(capacity, used, 0);
        }

        /** How many anybody can buy now; null for no limit. Never below zero. */
        public @Nullable Integer left() {
            return capacity == null ? null : Math.max(0, capacity - used - withheld);
        }

        /** How many the waiting list can have; null for no limit. Never below zero. */
        public @Nullable Integer leftInTurn() {
            return capacity == null ? null : Math.max(0, capacity - used);
        }
    }

    /** Sets capacities, in the caller's transaction. One may be set below what is used: nothing more is sold then. */
    void define(UUID conference, Map<String, @Nullable Integer> capacities);

    /**
     * Lowers capacities to what is used and a part of what is left, in the caller's transaction.
     *
     * @param percents of what is left, by key, that goes; rounded down to whole ones
     * @return by how many each became less; keys without a limit, and those of which nothing went, are missing
     */
    Map<String, Integer> giveUp(UUID conference, Map<String, Integer> percents);

    /** The levels of all keys that start with the prefix. */
    Map<String, Level> levels(UUID conference, String prefix);

    /** The levels of all keys of these kinds: {@code fee}, and so on. */
    Map<String, Level> levelsOf(UUID conference, Collection<String> kinds);
}

package org.plenary.conference;

import java.util.UUID;

/** SPI: what a module keeps of a conference that never was public, and that is deleted. In the caller's transaction. */
public interface DraftContent {
    /** Whether there is something that is no mere setting: a contract, a registration, a paper. Then the draft stays. */
    default boolean isInUse(UUID conference) {
        return false;
    }

    default void delete(UUID conference) {}
}

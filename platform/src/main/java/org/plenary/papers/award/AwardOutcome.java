package org.plenary.papers.award;

import java.util.List;
import java.util.UUID;

/**
 * Who wins, as the chairs confirmed it.
 *
 * @param winners papers, in the order of their places
 * @param reason where it is not what the jury's ranks propose; empty otherwise
 */
record AwardOutcome(List<UUID> winners, String reason) {
    AwardOutcome {
        winners = List.copyOf(winners);
    }
}

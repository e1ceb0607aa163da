package org.plenary.papers.award;

import java.util.List;
import java.util.UUID;

/**
 * How somebody of the jury ranks the papers of an award.
 *
 * @param ranking papers, the best first; what was not ranked is not in it
 * @param offered papers that they could rank
 * @param declared papers with which they say they have a conflict of interest; not among those offered
 */
record Ballot(List<UUID> ranking, List<UUID> offered, List<UUID> declared) {
    static final Ballot EMPTY = new Ballot(List.of(), List.of(), List.of());

    Ballot {
        ranking = List.copyOf(ranking);
        offered = List.copyOf(offered);
        declared = List.copyOf(declared);
    }
}

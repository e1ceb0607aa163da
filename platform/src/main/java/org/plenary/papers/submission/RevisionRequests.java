package org.plenary.papers.submission;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** SPI: which papers their authors are to revise before it is decided about them (CFP-06). */
public interface RevisionRequests {
    /**
     * Asks the authors; they hear of it when they would hear of a decision.
     *
     * @param papers of one conference, none of them decided
     * @return how many were not asked already
     * @throws org.plenary.kernel.Problem.Conflict when no revisions can be handed in
     */
    int ask(UUID conference, List<Paper> papers);

    /** Takes back what nobody was told of, for it was decided otherwise. */
    void drop(Collection<UUID> papers);
}

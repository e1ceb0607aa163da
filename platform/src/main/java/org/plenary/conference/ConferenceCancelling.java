package org.plenary.conference;

/** PORT for whoever ends what was sold of a conference that does not take place. */
public interface ConferenceCancelling {
    /**
     * Marks a conference as cancelled, in the caller's transaction: from then on nothing of it is sold.
     *
     * @throws org.plenary.kernel.Problem.NotFound when there is none of this slug
     * @throws org.plenary.kernel.Problem.Conflict {@code status_move} when it was never published, or is cancelled or archived already
     */
    void cancel(String slug);
}

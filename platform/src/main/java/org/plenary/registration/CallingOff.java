package org.plenary.registration;

import java.util.Collection;
import java.util.UUID;
import org.joda.money.Money;

/**
 * For sellers whose thing does not take place: takes their lines out of confirmed orders, with all that was paid for them going back.
 * The stock is freed, the seller's rows are released, a credit note is issued and the buyer is written to, as with any cancellation.
 */
public interface CallingOff {
    /**
     * Takes lines out of an order, once: whoever calls again, or at the same time, changes nothing. A transaction of its own.
     *
     * @param lines of this one order
     * @param why for the buyer, in the order's language
     * @return what goes back by this call; nothing when all of the lines are gone already
     * @throws org.plenary.kernel.Problem.Conflict when the order is not confirmed
     */
    Money callOff(UUID order, Collection<UUID> lines, String why);

    /**
     * Takes lines out of an order that nobody has paid, once: it costs less by what they cost, and ends when nothing is left in it; the
     * buyer is written to. Talks to the payment provider first, so it holds no transaction.
     *
     * @param lines of this one order
     * @param why for the buyer, in the order's language
     * @return false when the order is paid, or is being paid, and nothing was done
     */
    boolean drop(UUID order, Collection<UUID> lines, String why);
}

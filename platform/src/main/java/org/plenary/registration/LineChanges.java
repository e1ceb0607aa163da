package org.plenary.registration;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import tools.jackson.databind.JsonNode;

/**
 * Puts something else in the place of what an order has of a {@link Sellable}, in one commit: what is new is taken before what was
 * there is freed. What costs less goes back by policy; what costs more is held, and done when it is paid.
 */
public interface LineChanges {
    /**
     * @param part of the seller, as {@link Sellable#part}
     * @param line of the order
     * @param wish as the seller takes it
     */
    record Wanted(String part, UUID line, JsonNode wish) {}

    record Line(String description, Money total) {}

    /** What a change would do. @param due to be paid for it; @param back what would go back for it */
    record Effect(List<Line> comes, List<Line> goes, Money due, Money back) {
        /** Whether it costs nothing, and gives nothing back. */
        public boolean isFree() {
            return due.isZero() && back.isZero() && comes.isEmpty();
        }

        /** What the reader agreed to, so that another price asks again. */
        public String agreement() {
            return due.getAmountMinorLong() + ":" + back.getAmountMinorLong();
        }
    }

    /**
     * @param done false when it waits to be paid, or nothing was to be changed
     * @param payment where it is paid now; null when it is not, or by somebody else
     */
    record Outcome(
            boolean done, Money due, Money back, @Nullable URI payment) {}

    /** Writes nothing; throws as {@link #change} does, but for what is sold out. */
    Effect preview(ConferenceView conference, UUID order, Wanted wanted, boolean byStaff);

    /**
     * @param secret with which a delegate opened the order; null for staff: who ordered is asked to pay then
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     * @throws org.plenary.kernel.Problem.Conflict {@code order_ended}, {@code pay_first}, {@code change_pending} or {@code sold_out},
     *     and as the seller does
     */
    Outcome change(ConferenceView conference, UUID order, Wanted wanted, @Nullable String secret);
}

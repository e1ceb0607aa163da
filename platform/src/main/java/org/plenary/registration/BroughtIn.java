package org.plenary.registration;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;

/** Brings in what people have booked elsewhere, as confirmed orders. Nothing is to be paid here, but capacities hold all the same. */
public interface BroughtIn {
    /**
     * One order of one thing.
     *
     * @param seller of the thing; {@code quoted} as its own {@link Sellable#quote} gives it, at no price
     * @param mails whether the confirmation goes out at once
     */
    record Thing(
            String name,
            String email,
            String country,
            Locale locale,
            Sellable seller,
            Sellable.Quoted quoted,
            boolean mails) {}

    /**
     * Writes a confirmed order for each, in the caller's transaction. Places are taken together, as the last thing.
     *
     * @throws org.plenary.kernel.Problem.Conflict {@code sold_out_here}; the transaction is then to be rolled back
     */
    void place(ConferenceView conference, List<Thing> things);
}

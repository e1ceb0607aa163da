package org.plenary.registration.waitlist;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.order.TurnOrdering;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers somebody what they wait for: it is ordered in their name, with a longer hold, and waits for their word. All in one
 * transaction with the row of the entry, so that nobody gets two.
 */
@Component
class Offering {
    private final TurnOrdering ordering;
    private final Entries entries;
    private final WaitingLists lists;
    private final WaitingEvents events;
    private final Clock clock;

    Offering(TurnOrdering ordering, Entries entries, WaitingLists lists, WaitingEvents events, Clock clock) {
        this.ordering = ordering;
        this.entries = entries;
        this.lists = lists;
        this.events = events;
        this.clock = clock;
    }

    enum Outcome {
        OFFERED,
        /** They do not wait any more. */
        GONE,
        /** Somebody else has the turn now. */
        TURN_LOST
    }

    /**
     * @param turn the token of the turn; null when staff invite by hand
     * @throws Problem as placing the order would: {@code sold_out} when it is not there
     */
    @Transactional
    public Outcome offer(ConferenceView conference, UUID id, int number, @Nullable UUID turn) {
        if (turn != null && !lists.renew(conference.id(), turn)) return Outcome.TURN_LOST;
        var entry = entries.lock(conference.id(), id).filter(Entry::isWaiting).orElse(null);
        if (entry == null || number >= entry.wishes().size()) return Outcome.GONE;
        var now = clock.instant();
        var settings = lists.settings(conference.id());
        if (settings.isOver(conference, now))
            throw new Problem.Conflict("waiting_list_closed", "There is no open waiting list.");
        var until = settings.offerUntil(conference, now);
        var wish = entry.wishes().get(number);
        var placed = ordering.place(
                conference,
                wish.cart(),
                new TurnOrdering.InTurn(
                        until, entry.pricedOn(), wish.prices(), entry.keys(), wish.invitation(), wish.addedTo()));
        entries.offered(id, placed.order(), number, now, turn == null);
        events.offered(conference.id(), id);
        return Outcome.OFFERED;
    }
}

package org.plenary.registration.waitlist;

import java.net.URI;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.order.Cancelling;
import org.plenary.registration.order.Paying;
import org.springframework.stereotype.Component;

/** What somebody who waited does with an offer. Talks to the payment provider, so it holds no transaction. */
@Component
class Answering {
    private final Entries entries;
    private final Paying paying;
    private final Cancelling cancelling;
    private final Leaving leaving;

    Answering(Entries entries, Paying paying, Cancelling cancelling, Leaving leaving) {
        this.entries = entries;
        this.paying = paying;
        this.cancelling = cancelling;
        this.leaving = leaving;
    }

    /**
     * Where it goes on: to the page to pay on; what costs nothing is confirmed by this, and goes on to the order.
     *
     * @throws Problem.Conflict {@code no_offer}, or {@code order_ended} when it is too late
     */
    URI accept(ConferenceView conference, Entry entry) {
        return paying.start(conference, orderOf(entry), null);
    }

    /** No, thank you: it goes to the next one. Who only waits leaves the list. */
    void giveUp(ConferenceView conference, UUID id) {
        var entry = entries.find(conference.id(), id).orElseThrow(Queue::notWaiting);
        if (entry.state() == State.OFFERED)
            cancelling.cancel(orderOf(entry), Cancelling.CancelOrder.ALL_BY_POLICY, false);
        else leaving.leave(conference.id(), id);
    }

    /** As {@link #giveUp}, by staff: who waited is told. */
    void giveUpFor(ConferenceView conference, Entry entry, String reason) {
        if (entry.isWaiting()) leaving.remove(conference.id(), entry.id(), reason);
        else giveUp(conference, entry.id());
    }

    private static UUID orderOf(Entry entry) {
        if (entry.state() != State.OFFERED || entry.offer() == null)
            throw new Problem.Conflict("no_offer", "Nothing is held for you now.");
        return entry.offer().order();
    }
}

package org.plenary.registration.waitlist;

import java.time.Clock;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceStatus;
import org.plenary.registration.StockFreed;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Keeps the lists of the bound tenant going: each has its turn when there is news, and ends when its time has come. */
@Component
class Keeping {
    private final WaitingLists lists;
    private final Leaving leaving;
    private final Turns turns;
    private final ConferenceApi conferences;
    private final Clock clock;

    Keeping(WaitingLists lists, Leaving leaving, Turns turns, ConferenceApi conferences, Clock clock) {
        this.lists = lists;
        this.leaving = leaving;
        this.turns = turns;
        this.conferences = conferences;
        this.clock = clock;
    }

    @OutboundListener(id = "registration.waiting-list-turn")
    public void on(StockFreed freed) {
        turns.run(freed.conference());
    }

    @OutboundListener(id = "registration.waiting-list-turn-of-joined")
    public void on(EntryJoined joined) {
        turns.run(joined.conference());
    }

    /** The safety net, and what only time brings about. */
    public void keep() {
        for (var conference : lists.inUse()) {
            if (isOver(conference)) leaving.close(conference, false);
            if (lists.isOpen(conference)) turns.run(conference);
            else end(conference);
        }
    }

    private boolean isOver(UUID conference) {
        var settings = lists.settings(conference);
        var found = conferences.byId(conference);
        return settings.isOpen()
                && (found.status() == ConferenceStatus.ARCHIVED
                        || found.isCancelled()
                        || settings.isOver(found, clock.instant()));
    }

    private void end(UUID conference) {
        while (leaving.endSome(conference) > 0) {}
    }
}

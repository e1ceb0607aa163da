package org.plenary.lodging.split;

import java.time.Clock;
import java.util.UUID;
import org.plenary.lodging.mate.MateGone;
import org.plenary.lodging.room.RoomsGivenBack;
import org.plenary.registration.CallingOff;
import org.plenary.registration.SharedCosts;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends parts with the room, with the room-mate and with their day; and gives back what came too late. */
@Component
class SplitEnding {
    private static final int AT_ONCE = 200;

    private final SplitRows rows;
    private final SharedCosts shared;
    private final CallingOff callingOff;
    private final Committed committed;
    private final Clock clock;

    SplitEnding(SplitRows rows, SharedCosts shared, CallingOff callingOff, Committed committed, Clock clock) {
        this.rows = rows;
        this.shared = shared;
        this.callingOff = callingOff;
        this.committed = committed;
        this.clock = clock;
    }

    /** Those of the bound tenant that were not paid in time; one that is being paid now is left to its payment. */
    void sweep() {
        for (var id : rows.overdue(clock.instant(), AT_ONCE)) {
            var share = rows.find(id).orElseThrow().share();
            if (share == null || shared.end(share)) committed.end(id, Split.Status.LAPSED);
        }
    }

    /** Nobody is to pay what is over, and what was paid all the same goes back. */
    @OutboundListener(id = "lodging.end-part-of-room")
    public void on(SplitMoved moved) {
        var share = rows.find(moved.split()).orElseThrow().share();
        if (share == null) return;
        switch (moved.to()) {
            case WITHDRAWN, DECLINED -> shared.end(share);
            case RETURNED -> callingOff.callOff(share, rows.linesOf(share), committed.why(share));
            case ASKED, ACCEPTED, PAID, LAPSED, CANCELLED -> {}
        }
    }

    /** A part that is paid stays with the room: by the policy of the hotel nothing goes back while the room is booked. */
    @OutboundListener(id = "lodging.end-part-of-who-left")
    public void on(MateGone gone) {
        rows.latestOf(gone.mate())
                .filter(Split::isOpen)
                .ifPresent(split -> committed.end(split.id(), Split.Status.WITHDRAWN));
    }

    @OutboundListener(id = "lodging.end-parts-of-room")
    public void on(RoomsGivenBack given) {
        for (var room : given.rooms())
            for (var split : rows.ofRoom(room)) {
                var share = split.share();
                if (split.isOpen()) committed.end(split.id(), Split.Status.WITHDRAWN);
                if (split.status() != Split.Status.PAID || share == null) continue;
                shared.cancel(share);
                committed.cancelled(split.id());
            }
    }

    @Component("endingParts")
    static class Committed {
        private final SplitRows rows;
        private final SplitWords words;
        private final Splitting.Told told;

        Committed(SplitRows rows, SplitWords words, Splitting.Told told) {
            this.rows = rows;
            this.words = words;
            this.told = told;
        }

        /** Read again under the lock: it may be paid by now. */
        @Transactional
        public void end(UUID id, Split.Status to) {
            var split = rows.lock(id).orElseThrow();
            if (!split.isOpen()) return;
            rows.move(id, to);
            told.of(id, to);
        }

        @Transactional
        public void cancelled(UUID id) {
            rows.lock(id)
                    .filter(split -> split.status() == Split.Status.PAID)
                    .ifPresent(split -> rows.move(id, Split.Status.CANCELLED));
        }

        String why(UUID share) {
            return words.returned(share);
        }
    }
}

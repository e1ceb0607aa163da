package org.plenary.registration.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people off waiting lists. */
@Component
class Leaving {
    static final Duration REGRET = Duration.ofMinutes(30);
    private static final int AT_ONCE = 200;

    private final Entries entries;
    private final WaitingLists lists;
    private final Queue queue;
    private final AuditTrail audit;
    private final Clock clock;

    Leaving(Entries entries, WaitingLists lists, Queue queue, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.lists = lists;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void leave(UUID conference, UUID id) {
        queue.end(conference, List.of(waiting(conference, id)), State.LEFT, false);
    }

    /**
     * Undoes {@link #leave} for half an hour: the old place in the list is theirs again.
     *
     * @throws Problem.Conflict {@code not_waiting}, {@code already_waiting} or {@code waiting_list_closed}
     */
    @Transactional
    public void comeBack(ConferenceView conference, UUID id) {
        var settings = lists.settings(conference.id());
        if (!settings.isOpen() || settings.isOver(conference, clock.instant()))
            throw new Problem.Conflict("waiting_list_closed", "There is no open waiting list.");
        var entry = entries.lock(conference.id(), id)
                .filter(e -> mayComeBack(e, clock))
                .orElseThrow(Queue::notWaiting);
        try {
            queue.comeBack(entry);
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("already_waiting", "You wait for this already, with another entry.");
        }
    }

    static boolean mayComeBack(Entry entry, Clock clock) {
        return entry.state() == State.LEFT
                && entry.endedAt() != null
                && entry.endedAt().plus(REGRET).isAfter(clock.instant());
    }

    /** By staff; the person is told. */
    @Transactional
    public void remove(UUID conference, UUID id, String reason) {
        queue.end(conference, List.of(waiting(conference, id)), State.REMOVED, true);
        audit.record("waiting-list.removed", id.toString(), Map.of("reason", reason));
    }

    /** The list takes nobody more; those who wait are told one by one, by {@link #endSome}. */
    @Transactional
    public void close(UUID conference, boolean byStaff) {
        lists.close(conference);
        if (byStaff) audit.record("waiting-list.closed", conference.toString(), Map.of());
    }

    /** Ends the waiting of the next ones; returns how many. */
    @Transactional
    public int endSome(UUID conference) {
        var next = entries.lockWaiting(conference, AT_ONCE);
        if (!next.isEmpty()) queue.end(conference, next, State.ENDED, true);
        return next.size();
    }

    private Entry waiting(UUID conference, UUID id) {
        return entries.lock(conference, id).filter(Entry::isWaiting).orElseThrow(Queue::notWaiting);
    }
}

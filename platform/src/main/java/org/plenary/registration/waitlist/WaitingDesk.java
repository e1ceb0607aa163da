package org.plenary.registration.waitlist;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with a waiting list. Each with its entry in the audit trail. */
@Component
class WaitingDesk {
    private static final int LONGEST_REASON = 300;

    private final Entries entries;
    private final WaitingLists lists;
    private final Offering offering;
    private final Leaving leaving;
    private final AuditTrail audit;

    WaitingDesk(Entries entries, WaitingLists lists, Offering offering, Leaving leaving, AuditTrail audit) {
        this.entries = entries;
        this.lists = lists;
        this.offering = offering;
        this.leaving = leaving;
        this.audit = audit;
    }

    @Transactional
    public void change(ConferenceView conference, ListSettings settings) {
        settings.check(conference);
        lists.save(conference.id(), settings);
        audit.record(
                "waiting-list.changed",
                conference.slug(),
                Map.of(
                        "open", settings.isOpen(),
                        "offer_hours", settings.offerHours(),
                        "price_rule", settings.priceRule().wire()));
    }

    /** Before everybody else who waits. */
    @Transactional
    public void moveUp(ConferenceView conference, UUID id, String reason) {
        check(reason);
        var entry = entries.lock(conference.id(), id).filter(Entry::isWaiting).orElseThrow(Queue::notWaiting);
        entries.toTheFront(entry);
        audit.record("waiting-list.moved-up", id.toString(), Map.of("reason", reason.strip()));
    }

    /**
     * Offers a wish out of turn.
     *
     * @param number of the wish, from 0
     * @throws Problem.Conflict {@code sold_out} when it is not there
     */
    @Transactional
    public void invite(ConferenceView conference, UUID id, int number, String reason) {
        check(reason);
        if (offering.offer(conference, id, number, null) != Offering.Outcome.OFFERED) throw Queue.notWaiting();
        audit.record("waiting-list.invited", id.toString(), Map.of("wish", number + 1, "reason", reason.strip()));
    }

    public void remove(ConferenceView conference, UUID id, String reason) {
        check(reason);
        leaving.remove(conference.id(), id, reason.strip());
    }

    public void close(ConferenceView conference) {
        leaving.close(conference.id(), true);
    }

    private static void check(String reason) {
        new Violations().text("/reason", reason, LONGEST_REASON).throwIfAny();
    }
}

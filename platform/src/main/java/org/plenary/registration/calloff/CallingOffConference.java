package org.plenary.registration.calloff;

import java.util.Map;
import org.plenary.conference.ConferenceCancelling;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.plenary.payments.MoneyBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a whole conference: nothing is sold any more from now on; a job ends what was. */
@Component
class CallingOffConference {
    private static final int LONGEST_MESSAGE = 2000;
    private static final int AT_ONCE = 5000;

    private final ConferenceCancelling conferences;
    private final CallOffs callOffs;
    private final CancelledOrders orders;
    private final MoneyBack money;
    private final AuditTrail audit;

    CallingOffConference(
            ConferenceCancelling conferences,
            CallOffs callOffs,
            CancelledOrders orders,
            MoneyBack money,
            AuditTrail audit) {
        this.conferences = conferences;
        this.callOffs = callOffs;
        this.orders = orders;
        this.money = money;
        this.audit = audit;
    }

    static void checkMessage(LocalizedText message, Violations found) {
        for (var tag : org.plenary.kernel.web.Posted.TAGS)
            found.text("/message/" + tag, message.forTag(tag), LONGEST_MESSAGE);
    }

    /** @throws org.plenary.kernel.Problem.Conflict {@code status_move} */
    @Transactional
    public void cancel(ConferenceView conference, boolean inFull, LocalizedText message) {
        conferences.cancel(conference.slug());
        var count = orders.collect(conference.id());
        callOffs.insert(conference.id(), inFull, message);
        audit.record(
                "conference.called-off",
                conference.slug(),
                Map.of("orders", count, "refund", inFull ? "in_full" : "by_policy"));
    }

    @Transactional
    public void pause(ConferenceView conference) {
        if (callOffs.pause(conference.id())) audit.record("conference.call-off-paused", conference.slug(), Map.of());
    }

    @Transactional
    public void resume(ConferenceView conference) {
        if (callOffs.resume(conference.id())) audit.record("conference.call-off-resumed", conference.slug(), Map.of());
    }

    /** Tries again what failed: orders that did not end, and refunds that the card provider refused. */
    @Transactional
    public void again(ConferenceView conference) {
        var ended = orders.again(conference.id());
        var refunds = money.again(CallOff.keys(conference.id()), AT_ONCE);
        if (ended > 0) callOffs.reopen(conference.id());
        audit.record("conference.call-off-again", conference.slug(), Map.of("orders", ended, "refunds", refunds));
    }
}

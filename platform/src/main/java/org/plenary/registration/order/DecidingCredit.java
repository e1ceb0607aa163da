package org.plenary.registration.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff decide who pays by invoice. Talks to the payment provider first, so it holds no transaction. */
@Component
class DecidingCredit {
    private static final int LONGEST = 2000;

    private final Payments payments;
    private final Decided decided;

    DecidingCredit(Payments payments, Decided decided) {
        this.payments = payments;
        this.decided = decided;
    }

    /**
     * @param decision {@code grant} or {@code deny}
     * @param reason for the buyer, whom it is denied to
     */
    record Decide(@Nullable String decision, @Nullable String reason) {
        boolean isGrant() {
            return "grant".equals(decision);
        }

        void check() {
            var found = new Violations();
            found.check(isGrant() || "deny".equals(decision), "/decision", "grant_or_deny", "This is grant or deny.");
            if (isGrant()) found.optionalText("/reason", reason, LONGEST);
            else found.text("/reason", reason, LONGEST);
            found.throwIfAny();
        }
    }

    /**
     * A card page that is open is closed before the order is certain without it.
     *
     * @throws Problem.Conflict {@code already_paid}, {@code not_awaiting}, {@code invoice_not_offered}
     */
    void decide(ConferenceView conference, UUID id, Decide command) {
        command.check();
        if (command.isGrant() && !payments.close(id))
            throw new Problem.Conflict("already_paid", "This order has just been paid; look at it again.");
        decided.write(conference, id, command);
    }

    @Component
    static class Decided {
        private final PayingLater later;

        Decided(PayingLater later) {
            this.later = later;
        }

        @Transactional
        public void write(ConferenceView conference, UUID id, Decide command) {
            if (command.isGrant()) later.grant(conference, id);
            else
                later.deny(
                        conference,
                        id,
                        command.reason() == null ? "" : command.reason().strip());
        }
    }
}

package org.plenary.billing.reconcile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The daily comparison with Stripe, and what people do about differences. */
@Component
class BalanceCheck {
    private static final List<LedgerAccount> CHOICES =
            List.of(LedgerAccount.STRIPE_FEES, LedgerAccount.SALES, LedgerAccount.BANK);
    private static final int LONGEST_NOTE = 300;

    private final BalanceRows rows;
    private final Differences differences;
    private final Parts parts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BalanceCheck(
            BalanceRows rows, Differences differences, Parts parts, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.differences = differences;
        this.parts = parts;
        this.events = events;
        this.clock = clock;
    }

    @Component("partsOfBalanceCheck")
    record Parts(ConnectedAccounts accounts, Ledger ledger, AuditTrail audit) {}

    /** The same difference is booked once, whoever presses the button twice. */
    private static String key(Difference difference) {
        return difference.source() + ":" + difference.theirs().getAmountMinorLong() + ":"
                + difference.ours().getAmountMinorLong();
    }

    private static String reference(Difference difference) {
        return difference.reference() == null ? difference.source() : difference.reference();
    }

    /** Has the tenant's account read soon; false when it has none. */
    @Transactional
    public boolean ask() {
        var tenant = Tenancy.require().id();
        var account = parts.accounts().of(tenant).orElse(null);
        if (account == null) return false;
        rows.asked(account.id(), clock.instant());
        events.publishEvent(new BalanceAsked(tenant, account.id()));
        return true;
    }

    static List<LedgerAccount> choices() {
        return CHOICES;
    }

    /**
     * Books what only Stripe knew, against an account that somebody chose.
     *
     * @throws Problem.NotFound when there is no such difference any more
     */
    @Transactional
    public void book(String source, @Nullable String account, @Nullable String note) {
        var violations = new Violations();
        var chosen = CHOICES.stream().filter(each -> each.key().equals(account)).findFirst();
        violations.check(chosen.isPresent(), "/account", "choice", "Please choose one of these.");
        violations.text("/note", note, LONGEST_NOTE);
        violations.throwIfAny();
        var difference = differences
                .find(source)
                .filter(Difference::isBookable)
                .orElseThrow(() -> new Problem.NotFound("This difference"));
        parts.ledger()
                .post(Movement.of(
                                "adjustment",
                                key(difference),
                                clock.instant(),
                                LedgerAccount.STRIPE_BALANCE,
                                chosen.orElseThrow(),
                                difference.difference())
                        .about(reference(difference)));
        parts.audit()
                .record(
                        "billing.difference-booked",
                        source,
                        Map.of(
                                "account", chosen.orElseThrow().key(),
                                "amount", difference.difference().toString(),
                                "note", String.valueOf(note).strip()));
    }
}
